#include "services/access/iiqcertifications.h"
#include "net/iiq/plugin.h"
#include "services/access/approvalsource.h"
#include "services/access/approvaltext.h"
#include "services/access/iiqpages.h"
#include "services/access/internal/iiqdecision.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Async;
using core::Result;
using domain::Accepted;
using domain::AccessReview;
using domain::OperationKind;

using OpenReview = std::optional<AccessReview>;

IiqCertifications::IiqCertifications(TenantConnections &connections, QObject *parent)
    : QObject(parent), m_connections(connections)
{
}

IiqCertifications::~IiqCertifications() = default;

const domain::IdentityIqSettings &IiqCertifications::settings() const
{
    return m_connections.tenant.identityIq;
}

AccessReview IiqCertifications::marked(AccessReview r) const
{
    r.isForeign = settings().operatorId.isEmpty() || !r.reviewers.contains(settings().operatorId);
    return r;
}

Async<QList<AccessReview>> IiqCertifications::reviews()
{
    const auto isCut = std::make_shared<bool>(false);
    const auto asked = everyIiqEntry<OpenReview>(
        this,
        [this](int offset) {
            return net::iiq::certifications(m_connections.api, {{}, offset, iiqPageSize});
        },
        isCut);
    return core::mapped<QList<AccessReview>, QList<OpenReview>>(
        asked, this, [this, isCut](const QList<OpenReview> &all) -> Result<QList<AccessReview>> {
            m_isCut = *isCut;
            QList<AccessReview> out;
            for (const OpenReview &r : all) {
                if (!r)
                    continue;
                const AccessReview shown = marked(*r);
                if (!shown.isForeign || shown.reviewers.isEmpty() || settings().operatorId.isEmpty() ||
                    settings().decidesForOthers)
                    out << shown;
            }
            return out;
        });
}

Async<AccessReview> IiqCertifications::openReview(const QString &id)
{
    core::Deferred<AccessReview> out;
    core::whenDone<OpenReview>(
        net::iiq::certification(m_connections.api, id), this, [this, out](const Result<OpenReview> &row) {
            if (row && *row)
                return out.resolve(marked(**row));
            if (!row && row.error().httpStatus != 404)
                return out.resolve(row.error());
            out.resolve(
                ApprovalSource::decided(sayApprovals(QT_TRANSLATE_NOOP("Approvals", "This access review is over."))));
        });
    return out.future();
}

QString IiqCertifications::obstacle(OperationKind kind, const AccessReview &r) const
{
    const auto &s = settings();
    if (s.operatorId.isEmpty())
        return iiqOperatorMissing();
    if (kind == OperationKind::DenyReview && s.deniedState.isEmpty())
        return iiqDenialMissing();
    if (kind == OperationKind::SignReview && s.signedState.isEmpty())
        return sayApprovals(
            QT_TRANSLATE_NOOP("Approvals", "The state that signs off is not set: Settings, Tenants, Approvals…"));
    if (!r.isForeign)
        return {};
    if (r.reviewerId.isEmpty())
        return iiqOwnerUntold();
    return s.decidesForOthers ? QString() : iiqNotYours();
}

static QString stateFor(OperationKind kind, const domain::IdentityIqSettings &settings)
{
    if (kind == OperationKind::ApproveReview)
        return settings.approvedState;
    return kind == OperationKind::DenyReview ? settings.deniedState : settings.signedState;
}

Async<Accepted> IiqCertifications::decide(OperationKind kind, const AccessReview &r, const QString &comment)
{
    const QString approver = r.isForeign ? r.reviewerId : settings().operatorId;
    return sendIiqDecision(m_connections, this, net::iiq::PluginType::CertificationEntity, r.id,
        {approver, stateFor(kind, settings()), comment});
}

} // namespace services
