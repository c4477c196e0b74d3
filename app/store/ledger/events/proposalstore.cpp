#include "store/ledger/events/proposalstore.h"
#include "store/ledger/events/proposalrows.h"
#include "store/ledger/ledgerfile.h"
#include <QCoreApplication>

namespace store {

using core::Async;
using core::Result;
using domain::Proposal;

Async<QList<Proposal>> ProposalStore::list(const core::TenantId &tenant, bool onlyOpen)
{
    return m_file.read<QList<Proposal>>([tenant, onlyOpen](Connection &c) {
        if (onlyOpen)
            return sql::proposalsWhere(c,
                QStringLiteral("tenant = ? AND state IN ('open', 'starting') ORDER BY at DESC LIMIT 500"),
                {tenant.str()});
        return sql::proposalsWhere(c, QStringLiteral("tenant = ? ORDER BY at DESC LIMIT 500"), {tenant.str()});
    });
}

Async<QList<Proposal>> ProposalStore::of(const core::SessionId &session)
{
    return m_file.read<QList<Proposal>>([session](Connection &c) {
        return sql::proposalsWhere(c, QStringLiteral("session = ? AND session <> ''"), {session.str()});
    });
}

Async<int> ProposalStore::startedByRules(const core::TenantId &tenant, core::Instant since)
{
    return m_file.read<int>(
        [tenant, since](Connection &c) -> Result<int> { return sql::countStartedByRules(c, tenant, since); });
}

Async<Proposal> ProposalStore::change(
    const core::TenantId &tenant, const QString &id, std::function<Result<ProposalStep>(const Proposal &)> step)
{
    return changeIn(tenant, id, [step = std::move(step)](Connection &, const Proposal &p) { return step(p); });
}

Async<Proposal> ProposalStore::claim(const core::TenantId &tenant, const QString &id, int most, core::Instant since,
    std::function<Result<ProposalStep>(const Proposal &)> step)
{
    return changeIn(tenant, id,
        [tenant, id, most, since, step = std::move(step), now = m_file.now()](
            Connection &c, const Proposal &p) -> Result<ProposalStep> {
            const auto n = sql::countStartedByRules(c, tenant, since);
            if (!n)
                return n.error();
            if (*n >= most)
                return core::makeError(core::ErrorCode::RateLimited,
                    QCoreApplication::translate("Proposals",
                        "More verifications than are allowed in an hour would have started by themselves."));
            if (const auto r = c.exec(QStringLiteral("UPDATE proposal SET started_at = ? WHERE id = ?"), {now, id}); !r)
                return r.error();
            return step(p);
        });
}

Async<Proposal> ProposalStore::changeIn(const core::TenantId &tenant, const QString &id,
    std::function<Result<ProposalStep>(Connection &, const Proposal &)> step)
{
    const auto done = m_file.write<Proposal>([tenant, id, step = std::move(step)](Transaction &c) -> Result<Proposal> {
        const auto known = sql::proposalsWhere(c, QStringLiteral("tenant = ? AND id = ?"), {tenant.str(), id});
        if (!known)
            return known.error();
        if (known->isEmpty())
            return core::makeError(core::ErrorCode::NotFound, QStringLiteral("There is no such proposal."));
        auto next = step(c, known->first());
        if (!next)
            return next.error();
        const Proposal &p = next->proposal;
        if (const auto r = c.exec(QStringLiteral("UPDATE proposal SET state = ?, session = ?, why = ? WHERE id = ?"),
                {domain::proposalStateKey(p.state), text(p.session.str()), text(p.why), id});
            !r)
            return r.error();
        if (next->audit) {
            if (const auto a = c.record(*next->audit); !a)
                return a.error();
        }
        return p;
    });
    core::whenDone<Proposal>(done, this, [this](const Result<Proposal> &r) {
        if (r)
            Q_EMIT changed();
    });
    return done;
}

} // namespace store
