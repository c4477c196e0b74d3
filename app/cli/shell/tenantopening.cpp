#include "cli/shell/tenantopening.h"
#include "assembly/bootstrap.h"
#include "assembly/console.h"
#include "cli/shell/shell.h"
#include "core/async.h"
#include "services/tenants/secrets.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "vault/vault.h"

namespace cli {

using core::Result;

TenantOpening::TenantOpening(Shell &shell) : m_shell(shell) {}
TenantOpening::~TenantOpening() = default;

core::Result<QString> TenantOpening::dataFolder() const
{
    return assembly::dataFolder(m_dataDir);
}

core::Status TenantOpening::openConsole(bool rateLimit)
{
    if (m_console)
        return core::ok();
    const auto folder = dataFolder();
    if (!folder)
        return folder.error();
    assembly::ConsoleOptions o;
    o.dataDir = *folder;
    o.rateLimit = rateLimit;
    auto console = assembly::Console::open(o);
    if (!console)
        return console.error();
    m_console = *std::move(console);
    return core::ok();
}

void TenantOpening::hold(const domain::Tenant &tenant, const services::TenantSecrets &given)
{
    const auto keep = [&](const QString &name, const core::SecretPtr &s) {
        if (s)
            m_console->vault().hold(services::secretKey(tenant, name), s);
    };
    keep(services::secretname::sailpoint, given.sailpoint);
    keep(services::secretname::idv, given.idv);
    keep(services::secretname::workflowId, given.workflowId);
    keep(services::secretname::workflow, given.workflow);
    keep(services::secretname::proxyUser, given.proxyUser);
    keep(services::secretname::proxyPassword, given.proxyPassword);
    keep(services::secretname::callback, given.callback);
    keep(services::secretname::callbackNext, given.callbackNext);
    keep(services::secretname::events, given.events);
}

void TenantOpening::withTenant(std::function<void(const domain::Tenant &)> then)
{
    if (m_shell.value("tenant").isEmpty())
        return m_shell.usage(QStringLiteral("--tenant: name the tenant."));
    const auto given = m_shell.secretInput().secrets();
    if (!given)
        return m_shell.fail(given.error());
    if (const auto opened = openConsole(!m_shell.isSet("no-rate-limit")); !opened)
        return m_shell.fail(opened.error());
    core::whenDone<domain::Tenant>(m_console->tenants().byName(m_shell.value("tenant")), &m_shell,
        [this, then = std::move(then), given = *given](const Result<domain::Tenant> &t) {
            if (!t)
                return m_shell.fail(t.error());
            domain::Tenant tenant = *t;
            hold(tenant, given);
            if (given.sailpoint)
                tenant.secretsMissing = false;
            then(tenant);
        });
}

void TenantOpening::withTenantSession(std::function<void(services::TenantSession &)> then)
{
    withTenant([this, then = std::move(then)](const domain::Tenant &tenant) { openTenantSession(tenant, then); });
}

void TenantOpening::openTenantSession(
    const domain::Tenant &tenant, const std::function<void(services::TenantSession &)> &then)
{
    auto tenantSession = services::TenantSession::open(tenant, m_console->context());
    if (!tenantSession)
        return m_shell.fail(tenantSession.error());
    m_tenantSession = *std::move(tenantSession);
    QObject::connect(&m_tenantSession->verifier().starter(), &services::SessionStarter::unwritten, &m_shell,
        [this](const QString &why) {
            m_shell.output().note(QStringLiteral("The provider has answered, and the answer cannot be written yet: %1 "
                                                 "Keep this running; it is tried again.")
                                      .arg(why));
        });
    QObject::connect(m_tenantSession.get(), &services::TenantSession::pathsMoved, &m_shell, [this] {
        m_shell.output().note(QStringLiteral("SailPoint says that the paths of v2024 end: this tenant is asked by the "
                                             "per-service paths (v1) from now on. Back by hand: idvctl tenant set NAME "
                                             "--path-style v2024"));
    });
    then(*m_tenantSession);
}

void TenantOpening::closeTenantSession()
{
    m_tenantSession.reset();
}

} // namespace cli
