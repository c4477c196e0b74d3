#include "domain/callbacks/capture.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

namespace domain {

static QString sayCapture(const char *text)
{
    return QCoreApplication::translate("Capture", text);
}
static const QByteArray hidden = QByteArrayLiteral("•••");

CapturedRequest redacted(CapturedRequest r, const QString &headerName)
{
    for (auto &h : r.headers) {
        const QByteArray name = h.first.toLower();
        const bool isSecret = name == "authorization" || name == "proxy-authorization" || name == "cookie" ||
                              name == "x-api-key" || name == headerName.toLatin1().toLower();
        if (isSecret) {
            const qsizetype scheme = h.second.indexOf(' ');
            h.second = name == "authorization" && scheme > 0 ? h.second.left(scheme + 1) + hidden : hidden;
        }
    }
    const qsizetype at = r.target.indexOf('?');
    if (at >= 0) {
        QList<QByteArray> parts = r.target.mid(at + 1).split('&');
        for (QByteArray &p : parts) {
            if (p.startsWith("n="))
                p = "n=" + hidden;
        }
        r.target = r.target.left(at + 1) + parts.join('&');
    }
    QJsonObject body = QJsonDocument::fromJson(r.body).object();
    QJsonObject meta = body.value(QLatin1String("_metadata")).toObject();
    if (meta.contains(QLatin1String("secret"))) {
        meta.insert(QStringLiteral("secret"), QString::fromUtf8(hidden));
        body.insert(QStringLiteral("_metadata"), meta);
        r.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return r;
}

static QString quoted(const QString &text)
{
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString curlOf(const CapturedRequest &r, const QString &url)
{
    const QUrl u(url);
    QStringList parts{QStringLiteral("curl -X ") + QString::fromLatin1(r.method),
        quoted(u.scheme() + QStringLiteral("://") + u.authority() + QString::fromUtf8(r.target))};
    for (const auto &h : r.headers) {
        const QByteArray name = h.first.toLower();
        if (name != "host" && name != "content-length" && name != "connection" && name != "accept-encoding")
            parts << QStringLiteral("-H ") +
                         quoted(QString::fromUtf8(h.first) + QStringLiteral(": ") + QString::fromUtf8(h.second));
    }
    if (!r.body.isEmpty())
        parts << QStringLiteral("--data-raw ") + quoted(QString::fromUtf8(r.body));
    return parts.join(QStringLiteral(" \\\n  "));
}

QString prettyBody(const QByteArray &body)
{
    const auto doc = QJsonDocument::fromJson(body);
    return doc.isNull() ? QString::fromUtf8(body) : QString::fromUtf8(doc.toJson()).trimmed();
}

// Which of the checks a request with this verdict did not pass; one behind the last when it passed them all.
static int failedCheckOf(CallbackVerdict v)
{
    using V = CallbackVerdict;
    if (v == V::BadPath || v == V::BadMethod || v == V::TooMany)
        return 0;
    if (v == V::BadType)
        return 1;
    if (v == V::Unauthorized || v == V::BadSignature || v == V::Doubled)
        return 2;
    if (v == V::TooOld)
        return 3;
    if (v == V::BadBody || v == V::BadSchema)
        return 4;
    return v == V::Unmatched || v == V::Duplicate || v == V::Busy ? 5 : 6;
}

QList<CallbackCheck> checksOf(CallbackVerdict v, const ReceiverSettings &s, const QString &field)
{
    using V = CallbackVerdict;
    QList<CallbackCheck> checks{
        {sayCapture(QT_TRANSLATE_NOOP("Capture", "Path, method and rate")), CallbackCheck::NotReached, {}},
        {sayCapture(QT_TRANSLATE_NOOP("Capture", "JSON by its type")), CallbackCheck::NotReached, {}},
        {sayCapture(QT_TRANSLATE_NOOP("Capture", "Sign-in")), CallbackCheck::NotReached, {}},
        {sayCapture(QT_TRANSLATE_NOOP("Capture", "Clock")), CallbackCheck::NotReached, {}},
        {sayCapture(QT_TRANSLATE_NOOP("Capture", "Strict JSON with session and status")), CallbackCheck::NotReached,
            {}},
        {sayCapture(QT_TRANSLATE_NOOP("Capture", "Known session, new result")), CallbackCheck::NotReached, {}}};
    const int failed = failedCheckOf(v);
    for (int i = 0; i < failed && i < checks.size(); ++i)
        checks[i].state = CallbackCheck::Passed;
    if (failed < checks.size()) {
        checks[failed].state = CallbackCheck::Failed;
        checks[failed].reason = callbackVerdictText(v);
    }
    if ((v == V::BadBody || v == V::BadSchema) && !field.isEmpty())
        checks[failed].reason =
            sayCapture(QT_TRANSLATE_NOOP("Capture", "Refused: the field “%1” cannot be used")).arg(field);
    if (s.auth == CallbackAuth::None && checks[2].state == CallbackCheck::Passed)
        checks[2].state = CallbackCheck::NotAsked;
    const bool hasClock =
        isSigned(s.auth) && !(s.auth == CallbackAuth::Hmac && s.scheme.format == SignatureScheme::Format::Plain &&
                                s.scheme.timestampHeader.isEmpty());
    if (!hasClock && checks[3].state == CallbackCheck::Passed)
        checks[3].state = CallbackCheck::NotAsked;
    return checks;
}

} // namespace domain
