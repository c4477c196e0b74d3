#include "net/sailpoint/identityactions.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/calls.h"
#include "net/sailpoint/identities/ownershipreader.h"
#include "net/sailpoint/identities/personreader.h"
#include "net/sailpoint/identities/taskreader.h"
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

Async<domain::LiveIdentities> identityPage(Api &api, const ListQuery &q)
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
    return core::mapped<domain::LiveIdentities, HttpResponse>(
        api.send(c), &api, [](const HttpResponse &r) -> Result<domain::LiveIdentities> {
            const auto all = arrayFrom(r);
            if (!all)
                return all.error();
            return liveIdentitiesFrom(*all);
        });
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
                out << roleAssignmentFrom(v.toObject());
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
            return roleAssignmentFrom(*o);
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
