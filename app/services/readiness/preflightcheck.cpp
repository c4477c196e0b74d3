#include "services/readiness/preflightcheck.h"
#include "services/tenants/secrets.h"
#include "services/tenantsession/tenantsession.h"
#include "vault/vault.h"
#include <QTemporaryDir>
#include <QUuid>

namespace services {

static domain::Tenant named(domain::Tenant t)
{
    t.id = core::TenantId(QStringLiteral("trial-") + QUuid::createUuid().toString(QUuid::WithoutBraces));
    return t;
}

static std::unique_ptr<core::Vault> holding(const domain::Tenant &trial, const TenantSecrets &secrets)
{
    auto held = std::make_unique<vault::MemoryVault>();
    for (const auto &[name, secret] :
        {std::pair{secretname::sailpoint, secrets.sailpoint}, std::pair{secretname::idv, secrets.idv}}) {
        if (secret)
            held->hold(secretKey(trial, name), secret);
    }
    return held;
}

PreflightCheck::PreflightCheck(
    const domain::Tenant &tenant, const TenantSecrets &secrets, Context &context, QObject *parent)
    : QObject(parent), m_folder(std::make_unique<QTemporaryDir>()),
      m_tenantSession(core::makeError(core::ErrorCode::Internal, {}))
{
    const domain::Tenant trial = named(tenant);
    m_vault = holding(trial, secrets);
    m_context = std::make_unique<Context>(Context{context.ledger, *m_vault, context.clock, m_folder->path(),
        context.operatorName, context.holder, context.rateLimit, context.deadlineCap});
    m_tenantSession = TenantSession::open(trial, *m_context);
    if (m_tenantSession)
        connect(&(*m_tenantSession)->readiness(), &ReadinessCheck::line, this, &PreflightCheck::line);
}

PreflightCheck::~PreflightCheck() = default;

core::Async<QList<ReadinessLine>> PreflightCheck::run()
{
    if (!m_tenantSession)
        return core::ready<QList<ReadinessLine>>(m_tenantSession.error());
    return (*m_tenantSession)->readiness().run();
}

} // namespace services
