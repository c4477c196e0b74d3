#include "assembly/labhost.h"
#include "assembly/bootstrap.h"
#include "core/logfailure.h"
#include "lab/lab.h"
#include "services/tenants/secrets.h"
#include "store/ledger/ledger.h"
#include <QUuid>

namespace assembly {

using core::Result;
using core::Unit;

LabHost::LabHost(store::Ledger &ledger, vault::MemoryVault &vault, std::shared_ptr<core::Clock> clock, QObject *parent)
    : QObject(parent), m_ledger(ledger), m_vault(vault), m_clock(std::move(clock))
{
}

LabHost::~LabHost() = default;

core::Status LabHost::setFaults(const QStringList &rules)
{
    if (!m_lab)
        return core::makeError(core::ErrorCode::Conflict, QStringLiteral("The simulators are not running."));
    return m_lab->setFaults(rules);
}

// Invented, so nothing of a person is lost when it takes the place of one that cannot be read.
static domain::Tenant inventedTenant(core::Instant now)
{
    domain::Tenant t;
    t.id = domain::labTenantId();
    t.name = QStringLiteral("Simulator");
    t.environment = domain::Environment::Simulator;
    t.writeBack = domain::WriteBackStrategy::Account;
    t.addedAt = now;
    t.provider.cancelPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}/cancel");
    t.provider.resendPath = QStringLiteral("/api/v1/community/{communityId}/idv/session/{sessionId}/resend");
    t.receiver.startsWithTenant = true;
    t.receiver.port = 0; // another program may hold any fixed one
    t.receiver.takesEvents = true;
    return t;
}

static void pointAt(const lab::Endpoints &e, bool isIdentityIq, domain::Tenant &t)
{
    const auto product = isIdentityIq ? domain::Product::IdentityIq : domain::Product::SecurityCloud;
    if (t.product != product)
        t.writeBack = isIdentityIq ? domain::WriteBackStrategy::Scim : domain::WriteBackStrategy::Account;
    t.product = product;
    t.identityIq.operatorId = e.iiqOperatorId;
    t.identityIq.deniedState = QStringLiteral("Rejected");
    t.identityIq.signedState = QStringLiteral("Signed");
    t.sailpointUrl = isIdentityIq ? e.iiqUrl : e.sailpointUrl;
    t.clientId = isIdentityIq ? e.iiqClientId : e.clientId;
    t.idvUrl = e.idvUrl;
    t.communityId = e.communityId;
    t.idvSourceId = e.idvSourceId;
    t.workflowId = isIdentityIq ? e.iiqWorkflow : e.workflowId;
}

core::Async<domain::Tenant> LabHost::start(const lab::Options &options)
{
    if (!m_lab) { // a running simulator keeps its sessions and what was written
        auto lab = lab::Lab::start(options, m_clock);
        if (!lab)
            return core::ready<domain::Tenant>(lab.error());
        m_lab = *std::move(lab);
    }
    const lab::Endpoints &e = m_lab->endpoints();
    holdSecrets(e, options.opensIdentityIq);
    return core::andThen<QList<domain::Tenant>>(m_ledger.tenants().all(), this,
        [this, e, isIdentityIq = options.opensIdentityIq](
            const QList<domain::Tenant> &all) { return keepTenant(all, e, isIdentityIq); });
}

void LabHost::holdSecrets(const lab::Endpoints &e, bool isIdentityIq)
{
    const core::TenantId id = domain::labTenantId();
    namespace name = services::secretname;
    m_vault.hold(services::secretKey(id, name::sailpoint),
        core::makeSecret((isIdentityIq ? e.iiqClientSecret : e.clientSecret).toUtf8()));
    m_vault.hold(services::secretKey(id, name::idv), core::makeSecret(e.idvApiKey.toUtf8()));
    m_vault.hold(services::secretKey(id, name::workflowId), core::makeSecret(e.workflowClientId.toUtf8()));
    m_vault.hold(services::secretKey(id, name::workflow), core::makeSecret(e.workflowClientSecret.toUtf8()));
    m_vault.hold(services::secretKey(id, name::callback), core::makeSecret(e.callbackSecret.toUtf8()));
    m_vault.hold(
        services::secretKey(id, name::events), core::makeSecret(QUuid::createUuid().toByteArray(QUuid::WithoutBraces)));
}

core::Async<domain::Tenant> LabHost::keepTenant(
    const QList<domain::Tenant> &all, const lab::Endpoints &e, bool isIdentityIq)
{
    domain::Tenant t = inventedTenant(m_clock->now());
    bool isKnown = false;
    for (const auto &known : all) {
        if (!domain::isLabTenant(known.id))
            continue;
        isKnown = true;
        if (known.problem.isEmpty())
            t = known;
    }
    pointAt(e, isIdentityIq, t);
    domain::AuditEvent audit;
    audit.actor = QStringLiteral("system");
    audit.action = QStringLiteral("lab.start");
    audit.tenant = audit.subject = domain::labTenantId().str();
    audit.outcome = QStringLiteral("done");
    m_reviewer = isIdentityIq ? std::pair{e.iiqReviewer, e.iiqReviewerPassword}
                              : std::pair{e.reviewerClientId, e.reviewerClientSecret};
    // The simulator's operator is the owner of its token: the second person is somebody else.
    core::logFailure(m_ledger.settings().set(
                         QStringLiteral("operator-identity:%1:%2").arg(domain::labTenantId().str(), operatorName()),
                         QStringLiteral("2c9180867769897d01776ed5f125512f")),
        this, lcLab, "The simulator's operator could not be registered.");
    if (isKnown)
        return m_ledger.tenants().update(t, audit);
    return core::mapped<domain::Tenant, Unit>(
        m_ledger.tenants().add(t, audit), this, [t](Unit) -> Result<domain::Tenant> { return t; });
}

} // namespace assembly
