#include "services/verification/drift.h"
#include "domain/tenants/tenantguard.h"
#include "domain/verification/writeback/storedresult.h"
#include "services/identities/identitydirectory.h"
#include "services/sync/syncer.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include <QCoreApplication>
#include <QSet>
#include <QThreadPool>

namespace services {

using core::Async;
using core::Result;
using domain::Session;

static QString sayDrift(const char *text)
{
    return QCoreApplication::translate("Drift", text);
}

DriftCheck::DriftCheck(TenantSession &tenantSession, QObject *parent) : QObject(parent), m_tenantSession(tenantSession)
{
}

// Runs on a pool thread: there may be as many as people. `readAt`: what the copy says of anybody is at least from then.
static domain::DriftList compared(const QList<Session> &latest, const QList<domain::Identity> &people,
    const domain::Tenant &tenant, std::optional<core::Instant> readAt)
{
    QHash<QString, domain::IdvFacts> facts;
    for (const auto &p : people)
        facts.insert(p.id.str(), p.idv);
    domain::DriftList out;
    for (const auto &s : latest) {
        const auto it = facts.constFind(s.request.identity.str());
        if (it == facts.constEnd())
            continue; // gone from SailPoint
        const auto stored = domain::storedResultOf(s, *it, readAt);
        const bool isOnItsWay = !domain::isFinal(domain::writeBackFromKey(s.writeBack));
        if (stored == domain::StoredResult::NotLookedAt) {
            ++out.notLookedAt;
            continue;
        }
        // What the console itself is writing just now is no difference yet; what it only waits for is one in time.
        if (isOnItsWay && stored == domain::StoredResult::Stored)
            continue;
        ++out.compared;
        const auto fields = domain::driftOf(s, *it, tenant);
        if (!fields.isEmpty() || stored == domain::StoredResult::NotStored)
            out.all.append({s, fields, stored == domain::StoredResult::NotStored});
    }
    return out;
}

QString DriftCheck::obstacle() const
{
    if (const auto locked = domain::lockFault(m_tenantSession.tenant()))
        return locked->text;
    if (m_tenantSession.tenant().writeBack == domain::WriteBackStrategy::None)
        return sayDrift(
            QT_TRANSLATE_NOOP("Drift", "This console does not write to SailPoint for this tenant (write-back: none)."));
    return {};
}

Async<domain::DriftList> DriftCheck::list()
{
    domain::SessionFilter f;
    f.states = {domain::SessionState::Verified};
    f.limit = 1'000'000;
    return core::andThen<QList<Session>>(
        m_tenantSession.verifier().sessions().list(f), this, [this](const QList<Session> &all) {
            auto latest = std::make_shared<QList<Session>>();
            QSet<QString> seen;
            QStringList ids;
            for (const auto &s : all) { // newest first
                if (seen.contains(s.request.identity.str()))
                    continue;
                seen.insert(s.request.identity.str());
                *latest << s;
                ids << s.request.identity.str();
            }
            return core::andThen<domain::SyncState>(m_tenantSession.syncer().state(), this,
                [this, latest, ids](const domain::SyncState &sync) { return compare(latest, ids, sync); });
        });
}

Async<domain::DriftList> DriftCheck::compare(
    const std::shared_ptr<QList<Session>> &latest, const QStringList &ids, const domain::SyncState &sync)
{
    using Rows = std::shared_ptr<const domain::RowIds>;
    const auto readAt = domain::everybodyReadAt(sync);
    return core::andThen<Rows>(m_tenantSession.directory().rowsOf(ids), this, [this, latest, readAt](const Rows &rows) {
        domain::RowIds known;
        for (const auto rid : *rows) {
            if (rid > 0)
                known.push_back(rid);
        }
        return core::andThen<QList<domain::Identity>>(m_tenantSession.directory().people(known), this,
            [latest, readAt, tenant = m_tenantSession.tenant()](const QList<domain::Identity> &people) {
                core::Deferred<domain::DriftList> out;
                QThreadPool::globalInstance()->start(
                    [latest, tenant, people, readAt, out] { out.resolve(compared(*latest, people, tenant, readAt)); });
                return out.future();
            });
    });
}

Async<Session> DriftCheck::repair(const core::SessionId &id)
{
    if (const QString why = obstacle(); !why.isEmpty())
        return core::ready<Session>(core::makeError(core::ErrorCode::Conflict, why));
    return core::andThen<Session>(m_tenantSession.verifier().sessions().session(id), this, [this](const Session &s) {
        return core::andThen<domain::Identity>(
            m_tenantSession.directory().refresh(s.request.identity), this, [this, s](const domain::Identity &p) {
                if (domain::driftOf(s, p.idv, m_tenantSession.tenant()).isEmpty())
                    return core::ready<Session>(core::makeError(core::ErrorCode::Conflict,
                        sayDrift(QT_TRANSLATE_NOOP("Drift", "SailPoint agrees by now; nothing was written."))));
                return m_tenantSession.verifier().writeBack().again(s.id);
            });
    });
}

} // namespace services
