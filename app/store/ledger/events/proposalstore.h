#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include "domain/audit/audit.h"
#include "domain/events/eventrule.h"
#include <QObject>
#include <functional>

namespace store {

class Connection;
class LedgerFile;

using domain::ProposalStep;

/// The verifications that events propose. Signals come on the object's thread.
class ProposalStore : public QObject
{
    Q_OBJECT
public:
    explicit ProposalStore(LedgerFile &file) : m_file(file) {}
    /// Newest first, at most 500.
    core::Async<QList<domain::Proposal>> list(const core::TenantId &tenant, bool onlyOpen);
    core::Async<QList<domain::Proposal>> of(const core::SessionId &session);
    /// Reads, lets `step` decide, writes; in one transaction.
    core::Async<domain::Proposal> change(const core::TenantId &tenant, const QString &id,
        std::function<core::Result<ProposalStep>(const domain::Proposal &)> step);
    /// As change(), for a start by a rule: counted in the transaction that claims it. RateLimited when `most` were
    /// claimed since then, whatever became of them.
    core::Async<domain::Proposal> claim(const core::TenantId &tenant, const QString &id, int most, core::Instant since,
        std::function<core::Result<ProposalStep>(const domain::Proposal &)> step);
    /// How many rules have started by themselves.
    core::Async<int> startedByRules(const core::TenantId &tenant, core::Instant since);

Q_SIGNALS:
    void changed();

private:
    core::Async<domain::Proposal> changeIn(const core::TenantId &tenant, const QString &id,
        std::function<core::Result<ProposalStep>(Connection &, const domain::Proposal &)> step);
    LedgerFile &m_file;
};

} // namespace store
