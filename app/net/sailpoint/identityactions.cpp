#include "net/sailpoint/identityactions.h"
#include "domain/text/instant.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/calls.h"
#include "net/sailpoint/paths.h"

namespace net::sailpoint {

using core::Async;
using core::Result;

static QString escaped(const core::IdentityId &id)
{
    return QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id.str()));
}

static Call identityCall(const char *method, const core::IdentityId &id, const char *rest)
{
    Call c;
    c.method = method;
    c.service = QStringLiteral("/identities");
    c.rest = escaped(id) + QLatin1String(rest);
    c.operation = QStringLiteral("/identities/{id}") + QLatin1String(rest);
    return c;
}

domain::Ownership ownershipFrom(const QJsonObject &answer)
{
    domain::Ownership out;
    const auto association = [&out](const QJsonObject &o) {
        domain::Ownership::Association a;
        a.type = o.value(QLatin1String("associationType")).toString();
        const auto entities = o.value(QLatin1String("entities")).toArray();
        for (const auto &v : entities) {
            const QJsonObject flat = v.toObject();
            const QJsonObject e = flat.contains(QLatin1String("identityEntity"))
                                      ? flat.value(QLatin1String("identityEntity")).toObject()
                                      : flat;
            if (e.contains(QLatin1String("id")) || e.contains(QLatin1String("name")))
                a.entities.append({e.value(QLatin1String("id")).toString(), e.value(QLatin1String("name")).toString(),
                    e.value(QLatin1String("type")).toString()});
        }
        if (!a.type.isEmpty() || !a.entities.isEmpty())
            out.associations << a;
    };
    const QJsonValue details = answer.value(QLatin1String("associationDetails"));
    if (details.isObject())
        association(details.toObject());
    const auto list = details.toArray();
    for (const auto &v : list)
        association(v.toObject());
    return out;
}

Async<QJsonArray> identityPage(Api &api, const ListQuery &q)
{
    Call c;
    c.service = c.operation = QStringLiteral("/identities");
    c.query = "limit=" + QByteArray::number(q.limit) + "&offset=" + QByteArray::number(q.offset);
    if (q.uncorrelatedToo)
        c.query += "&defaultFilter=NONE";
    if (!q.filters.isEmpty())
        c.query += '&' + queryItem("filters", q.filters);
    if (!q.sorters.isEmpty())
        c.query += '&' + queryItem("sorters", q.sorters);
    c.repeatable = true;
    c.deadline = 60s;
    return core::mapped<QJsonArray, HttpResponse>(api.send(c), &api, arrayFrom);
}

Async<Accepted> deleteIdentity(Api &api, const core::IdentityId &id)
{
    return core::mapped<Accepted, HttpResponse>(
        api.send(identityCall("DELETE", id, "")), &api, [](const HttpResponse &r) -> Result<Accepted> {
            const auto done = accepted(r);
            if (done || r.status != 400)
                return done;
            core::Error e = done.error();
            const auto owned = ownershipFrom(QJsonDocument::fromJson(r.body).object());
            if (owned.count() > 0)
                e.detail = owned.text();
            return e;
        });
}

Async<domain::Ownership> identityOwnership(Api &api, const core::IdentityId &id)
{
    Call c = identityCall("GET", id, "/ownership");
    c.repeatable = true;
    return core::mapped<domain::Ownership, HttpResponse>(
        api.send(c), &api, [](const HttpResponse &r) -> Result<domain::Ownership> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return ownershipFrom(*o);
        });
}

static domain::RoleAssignment assignmentFrom(const QJsonObject &o)
{
    const auto at = [&o](const char *key) {
        return domain::parseInstant(o.value(QLatin1String(key)), std::numeric_limits<core::Instant>::max() / 2).at;
    };
    const QJsonObject role = o.value(QLatin1String("role")).toObject();
    return {o.value(QLatin1String("id")).toString(), role.value(QLatin1String("id")).toString(),
        role.value(QLatin1String("name")).toString(), o.value(QLatin1String("assignmentSource")).toString(),
        o.value(QLatin1String("assigner")).toObject().value(QLatin1String("name")).toString(),
        o.value(QLatin1String("comments")).toString(), at("addedDate"), at("startDate"), at("removeDate")};
}

Async<QList<domain::RoleAssignment>> roleAssignments(
    Api &api, const core::IdentityId &id, const QString &roleId, const QString &roleName)
{
    Call c = identityCall("GET", id, "/role-assignments");
    c.repeatable = true;
    if (!roleId.isEmpty())
        c.query = queryItem("roleId", roleId);
    else if (!roleName.isEmpty())
        c.query = queryItem("roleName", roleName);
    return core::mapped<QList<domain::RoleAssignment>, HttpResponse>(
        api.send(c), &api, [](const HttpResponse &r) -> Result<QList<domain::RoleAssignment>> {
            const auto a = arrayFrom(r);
            if (!a)
                return a.error();
            QList<domain::RoleAssignment> out;
            for (const auto &v : *a)
                out << assignmentFrom(v.toObject());
            return out;
        });
}

Async<domain::RoleAssignment> roleAssignment(Api &api, const core::IdentityId &id, const QString &assignment)
{
    Call c = identityCall("GET", id, "/role-assignments");
    c.rest += QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(assignment));
    c.operation += QStringLiteral("/{assignmentId}");
    c.repeatable = true;
    return core::mapped<domain::RoleAssignment, HttpResponse>(
        api.send(c), &api, [](const HttpResponse &r) -> Result<domain::RoleAssignment> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return assignmentFrom(*o);
        });
}

static QJsonArray idsOf(const QList<core::IdentityId> &ids)
{
    QJsonArray list;
    for (const auto &id : ids)
        list.append(id.str());
    return list;
}

Async<Accepted> resetIdentity(Api &api, const core::IdentityId &id)
{
    return core::mapped<Accepted, HttpResponse>(api.send(identityCall("POST", id, "/reset")), &api, accepted);
}

Async<Accepted> inviteIdentities(Api &api, const QList<core::IdentityId> &ids)
{
    const QJsonObject body =
        ids.isEmpty() ? QJsonObject{{QStringLiteral("uninvited"), true}}
                      : QJsonObject{{QStringLiteral("ids"), idsOf(ids)}, {QStringLiteral("uninvited"), false}};
    return core::mapped<Accepted, HttpResponse>(
        api.send(bodyCall("POST", QStringLiteral("/identities"), QStringLiteral("/invite"), QJsonDocument(body))), &api,
        accepted);
}

Async<Accepted> processIdentities(Api &api, const QList<core::IdentityId> &ids)
{
    return core::mapped<Accepted, HttpResponse>(
        api.send(bodyCall("POST", QStringLiteral("/identities"), QStringLiteral("/process"),
            QJsonDocument(QJsonObject{{QStringLiteral("identityIds"), idsOf(ids)}}))),
        &api, accepted);
}

Async<Accepted> synchronizeAttributes(Api &api, const core::IdentityId &id)
{
    return core::mapped<Accepted, HttpResponse>(
        api.send(identityCall("POST", id, "/synchronize-attributes")), &api, accepted);
}

domain::TaskState taskFrom(const QJsonObject &o)
{
    domain::TaskState t;
    t.word = o.value(QLatin1String("completionStatus")).toString();
    QString folded = t.word.toUpper();
    folded.remove(QLatin1Char('_'));
    t.isOver = !folded.isEmpty() || !o.value(QLatin1String("completed")).toString().isEmpty();
    t.isGood =
        t.isOver && (folded.isEmpty() || folded == QLatin1String("SUCCESS") || folded == QLatin1String("WARNING"));
    t.percent = o.value(QLatin1String("percentComplete")).toInt(-1);
    const auto messages = o.value(QLatin1String("messages")).toArray();
    for (const auto &v : messages) {
        const QJsonObject m = v.toObject();
        const QString text =
            m.value(QLatin1String("localizedText")).isObject()
                ? m.value(QLatin1String("localizedText")).toObject().value(QLatin1String("message")).toString()
                : m.value(QLatin1String("localizedText")).toString();
        if (!text.isEmpty() && t.message.isEmpty())
            t.message = text.left(300);
    }
    return t;
}

Async<domain::TaskState> taskStatus(Api &api, const QString &task)
{
    Call c;
    c.service = QStringLiteral("/task-status");
    c.rest = QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(task));
    c.operation = QStringLiteral("/task-status/{id}");
    c.repeatable = true;
    return core::mapped<domain::TaskState, HttpResponse>(
        api.send(c), &api, [](const HttpResponse &r) -> Result<domain::TaskState> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return taskFrom(*o);
        });
}

} // namespace net::sailpoint
