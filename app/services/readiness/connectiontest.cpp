#include "services/readiness/connectiontest.h"
#include "net/provider/docuverify.h"
#include "services/readiness/internal/providertest.h"
#include "services/readiness/internal/sailpointtest.h"
#include "services/readiness/testrecord.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QElapsedTimer>
#include <algorithm>

namespace services {

QString testLevelKey(TestLevel level)
{
    switch (level) {
    case TestLevel::Pass: return QStringLiteral("pass");
    case TestLevel::Warn: return QStringLiteral("warn");
    case TestLevel::NotProven: return QStringLiteral("not-proven");
    case TestLevel::Fail: break;
    }
    return QStringLiteral("fail");
}

bool TestReport::isProven() const
{
    return isPassed() &&
           std::none_of(lines.begin(), lines.end(), [](const TestLine &l) { return l.level == TestLevel::NotProven; });
}

bool TestReport::isPassed() const
{
    return std::none_of(lines.begin(), lines.end(), [](const TestLine &l) { return l.level == TestLevel::Fail; });
}

namespace {

// Runs its steps one after the other and deletes itself.
class Runner : public QObject
{
public:
    Runner(Context &context, const domain::Tenant &tenant, const TenantSecrets &secrets, TestParts parts,
        std::function<void(const TestLine &)> line, QObject *owner)
        : QObject(owner), m_tenant(tenant), m_parts(parts), m_record(std::move(line)),
          m_vault(context.vault, secrets, tenant)
    {
        m_http = std::make_unique<net::Http>(httpOptions(context), std::make_shared<net::NoLimiter>(), context.clock);
        m_api = std::make_unique<net::sailpoint::Api>(
            tenant, *m_http, [this] { return m_vault.read(secretname::sailpoint); }, context.clock);
        m_provider = net::makeProvider(
            tenant, *m_http, [this] { return m_vault.read(secretname::idv); }, context.clock);
        m_sailpointTest = std::make_unique<SailPointTest>(m_tenant, *m_http, *m_api, context.clock, m_record);
        m_providerTest = std::make_unique<ProviderTest>(m_tenant, *m_provider, m_record);
        m_timer.start();
    }
    core::Async<TestReport> run()
    {
        if (m_parts == TestParts::Provider)
            provider();
        else
            m_sailpointTest->run([this] { m_parts == TestParts::Both ? provider() : finish(); });
        return m_promise.future();
    }

private:
    struct Given
    {
        Given(core::Vault &v, TenantSecrets s, domain::Tenant t) : vault(v), secrets(std::move(s)), tenant(std::move(t))
        {
        }
        core::Async<core::SecretPtr> read(const QString &name)
        {
            const core::SecretPtr s = given(name);
            return s ? core::ready<core::SecretPtr>(s) : vault.read(secretKey(tenant, name));
        }
        core::SecretPtr given(const QString &name) const
        {
            if (name == secretname::proxyUser)
                return secrets.proxyUser;
            if (name == secretname::proxyPassword)
                return secrets.proxyPassword;
            return name == secretname::idv ? secrets.idv : secrets.sailpoint;
        }
        core::Vault &vault;
        TenantSecrets secrets;
        domain::Tenant tenant;
    };

    net::HttpOptions httpOptions(const Context &c)
    {
        net::HttpOptions h = httpOptionsOf(m_tenant, [this](const QString &name) { return m_vault.read(name); });
        h.tries = 1;
        h.deadlineCap = c.deadlineCap.value_or(std::chrono::seconds(10));
        return h;
    }

    void provider()
    {
        m_providerTest->run([this] { finish(); });
    }
    void finish()
    {
        m_record.report().milliseconds = m_timer.elapsed();
        m_promise.resolve(m_record.report());
        deleteLater();
    }

    domain::Tenant m_tenant;
    TestParts m_parts;
    TestRecord m_record;
    Given m_vault;
    std::unique_ptr<net::Http> m_http;
    std::unique_ptr<net::sailpoint::Api> m_api;
    std::unique_ptr<net::Provider> m_provider;
    std::unique_ptr<SailPointTest> m_sailpointTest;
    std::unique_ptr<ProviderTest> m_providerTest;
    core::Deferred<TestReport> m_promise;
    QElapsedTimer m_timer;
};

} // namespace

core::Async<TestReport> testConnection(Context &context, const domain::Tenant &tenant, const TenantSecrets &secrets,
    TestParts parts, std::function<void(const TestLine &)> line, QObject *owner)
{
    return (new Runner(context, tenant, secrets, parts, std::move(line), owner))->run();
}

} // namespace services
