#include "domain/tenants/tenant.h"
#include "domain/tenants/address.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

namespace domain {

static QString sayTenant(const char *text)
{
    return QCoreApplication::translate("Tenant", text);
}

namespace {

template <class E>
struct Word
{
    E value;
    const char *key;
};

template <class E, size_t N>
QString keyOf(const Word<E> (&words)[N], E value)
{
    for (const auto &w : words) {
        if (w.value == value)
            return QString::fromLatin1(w.key);
    }
    return {};
}

template <class E, size_t N>
std::optional<E> valueOf(const Word<E> (&words)[N], const QString &key)
{
    for (const auto &w : words) {
        if (key == QLatin1String(w.key))
            return w.value;
    }
    return std::nullopt;
}

constexpr Word<Environment> environments[] = {
    {Environment::Production, "production"}, {Environment::Sandbox, "sandbox"}, {Environment::Simulator, "simulator"}};
constexpr Word<Product> products[] = {
    {Product::SecurityCloud, "identity-security-cloud"}, {Product::IdentityIq, "identityiq"}};
constexpr Word<PathStyle> pathStyles[] = {{PathStyle::V2024, "v2024"}, {PathStyle::V1, "v1"}};
constexpr Word<WriteBackStrategy> strategies[] = {{WriteBackStrategy::None, "none"},
    {WriteBackStrategy::Workflow, "workflow"}, {WriteBackStrategy::Account, "account"},
    {WriteBackStrategy::DirectPatch, "seed"}, {WriteBackStrategy::Scim, "scim"}};

} // namespace

QString environmentKey(Environment e)
{
    return keyOf(environments, e);
}
std::optional<Environment> environmentFromKey(const QString &key)
{
    return valueOf(environments, key);
}
QString productKey(Product p)
{
    return keyOf(products, p);
}
std::optional<Product> productFromKey(const QString &key)
{
    return valueOf(products, key);
}
QString productName(Product p)
{
    return p == Product::IdentityIq ? QStringLiteral("IdentityIQ") : QStringLiteral("Identity Security Cloud");
}
core::Error notAvailableWith(Product p)
{
    core::Error e = core::makeError(core::ErrorCode::Conflict,
        sayTenant(QT_TRANSLATE_NOOP("Tenant", "Not available with %1.")).arg(productName(p)));
    e.field = QStringLiteral("unsupported");
    return e;
}
QString pathStyleKey(PathStyle s)
{
    return keyOf(pathStyles, s);
}
std::optional<PathStyle> pathStyleFromKey(const QString &key)
{
    return valueOf(pathStyles, key);
}
QString writeBackStrategyKey(WriteBackStrategy s)
{
    return keyOf(strategies, s);
}
std::optional<WriteBackStrategy> writeBackStrategyFromKey(const QString &key)
{
    return valueOf(strategies, key);
}

QList<WriteBackStrategy> writeBackStrategiesOf(Product p)
{
    if (p == Product::IdentityIq)
        return {WriteBackStrategy::None, WriteBackStrategy::Workflow, WriteBackStrategy::Scim};
    return {WriteBackStrategy::None, WriteBackStrategy::Workflow, WriteBackStrategy::Account,
        WriteBackStrategy::DirectPatch};
}

static bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

bool isPlaceholder(const QString &text)
{
    const QString t = text.trimmed().toLower();
    static const QRegularExpression bracket(QStringLiteral("[\\[\\]<>{}]|\\$\\{"));
    return t.contains(QLatin1String("change_me")) || t.contains(QLatin1String("changeme")) ||
           t.contains(QLatin1String("your-tenant")) || t.contains(QLatin1String("your_tenant")) ||
           t == QLatin1String("xxx") || t == QLatin1String("todo") || bracket.match(t).hasMatch();
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host().toLower();
    return host == QLatin1String("localhost") || isLoopbackAddress(host);
}

bool isOnThisComputer(const QUrl &url)
{
    QString host = url.host().toLower();
    while (host.endsWith(QLatin1Char('.')))
        host.chop(1);
    return isLoopback(url) || isLoopbackAddress(host) || isAnyAddress(host) || host == QLatin1String("localhost") ||
           host.endsWith(QLatin1String(".localhost"));
}

std::optional<core::Error> environmentFault(const Tenant &t)
{
    const bool isHere = isOnThisComputer(QUrl(t.sailpointUrl));
    if (t.isTunnel && (!isHere || t.environment == Environment::Simulator))
        return core::fieldError(QStringLiteral("tunnel"),
            sayTenant(QT_TRANSLATE_NOOP(
                "Tenant", "A tunnel begins on this computer and leads to a tenant in production or a sandbox.")));
    if (isHere && !t.isTunnel && t.environment != Environment::Simulator)
        return core::fieldError(QStringLiteral("environment"),
            sayTenant(QT_TRANSLATE_NOOP("Tenant",
                "This address is on this computer. Say whether it is a simulator (--environment simulator) or a tunnel "
                "to the real tenant (--tunnel): a simulator's requests are recorded as they are.")));
    return std::nullopt;
}

core::Result<QUrl> checkedBaseUrl(const QString &field, const QString &text)
{
    const QString t = text.trimmed();
    if (t.isEmpty())
        return core::fieldError(field, sayTenant(QT_TRANSLATE_NOOP("Tenant", "The address is missing.")));
    const QUrl url(t, QUrl::StrictMode);
    const bool isIpv6 = url.isValid() && url.host().contains(QLatin1Char(':')); // its brackets are no placeholder's
    if (!isIpv6 && isPlaceholder(t))
        return core::fieldError(field,
            sayTenant(QT_TRANSLATE_NOOP("Tenant", "\"%1\" is a placeholder. Enter the tenant's own address.")).arg(t));
    if (!url.isValid() || url.host().isEmpty())
        return core::fieldError(field,
            sayTenant(
                QT_TRANSLATE_NOOP("Tenant", "\"%1\" is not an address. It starts with https:// and names a host."))
                .arg(t));
    if (url.scheme() == QLatin1String("http")) {
        if (!isLoopback(url))
            return core::fieldError(
                field, sayTenant(QT_TRANSLATE_NOOP("Tenant",
                           "http:// sends credentials unprotected. Use https://; http:// is for this computer only.")));
    } else if (url.scheme() != QLatin1String("https")) {
        return core::fieldError(field, sayTenant(QT_TRANSLATE_NOOP("Tenant", "The address starts with https://.")));
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return core::fieldError(
            field, sayTenant(QT_TRANSLATE_NOOP("Tenant", "The address has no user name, no ? and no #.")));
    return url;
}

QString suggestedApiUrl(const QString &pasted)
{
    const QUrl url(pasted.trimmed(), QUrl::StrictMode);
    static const QRegularExpression ui(QStringLiteral("^([a-z0-9-]+)\\.identitynow(-demo)?\\.com$"));
    const auto m = ui.match(url.host().toLower());
    if (!m.hasMatch())
        return {};
    return QStringLiteral("https://%1.api.identitynow%2.com").arg(m.captured(1), m.captured(2));
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
        faults << core::fieldError(f, sayTenant(QT_TRANSLATE_NOOP("Tenant", "%1 is missing.")).arg(sayTenant(what)));
    else if (isPlaceholder(text))
        faults << core::fieldError(
            f, sayTenant(QT_TRANSLATE_NOOP("Tenant", "\"%1\" is a placeholder. Enter the real value."))
                   .arg(text.trimmed()));
    else if (!isOneLine(text))
        faults << core::fieldError(
            f, sayTenant(QT_TRANSLATE_NOOP("Tenant", "%1 holds a line end or another control character."))
                   .arg(sayTenant(what)));
    else if (text.size() > max)
        faults << core::fieldError(f,
            sayTenant(QT_TRANSLATE_NOOP("Tenant", "%1 is longer than %2 characters.")).arg(sayTenant(what)).arg(max));
}

void checkPath(QList<core::Error> &faults, const char *field, const QString &path, bool needsSession, bool optional)
{
    const QString f = QString::fromLatin1(field);
    if (path.isEmpty()) {
        if (!optional)
            faults << core::fieldError(f, sayTenant(QT_TRANSLATE_NOOP("Tenant", "The path is missing.")));
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
        faults << core::fieldError(
            f, sayTenant(QT_TRANSLATE_NOOP("Tenant", "The path starts with one / and has only plain characters: no "
                                                     "spaces, no line ends, no # and no .. in it.")));
    else if (needsSession && !path.contains(QLatin1String("{sessionId}")))
        faults << core::fieldError(
            f, sayTenant(QT_TRANSLATE_NOOP("Tenant", "The path needs {sessionId} where the session's id goes.")));
}

void checkPointers(QList<core::Error> &faults, const char *field, const QStringList &pointers, bool isNeeded)
{
    const bool isWrong = std::any_of(pointers.begin(), pointers.end(),
        [](const QString &p) { return !p.startsWith(QLatin1Char('/')) || p.size() < 2 || p.size() > 200; });
    if (isWrong || (isNeeded && pointers.isEmpty()))
        faults << core::fieldError(QString::fromLatin1(field),
            sayTenant(QT_TRANSLATE_NOOP("Tenant", "Places in an answer are JSON pointers, for example /session_id.")));
}

} // namespace

QString providerKindKey(ProviderKind k)
{
    return k == ProviderKind::DocuVerify ? QStringLiteral("docuverify") : QStringLiteral("seed");
}
std::optional<ProviderKind> providerKindFromKey(const QString &key)
{
    for (const auto k : {ProviderKind::Bearer, ProviderKind::DocuVerify}) {
        if (providerKindKey(k) == key)
            return k;
    }
    return std::nullopt;
}

bool isSameSite(const QUrl &a, const QUrl &b)
{
    // Where a domain ends and a customer begins cannot be told from dots ("co.uk"): these are the provider's own.
    static const QStringList ofProvider{
        QStringLiteral("1kosmos.net"), QStringLiteral("1kosmos.in"), QStringLiteral("blockid.co")};
    const QString x = a.host().toLower(), y = b.host().toLower();
    if (x == y)
        return !x.isEmpty();
    return a.scheme() == b.scheme() &&
           std::any_of(ofProvider.begin(), ofProvider.end(), [&x, &y](const QString &domain) {
               const QString dotted = QLatin1Char('.') + domain;
               return x.endsWith(dotted) && y.endsWith(dotted);
           });
}

QString sailpointPage(const Tenant &t, const QString &path)
{
    const QUrl api(t.sailpointUrl);
    QString host = api.host();
    const qsizetype at = host.indexOf(QLatin1String(".api."));
    if (isIdentityIq(t) || at <= 0 || api.scheme() != QLatin1String("https"))
        return {};
    host.remove(at, 4);
    return QStringLiteral("https://") + host + path;
}

bool callbackGoesToSailPoint(const Tenant &t)
{
    const QString host = QUrl(t.callbackBaseUrl).host().toLower();
    static const QStringList sailpoint{QStringLiteral("identitynow.com"), QStringLiteral("identitynow-demo.com"),
        QStringLiteral("saas.sailpointfedramp.com"), QStringLiteral("sailpoint.com")};
    const auto isIn = [&host](
                          const QString &domain) { return host == domain || host.endsWith(QLatin1Char('.') + domain); };
    if (host.isEmpty() || isLoopback(QUrl(t.callbackBaseUrl)))
        return false;
    return host == QUrl(t.sailpointUrl).host().toLower() || std::any_of(sailpoint.begin(), sailpoint.end(), isIn);
}

QList<core::Error> validate(const Tenant &t)
{
    QList<core::Error> faults = validate(t.receiver);
    faults << validate(t.statusWords);
    checkText(faults, "name", t.name, QT_TRANSLATE_NOOP("Tenant", "The name"), 60);
    checkUrl(faults, "sailpoint-url", t.sailpointUrl);
    const QString host = QUrl(t.sailpointUrl).host();
    if (isIdentityIq(t)) {
        const QString base = identityIqBase(t.sailpointUrl);
        if (!base.isEmpty() && base != t.sailpointUrl)
            faults << core::fieldError(QStringLiteral("sailpoint-url"),
                sayTenant(QT_TRANSLATE_NOOP("Tenant", "The address of IdentityIQ ends with its context path: %1."))
                    .arg(base));
        faults << validate(t.identityIq, t.sailpointUrl);
    } else if (!suggestedApiUrl(t.sailpointUrl).isEmpty())
        faults << core::fieldError(QStringLiteral("sailpoint-url"),
            sayTenant(QT_TRANSLATE_NOOP("Tenant", "%1 is the address for people. The API answers at %2."))
                .arg(host, suggestedApiUrl(t.sailpointUrl)));
    checkText(faults, "client-id", t.clientId, QT_TRANSLATE_NOOP("Tenant", "The client ID"), 128);
    checkUrl(faults, "idv-url", t.idvUrl);
    checkText(faults, "community", t.communityId, QT_TRANSLATE_NOOP("Tenant", "The community ID"), 128);
    if (t.provider.kind == ProviderKind::DocuVerify) {
        checkText(faults, "dvc-id", t.provider.dvcId, QT_TRANSLATE_NOOP("Tenant", "The DVC ID"), 128);
        if (t.provider.curve != QLatin1String("secp256k1") && t.provider.curve != QLatin1String("P-256"))
            faults << core::fieldError(
                QStringLiteral("curve"), sayTenant(QT_TRANSLATE_NOOP("Tenant", "The curve is secp256k1 or P-256.")));
        if (t.provider.documentWords.isEmpty())
            faults << core::fieldError(QStringLiteral("document-words"),
                sayTenant(QT_TRANSLATE_NOOP("Tenant", "The provider needs its word for at least one document.")));
        if (QSet<QString> words(t.provider.documentWords.begin(), t.provider.documentWords.end());
            words.size() != t.provider.documentWords.size())
            faults << core::fieldError(QStringLiteral("document-words"),
                sayTenant(QT_TRANSLATE_NOOP("Tenant", "Two documents have the same word.")));
    }
    const QString &tag = t.provider.tenantTag;
    if (std::any_of(tag.begin(), tag.end(), [](QChar c) { return c < QLatin1Char(' ') || c > QLatin1Char('~'); }))
        faults << core::fieldError(QStringLiteral("tenant-tag"),
            sayTenant(QT_TRANSLATE_NOOP(
                "Tenant", "The tenant tag is sent in a header: plain letters, digits and signs only.")));
    checkPath(faults, "session-path", t.provider.createPath, false, false);
    // A provider without a status query decides by callbacks alone.
    checkPath(faults, "status-path", t.provider.statusPath, true, !t.callbackBaseUrl.isEmpty());
    checkPath(faults, "cancel-path", t.provider.cancelPath, true, true);
    checkPath(faults, "resend-path", t.provider.resendPath, true, true);
    for (const auto &[field, pointers] : {std::pair{"session-id-at", t.provider.sessionIdAt},
             std::pair{"invitation-at", t.provider.invitationAt}, std::pair{"expires-at", t.provider.expiresAt}})
        checkPointers(faults, field, pointers, QLatin1String(field) == QLatin1String("session-id-at"));
    if (t.provider.linkLifetimeMinutes < 1 || t.provider.linkLifetimeMinutes > 1440)
        faults << core::fieldError(QStringLiteral("link-lifetime"),
            sayTenant(QT_TRANSLATE_NOOP("Tenant", "A link lives between 1 and 1,440 minutes.")));
    if (t.writeBack == WriteBackStrategy::Account && t.idvSourceId.trimmed().isEmpty())
        faults << core::fieldError(QStringLiteral("idv-source"),
            sayTenant(QT_TRANSLATE_NOOP("Tenant", "Writing to an account needs the ID of the flat-file source.")));
    if (t.writeBack == WriteBackStrategy::Workflow && t.workflowId.trimmed().isEmpty())
        faults << core::fieldError(QStringLiteral("workflow-id"),
            sayTenant(QT_TRANSLATE_NOOP(
                "Tenant", "Writing through a workflow needs the workflow's ID, in IdentityIQ its name.")));
    if (!writeBackStrategiesOf(t.product).contains(t.writeBack))
        faults << core::fieldError(QStringLiteral("write-back"),
            sayTenant(QT_TRANSLATE_NOOP("Tenant", "%1 has no such way of writing results."))
                .arg(productName(t.product)));
    if (!t.callbackBaseUrl.isEmpty())
        checkUrl(faults, "callback-base-url", t.callbackBaseUrl);
    if (!t.proxy.isEmpty() && t.proxy != QLatin1String("none")) {
        const QUrl p(t.proxy, QUrl::StrictMode);
        if (!p.isValid() || p.host().isEmpty() || p.port() < 1 || !p.userInfo().isEmpty() ||
            (p.scheme() != QLatin1String("http") && p.scheme() != QLatin1String("socks5")))
            faults << core::fieldError(QStringLiteral("proxy"),
                sayTenant(QT_TRANSLATE_NOOP("Tenant",
                    "The proxy is \"none\" or an address like http://proxy.example:8080, without a password.")));
    }
    if (t.environment == Environment::Simulator && !isLoopback(QUrl(t.sailpointUrl)))
        faults << core::fieldError(QStringLiteral("environment"),
            sayTenant(QT_TRANSLATE_NOOP(
                "Tenant", "A simulator runs on this computer: a tenant elsewhere is production or sandbox.")));
    if (!t.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(t.timeZone.toUtf8()))
        faults << core::fieldError(QStringLiteral("time-zone"),
            sayTenant(QT_TRANSLATE_NOOP("Tenant", "\"%1\" is no time zone. One is named like Europe/Oslo."))
                .arg(t.timeZone));
    if (!t.caFile.isEmpty() && !QFileInfo(t.caFile).isReadable())
        faults << core::fieldError(QStringLiteral("ca"),
            sayTenant(QT_TRANSLATE_NOOP("Tenant", "The certificate file \"%1\" cannot be read.")).arg(t.caFile));
    if (t.reverification.intervalDays < 1 || t.reverification.intervalDays > 1095)
        faults << core::fieldError(
            QStringLiteral("interval"), sayTenant(QT_TRANSLATE_NOOP("Tenant", "The interval is 1 to 1,095 days.")));
    if (t.reverification.warnDays < 0 || t.reverification.warnDays > t.reverification.intervalDays)
        faults << core::fieldError(
            QStringLiteral("warn"), sayTenant(QT_TRANSLATE_NOOP("Tenant",
                                        "The warning starts 0 days before the due date, or at most one interval.")));
    return faults;
}

} // namespace domain
