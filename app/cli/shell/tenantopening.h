#pragma once
#include "core/result.h"
#include "domain/tenants/tenant.h"
#include <functional>
#include <memory>

namespace assembly {
class Console;
}
namespace services {
class TenantSession;
struct TenantSecrets;
} // namespace services

namespace cli {

class Shell;

/// Opens what one call of idvctl works on: the data folder, the console over it, a tenant, its session. Each is opened
/// once and stays open until the call ends; what fails ends the call.
class TenantOpening
{
public:
    explicit TenantOpening(Shell &shell);
    ~TenantOpening();
    /// Another data folder than the user's.
    void setDataDir(const QString &path) { m_dataDir = path; }
    /// The data folder, made when it is not there; no ledger is opened.
    core::Result<QString> dataFolder() const;
    core::Status openConsole(bool rateLimit = true);
    bool isConsoleOpen() const { return bool(m_console); }
    /// Of an open console only.
    assembly::Console &console() { return *m_console; }
    /// Opens the console and the tenant of --tenant, with given secrets held in memory; calls `then` or fails.
    void withTenant(std::function<void(const domain::Tenant &)> then);
    /// Secrets that were given for this call, in memory only.
    void hold(const domain::Tenant &tenant, const services::TenantSecrets &given);
    void withTenantSession(std::function<void(services::TenantSession &)> then);
    void openTenantSession(const domain::Tenant &tenant, const std::function<void(services::TenantSession &)> &then);
    void closeTenantSession();

private:
    Shell &m_shell;
    QString m_dataDir;
    std::unique_ptr<assembly::Console> m_console;
    std::unique_ptr<services::TenantSession> m_tenantSession;
};

} // namespace cli
