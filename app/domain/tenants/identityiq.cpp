#include "domain/tenants/identityiq.h"
#include "domain/tenants/tenant.h"
#include "domain/text/instant.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace domain {

static QString sayIdentityIq(const char *text)
{
    return QCoreApplication::translate("IdentityIq", text);
}

QString workItemMethodKey(WorkItemMethod m)
{
    return m == WorkItemMethod::Post ? QStringLiteral("post") : QStringLiteral("put");
}
std::optional<WorkItemMethod> workItemMethodFromKey(const QString &key)
{
    for (const auto m : {WorkItemMethod::Put, WorkItemMethod::Post}) {
        if (workItemMethodKey(m) == key)
            return m;
    }
    return std::nullopt;
}

QJsonObject toJson(const IdentityIqSettings &s)
{
    return {{QStringLiteral("pluginUrl"), s.pluginUrl}, {QStringLiteral("method"), workItemMethodKey(s.method)},
        {QStringLiteral("approvedState"), s.approvedState}, {QStringLiteral("deniedState"), s.deniedState},
        {QStringLiteral("signedState"), s.signedState}, {QStringLiteral("operatorId"), s.operatorId},
        {QStringLiteral("decidesForOthers"), s.decidesForOthers}};
}

core::Result<IdentityIqSettings> identityIqFromJson(const QJsonObject &object)
{
    StrictObject j(object);
    IdentityIqSettings s;
    j.word<WorkItemMethod>("method", s.method, workItemMethodFromKey);
    for (const auto &[key, to] : {std::pair{"pluginUrl", &s.pluginUrl}, std::pair{"approvedState", &s.approvedState},
             std::pair{"deniedState", &s.deniedState}, std::pair{"signedState", &s.signedState},
             std::pair{"operatorId", &s.operatorId}})
        j.text(key, *to);
    j.flag("decidesForOthers", s.decidesForOthers);
    if (const auto read = j.status(); !read)
        return read.error();
    return s;
}

static QString originOf(const QUrl &u)
{
    return u.scheme().toLower() + QStringLiteral("://") + u.host().toLower() + QLatin1Char(':') +
           QString::number(u.port(u.scheme() == QLatin1String("http") ? 80 : 443));
}

QList<core::Error> validate(const IdentityIqSettings &s, const QString &base)
{
    QList<core::Error> faults;
    if (!s.pluginUrl.isEmpty()) {
        const auto url = checkedBaseUrl(QStringLiteral("plugin-url"), s.pluginUrl);
        if (!url)
            faults << url.error();
        else if (originOf(*url) != originOf(QUrl(base)))
            faults << core::fieldError(QStringLiteral("plugin-url"),
                sayIdentityIq(QT_TRANSLATE_NOOP(
                    "IdentityIq", "The plug-in is part of the same server: its address begins as the tenant's does.")));
    }
    static const QRegularExpression word(QStringLiteral("^[A-Za-z][A-Za-z0-9_]{0,39}$"));
    if (!word.match(s.approvedState).hasMatch())
        faults << core::fieldError(QStringLiteral("approved-state"),
            sayIdentityIq(QT_TRANSLATE_NOOP(
                "IdentityIq", "The state of an approved work item is one word, as in IdentityIQ: Finished.")));
    if (!s.deniedState.isEmpty() && !word.match(s.deniedState).hasMatch())
        faults << core::fieldError(QStringLiteral("denied-state"),
            sayIdentityIq(
                QT_TRANSLATE_NOOP("IdentityIq", "The state of a denied work item is one word, as in IdentityIQ.")));
    if (!s.signedState.isEmpty() && !word.match(s.signedState).hasMatch())
        faults << core::fieldError(QStringLiteral("signed-state"),
            sayIdentityIq(
                QT_TRANSLATE_NOOP("IdentityIq", "The state of a signed review is one word, as in IdentityIQ.")));
    if (!s.deniedState.isEmpty() && s.deniedState == s.approvedState)
        faults << core::fieldError(QStringLiteral("denied-state"),
            sayIdentityIq(QT_TRANSLATE_NOOP("IdentityIq", "The same state cannot both approve and deny.")));
    return faults;
}

QString identityIqBase(const QString &pasted)
{
    QString text = pasted.trimmed();
    if (!text.contains(QLatin1String("://")))
        text.prepend(QStringLiteral("https://"));
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return {};
    QStringList parts = url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const qsizetype at =
        parts.indexOf(QRegularExpression(QStringLiteral("^identityiq$"), QRegularExpression::CaseInsensitiveOption));
    if (at >= 0)
        parts = parts.mid(0, at + 1);
    else if (!parts.isEmpty() && parts.last().endsWith(QLatin1String(".jsf")))
        parts.removeLast(); // a context path of its own
    if (parts.isEmpty())
        parts = {QStringLiteral("identityiq")};
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment({});
    url.setPath(QLatin1Char('/') + parts.join(QLatin1Char('/')));
    return url.toString();
}

QString pluginBase(const IdentityIqSettings &s, const QString &base)
{
    if (!s.pluginUrl.isEmpty())
        return s.pluginUrl;
    QUrl url(base);
    url.setPath({});
    return url.toString();
}

static QString literal(const QString &value)
{
    QString t = value;
    t.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + t + QLatin1Char('"');
}

QString scimEquals(const QString &attribute, const QString &value)
{
    return attribute + QStringLiteral(" eq ") + literal(value);
}
QString scimModifiedSince(qint64 at)
{
    return QStringLiteral("meta.lastModified ge ") + literal(formatInstant(at));
}
QString iiqActive()
{
    return QStringLiteral("active == true");
}
QString iiqModifiedSince(qint64 at)
{
    return QStringLiteral("modified>=DATE$%1").arg(at);
}
QString iiqEquals(const QString &property, const QString &value)
{
    return property + QStringLiteral(" == ") + literal(value);
}

QString capabilityStateKey(Capability::State s)
{
    static const std::array<const char *, 4> keys{"answers", "not-allowed", "missing", "unknown"};
    return QString::fromLatin1(keys[size_t(s)]);
}

namespace {
struct Text
{
    const char *key, *name, *without;
};
constexpr Text texts[] = {
    {"token", QT_TRANSLATE_NOOP("IdentityIq", "Sign-in with the API client"),
        QT_TRANSLATE_NOOP("IdentityIq", "Nothing works.")},
    {"ping", QT_TRANSLATE_NOOP("IdentityIq", "REST services (ping)"),
        QT_TRANSLATE_NOOP("IdentityIq", "Plug-ins are out of reach.")},
    {"scim", QT_TRANSLATE_NOOP("IdentityIq", "SCIM 2.0 services"),
        QT_TRANSLATE_NOOP("IdentityIq", "People come from the plug-in, and results cannot be written.")},
    {"users", QT_TRANSLATE_NOOP("IdentityIq", "People (SCIM Users)"),
        QT_TRANSLATE_NOOP("IdentityIq", "People come from the plug-in, only active ones.")},
    {"workflows", QT_TRANSLATE_NOOP("IdentityIq", "Start workflows (SCIM LaunchedWorkflows)"),
        QT_TRANSLATE_NOOP("IdentityIq", "Results can only be written by replacing the person's record.")},
    {"plugin-identities", QT_TRANSLATE_NOOP("IdentityIq", "Plug-in: people"),
        QT_TRANSLATE_NOOP("IdentityIq", "People come from SCIM alone.")},
    {"plugin-work-items", QT_TRANSLATE_NOOP("IdentityIq", "Plug-in: work items"),
        QT_TRANSLATE_NOOP("IdentityIq", "Approvals are decided in IdentityIQ, not here.")},
    {"plugin-requests", QT_TRANSLATE_NOOP("IdentityIq", "Plug-in: access requests"),
        QT_TRANSLATE_NOOP("IdentityIq", "The history of a request is not shown.")},
    {"plugin-reviews", QT_TRANSLATE_NOOP("IdentityIq", "Plug-in: access reviews"),
        QT_TRANSLATE_NOOP("IdentityIq", "Access reviews are not listed.")},
};
const Text *textOf(const QString &key)
{
    for (const Text &t : texts) {
        if (key == QLatin1String(t.key))
            return &t;
    }
    return nullptr;
}
} // namespace

QString capabilityName(const QString &key)
{
    const Text *t = textOf(key);
    return t ? sayIdentityIq(t->name) : key;
}

QString capabilityWithout(const QString &key)
{
    const Text *t = textOf(key);
    return t ? sayIdentityIq(t->without) : QString();
}

QString versionGuess(const QList<Capability> &all)
{
    const auto is = [&all](const char *key, Capability::State s) {
        return std::any_of(
            all.begin(), all.end(), [&](const Capability &c) { return c.key == QLatin1String(key) && c.state == s; });
    };
    // A refusal says nothing about the version; an address that is not there does.
    if (is("token", Capability::Missing) || is("ping", Capability::Missing) || is("scim", Capability::Missing))
        return sayIdentityIq(
            QT_TRANSLATE_NOOP("IdentityIq", "What answers suggests a version before 8.1, which the console does not "
                                            "support. This is a guess: IdentityIQ does not tell its version."));
    return {};
}

} // namespace domain
