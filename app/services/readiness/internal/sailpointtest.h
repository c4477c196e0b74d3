#pragma once
#include "net/http/http.h"
#include "net/sailpoint/api.h"
#include "services/readiness/connectiontest.h"
#include <QObject>
#include <functional>
#include <memory>

namespace services {

struct ProbeResult;
class TestRecord;

/// SailPoint's half of a connection test: the address, the client and its secret, and what they may read; of
/// IdentityIQ, what the server can do. One step after the other. Thread: the GUI's.
class SailPointTest : public QObject
{
    Q_OBJECT
public:
    /// All of them live longer.
    SailPointTest(const domain::Tenant &tenant, net::Http &http, net::sailpoint::Api &api,
        std::shared_ptr<core::Clock> clock, TestRecord &record, QObject *parent = nullptr);
    ~SailPointTest() override;

    /// Once. `after` is called when nothing is left to be asked.
    void run(const std::function<void()> &after);

private:
    bool isIiq() const { return domain::isIdentityIq(m_tenant); }
    void address();
    void capabilities();
    void takeCapability(const ProbeResult &result);
    void concludeCapabilities();
    void credentials();
    void stranger(const net::sailpoint::TokenInfo &mine);
    void anyone(bool hasUser);
    void people(bool hasUser);
    void onePerson(bool hasUser, bool canSearch);
    void profiles();
    void attributes();
    void workflow();

    const domain::Tenant &m_tenant;
    net::Http &m_http;
    net::sailpoint::Api &m_api;
    std::shared_ptr<core::Clock> m_clock;
    TestRecord &m_record;
    std::function<void()> m_after;
    std::unique_ptr<net::sailpoint::Tokens> m_stranger;
    bool m_pingsAnybody = false; ///< without any credential
};

} // namespace services
