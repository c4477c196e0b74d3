#include "net/sailpoint/answers.h"
#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>

namespace net {

namespace {

QString firstText(const QJsonValue &list)
{
    return list.toArray().at(0).toObject().value(QLatin1String("text")).toString();
}

QString vendorText(const QJsonObject &o)
{
    for (const char *key : {"causes", "messages"}) {
        const QString t = firstText(o.value(QLatin1String(key)));
        if (!t.isEmpty())
            return t;
    }
    for (const char *key :
        {"error_description", "message", "formatted_msg", "errorMessage", "detailMessage", "detail", "error"}) {
        const QString t = o.value(QLatin1String(key)).toString();
        if (!t.isEmpty())
            return t.trimmed();
    }
    return {};
}

core::ErrorCode codeOf(int status)
{
    using core::ErrorCode;
    switch (status) {
    case 401: return ErrorCode::Unauthorized;
    case 403: return ErrorCode::Forbidden;
    case 404:
    case 405:
    case 410: return ErrorCode::NotFound;
    case 409: return ErrorCode::Conflict;
    case 429: return ErrorCode::RateLimited;
    default: break;
    }
    if (status >= 500)
        return ErrorCode::Server;
    if (status >= 300 && status < 400)
        return ErrorCode::Protocol;
    return ErrorCode::Rejected;
}

} // namespace

// A page for people where the API should be, where its number does not say more: nothing else.
static std::optional<QString> pageTitle(const HttpResponse &r)
{
    const bool mayBe = (r.status >= 200 && r.status <= 299) || r.status == 403 || r.status == 404 || r.status == 405;
    const QByteArray head = r.body.left(64 * 1024).trimmed(), begin = head.left(64).toLower();
    const bool isHtml = r.header("Content-Type").toLower().contains("html") || begin.startsWith("<!doctype html") ||
                        begin.startsWith("<html");
    if (!mayBe || !isHtml || head.isEmpty())
        return std::nullopt;
    static const QRegularExpression title(
        QStringLiteral("<title[^>]*>\\s*([^<]*?)\\s*</title>"), QRegularExpression::CaseInsensitiveOption);
    return title.match(QString::fromUtf8(head)).captured(1).simplified().left(120);
}

static void notePage(core::Error &e, const HttpResponse &r)
{
    if (const auto page = pageTitle(r)) {
        e.cause = core::ConnectionCause::WebPage;
        e.causeDetail = *page;
    }
}

core::Error protocolError(const HttpResponse &r, const QString &what)
{
    core::Error e = core::vendorError(core::ErrorCode::Protocol, what);
    e.requestId = r.requestId;
    e.httpStatus = r.status;
    e.trackingId = QString::fromLatin1(r.header("SLPT-Request-ID"));
    e.mayHaveReachedServer = true;
    notePage(e, r);
    return e;
}

core::Error errorFrom(const HttpResponse &r)
{
    core::Error e = core::vendorError(codeOf(r.status), {});
    e.httpStatus = r.status;
    e.requestId = r.requestId;
    e.text = QStringLiteral("The server answered %1.").arg(r.status);
    e.mayHaveReachedServer =
        r.status >= 500 || (r.status >= 300 && r.status < 400); // "303 see other" follows a change that was made
    const QJsonObject o = QJsonDocument::fromJson(r.body).object();
    e.detail = vendorText(o);
    e.trackingId = o.value(QLatin1String("trackingId")).toString();
    if (e.trackingId.isEmpty())
        e.trackingId = QString::fromLatin1(r.header("SLPT-Request-ID"));
    if (e.detail.isEmpty() && !r.body.isEmpty() && o.isEmpty())
        e.detail = QStringLiteral("(%1 bytes that are not JSON)").arg(r.body.size());
    if (r.status >= 300 && r.status < 400) {
        e.text = QStringLiteral("The server sends elsewhere; the address is probably not the API's.");
        const bool isWithin = r.sentTo.startsWith(QLatin1Char('/'));
        e.causeDetail = r.sentTo;
        if (!r.sentTo.isEmpty())
            e.cause = isWithin ? core::ConnectionCause::SentWithin : core::ConnectionCause::SentElsewhere;
    } else {
        notePage(e, r);
    }
    if (const auto wait = parseRetryAfter(r.header("Retry-After"), QDateTime::currentMSecsSinceEpoch());
        wait && r.status == 429)
        e.retryAfter = wait;
    return e;
}

static core::Result<QJsonDocument> documentFrom(const HttpResponse &r)
{
    if (r.status < 200 || r.status > 299)
        return errorFrom(r);
    QJsonParseError fault;
    const QJsonDocument doc = QJsonDocument::fromJson(r.body, &fault);
    if (doc.isNull())
        return protocolError(r, QStringLiteral("The answer is not JSON: %1.").arg(fault.errorString()));
    return doc;
}

core::Result<QJsonObject> objectFrom(const HttpResponse &r)
{
    const auto doc = documentFrom(r);
    if (!doc)
        return doc.error();
    if (!doc->isObject())
        return protocolError(r, QStringLiteral("The answer is no JSON object."));
    return doc->object();
}

core::Result<QJsonArray> arrayFrom(const HttpResponse &r)
{
    const auto doc = documentFrom(r);
    if (!doc)
        return doc.error();
    if (!doc->isArray())
        return protocolError(r, QStringLiteral("The answer is no JSON list."));
    return doc->array();
}

} // namespace net
