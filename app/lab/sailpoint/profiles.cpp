#include "lab/sailpoint/profiles.h"
#include "lab/answers.h"
#include "lab/sailpoint/jsonpatch.h"
#include <QRegularExpression>

namespace lab {

using httpd::Request;
using httpd::Response;

static const char *const hrAttributes[] = {
    "uid", "firstname", "lastname", "displayName", "email", "phone", "personalEmail", "employeeNumber"};
static const char *const idvAttributes[] = {
    "idvVerified", "idvStatus", "idvIAL", "idvVerifiedName", "idvDocumentType", "idvSessionId", "idvVerifiedDate"};

static QJsonObject mapping(const QString &attribute, const QString &source, const QString &sourceId)
{
    return {{QStringLiteral("identityAttributeName"), attribute},
        {QStringLiteral("transformDefinition"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("accountAttribute")},
                {QStringLiteral("attributes"),
                    QJsonObject{{QStringLiteral("sourceName"), source}, {QStringLiteral("attributeName"), attribute},
                        {QStringLiteral("sourceId"), sourceId}}}}}};
}

static Response notFound()
{
    return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity profile is not known."));
}
static Response bad(const QString &why)
{
    return dto(400, QStringLiteral("400.1 Bad Request Content"), why);
}

Profiles::Profiles(const Endpoints &ends, const Options &options, core::Instant now)
    : m_now(now), m_delay(options.processing), m_idvSource(ends.idvSourceId)
{
    int priority = 10;
    for (const char *name : {"Employees", "Contractors", "Seasonal", "Non-employees", "Board"}) {
        QJsonArray transforms;
        for (const char *a : hrAttributes)
            transforms.append(mapping(
                QLatin1String(a), QStringLiteral("HR Directory"), QStringLiteral("2c918087682f9a86016839c0000000hr")));
        for (const char *a : idvAttributes) {
            // One profile is not ready: two of the seven are not mapped.
            if (QLatin1String(name) != QLatin1String("Board") ||
                (QLatin1String(a) != QLatin1String("idvIAL") && QLatin1String(a) != QLatin1String("idvVerifiedDate")))
                transforms.append(mapping(QLatin1String(a), QStringLiteral("IDV Results"), m_idvSource));
        }
        const QString id = QStringLiteral("2c9180850000000000000000000000%1").arg(priority, 2, 10, QLatin1Char('0'));
        m_profiles.insert(id,
            QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("name"), QLatin1String(name)},
                {QStringLiteral("created"), QStringLiteral("2019-04-01T08:00:00.000Z")},
                {QStringLiteral("modified"), QStringLiteral("2026-03-01T08:00:00.000Z")},
                {QStringLiteral("description"), QStringLiteral("Invented")},
                {QStringLiteral("owner"),
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY")},
                        {QStringLiteral("id"), QStringLiteral("2c9180a46faadee4016fb4e018c20626")},
                        {QStringLiteral("name"), QStringLiteral("Lab Owner")}}},
                {QStringLiteral("priority"), priority},
                {QStringLiteral("authoritativeSource"),
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("SOURCE")},
                        {QStringLiteral("id"), QStringLiteral("2c918087682f9a86016839c0000000hr")},
                        {QStringLiteral("name"), QStringLiteral("HR Directory")}}},
                {QStringLiteral("identityRefreshRequired"), QLatin1String(name) == QLatin1String("Contractors")},
                {QStringLiteral("identityCount"), int(options.identities / 5)},
                {QStringLiteral("identityAttributeConfig"), QJsonObject{{QStringLiteral("enabled"), true},
                                                                {QStringLiteral("attributeTransforms"), transforms}}},
                {QStringLiteral("identityExceptionReportReference"), QJsonValue()},
                {QStringLiteral("hasTimeBasedAttr"), false}});
        priority += 10;
    }
    const auto attribute = [this](const char *name) {
        m_attributes.append(QJsonObject{{QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("displayName"), QLatin1String(name)}, {QStringLiteral("type"), QStringLiteral("string")},
            {QStringLiteral("standard"), false}, {QStringLiteral("multi"), false},
            {QStringLiteral("searchable"), false}, {QStringLiteral("system"), false},
            {QStringLiteral("sources"), QJsonArray{}}});
    };
    for (const char *a : hrAttributes)
        attribute(a);
    for (const char *a : idvAttributes) {
        if (!options.missingAttributes.contains(QLatin1String(a)))
            attribute(a);
    }
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
    const int limit =
        queryValue(r, QStringLiteral("limit")).isEmpty() ? 250 : queryValue(r, QStringLiteral("limit")).toInt();
    return out.mid(queryValue(r, QStringLiteral("offset")).toInt(), limit);
}

Response Profiles::list(const Request &r) const
{
    bool isUnderstood = false;
    const auto all = filtered(r, isUnderstood);
    if (!isUnderstood)
        return bad(QStringLiteral("The filter is not understood."));
    QJsonArray out;
    for (const auto &p : all)
        out.append(p);
    return json(200, out);
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
    for (const auto &p : all)
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
    QJsonArray transforms;
    for (const char *a : hrAttributes)
        transforms.append(mapping(
            QLatin1String(a), QStringLiteral("HR Directory"), QStringLiteral("2c918087682f9a86016839c0000000hr")));
    return json(
        200, QJsonObject{{QStringLiteral("enabled"), true}, {QStringLiteral("attributeTransforms"), transforms}});
}

Response Profiles::preview(const QJsonObject &body, const Directory &directory) const
{
    const QByteArray id = body.value(QLatin1String("identityId")).toString().toLatin1();
    const qint64 position = directory.positionOf(id);
    if (position < 0 || !directory.exists(quint32(position)))
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
    const Person p = directory.person(quint32(position), Directory::View::Live);
    const auto valueOf = [&p](const QString &name) -> QJsonValue {
        const QMap<QString, QByteArray> fields{{QStringLiteral("uid"), p.alias}, {QStringLiteral("firstname"), p.given},
            {QStringLiteral("lastname"), p.family}, {QStringLiteral("displayName"), p.name},
            {QStringLiteral("email"), p.email}, {QStringLiteral("phone"), p.phone},
            {QStringLiteral("personalEmail"), p.personalEmail}, {QStringLiteral("employeeNumber"), p.employee}};
        if (fields.contains(name))
            return QString::fromUtf8(fields.value(name));
        const QByteArray raw = p.attributes.value(name.toUtf8());
        return raw.isEmpty()
                   ? QJsonValue()
                   : QJsonValue(QJsonDocument::fromJson('[' + raw + ']').array().at(0).toVariant().toString());
    };
    QJsonArray out;
    const auto transforms = body.value(QLatin1String("identityAttributeConfig"))
                                .toObject()
                                .value(QLatin1String("attributeTransforms"))
                                .toArray();
    for (const auto &v : transforms) {
        const QJsonObject t = v.toObject(), definition = t.value(QLatin1String("transformDefinition")).toObject();
        const QString name = t.value(QLatin1String("identityAttributeName")).toString();
        const bool isAccount = definition.value(QLatin1String("type")) == QLatin1String("accountAttribute");
        QJsonObject line{{QStringLiteral("name"), name}, {QStringLiteral("previousValue"), valueOf(name)},
            {QStringLiteral("errorMessages"), QJsonArray{}}};
        line.insert(QStringLiteral("value"), isAccount ? valueOf(definition.value(QLatin1String("attributes"))
                                                                     .toObject()
                                                                     .value(QLatin1String("attributeName"))
                                                                     .toString())
                                                       : valueOf(name));
        if (!isAccount)
            line.insert(QStringLiteral("errorMessages"),
                QJsonArray{QJsonObject{{QStringLiteral("locale"), QStringLiteral("en-US")},
                    {QStringLiteral("localeOrigin"), QStringLiteral("DEFAULT")},
                    {QStringLiteral("text"), QStringLiteral("This transform cannot be previewed.")}}});
        out.append(line);
    }
    return json(
        200, QJsonObject{{QStringLiteral("identity"), QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY")},
                                                          {QStringLiteral("id"), QString::fromLatin1(id)},
                                                          {QStringLiteral("name"), QString::fromUtf8(p.name)}}},
                 {QStringLiteral("previewAttributes"), out}});
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

Response Profiles::attributes() const
{
    return json(200, m_attributes);
}

Response Profiles::createAttribute(const QJsonObject &body)
{
    const QString name = body.value(QLatin1String("name")).toString();
    if (name.isEmpty() || std::any_of(m_attributes.begin(), m_attributes.end(), [&name](const QJsonValue &v) {
            return v.toObject().value(QLatin1String("name")) == name;
        }))
        return bad(QStringLiteral("The name is missing or taken."));
    m_attributes.append(body);
    return json(201, body);
}

} // namespace lab
