#pragma once
#include "domain/identityiq.h"
#include "domain/messages.h"
#include "services/tenants.h"
#include <functional>

namespace services {

enum class TestLevel { Pass, Warn, Fail };

/// One line of a connection test: what was asked and what came back, nothing more.
struct TestLine
{
    TestLevel level = TestLevel::Pass;
    QString text;
    QString fact;                      ///< right-hand side: "84 ms", "token for 12 minutes"
    std::optional<core::Error> error;
    domain::Vendor vendor = domain::Vendor::SailPoint;
    QString advice{};                  ///< what is off, or to be done; empty: the error's own
};

struct TestReport
{
    QList<TestLine> lines;
    bool isPassed() const;             ///< nothing failed
    QStringList attributes;            ///< technical names that exist in SailPoint, when they could be read
    qint64 milliseconds = 0;
    QList<domain::Capability> capabilities; ///< of IdentityIQ: what answers
};

enum class TestParts { SailPoint, Provider, Both };

/// Tries a tenant without storing anything; secrets come as given or, where a member is empty, from the vault.
/// Nothing is changed at either vendor. `line` is called on the GUI thread as each part is known.
core::Async<TestReport> testConnection(Context &context, const domain::Tenant &tenant, const TenantSecrets &secrets, TestParts parts,
                                       std::function<void(const TestLine &)> line, QObject *owner);

} // namespace services
