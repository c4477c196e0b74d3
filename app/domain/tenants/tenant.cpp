#include "domain/tenants/tenant.h"
#include <QCoreApplication>
#include <algorithm>

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
    return core::conflict(core::ErrorReason::Unsupported,
        sayTenant(QT_TRANSLATE_NOOP("Tenant", "Not available with %1.")).arg(productName(p)));
}
PathStyle pathsInUse(const Tenant &t)
{
    if (t.pathStyle != PathStyle::Auto)
        return t.pathStyle;
    return t.movedToV1At > 0 ? PathStyle::V1 : PathStyle::V2024;
}
bool maySelfMove(const Tenant &t)
{
    return t.pathStyle == PathStyle::Auto && t.movedToV1At == 0;
}
PathStyle pathsOfFiles(const Tenant &t)
{
    return t.pathStyle == PathStyle::Auto ? PathStyle::V1 : t.pathStyle;
}
void choosePaths(Tenant &t, PathStyle style)
{
    t.pathStyle = style;
    t.movedToV1At = 0;
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

const QStringList &sessionPlaces(const ProviderProfile &p, ResultSource source)
{
    const QStringList &places = placesOf(p.results, source, ResultField::Session);
    return places.isEmpty() ? p.sessionIdAt : places;
}

bool hasStatusQuery(const ProviderProfile &p)
{
    return p.kind == ProviderKind::DocuVerify || !p.statusPath.isEmpty();
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

} // namespace domain
