#pragma once
#include "domain/tenants/identityiq.h"
#include "domain/text/messages.h"
#include "services/tenants/tenants.h"
#include <functional>

namespace services {

enum class TestLevel {
    Pass,
    Warn,
    NotProven, ///< an answer came, but it would have come without the right credential as well
    Fail,
};
/// "pass", "warn", "not-proven", "fail", as in JSON.
QString testLevelKey(TestLevel level);
/// Neither a tick nor a failure: Warn and NotProven.
inline bool isDoubtful(TestLevel level)
{
    return level == TestLevel::Warn || level == TestLevel::NotProven;
}

/// One line of a connection test: what was asked and what came back, nothing more.
struct TestLine
{
    TestLevel level = TestLevel::Pass;
    QString text;
    QString fact; ///< right-hand side: "84 ms", "token for 12 minutes"
    std::optional<core::Error> error;
    domain::Vendor vendor = domain::Vendor::SailPoint;
    QString advice{}; ///< what is off, or to be done; empty: the error's own
};

struct TestReport
{
    QList<TestLine> lines;
    bool isPassed() const;  ///< nothing failed
    bool isProven() const;  ///< and nothing is left unproven
    QString organisation;   ///< of the cloud, as its token names it; empty: it did not say
    QStringList attributes; ///< technical names that exist in SailPoint, when they could be read
    qint64 milliseconds = 0;
    QList<domain::Capability> capabilities; ///< of IdentityIQ: what answers
};

enum class TestParts { SailPoint, Provider, Both };

/// Tries a tenant without storing anything; secrets come as given or, where a member is empty, from the vault.
/// Nothing is changed at either vendor. Each credential is compared, once, with a made-up one that must be refused: a
/// client that nobody has, a key for a session that cannot exist. `line` is called on the GUI thread as each part is
/// known.
core::Async<TestReport> testConnection(Context &context, const domain::Tenant &tenant, const TenantSecrets &secrets,
    TestParts parts, std::function<void(const TestLine &)> line, QObject *owner);

} // namespace services
