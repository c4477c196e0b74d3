#include "domain/tenants/tenantcheck.h"
#include "domain/tenants/baseurl.h"
#include "domain/tenants/tenant.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>
#include <QTimeZone>
#include <algorithm>
#include <utility>

namespace domain {

static QString sayTenantCheck(const char *text)
{
    return QCoreApplication::translate("Tenant", text);
}

static bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

namespace {

void checkUrl(QList<core::Error> &faults, const char *field, const QString &text)
{
    const auto url = checkedBaseUrl(QString::fromLatin1(field), text);
    if (!url)
        faults << url.error();
}

void checkText(QList<core::Error> &faults, const char *field, const QString &text, const char *what, int max)
{
    const QString f = QString::fromLatin1(field);
    if (text.trimmed().isEmpty())
        faults << core::fieldError(
            f, sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "%1 is missing.")).arg(sayTenantCheck(what)));
    else if (isPlaceholder(text))
        faults << core::fieldError(
            f, sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "\"%1\" is a placeholder. Enter the real value."))
                   .arg(text.trimmed()));
    else if (!isOneLine(text))
        faults << core::fieldError(
            f, sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "%1 holds a line end or another control character."))
                   .arg(sayTenantCheck(what)));
    else if (text.size() > max)
        faults << core::fieldError(f, sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "%1 is longer than %2 characters."))
                                          .arg(sayTenantCheck(what))
                                          .arg(max));
}

void checkPath(QList<core::Error> &faults, const char *field, const QString &path, bool needsSession, bool optional)
{
    const QString f = QString::fromLatin1(field);
    if (path.isEmpty()) {
        if (!optional)
            faults << core::fieldError(f, sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "The path is missing.")));
        return;
    }
    // Looked at decoded as well: servers decode it.
    const QByteArray decoded = QByteArray::fromPercentEncoding(path.toUtf8());
    const bool isPlain =
        std::all_of(path.begin(), path.end(), [](QChar c) { return c > QLatin1Char(' ') && c <= QLatin1Char('~'); });
    const bool leadsElsewhere =
        decoded.contains("..") || path.contains(QLatin1Char('#')) || path.contains(QLatin1Char('\\'));
    const bool hidesControl =
        std::any_of(decoded.begin(), decoded.end(), [](char c) { return uchar(c) < 0x20 || c == 0x7f; });
    if (!path.startsWith(QLatin1Char('/')) || path.startsWith(QLatin1String("//")) || !isPlain || leadsElsewhere ||
        hidesControl)
        faults << core::fieldError(f,
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "The path starts with one / and has only plain characters: no "
                                                       "spaces, no line ends, no # and no .. in it.")));
    else if (needsSession && !path.contains(QLatin1String("{sessionId}")))
        faults << core::fieldError(
            f, sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "The path needs {sessionId} where the session's id goes.")));
}

void checkPointers(QList<core::Error> &faults, const char *field, const QStringList &pointers, bool isNeeded)
{
    const bool isWrong = std::any_of(pointers.begin(), pointers.end(),
        [](const QString &p) { return !p.startsWith(QLatin1Char('/')) || p.size() < 2 || p.size() > 200; });
    if (isWrong || (isNeeded && pointers.isEmpty()))
        faults << core::fieldError(QString::fromLatin1(field),
            sayTenantCheck(
                QT_TRANSLATE_NOOP("Tenant", "Places in an answer are JSON pointers, for example /session_id.")));
}

void checkSailPointUrl(QList<core::Error> &faults, const Tenant &t)
{
    const QString api = isIdentityIq(t) ? QString() : suggestedApiUrl(t.sailpointUrl);
    if (api.isEmpty())
        checkUrl(faults, "sailpoint-url", t.sailpointUrl);
    if (isIdentityIq(t)) {
        const QString base = identityIqBase(t.sailpointUrl);
        if (!base.isEmpty() && base != t.sailpointUrl)
            faults << core::fieldError(QStringLiteral("sailpoint-url"),
                sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "The address of IdentityIQ ends with its context path: %1."))
                    .arg(base));
        faults << validate(t.identityIq, t.sailpointUrl);
    } else if (!api.isEmpty())
        faults << core::fieldError(QStringLiteral("sailpoint-url"),
            sayTenantCheck(
                QT_TRANSLATE_NOOP("Tenant", "That is a page's address, or one with a path. The API answers at %1."))
                .arg(api));
}

void checkDocuVerify(QList<core::Error> &faults, const ProviderProfile &p)
{
    checkText(faults, "dvc-id", p.dvcId, QT_TRANSLATE_NOOP("Tenant", "The DVC ID"), 128);
    const auto isPlaced = [](const QStringList &places) { return !places.isEmpty(); };
    if (std::any_of(p.results.answer.begin(), p.results.answer.end(), isPlaced) || !p.results.levelWords.isEmpty() ||
        !p.results.documentWords.isEmpty())
        faults << core::fieldError(QStringLiteral("answer-field"),
            sayTenantCheck(
                QT_TRANSLATE_NOOP("Tenant", "DocuVerify’s answers have one form: only words for the status, and "
                                            "places in a callback, can differ.")));
    for (const char *word : {"completed", "success"}) {
        if (p.results.statusWords.value(QLatin1String(word)) == ProviderStatus::Passed)
            faults << core::fieldError(QStringLiteral("status-word"),
                sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "With DocuVerify “%1” says that a session ended, not how."))
                    .arg(QLatin1String(word)));
    }
    if (p.curve != QLatin1String("secp256k1") && p.curve != QLatin1String("P-256"))
        faults << core::fieldError(
            QStringLiteral("curve"), sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "The curve is secp256k1 or P-256.")));
    if (p.documentWords.isEmpty())
        faults << core::fieldError(QStringLiteral("document-words"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "The provider needs its word for at least one document.")));
    if (QSet<QString> words(p.documentWords.begin(), p.documentWords.end()); words.size() != p.documentWords.size())
        faults << core::fieldError(QStringLiteral("document-words"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "Two documents have the same word.")));
}

void checkProvider(QList<core::Error> &faults, const Tenant &t)
{
    const ProviderProfile &p = t.provider;
    if (p.kind == ProviderKind::DocuVerify)
        checkDocuVerify(faults, p);
    const QString &tag = p.tenantTag;
    if (std::any_of(tag.begin(), tag.end(), [](QChar c) { return c < QLatin1Char(' ') || c > QLatin1Char('~'); }))
        faults << core::fieldError(QStringLiteral("tenant-tag"),
            sayTenantCheck(QT_TRANSLATE_NOOP(
                "Tenant", "The tenant tag is sent in a header: plain letters, digits and signs only.")));
    checkPath(faults, "session-path", p.createPath, false, false);
    // A provider without a status query decides by callbacks alone.
    checkPath(faults, "status-path", p.statusPath, true, !t.callbackBaseUrl.isEmpty());
    checkPath(faults, "cancel-path", p.cancelPath, true, true);
    checkPath(faults, "resend-path", p.resendPath, true, true);
    for (const auto &[field, pointers] : {std::pair{"session-id-at", p.sessionIdAt},
             std::pair{"invitation-at", p.invitationAt}, std::pair{"expires-at", p.expiresAt}})
        checkPointers(faults, field, pointers, QLatin1String(field) == QLatin1String("session-id-at"));
    faults << validate(p.results);
    if (p.linkLifetimeMinutes < 1 || p.linkLifetimeMinutes > 1440)
        faults << core::fieldError(QStringLiteral("link-lifetime"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "A link lives between 1 and 1,440 minutes.")));
}

void checkWriteBack(QList<core::Error> &faults, const Tenant &t)
{
    if (t.writeBack == WriteBackStrategy::Account && t.idvSourceId.trimmed().isEmpty())
        faults << core::fieldError(QStringLiteral("idv-source"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "Writing to an account needs the ID of the flat-file source.")));
    if (t.writeBack == WriteBackStrategy::Workflow && t.workflowId.trimmed().isEmpty())
        faults << core::fieldError(QStringLiteral("workflow-id"),
            sayTenantCheck(QT_TRANSLATE_NOOP(
                "Tenant", "Writing through a workflow needs the workflow's ID, in IdentityIQ its name.")));
    if (!writeBackStrategiesOf(t.product).contains(t.writeBack))
        faults << core::fieldError(QStringLiteral("write-back"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "%1 has no such way of writing results."))
                .arg(productName(t.product)));
}

void checkNetwork(QList<core::Error> &faults, const Tenant &t)
{
    if (!t.callbackBaseUrl.isEmpty())
        checkUrl(faults, "callback-base-url", t.callbackBaseUrl);
    if (!t.proxy.isEmpty() && t.proxy != QLatin1String("none")) {
        const QUrl p(t.proxy, QUrl::StrictMode);
        if (!p.isValid() || p.host().isEmpty() || p.port() < 1 || !p.userInfo().isEmpty() ||
            (p.scheme() != QLatin1String("http") && p.scheme() != QLatin1String("socks5")))
            faults << core::fieldError(QStringLiteral("proxy"),
                sayTenantCheck(QT_TRANSLATE_NOOP("Tenant",
                    "The proxy is \"none\" or an address like http://proxy.example:8080, without a password.")));
    }
    if (t.proxySignsIn && (t.proxy.isEmpty() || t.proxy == QLatin1String("none")))
        faults << core::fieldError(QStringLiteral("proxy"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "Only a proxy that is named here is signed in to.")));
}

void checkPlace(QList<core::Error> &faults, const Tenant &t)
{
    if (t.environment == Environment::Simulator && !isLoopback(QUrl(t.sailpointUrl)))
        faults << core::fieldError(QStringLiteral("environment"),
            sayTenantCheck(QT_TRANSLATE_NOOP(
                "Tenant", "A simulator runs on this computer: a tenant elsewhere is production or sandbox.")));
    if (!t.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(t.timeZone.toUtf8()))
        faults << core::fieldError(QStringLiteral("time-zone"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "\"%1\" is no time zone. One is named like Europe/Oslo."))
                .arg(t.timeZone));
    if (!t.caFile.isEmpty() && (!QFileInfo(t.caFile).isFile() || !QFileInfo(t.caFile).isReadable()))
        faults << core::fieldError(QStringLiteral("ca"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "The certificate file \"%1\" cannot be read.")).arg(t.caFile));
}

void checkReverification(QList<core::Error> &faults, const ReverificationInterval &r)
{
    if (r.intervalDays < 1 || r.intervalDays > 1095)
        faults << core::fieldError(QStringLiteral("interval"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant", "The interval is 1 to 1,095 days.")));
    if (r.warnDays < 0 || r.warnDays > r.intervalDays)
        faults << core::fieldError(
            QStringLiteral("warn"), sayTenantCheck(QT_TRANSLATE_NOOP("Tenant",
                                        "The warning starts 0 days before the due date, or at most one interval.")));
}

} // namespace

std::optional<core::Error> environmentFault(const Tenant &t)
{
    const bool isHere = isOnThisComputer(QUrl(t.sailpointUrl));
    if (t.isTunnel && (!isHere || t.environment == Environment::Simulator))
        return core::fieldError(QStringLiteral("tunnel"),
            sayTenantCheck(QT_TRANSLATE_NOOP(
                "Tenant", "A tunnel begins on this computer and leads to a tenant in production or a sandbox.")));
    if (isHere && !t.isTunnel && t.environment != Environment::Simulator)
        return core::fieldError(QStringLiteral("environment"),
            sayTenantCheck(QT_TRANSLATE_NOOP("Tenant",
                "This address is on this computer. Say whether it is a simulator (--environment simulator) or a tunnel "
                "to the real tenant (--tunnel): a simulator's requests are recorded as they are.")));
    return std::nullopt;
}

QList<core::Error> validate(const Tenant &t)
{
    QList<core::Error> faults = validate(t.receiver);
    faults << validate(t.statusWords);
    checkText(faults, "name", t.name, QT_TRANSLATE_NOOP("Tenant", "The name"), 60);
    checkSailPointUrl(faults, t);
    checkText(faults, "client-id", t.clientId, QT_TRANSLATE_NOOP("Tenant", "The client ID"), 128);
    checkUrl(faults, "idv-url", t.idvUrl);
    checkText(faults, "community", t.communityId, QT_TRANSLATE_NOOP("Tenant", "The community ID"), 128);
    checkProvider(faults, t);
    checkWriteBack(faults, t);
    checkNetwork(faults, t);
    checkPlace(faults, t);
    checkReverification(faults, t.reverification);
    if (const auto map = AttributeMap::fromJson(t.map.toJson()); !map)
        faults << map.error();
    return faults;
}

} // namespace domain
