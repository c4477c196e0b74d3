#include "services/access/approvalsource.h"
#include "net/sailpoint/approvals.h"
#include "services/access/approvaltext.h"
#include "services/access/iiqapprovals.h"
#include "services/tenants/tenantconnections.h"

// The cloud's approvals: those of the token's user.
namespace services {

using core::Async;
using core::Result;
using domain::AccessReview;
using domain::Approval;
using net::sailpoint::Accepted;

core::Error ApprovalSource::decided(const QString &text)
{
    core::Error e = core::makeError(core::ErrorCode::Conflict,
        text.isEmpty() ? sayApprovals(QT_TRANSLATE_NOOP("Approvals", "It is no longer waiting for you.")) : text);
    e.field = QStringLiteral("decided");
    return e;
}

namespace {

class CloudApprovals : public ApprovalSource
{
public:
    using ApprovalSource::ApprovalSource;

    Async<QList<Approval>> pending() override
    {
        return core::mapped<QList<Approval>, QJsonArray>(net::sailpoint::pendingApprovals(m_connections.api, me()),
            this, [](const QJsonArray &all) -> Result<QList<Approval>> {
                QList<Approval> out;
                for (const auto &v : all) {
                    if (const auto a = domain::approvalFrom(v.toObject()))
                        out << *a;
                }
                return out;
            });
    }
    Async<QList<AccessReview>> reviews() override
    {
        return core::mapped<QList<AccessReview>, QJsonArray>(net::sailpoint::certifications(m_connections.api, me()),
            this, [](const QJsonArray &all) -> Result<QList<AccessReview>> {
                QList<AccessReview> out;
                for (const auto &v : all) {
                    if (const auto r = domain::reviewFrom(v.toObject()); r && r->phase != QLatin1String("SIGNED"))
                        out << *r;
                }
                return out;
            });
    }
    Async<Approval> waiting(const QString &id) override
    {
        return core::andThen<QJsonArray>(
            net::sailpoint::pendingApprovals(m_connections.api, me(), id), this, [this, id](const QJsonArray &found) {
                const auto a = found.isEmpty() ? std::nullopt : domain::approvalFrom(found.first().toObject());
                if (a && a->id == id && a->doing == Approval::Waiting)
                    return core::ready<Approval>(*a);
                if (a)
                    return core::ready<Approval>(decided(sayApprovals(
                        QT_TRANSLATE_NOOP("Approvals", "SailPoint is applying a decision about it already."))));
                core::Deferred<Approval> out;
                core::whenDone<QJsonArray>(net::sailpoint::completedApprovals(m_connections.api, me(), id), this,
                    [out](const Result<QJsonArray> &done) {
                        const auto d =
                            done && !done->isEmpty() ? domain::decidedFrom(done->first().toObject()) : std::nullopt;
                        out.resolve(decided(d ? domain::decidedText(*d) : QString()));
                    });
                return out.future();
            });
    }
    Async<std::optional<domain::ApprovalSummary>> summary() override
    {
        using Summary = std::optional<domain::ApprovalSummary>;
        return core::mapped<Summary, QJsonObject>(net::sailpoint::approvalSummary(m_connections.api, me()), this,
            [](const QJsonObject &o) -> Result<Summary> {
                return Summary(domain::ApprovalSummary{o.value(QLatin1String("pending")).toInt(),
                    o.value(QLatin1String("approved")).toInt(), o.value(QLatin1String("rejected")).toInt()});
            });
    }
    QString obstacle(ApprovalVerb, const Approval &) const override { return {}; }
    Async<Accepted> decide(ApprovalVerb verb, const Approval &a, const QString &comment, const QString &to) override
    {
        switch (verb) {
        case ApprovalVerb::Approve: return net::sailpoint::approveRequest(m_connections.api, a.id, comment);
        case ApprovalVerb::Deny: return net::sailpoint::rejectRequest(m_connections.api, a.id, comment);
        case ApprovalVerb::Forward: break;
        }
        return net::sailpoint::forwardRequest(m_connections.api, a.id, to, comment);
    }
    Async<AccessReview> openReview(const QString &) override
    {
        return core::ready<AccessReview>(domain::notAvailableWith(m_connections.tenant.product));
    }
    QString reviewObstacle(domain::OperationKind, const AccessReview &) const override
    {
        return sayApprovals(QT_TRANSLATE_NOOP("Approvals", "Access reviews of the cloud are decided in SailPoint."));
    }
    Async<Accepted> decideReview(domain::OperationKind, const AccessReview &, const QString &) override
    {
        return core::ready<Accepted>(domain::notAvailableWith(m_connections.tenant.product));
    }

private:
    static QString me() { return QStringLiteral("me"); }
};

} // namespace

std::unique_ptr<ApprovalSource> makeApprovalSource(TenantConnections &connections, Context &context, QObject *parent)
{
    if (domain::isIdentityIq(connections.tenant))
        return std::make_unique<IiqApprovals>(connections, context, parent);
    return std::make_unique<CloudApprovals>(connections, parent);
}

} // namespace services
