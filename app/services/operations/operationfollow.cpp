#include "net/sailpoint/identities.h"
#include "net/sailpoint/profiles.h"
#include "services/operations/operations.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include <QCoreApplication>

// How Operations sees the end of what was asked for.
namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using domain::FollowBy;
using domain::Operation;
using domain::OperationKind;
using domain::OperationState;

static QString sayOperations(const char *text)
{
    return QCoreApplication::translate("Operations", text);
}

// At once: what waits for a later look of its own is not looked at sooner by this.
void Operations::follow()
{
    m_timer.start(0);
}

void Operations::onTimer()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    core::whenDone<QList<Operation>>(operations(true), this, [this](const Result<QList<Operation>> &open) {
        m_isLooking = false;
        if (!open)
            return;
        const core::Instant now = m_context.clock->now();
        core::Instant soonest = -1;
        for (const Operation &o : *open) {
            core::Instant &at = m_nextLooks[o.id];
            if (at <= now) {
                core::Instant &pause = m_pauses[o.id];
                pause = domain::nextLook(o.createdAt, pause, now);
                const bool isLast = pause == 0;
                at = isLast ? std::numeric_limits<core::Instant>::max() : now + pause;
                core::whenDone<Operation>(poll(o), this, [this, isLast](const Result<Operation> &r) {
                    if (r && isLast && !domain::isOver(r->state) && r->state != OperationState::Unknown)
                        core::whenDone<Operation>(finalize(r->id, OperationState::StillRunning, {}, {}, {}, r->percent),
                            this, [](const Result<Operation> &) {});
                });
            }
            if (at != std::numeric_limits<core::Instant>::max())
                soonest = soonest < 0 ? at : std::min(soonest, at);
        }
        if (soonest >= 0)
            m_timer.start(int(std::clamp<core::Instant>(soonest - now, 200, 15000)));
    });
}

// An intent whose process died is unknown: whether it left is not known, and it is not sent again.
static bool isStale(const Operation &o, core::Instant now)
{
    return o.state == OperationState::Intent && now - o.updatedAt > domain::callTakesAtMost;
}

Async<Operation> Operations::poll(const Operation &o)
{
    if (o.state == OperationState::Intent && !isStale(o, m_context.clock->now()))
        return core::ready<Operation>(o);
    if (o.kind == OperationKind::DeleteIdentity) {
        core::Deferred<Operation> out;
        core::whenDone<domain::Identity>(m_tenantSession.refresh(core::IdentityId(o.subjects.value(0))), this,
            [this, o, out](const Result<domain::Identity> &p) {
                const bool isGone = !p && p.error().code == ErrorCode::NotFound;
                const auto next = isGone ? finalize(o.id, OperationState::Done, {}, {}, {}, 100)
                                  : isStale(o, m_context.clock->now())
                                      ? finalize(o.id, OperationState::Unknown, {}, {}, {}, -1)
                                      : core::ready<Operation>(o);
                core::whenDone<Operation>(next, this, [out](const Result<Operation> &r) { out.resolve(r); });
            });
        return out.future();
    }
    if (isStale(o, m_context.clock->now()))
        return finalize(o.id, OperationState::Unknown,
            sayOperations(QT_TRANSLATE_NOOP("Operations",
                "The console ended before SailPoint answered. It is not asked again by itself; look in SailPoint.")),
            {}, {}, -1);
    if (o.followBy == FollowBy::RefreshFlag) {
        return core::andThen<QJsonObject>(profile(o.subjects.value(0)), this, [this, o](const QJsonObject &p) {
            return p.value(QLatin1String("identityRefreshRequired")).toBool()
                       ? core::ready<Operation>(o)
                       : finalize(o.id, OperationState::Done, {}, {}, {}, 100);
        });
    }
    if (o.followBy != FollowBy::Task || o.taskId.isEmpty())
        return core::ready<Operation>(o);
    core::Deferred<Operation> out;
    core::whenDone<domain::TaskState>(net::sailpoint::taskStatus(m_connections.api, o.taskId), this,
        [this, o, out](const Result<domain::TaskState> &t) {
            const auto pass = [out](const Result<Operation> &r) { out.resolve(r); };
            // A task that SailPoint does not know cannot be followed (contract 5: the id may not resolve).
            if (!t && t.error().code == ErrorCode::NotFound)
                return core::whenDone<Operation>(finalize(o.id, OperationState::Submitted, {}, {}, {}, -1), this, pass);
            if (!t)
                return out.resolve(t.error());
            if (!t->isOver && o.state == OperationState::Running && o.percent == t->percent)
                return out.resolve(o); // nothing new: nothing written
            if (!t->isOver)
                return core::whenDone<Operation>(
                    finalize(o.id, OperationState::Running, {}, {}, {}, t->percent), this, pass);
            const QString text = t->isGood
                                     ? QString()
                                     : sayOperations(QT_TRANSLATE_NOOP("Operations", "SailPoint's task ended with: %1"))
                                           .arg(t->message.isEmpty() ? t->word : t->message);
            core::whenDone<Operation>(
                finalize(o.id, t->isGood ? OperationState::Done : OperationState::Failed, text, {}, {}, 100), this,
                [this, o, pass](const Result<Operation> &r) {
                    // The recomputed attributes reach the local copy with the next look at each person.
                    if (r && o.kind == OperationKind::ProcessIdentities && o.subjects.size() <= 10) {
                        for (const QString &id : o.subjects)
                            core::whenDone<domain::Identity>(m_tenantSession.refresh(core::IdentityId(id)), this,
                                [](const Result<domain::Identity> &) {});
                    }
                    // Whose profile is gone is known only by looking at everyone.
                    if (r && r->state == OperationState::Done && o.kind == OperationKind::DeleteProfiles)
                        Q_EMIT copyIsStale();
                    pass(r);
                });
        });
    return out.future();
}

} // namespace services
