#include "services/access/requirementstable.h"
#include "core/jsontext.h"
#include "domain/text/strictjson.h"
#include "services/access/approvaltext.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/reverification.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::AccessRequirements;
using domain::Approval;
using domain::Eligibility;

RequirementsTable::RequirementsTable(
    TenantConnections &connections, Context &context, TenantSession &tenantSession, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_tenantSession(tenantSession)
{
}

RequirementsTable::~RequirementsTable() = default;

QString RequirementsTable::settingName() const
{
    return QStringLiteral("access-requirements:") + m_connections.tenant.id.str();
}

Async<Eligibility> RequirementsTable::eligibility(const Approval &a)
{
    return core::andThen<AccessRequirements>(requirements(), this, [this, a](const AccessRequirements &all) {
        const auto wanted = domain::requirementFor(all, a);
        if (!wanted)
            return core::ready<Eligibility>(Eligibility{true, {}});
        // How long a verification lasts is known, or nobody stands well enough.
        const auto read = core::andThen<Unit>(m_tenantSession.reverification().load(), this,
            [this, a](Unit) { return m_tenantSession.directory().refresh(a.forId); });
        return core::mapped<Eligibility, domain::Identity>(
            read, this, [this, wanted](const domain::Identity &person) -> Result<Eligibility> {
                return domain::eligibilityFor(person, *wanted, m_context.clock->now());
            });
    });
}

Async<AccessRequirements> RequirementsTable::requirements()
{
    return core::mapped<AccessRequirements, QString>(
        m_context.ledger->settings().value(settingName()), this, [](const QString &text) -> Result<AccessRequirements> {
            return domain::readSetting(text, AccessRequirements(), domain::requirementsFromJson,
                {sayApprovals(QT_TRANSLATE_NOOP("Approvals", "What people need before they get some access")),
                    sayApprovals(QT_TRANSLATE_NOOP(
                        "Approvals", "Approvals, Requirements…, or idvctl approvals requirements FILE"))});
        });
}

Async<Unit> RequirementsTable::setRequirements(const AccessRequirements &wanted)
{
    if (const auto fault = domain::validate(wanted); !fault)
        return core::ready<Unit>(fault);
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("access-requirements.change");
    a.tenant = a.subject = m_connections.tenant.id.str();
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("after"), domain::toJson(wanted)}};
    const auto stored = m_context.ledger->settings().set(settingName(), core::compactJson(domain::toJson(wanted)), a);
    core::whenDone<Unit>(stored, this, [this](const core::Status &r) {
        if (r)
            Q_EMIT changed();
    });
    return stored;
}

} // namespace services
