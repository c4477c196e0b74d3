#include "domain/tenants/tenantedit.h"
#include "domain/tenants/baseurl.h"
#include "domain/tenants/cafile.h"
#include <QCoreApplication>
#include <QJsonArray>

namespace domain {

static QString sayTenantEdit(const char *text)
{
    return QCoreApplication::translate("TenantEdit", text);
}

static QString shownMember(const QJsonValue &v)
{
    if (v.isString())
        return v.toString();
    if (v.isBool())
        return v.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (v.isDouble())
        return QString::number(v.toDouble(), 'g', 15);
    if (v.isArray()) {
        QStringList all;
        const QJsonArray items = v.toArray();
        for (const auto &item : items)
            all << shownMember(item);
        return all.join(QStringLiteral(", "));
    }
    return {};
}

// Every leaf; a list is one.
static void collect(const QJsonObject &o, const QString &prefix, QMap<QString, QString> &out)
{
    for (auto it = o.begin(); it != o.end(); ++it) {
        if (it->isObject())
            collect(it->toObject(), prefix + it.key() + QLatin1Char('.'), out);
        else
            out.insert(prefix + it.key(), shownMember(*it));
    }
}

static QMap<QString, QString> editedMembers(const Tenant &t)
{
    QJsonObject o = tenantToJson(t);
    for (const char *key :
        {"id", "addedAt", "readOnly", "secretsMissing", "statusWords", "receiver", "intervalDays", "warnDays",
            "graceDays", "organisation", "movedToV1At", "sailpointSecrets", "providerSecrets", "proxySecrets"})
        o.remove(QLatin1String(key));
    if (!isIdentityIq(t))
        o.insert(QStringLiteral("pathsInUse"), pathStyleKey(pathsInUse(t)));
    QMap<QString, QString> members;
    collect(o, {}, members);
    return members;
}

QList<TenantChange> changesBetween(const Tenant &before, const Tenant &after)
{
    const auto was = editedMembers(before), is = editedMembers(after);
    QStringList names = was.keys();
    for (auto it = is.begin(); it != is.end(); ++it) {
        if (!was.contains(it.key()))
            names << it.key();
    }
    names.sort();
    QList<TenantChange> out;
    for (const QString &name : std::as_const(names)) {
        if (was.value(name) != is.value(name))
            out << TenantChange{name, was.value(name), is.value(name)};
    }
    return out;
}

QJsonArray toJson(const QList<TenantChange> &changes)
{
    QJsonArray out;
    for (const TenantChange &c : changes)
        out.append(QJsonObject{{QStringLiteral("member"), c.member}, {QStringLiteral("before"), c.before},
            {QStringLiteral("after"), c.after}});
    return out;
}

// The scheme and the port belong to it: a secret for https is not sent over http, nor to another service of the host.
static bool isSameOrigin(const QString &a, const QString &b)
{
    const auto originOf = [](const QString &text) {
        const QUrl u(text);
        return u.scheme().toLower() + QLatin1String("://") + u.host().toLower() + QLatin1Char(':') +
               QString::number(u.port(u.scheme() == QLatin1String("http") ? 80 : 443));
    };
    return originOf(a) == originOf(b);
}

TenantEditNeeds needsOf(const Tenant &before, const Tenant &after)
{
    TenantEditNeeds needs;
    needs.clientSecret = !isSameOrigin(before.sailpointUrl, after.sailpointUrl) || before.clientId != after.clientId;
    needs.apiKey = !isSameOrigin(before.idvUrl, after.idvUrl) || before.provider.kind != after.provider.kind;
    needs.proxySignIn = after.proxySignsIn && (!before.proxySignsIn || !isSameOrigin(before.proxy, after.proxy));
    needs.workflowClient = !isSameOrigin(before.sailpointUrl, after.sailpointUrl);
    needs.reason = before.map != after.map || before.provider.results != after.provider.results;
    needs.noOpenSessions =
        before.idvUrl != after.idvUrl || before.communityId != after.communityId || before.provider != after.provider;
    return needs;
}

static core::Error giveAgain(const char *field, const char *text)
{
    return core::fieldError(QLatin1String(field), sayTenantEdit(text));
}

QList<core::Error> editFaults(const Tenant &before, const Tenant &after, const TenantEditGiven &given)
{
    if (changesBetween(before, after).isEmpty())
        return {giveAgain("", QT_TRANSLATE_NOOP("TenantEdit", "Nothing differs from what is stored."))};
    if (before.product != after.product)
        return {giveAgain("product",
            QT_TRANSLATE_NOOP("TenantEdit", "The other product is another tenant: add it beside this one."))};
    QList<core::Error> faults = validate(after);
    if (const auto ca = caFileFault(after.caFile))
        faults << *ca;
    if (const auto unsaid = environmentFault(after))
        faults << *unsaid;
    const TenantEditNeeds needs = needsOf(before, after);
    if (needs.clientSecret && !given.hasClientSecret)
        faults << giveAgain("client-secret",
            QT_TRANSLATE_NOOP("TenantEdit", "Another address or client gets no stored secret: enter it again."));
    if (needs.apiKey && !given.hasApiKey)
        faults << giveAgain(
            "api-key", QT_TRANSLATE_NOOP("TenantEdit", "Another provider gets no stored key: enter it again."));
    if (needs.proxySignIn && !given.hasProxySignIn)
        faults << giveAgain("proxy-password",
            QT_TRANSLATE_NOOP("TenantEdit", "Another proxy gets no stored sign-in: enter its user and password."));
    const auto length = given.reason.trimmed().size();
    if (needs.reason && (length < 3 || length > 500))
        faults << giveAgain(
            "reason", QT_TRANSLATE_NOOP("TenantEdit",
                          "What is read or written gets another meaning: say why, in 3 to 500 characters."));
    return faults;
}

QString organisationOf(const Tenant &t)
{
    return t.organisation.isEmpty() && !isIdentityIq(t) ? organisationOfAddress(t.sailpointUrl) : t.organisation;
}

std::optional<core::Error> organisationFault(const Tenant &before, const Tenant &after, const QString &said)
{
    const QString known = organisationOf(before);
    const bool isSame = !known.isEmpty() && known.compare(said, Qt::CaseInsensitive) == 0;
    const bool isOther = !known.isEmpty() && !said.isEmpty() && !isSame;
    if (isIdentityIq(before) || isSame || (!isOther && !needsOf(before, after).clientSecret))
        return std::nullopt;
    core::Error e = core::makeError(core::ErrorCode::Conflict,
        known.isEmpty()
            ? sayTenantEdit(QT_TRANSLATE_NOOP("TenantEdit",
                  "Which organisation this tenant is was not noted yet: test its connection as it is, then change its "
                  "address or client. What cannot be tested any more is added as another tenant."))
            : sayTenantEdit(
                  QT_TRANSLATE_NOOP("TenantEdit",
                      "The organisation there is “%1”, and here “%2”: that is another tenant, whose history is "
                      "not this one's. Add it beside this one."))
                  .arg(said.isEmpty() ? sayTenantEdit(QT_TRANSLATE_NOOP("TenantEdit", "not known")) : said, known));
    e.field = QStringLiteral("sailpoint-url");
    return e;
}

} // namespace domain
