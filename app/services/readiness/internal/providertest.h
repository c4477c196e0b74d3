#pragma once
#include "net/provider/provider.h"
#include "services/readiness/connectiontest.h"
#include <QObject>
#include <functional>

namespace services {

class TestRecord;

/// The provider's half of a connection test: its address, and whether the API key makes a difference. Thread: the
/// GUI's.
class ProviderTest : public QObject
{
    Q_OBJECT
public:
    /// All of them live longer.
    ProviderTest(const domain::Tenant &tenant, net::Provider &provider, TestRecord &record, QObject *parent = nullptr);
    ~ProviderTest() override;

    /// Once. `after` is called when nothing is left to be asked.
    void run(const std::function<void()> &after);

private:
    void compare(const net::Probed &mine, const core::ProviderSessionId &nobody, const QString &took);
    void showKey(const net::Probed &mine, const std::optional<domain::KeyAnswer> &control, const QString &took);
    void showDoubt(domain::KeyProof proof, const net::Probed &mine);
    void showFault(domain::KeyProof proof, const net::Probed &mine);

    const domain::Tenant &m_tenant;
    net::Provider &m_provider;
    TestRecord &m_record;
    std::function<void()> m_after;
};

} // namespace services
