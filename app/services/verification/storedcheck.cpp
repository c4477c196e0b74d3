#include "services/verification/storedcheck.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/reverification.h"
#include "services/sync/syncer.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include <QThreadPool>

namespace services {

using core::Async;
using core::Result;
using domain::Session;
using domain::StoredFacts;

static constexpr core::Instant keptFor = core::minuteMs; ///< what falls due or runs out meanwhile tells nobody

StoredCheck::StoredCheck(TenantSession &tenantSession) : m_tenantSession(tenantSession)
{
    connect(&tenantSession, &TenantSession::peopleChanged, this, &StoredCheck::forget);
    connect(&tenantSession.verifier().sessions(), &Sessions::listChanged, this, &StoredCheck::forget);
    connect(&tenantSession.reverification(), &Reverification::changed, this, &StoredCheck::forget);
}

void StoredCheck::forget()
{
    ++m_change;
    m_known.reset();
    m_running.reset();
}

Async<StoredFacts> StoredCheck::facts()
{
    const core::Instant now = m_tenantSession.context().clock->now();
    if (m_known && now >= m_knownAt && now - m_knownAt < keptFor)
        return core::ready<StoredFacts>(*m_known);
    if (m_running)
        return *m_running;
    const auto running = evaluate(now);
    m_running = running;
    core::whenDone<StoredFacts>(running, this, [this, now, change = m_change](const Result<StoredFacts> &r) {
        if (change != m_change)
            return;
        m_running.reset();
        if (!r)
            return;
        m_known = *r;
        m_knownAt = now;
    });
    return running;
}

// There may be as many passes as people: only what has to be asked for on this thread is.
Async<StoredFacts> StoredCheck::evaluate(core::Instant now)
{
    using Passes = QList<Session>;
    using Rows = std::shared_ptr<const domain::RowIds>;
    const domain::ReverificationPolicy policy = m_tenantSession.reverification().policy();
    domain::SessionFilter f;
    f.states = {domain::SessionState::Verified};
    f.since =
        now - (domain::longestInterval(policy) + 1) * core::dayMs; // by its start, which is a little before its result
    f.limit = 1'000'000;
    const auto latest =
        core::andThen<Passes>(m_tenantSession.verifier().sessions().list(f), this, [](const Passes &all) {
            core::Deferred<Passes> out;
            QThreadPool::globalInstance()->start([all, out] { out.resolve(domain::latestPasses(all)); });
            return out.future();
        });
    return core::andThen<Passes>(latest, this, [this, policy, now](const Passes &passes) {
        if (passes.isEmpty())
            return core::ready<StoredFacts>(StoredFacts());
        return core::andThen<domain::SyncState>(
            m_tenantSession.syncer().state(), this, [this, policy, now, passes](const domain::SyncState &sync) {
                const auto readAt = domain::everybodyReadAt(sync);
                QStringList ids;
                ids.reserve(passes.size());
                for (const Session &s : passes)
                    ids << s.request.identity.str();
                const auto people =
                    core::andThen<Rows>(m_tenantSession.directory().rowsOf(ids), this, [this](const Rows &rows) {
                        domain::RowIds known;
                        std::copy_if(
                            rows->begin(), rows->end(), std::back_inserter(known), [](qint32 rid) { return rid > 0; });
                        return m_tenantSession.directory().people(known);
                    });
                return core::andThen<QList<domain::Identity>>(
                    people, this, [policy, now, passes, readAt](const QList<domain::Identity> &list) {
                        core::Deferred<StoredFacts> out;
                        QThreadPool::globalInstance()->start([policy, now, passes, readAt, list, out] {
                            out.resolve(domain::storedFacts(passes, list, policy, readAt, now));
                        });
                        return out.future();
                    });
            });
    });
}

} // namespace services
