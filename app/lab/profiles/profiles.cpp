#include "lab/profiles/profiles.h"
#include "lab/answers.h"
#include "lab/profiles/inventedprofiles.h"
#include "lab/sailpoint/jsonpatch.h"
#include "lab/sailpoint/people.h"
#include <QRegularExpression>

namespace lab {

using httpd::Request;
using httpd::Response;

static Response notFound()
{
    return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity profile is not known."));
}
static Response bad(const QString &why)
{
    return dto(400, QStringLiteral("400.1 Bad Request Content"), why);
}

Profiles::Profiles(const Endpoints &ends, const Options &options, core::Instant now)
    : m_now(now), m_delay(options.processing), m_profiles(inventedProfiles(ends.idvSourceId, options.identities))
{
}

void Profiles::finalize(core::Instant now)
{
    m_now = now;
    for (auto it = m_toRemove.begin(); it != m_toRemove.end();) {
        if (*it > now) {
            ++it;
            continue;
        }
        m_profiles.remove(it.key());
        it = m_toRemove.erase(it);
    }
    for (auto it = m_toRefresh.begin(); it != m_toRefresh.end();) {
        if (*it > now) {
            ++it;
            continue;
        }
        if (m_profiles.contains(it.key()))
            m_profiles[it.key()].insert(QStringLiteral("identityRefreshRequired"), false);
        it = m_toRefresh.erase(it);
    }
}

QList<QJsonObject> Profiles::filtered(const Request &r, bool &isUnderstood) const
{
    const QString filters = queryValue(r, QStringLiteral("filters"));
    static const QRegularExpression form(QStringLiteral("^(id|name) (eq|sw) \"((?:[^\"\\\\]|\\\\.)*)\"$"));
    const auto m = form.match(filters);
    isUnderstood = filters.isEmpty() || m.hasMatch();
    QList<QJsonObject> out;
    for (const auto &p : m_profiles) {
        const QString value = p.value(m.captured(1)).toString();
        if (filters.isEmpty() ||
            (m.captured(2) == QLatin1String("eq") ? value.compare(m.captured(3), Qt::CaseInsensitive) == 0
                                                  : value.startsWith(m.captured(3), Qt::CaseInsensitive)))
            out << p;
    }
    const QString sorters = queryValue(r, QStringLiteral("sorters"));
    if (sorters == QLatin1String("name") || sorters == QLatin1String("-name"))
        std::stable_sort(out.begin(), out.end(), [&](const auto &a, const auto &b) {
            const int c = a.value(QLatin1String("name")).toString().compare(b.value(QLatin1String("name")).toString());
            return sorters.startsWith(QLatin1Char('-')) ? c > 0 : c < 0;
        });
    return out;
}

static QList<QJsonObject> pageOf(const QList<QJsonObject> &all, const Request &r)
{
    const QString limit = queryValue(r, QStringLiteral("limit"));
    return all.mid(queryValue(r, QStringLiteral("offset")).toInt(), limit.isEmpty() ? 250 : limit.toInt());
}

Response Profiles::list(const Request &r) const
{
    bool isUnderstood = false;
    const auto all = filtered(r, isUnderstood);
    if (!isUnderstood)
        return bad(QStringLiteral("The filter is not understood."));
    QJsonArray out;
    const auto page = pageOf(all, r);
    for (const auto &p : page)
        out.append(p);
    Response answer = json(200, out);
    if (queryValue(r, QStringLiteral("count")) == QLatin1String("true"))
        answer.headers.append({"X-Total-Count", QByteArray::number(all.size())});
    return answer;
}

Response Profiles::create(const QJsonObject &body)
{
    const QString name = body.value(QLatin1String("name")).toString();
    if (name.isEmpty() ||
        body.value(QLatin1String("authoritativeSource")).toObject().value(QLatin1String("id")).toString().isEmpty())
        return bad(QStringLiteral("name and authoritativeSource are required"));
    for (const auto &p : std::as_const(m_profiles)) {
        if (p.value(QLatin1String("name")).toString() == name)
            return bad(QStringLiteral("An identity profile with this name exists."));
    }
    QJsonObject p = body;
    const QString id = QString::fromLatin1(randomHex(32)), at = QString::fromLatin1(isoTime(m_now));
    p.insert(QStringLiteral("id"), id);
    p.insert(QStringLiteral("created"), at);
    p.insert(QStringLiteral("modified"), at);
    p.insert(QStringLiteral("identityCount"), 0);
    p.insert(QStringLiteral("identityRefreshRequired"), false);
    p.insert(QStringLiteral("hasTimeBasedAttr"), false);
    if (!p.contains(QLatin1String("priority")))
        p.insert(QStringLiteral("priority"), int(10 * (m_profiles.size() + 1)));
    if (!p.contains(QLatin1String("identityAttributeConfig")))
        p.insert(QStringLiteral("identityAttributeConfig"),
            QJsonObject{{QStringLiteral("enabled"), true}, {QStringLiteral("attributeTransforms"), QJsonArray{}}});
    m_profiles.insert(id, p);
    return json(201, p);
}

Response Profiles::one(const QString &id) const
{
    return m_profiles.contains(id) ? json(200, m_profiles.value(id)) : notFound();
}

Response Profiles::patch(const QString &id, const Request &r)
{
    if (!m_profiles.contains(id))
        return notFound();
    if (!r.header("Content-Type").startsWith("application/json-patch+json"))
        return dto(415, QStringLiteral("415 Unsupported Media Type"), QStringLiteral("A JSON Patch is expected."));
    const auto operations = QJsonDocument::fromJson(r.body).array();
    static const QStringList fixed{QStringLiteral("id"), QStringLiteral("created"), QStringLiteral("modified"),
        QStringLiteral("identityCount"), QStringLiteral("identityRefreshRequired")};
    for (const auto &o : operations) {
        const QJsonObject operation = o.toObject();
        if (operation.value(QLatin1String("op")) != QLatin1String("test") &&
            fixed.contains(operation.value(QLatin1String("path")).toString().section(QLatin1Char('/'), 1, 1)))
            return bad(QStringLiteral("This field cannot be patched."));
    }
    auto changed = patched(m_profiles.value(id), operations);
    if (!changed)
        return bad(QStringLiteral("The patch does not apply to the present state."));
    const bool isMapped = changed->value(QLatin1String("identityAttributeConfig")) !=
                          m_profiles.value(id).value(QLatin1String("identityAttributeConfig"));
    changed->insert(QStringLiteral("modified"), QString::fromLatin1(isoTime(m_now)));
    if (isMapped)
        changed->insert(QStringLiteral("identityRefreshRequired"), true);
    m_profiles.insert(id, *changed);
    return json(200, *changed);
}

QJsonObject Profiles::exportOf(const QJsonObject &p) const
{
    return {{QStringLiteral("version"), 1},
        {QStringLiteral("self"), QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY_PROFILE")},
                                     {QStringLiteral("id"), p.value(QLatin1String("id"))},
                                     {QStringLiteral("name"), p.value(QLatin1String("name"))}}},
        {QStringLiteral("object"), p}};
}

Response Profiles::exported(const Request &r) const
{
    bool isUnderstood = false;
    const auto all = filtered(r, isUnderstood);
    if (!isUnderstood)
        return bad(QStringLiteral("The filter is not understood."));
    QJsonArray out;
    const auto page = pageOf(all, r);
    for (const auto &p : page)
        out.append(exportOf(p));
    return json(200, out);
}

bool Profiles::knowsSource(const QString &id) const
{
    return std::any_of(m_profiles.begin(), m_profiles.end(), [&id](const QJsonObject &p) {
        return p.value(QLatin1String("authoritativeSource")).toObject().value(QLatin1String("id")).toString() == id;
    });
}

Response Profiles::import(const Request &r)
{
    const QJsonDocument doc = QJsonDocument::fromJson(r.body);
    if (!doc.isArray())
        return bad(QStringLiteral("An array of exported objects is expected."));
    QJsonArray imported, errors;
    const QJsonArray objects = doc.array();
    for (const auto &v : objects) {
        QJsonObject p = v.toObject().value(QLatin1String("object")).toObject();
        const QString name = p.value(QLatin1String("name")).toString();
        if (name.isEmpty() ||
            !knowsSource(
                p.value(QLatin1String("authoritativeSource")).toObject().value(QLatin1String("id")).toString())) {
            errors.append(QJsonObject{{QStringLiteral("key"), QStringLiteral("UNKNOWN_REFERENCE_RESOLVER")},
                {QStringLiteral("text"),
                    QStringLiteral("The object names no profile or no known authoritative source.")},
                {QStringLiteral("details"), QJsonObject{}}});
            continue;
        }
        QString id;
        for (auto it = m_profiles.begin(); it != m_profiles.end(); ++it) {
            if (it->value(QLatin1String("name")).toString() == name)
                id = it.key();
        }
        if (id.isEmpty())
            id = QString::fromLatin1(randomHex(32));
        p.insert(QStringLiteral("id"), id);
        p.insert(QStringLiteral("modified"), QString::fromLatin1(isoTime(m_now)));
        p.insert(QStringLiteral("identityRefreshRequired"), true);
        m_profiles.insert(id, p);
        imported.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY_PROFILE")},
            {QStringLiteral("id"), id}, {QStringLiteral("name"), name}});
    }
    return json(200, QJsonObject{{QStringLiteral("infos"), QJsonArray{}}, {QStringLiteral("warnings"), QJsonArray{}},
                         {QStringLiteral("errors"), errors}, {QStringLiteral("importedObjects"), imported}});
}

Response Profiles::defaultConfig(const QString &id) const
{
    if (!m_profiles.contains(id))
        return notFound();
    return json(200,
        QJsonObject{{QStringLiteral("enabled"), true}, {QStringLiteral("attributeTransforms"), directoryTransforms()}});
}

Response Profiles::processIdentities(const QString &id)
{
    if (!m_profiles.contains(id))
        return notFound();
    m_toRefresh.insert(id, m_now + m_delay.count());
    return json(202, QJsonObject{});
}

Response Profiles::lifecycleStates(const QString &id) const
{
    if (!m_profiles.contains(id))
        return notFound();
    QJsonArray out;
    for (const char *name : {"active", "leave", "inactive"})
        out.append(QJsonObject{{QStringLiteral("id"), id + QLatin1Char('-') + QLatin1String(name)},
            {QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("technicalName"), QLatin1String(name)},
            {QStringLiteral("enabled"), true}, {QStringLiteral("description"), QStringLiteral("Invented")},
            {QStringLiteral("identityCount"), 0}, {QStringLiteral("accountActions"), QJsonArray{}},
            {QStringLiteral("accessProfileIds"), QJsonArray{}}});
    return json(200, out);
}

void Profiles::removeLater(const QStringList &ids)
{
    for (const QString &id : ids)
        m_toRemove.insert(id, m_now + m_delay.count());
}

} // namespace lab
