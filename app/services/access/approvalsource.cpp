#include "services/access/approvalsource.h"
#include "net/sailpoint/access/approvals.h"
#include "services/access/approvaltext.h"
#include "services/access/iiqapprovals.h"
#include "services/tenants/internal/tenantconnections.h"

// The cloud's approvals: those of the token's user.
namespace services {

using core::Async;
using core::Result;
using domain::Accepted;
using domain::AccessReview;
using domain::Approval;

core::Error ApprovalSource::decided(const QString &text)
{
    return core::conflict(core::ErrorReason::Decided,
        text.isEmpty() ? sayApprovals(QT_TRANSLATE_NOOP("Approvals", "It is no longer waiting for you.")) : text);
}

namespace {

class CloudApprovals : public ApprovalSource
{
public:
    using ApprovalSource::ApprovalSource;

    Async<QList<Approval>> pending() override
    {
        return core::mapped<QList<Approval>, Entries>(net::sailpoint::pendingApprovals(m_connections.api, me()), this,
            [](const Entries &all) -> Result<QList<Approval>> {
                QList<Approval> out;
                for (const auto &a : all) {
                    if (a)
                        out << *a;
                }
                return out;
            });
    }
    Async<QList<AccessReview>> reviews() override
    {
        using Reviews = QList<AccessReview>;
        return core::mapped<Reviews, Reviews>(
            net::sailpoint::certifications(m_connections.api, me()), this, [](const Reviews &all) -> Result<Reviews> {
                Reviews out;
                for (const AccessReview &r : all) {
                    if (!r.phase.is(domain::ReviewPhase::Signed))
                        out << r;
                }
                return out;
            });
    }
    Async<Approval> waiting(const QString &id) override
    {
        return core::andThen<Entries>(
            net::sailpoint::pendingApprovals(m_connections.api, me(), id), this, [this, id](const Entries &found) {
                const auto a = found.isEmpty() ? std::nullopt : found.first();
                if (a && a->id == id && a->doing == Approval::Waiting)
                    return core::ready<Approval>(*a);
                if (a)
                    return core::ready<Approval>(decided(sayApprovals(
                        QT_TRANSLATE_NOOP("Approvals", "SailPoint is applying a decision about it already."))));
                core::Deferred<Approval> out;
                core::whenDone<Ended>(net::sailpoint::completedApproval(m_connections.api, me(), id), this,
                    [out](const Result<Ended> &done) {
                        out.resolve(decided(done && *done ? domain::decidedText(**done) : QString()));
                    });
                return out.future();
            });
    }
    Async<std::optional<domain::ApprovalSummary>> summary() override
    {
        using Summary = std::optional<domain::ApprovalSummary>;
        return core::mapped<Summary, domain::ApprovalSummary>(net::sailpoint::approvalSummary(m_connections.api, me()),
            this, [](const domain::ApprovalSummary &counts) -> Result<Summary> { return Summary(counts); });
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
    using Entries = net::sailpoint::ApprovalEntries;
    using Ended = std::optional<domain::Decided>;
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
