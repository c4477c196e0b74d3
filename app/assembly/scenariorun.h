#pragma once
#include "assembly/scenariorunner.h"
#include "domain/tenants/tenant.h"
#include "httpd/server.h"
#include "lab/lab.h"
#include "services/tenants/context.h"
#include "services/tenantsession/tenantsession.h"
#include "store/ledger/ledger.h"
#include "vault/vault.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QTemporaryDir>
#include <QUuid>
#include <atomic>

namespace assembly {

/// The time of a scenario: the system's, put forward at will.
class ScenarioClock final : public core::Clock
{
public:
    core::Instant now() const override { return m_system.now() + m_ahead.load(); }
    void advance(core::Instant by) { m_ahead += by; }

private:
    core::SystemClock m_system;
    std::atomic<core::Instant> m_ahead{0};
};

/// Everything of one run, in the order in which it is made; taken down in the other.
struct ScenarioRunner::Run
{
    core::Status prepare();
    void record(const domain::Tenant &tenant);
    /// Opens the listener for events, once; its address.
    core::Result<QString> listen();
    void noteEvent(const httpd::Request &request);

    domain::Scenario scenario;
    domain::ScenarioReport report;
    domain::ScenarioStepReport step;
    core::Deferred<domain::ScenarioReport> answer;
    QElapsedTimer total, watch;
    qsizetype at = 0;
    QJsonObject facts;
    core::IdentityId person;
    core::SessionId session;
    QTemporaryDir folder;
    std::shared_ptr<ScenarioClock> clock = std::make_shared<ScenarioClock>();
    vault::MemoryVault vault;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<lab::Lab> lab;
    std::unique_ptr<services::TenantSession> tenantSession;
    QByteArray token = QUuid::createUuid().toByteArray(QUuid::Id128); ///< of the subscriptions
    std::unique_ptr<httpd::Server> listener;
    QString listenerUrl;
};

} // namespace assembly
