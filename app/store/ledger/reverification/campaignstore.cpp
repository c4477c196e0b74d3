#include "store/ledger/reverification/campaignstore.h"
#include "store/ledger/ledgerfile.h"
#include "store/ledger/reverification/campaignrows.h"
#include "store/ledger/tenants/leaserows.h"

namespace store {

using core::Async;
using core::Result;
using core::Unit;
using domain::Campaign;
using domain::CampaignState;

CampaignStore::CampaignStore(LedgerFile &file) : m_file(file), m_recipients(file)
{
    connect(&m_recipients, &RecipientStore::changed, this, &CampaignStore::changed);
}

Async<Unit> CampaignStore::add(const Campaign &k, const domain::AuditEvent &audit)
{
    const auto done = m_file.write<Unit>([k, audit](Transaction &c) -> core::Status {
        const auto r = sql::insertCampaign(c, k);
        return r ? c.record(audit) : r;
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT changed(); });
    return done;
}

Async<Campaign> CampaignStore::change(const QString &id, std::function<Result<CampaignStep>(const Campaign &)> step)
{
    const auto done = m_file.write<Campaign>([id, step = std::move(step)](Transaction &c) -> Result<Campaign> {
        const auto known = sql::campaignWhere(c, QStringLiteral("id = ?"), {id});
        if (!known)
            return known.error();
        auto next = step(*known);
        if (!next)
            return next.error();
        next->campaign.version = known->version;
        if (const auto r = sql::updateCampaign(c, next->campaign); !r)
            return r.error();
        if (next->audit) {
            if (const auto r = c.record(*next->audit); !r)
                return r.error();
        }
        ++next->campaign.version;
        return next->campaign;
    });
    core::whenDone<Campaign>(done, this, [this](const Result<Campaign> &r) {
        if (r)
            Q_EMIT changed();
    });
    return done;
}

Async<QList<Campaign>> CampaignStore::list(const core::TenantId &tenant)
{
    return m_file.read<QList<Campaign>>([tenant](Connection &c) {
        return sql::campaignsWhere(c, QStringLiteral("tenant = ? ORDER BY created_at DESC"), {tenant.str()});
    });
}

Async<Campaign> CampaignStore::campaign(const core::TenantId &tenant, const QString &id)
{
    return m_file.read<Campaign>([tenant, id](Connection &c) {
        return sql::campaignWhere(c, QStringLiteral("tenant = ? AND id = ?"), {tenant.str(), id});
    });
}

Async<int> CampaignStore::interrupt(
    const core::TenantId &tenant, const QString &lease, const QString &why, const domain::AuditEvent &audit)
{
    const auto done = m_file.write<int>([tenant, lease, why, audit](Transaction &c) -> Result<int> {
        const auto holder = sql::leaseHolder(c, lease, c.now());
        if (!holder)
            return holder.error();
        if (!holder->isEmpty())
            return 0;
        auto running = sql::campaignsWhere(c, QStringLiteral("tenant = ? AND state = 'running'"), {tenant.str()});
        if (!running)
            return running.error();
        for (Campaign &k : *running) {
            k.state = CampaignState::Paused;
            k.why = why;
            // The plan of one that cannot be read is kept as it is.
            const auto kept =
                k.problem.isEmpty()
                    ? sql::updateCampaign(c, k)
                    : c.exec(QStringLiteral(
                                 "UPDATE campaign SET state = 'paused', why = ?, version = version + 1 WHERE id = ?"),
                          {why, k.id});
            if (!kept)
                return kept.error();
            domain::AuditEvent a = audit;
            a.subject = k.id;
            if (const auto r = c.record(a); !r)
                return r.error();
        }
        return int(running->size());
    });
    core::whenDone<int>(done, this, [this](const Result<int> &n) {
        if (n && *n > 0)
            Q_EMIT changed();
    });
    return done;
}

} // namespace store
