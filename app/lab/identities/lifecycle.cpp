#include "lab/identities/lifecycle.h"
#include "lab/answers.h"
#include "lab/sailpoint/tenantstate.h"

namespace lab {

using httpd::Request;
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

QJsonArray Lifecycle::ownershipOf(quint32 position) const
{
    if (!People::ownsSomething(position))
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

Response Lifecycle::ownership(quint32 position) const
{
    return json(200, QJsonObject{{QStringLiteral("associationDetails"), ownershipOf(position)}});
}

Response Lifecycle::roleAssignments(const Route &where, const Request &r, quint32 position) const
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

Response Lifecycle::remove(quint32 position)
{
    if (People::isProtected(position))
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("The identity is protected and cannot be deleted."));
    if (const auto owned = ownershipOf(position); !owned.isEmpty())
        return json(400, QJsonObject{{QStringLiteral("message"), QStringLiteral("The identity owns objects.")},
                             {QStringLiteral("associationDetails"), owned}});
    m_state.directory.leave(position);
    Response gone;
    gone.status = 204;
    return gone;
}

Response Lifecycle::reset(quint32 position)
{
    m_state.directory.setRegistered(position, false, m_state.now());
    Response accepted;
    accepted.status = 202;
    accepted.contentType.clear();
    return accepted;
}

Response Lifecycle::invite(const Request &r)
{
    if (r.header("X-SailPoint-Experimental") != "true")
        return flatError(400, QStringLiteral("Experimental Header is missing or invalid."));
    if (!m_state.options.hasUser)
        return forbidden();
    const QJsonObject body = QJsonDocument::fromJson(r.body).object();
    const auto ids = body.value(QLatin1String("ids")).toArray();
    const bool isAll = body.value(QLatin1String("uninvited")).toBool();
    if (ids.isEmpty() == !isAll)
        return dto(400, QStringLiteral("400.1 Bad Request Content"),
            QStringLiteral("ids are needed when uninvited is false."));
    for (const auto &id : ids) {
        const qint64 position = m_state.directory.positionOf(id.toString().toLatin1());
        if (position < 0 || !m_state.directory.exists(quint32(position)))
            return unknownPerson();
        if (m_state.directory.person(quint32(position), Directory::View::Live).status != "REGISTERED")
            ++m_state.counters[QStringLiteral("invited:") + id.toString()];
    }
    m_state.counters[QStringLiteral("invited")] += isAll ? 1 : ids.size();
    return json(202, m_state.tasks.shown(m_state.tasks.start(QStringLiteral("Invite identities"))));
}

Response Lifecycle::synchronise(const Request &r, quint32 position)
{
    if (r.header("X-SailPoint-Experimental") != "true")
        return flatError(400, QStringLiteral("Experimental Header is missing or invalid."));
    core::Instant &last = m_lastSync[position];
    if (m_state.now() - last < 10 * core::secondMs) {
        Response busy = json(429, QJsonObject{{QStringLiteral("message"), QStringLiteral(" Rate Limit Exceeded ")}});
        busy.headers.append(httpd::Header{
            "Retry-After", QByteArray::number((10 * core::secondMs - (m_state.now() - last)) / 1000 + 1)});
        return busy;
    }
    last = m_state.now();
    ++m_state.counters[QStringLiteral("synchronised")];
    return json(202, QJsonObject{{QStringLiteral("id"), QString::fromLatin1(randomHex(32))},
                         {QStringLiteral("status"), QStringLiteral("QUEUED")},
                         {QStringLiteral("payload"),
                             QJsonObject{{QStringLiteral("type"), QStringLiteral("SYNCHRONIZE_IDENTITY_ATTRIBUTES")},
                                 {QStringLiteral("dataJson"), QStringLiteral("{}")}}}});
}

} // namespace lab
