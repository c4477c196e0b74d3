#include "lab/answers.h"
#include "lab/sailpoint/sailpoint.h"

// What can be done to identities and identity profiles, with state.
namespace lab {

using httpd::Response;

static Response unknownPerson()
{
    return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
}
static Response forbidden()
{
    return dto(403, QStringLiteral("403 Forbidden"),
        QStringLiteral("The server understood the request but refuses to authorize it."));
}

QJsonArray SailPoint::ownershipOf(quint32 position) const
{
    if (!m_directory.ownsSomething(position))
        return {};
    const auto entity = [position](const char *type, const QString &name) {
        return QJsonObject{{QStringLiteral("identityEntity"),
            QJsonObject{{QStringLiteral("id"), QString::fromLatin1(randomHex(32))},
                {QStringLiteral("name"), name + QLatin1Char(' ') + QString::number(position)},
                {QStringLiteral("type"), QLatin1String(type)}}}};
    };
    return {QJsonObject{{QStringLiteral("associationType"), QStringLiteral("ROLE_OWNER")},
                {QStringLiteral("entities"), QJsonArray{entity("ROLE", QStringLiteral("Cashier")),
                                                 entity("ROLE", QStringLiteral("Store manager"))}}},
        QJsonObject{{QStringLiteral("associationType"), QStringLiteral("SOURCE_OWNER")},
            {QStringLiteral("entities"), QJsonArray{entity("SOURCE", QStringLiteral("Warehouse"))}}}};
}

Response SailPoint::ownership(quint32 position) const
{
    return json(200, QJsonObject{{QStringLiteral("associationDetails"), ownershipOf(position)}});
}

Response SailPoint::roleAssignments(const Route &where, const Request &r, quint32 position) const
{
    struct Role
    {
        const char *id, *name;
    };
    static constexpr Role roles[] = {
        {"2c91808a0000000000000000000000a1", "Everyone"}, {"2c91808a0000000000000000000000b2", "Store manager"}};
    const QString roleId = queryValue(r, QStringLiteral("roleId")),
                  roleName = queryValue(r, QStringLiteral("roleName")), wanted = where.rest.value(2);
    const bool isFull = !roleId.isEmpty() || !roleName.isEmpty() || !wanted.isEmpty();
    QJsonArray out;
    for (const Role &role : roles) {
        const QString id =
            QStringLiteral("%1%2").arg(position, 24, 16, QLatin1Char('0')).arg(QLatin1String(role.id).right(8));
        if ((position / 2) % 3 == 0 && QLatin1String(role.name) != QLatin1String("Everyone"))
            continue;
        if ((!roleId.isEmpty() && roleId != QLatin1String(role.id)) ||
            (!roleName.isEmpty() && roleName != QLatin1String(role.name)) || (!wanted.isEmpty() && wanted != id))
            continue;
        const QJsonObject ref{{QStringLiteral("type"), QStringLiteral("ROLE")},
            {QStringLiteral("id"), QLatin1String(role.id)}, {QStringLiteral("name"), QLatin1String(role.name)}};
        QJsonObject o{{QStringLiteral("id"), id}, {QStringLiteral("role"), ref},
            {QStringLiteral("addedDate"), QStringLiteral("2025-02-03T08:00:00.000Z")}};
        if (isFull) {
            o.insert(QStringLiteral("comments"), QStringLiteral("Invented"));
            o.insert(QStringLiteral("assignmentSource"), QStringLiteral("UI"));
            o.insert(QStringLiteral("assigner"),
                QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY")},
                    {QStringLiteral("id"), QStringLiteral("2c9180a46faadee4016fb4e018c20626")},
                    {QStringLiteral("name"), QStringLiteral("Lab Owner")}});
            o.insert(QStringLiteral("assignedDimensions"), QJsonArray{});
            o.insert(QStringLiteral("assignmentContext"), QJsonValue());
            o.insert(QStringLiteral("accountTargets"), QJsonArray{});
        }
        out.append(o);
    }
    if (wanted.isEmpty())
        return json(200, out);
    return out.isEmpty() ? dto(404, QStringLiteral("404 Not found"), QStringLiteral("The assignment is not known."))
                         : json(200, out.first().toObject());
}

Response SailPoint::removeIdentity(quint32 position)
{
    if (m_directory.isProtected(position))
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("The identity is protected and cannot be deleted."));
    if (const auto owned = ownershipOf(position); !owned.isEmpty())
        return json(400, QJsonObject{{QStringLiteral("message"), QStringLiteral("The identity owns objects.")},
                             {QStringLiteral("associationDetails"), owned}});
    m_directory.leave(position);
    Response gone;
    gone.status = 204;
    return gone;
}

Response SailPoint::resetIdentity(quint32 position)
{
    m_directory.setRegistered(position, false, now());
    Response accepted;
    accepted.status = 202;
    accepted.contentType.clear();
    return accepted;
}

Response SailPoint::invite(const Request &r)
{
    if (r.header("X-SailPoint-Experimental") != "true")
        return flatError(400, QStringLiteral("Experimental Header is missing or invalid."));
    if (!m_options.hasUser)
        return forbidden();
    const QJsonObject body = QJsonDocument::fromJson(r.body).object();
    const auto ids = body.value(QLatin1String("ids")).toArray();
    const bool isAll = body.value(QLatin1String("uninvited")).toBool();
    if (ids.isEmpty() == !isAll)
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("ids are needed when uninvited is false."));
    for (const auto &id : ids) {
        const qint64 position = m_directory.positionOf(id.toString().toLatin1());
        if (position < 0 || !m_directory.exists(quint32(position)))
            return unknownPerson();
        if (!m_directory.isRegistered(quint32(position)))
            ++m_counters[QStringLiteral("invited:") + id.toString()];
    }
    m_counters[QStringLiteral("invited")] += isAll ? 1 : ids.size();
    return json(202, taskJson(newTask(QStringLiteral("Invite identities"))));
}

Response SailPoint::synchronise(const Request &r, quint32 position)
{
    if (r.header("X-SailPoint-Experimental") != "true")
        return flatError(400, QStringLiteral("Experimental Header is missing or invalid."));
    core::Instant &last = m_lastSync[position];
    if (now() - last < 10 * core::secondMs) {
        Response busy = json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral(" Rate Limit Exceeded ")}});
        busy.headers.append(
            httpd::Header{"Retry-After", QByteArray::number((10 * core::secondMs - (now() - last)) / 1000 + 1)});
        return busy;
    }
    last = now();
    ++m_counters[QStringLiteral("synchronised")];
    return json(202, QJsonObject{{QStringLiteral("id"), QString::fromLatin1(randomHex(32))},
                         {QStringLiteral("status"), QStringLiteral("QUEUED")},
                         {QStringLiteral("payload"),
                             QJsonObject{{QStringLiteral("type"), QStringLiteral("SYNCHRONIZE_IDENTITY_ATTRIBUTES")},
                                 {QStringLiteral("dataJson"), QStringLiteral("{}")}}}});
}

QJsonObject SailPoint::simplifiedTask(const QString &name)
{
    // The published description says date-time, its example is of Java's making; here the latter.
    const QString at =
        QDateTime::fromMSecsSinceEpoch(now(), Qt::UTC).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"));
    return {{QStringLiteral("id"), newTask(name)}, {QStringLiteral("name"), name},
        {QStringLiteral("description"), name}, {QStringLiteral("launcher"), QStringLiteral("svc.idv")},
        {QStringLiteral("launched"), at}};
}

Response SailPoint::identityProfiles(const Route &where, const Request &r)
{
    m_profiles.finalize(now());
    const QString first = where.rest.value(0), second = where.rest.value(1);
    const QJsonDocument body = QJsonDocument::fromJson(r.body);
    if (where.rest.isEmpty())
        return where.method == "GET" ? m_profiles.list(r)
               : where.method == "POST"
                   ? m_profiles.create(body.object())
                   : dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("GET or POST."));
    if (first == QLatin1String("export") && where.method == "GET")
        return m_profiles.exported(r);
    if (first == QLatin1String("import") && where.method == "POST")
        return m_options.hasUser ? m_profiles.import(r) : forbidden();
    if (first == QLatin1String("identity-preview") && where.method == "POST")
        return m_profiles.preview(body.object(), m_directory);
    if (first == QLatin1String("bulk-delete") && where.method == "POST") {
        QStringList ids;
        const auto list = body.array();
        for (const auto &v : list)
            ids << v.toString();
        if (ids.isEmpty() ||
            std::any_of(ids.begin(), ids.end(), [this](const QString &id) { return !m_profiles.contains(id); }))
            return dto(404, QStringLiteral("404 Not found"), QStringLiteral("An identity profile is not known."));
        m_profiles.removeLater(ids);
        return json(202, simplifiedTask(QStringLiteral("Delete identity profiles")));
    }
    if (second == QLatin1String("default-identity-attribute-config"))
        return m_profiles.defaultConfig(first);
    if (second == QLatin1String("process-identities") && where.method == "POST")
        return m_profiles.processIdentities(first);
    if (second == QLatin1String("lifecycle-states"))
        return m_profiles.lifecycleStates(first);
    if (where.rest.size() != 1)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
    if (where.method == "PATCH")
        return m_profiles.patch(first, r);
    if (where.method == "DELETE") {
        if (!m_profiles.contains(first))
            return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity profile is not known."));
        m_profiles.removeLater({first});
        return json(202, simplifiedTask(QStringLiteral("Delete identity profile")));
    }
    return m_profiles.one(first);
}

} // namespace lab
