#include "net/sailpoint/access/approvals.h"
#include "net/sailpoint/access/approvalreader.h"
#include "net/sailpoint/answers.h"
#include "net/sailpoint/calls.h"
#include "net/sailpoint/paths.h"

namespace net::sailpoint {

using core::Async;
using core::Result;

static const QString approvals = QStringLiteral("/access-request-approvals");

static Call listing(
    const QString &service, const QString &rest, QByteArray query, const char *who, const QString &whose)
{
    Call c;
    c.service = service;
    c.rest = rest;
    c.operation = service + rest;
    if (!whose.isEmpty())
        query += (query.isEmpty() ? "" : "&") + queryItem(who, whose);
    c.query = query;
    c.repeatable = true;
    return c;
}

static QByteArray byId(const QString &id, const char *sorter)
{
    QByteArray query = "limit=250";
    if (*sorter)
        query += '&' + queryItem("sorters", QString::fromLatin1(sorter));
    if (!id.isEmpty())
        query += '&' + queryItem("filters", QStringLiteral("id eq ") + quoted(id));
    return query;
}

static Result<ApprovalEntries> entriesFrom(const HttpResponse &r)
{
    const auto all = arrayFrom(r);
    if (!all)
        return all.error();
    ApprovalEntries out;
    for (const auto &v : *all)
        out << approvalFrom(v.toObject());
    return out;
}

Async<ApprovalEntries> pendingApprovals(Api &api, const QString &owner, const QString &id)
{
    return core::mapped<ApprovalEntries, HttpResponse>(
        api.send(listing(approvals, QStringLiteral("/pending"), byId(id, "created"), "owner-id", owner)), &api,
        entriesFrom);
}

Async<std::optional<domain::Decided>> completedApproval(Api &api, const QString &owner, const QString &id)
{
    using Ended = std::optional<domain::Decided>;
    return core::mapped<Ended, HttpResponse>(
        api.send(listing(approvals, QStringLiteral("/completed"), byId(id, "-modified"), "owner-id", owner)), &api,
        [](const HttpResponse &r) -> Result<Ended> {
            const auto all = arrayFrom(r);
            if (!all)
                return all.error();
            return all->isEmpty() ? Ended() : decidedFrom(all->first().toObject());
        });
}

static Async<Accepted> decide(Api &api, const QString &id, const char *verb, const QJsonObject &body)
{
    Call c = bodyCall("POST", approvals,
        QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id)) + QLatin1Char('/') + QLatin1String(verb),
        QJsonDocument(body));
    c.operation = approvals + QStringLiteral("/{approvalId}/") + QLatin1String(verb);
    return core::mapped<Accepted, HttpResponse>(api.send(c), &api, accepted);
}

Async<Accepted> approveRequest(Api &api, const QString &id, const QString &comment)
{
    return decide(
        api, id, "approve", comment.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("comment"), comment}});
}

Async<Accepted> rejectRequest(Api &api, const QString &id, const QString &comment)
{
    return decide(api, id, "reject", {{QStringLiteral("comment"), comment}});
}

Async<Accepted> forwardRequest(Api &api, const QString &id, const QString &newOwner, const QString &comment)
{
    return decide(api, id, "forward", {{QStringLiteral("newOwnerId"), newOwner}, {QStringLiteral("comment"), comment}});
}

Async<domain::ApprovalSummary> approvalSummary(Api &api, const QString &owner)
{
    return core::mapped<domain::ApprovalSummary, HttpResponse>(
        api.send(listing(approvals, QStringLiteral("/approval-summary"), {}, "owner-id", owner)), &api,
        [](const HttpResponse &r) -> Result<domain::ApprovalSummary> {
            const auto o = objectFrom(r);
            if (!o)
                return o.error();
            return approvalSummaryFrom(*o);
        });
}

Async<QList<domain::AccessReview>> certifications(Api &api, const QString &reviewer)
{
    using Reviews = QList<domain::AccessReview>;
    return core::mapped<Reviews, HttpResponse>(
        api.send(listing(QStringLiteral("/certifications"), {},
            "limit=250&" + queryItem("sorters", QStringLiteral("due")), "reviewer-identity", reviewer)),
        &api, [](const HttpResponse &r) -> Result<Reviews> {
            const auto all = arrayFrom(r);
            if (!all)
                return all.error();
            Reviews out;
            for (const auto &v : *all) {
                if (const auto review = reviewFrom(v.toObject()))
                    out << *review;
            }
            return out;
        });
}

} // namespace net::sailpoint
