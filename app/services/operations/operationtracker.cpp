#include "services/operations/operationtracker.h"
#include "core/killpoint.h"
#include "core/logfailure.h"
#include "domain/operations/operationoutcome.h"
#include "domain/tenants/tenantguard.h"
#include "domain/text/messages.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/profiles.h"
#include "services/identities/identitydirectory.h"
#include "services/tenants/internal/tenantconnections.h"
#include <QCoreApplication>
#include <QUuid>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using domain::Accepted;
using domain::FollowBy;
using domain::Operation;
using domain::OperationKind;
using domain::OperationState;

static QString sayOperations(const char *text)
{
    return QCoreApplication::translate("Operations", text);
}

OperationTracker::OperationTracker(
    TenantConnections &connections, Context &context, IdentityDirectory &directory, QObject *parent)
    : QObject(parent), m_connections(connections), m_context(context), m_directory(directory)
{
    connect(&context.ledger->operations(), &store::OperationStore::changed, this, &OperationTracker::changed);
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, this, &OperationTracker::changed);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OperationTracker::onTimer);
}

OperationTracker::~OperationTracker()
{
    // Steps that are queued on the ledger's thread read this object: they run first.
    m_context.ledger->file().drain();
}

domain::AuditEvent OperationTracker::entry(const Operation &o, const QString &outcome) const
{
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = domain::operationKindKey(o.kind);
    a.tenant = o.tenant.str();
    a.subject = o.subjects.size() == 1 ? o.subjects.first() : o.id;
    a.outcome = outcome;
    a.data = {
        {QStringLiteral("operation"), o.id}, {QStringLiteral("subjects"), QJsonArray::fromStringList(o.subjects)}};
    if (!o.taskId.isEmpty())
        a.data.insert(QStringLiteral("task"), o.taskId);
    if (!o.trackingId.isEmpty())
        a.data.insert(QStringLiteral("trackingId"), o.trackingId);
    return a;
}

// No record, no call. The call is made once; without an answer the outcome is unknown, and is looked for, not repeated.
Async<Operation> OperationTracker::submit(
    OperationKind kind, const QStringList &subjects, const Call &call, core::Instant basedOn)
{
    return perform(kind, subjects, FollowBy::Nothing, call, basedOn);
}

static domain::AnswerOfCall answerOf(const Result<Accepted> &r)
{
    if (!r)
        return {false, r.error().mayHaveReachedServer, false, false};
    return {true, false, r->isWhole, !r->taskId.isEmpty()};
}

// Accepted, and yet not all of it: said, not hidden behind a 200.
static QString textOf(const Accepted &a)
{
    return a.isWhole ? QString()
                     : sayOperations(QT_TRANSLATE_NOOP("Operations", "SailPoint took the file, but not all of it."));
}

Async<Operation> OperationTracker::perform(
    OperationKind kind, const QStringList &subjects, FollowBy followBy, const Call &call, core::Instant basedOn)
{
    if (const auto locked = domain::lockFault(m_connections.tenant))
        return core::ready<Operation>(*locked);
    if (domain::isIdentityIq(m_connections.tenant) && !domain::isOfIdentityIq(kind))
        return core::ready<Operation>(domain::notAvailableWith(m_connections.tenant.product));
    Operation o;
    o.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    o.tenant = m_connections.tenant.id;
    o.kind = kind;
    o.subjects = subjects;
    o.followBy = followBy;
    o.operatorName = m_context.operatorName;
    o.createdAt = o.updatedAt = m_context.clock->now();
    o.basedOn = basedOn > 0 ? basedOn : o.createdAt;
    core::Deferred<Operation> out;
    ++m_asking;
    core::whenDone<Operation>(out.future(), this, [this](const Result<Operation> &) {
        if (--m_asking == 0)
            Q_EMIT idle();
    });
    core::whenDone<core::Unit>(m_context.ledger->operations().add(o, entry(o, QStringLiteral("intent"))), this,
        [this, o, call, out](const core::Status &stored) {
            if (!stored)
                return out.resolve(stored.error());
            core::killPoint("operation-stored");
            core::whenDone<Accepted>(call(), this, [this, o, out](const Result<Accepted> &r) {
                core::killPoint("operation-answered");
                const bool isUnknown = !r && r.error().mayHaveReachedServer;
                const OperationState state = domain::stateAfterAnswer(answerOf(r), o.kind, o.followBy);
                const QString text =
                    r ? textOf(*r) : domain::userMessage(r.error(), domain::Vendor::SailPoint).headline;
                const QString tracking = r ? r->trackingId : r.error().trackingId;
                core::whenDone<Operation>(finalize(o.id, state, text, r ? r->taskId : QString(), tracking, -1), this,
                    [this, out, r, isUnknown](const Result<Operation> &settled) {
                        follow();
                        if (!settled)
                            return out.resolve(settled.error());
                        // What may have been done is an operation to look after, not only an error.
                        if (!r && !isUnknown)
                            return out.resolve(r.error());
                        out.resolve(*settled);
                    });
            });
        });
    return out.future();
}

Async<Operation> OperationTracker::finalize(const QString &id, OperationState state, const QString &text,
    const QString &taskId, const QString &trackingId, int percent)
{
    return m_context.ledger->operations().change(
        id, [this, state, text, taskId, trackingId, percent](const Operation &now) -> Result<store::OperationStep> {
            store::OperationStep to{now, {}};
            const bool isNews = state != now.state;
            to.operation.state = state;
            if (!text.isEmpty())
                to.operation.text = text;
            if (!taskId.isEmpty())
                to.operation.taskId = taskId;
            if (!trackingId.isEmpty())
                to.operation.trackingId = trackingId;
            to.operation.percent = percent;
            if (isNews) {
                to.audit = entry(to.operation, domain::outcomeWord(state));
                to.audit->data.insert(QStringLiteral("state"), domain::operationStateKey(state));
            }
            return to;
        });
}

// At once: what waits for a later look of its own is not looked at sooner by this.
void OperationTracker::follow()
{
    m_timer.start(0);
}

void OperationTracker::onTimer()
{
    if (m_isLooking)
        return;
    m_isLooking = true;
    core::whenDone<QList<Operation>>(list(true), this, [this](const Result<QList<Operation>> &open) {
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
                        core::logFailure(finalize(r->id, OperationState::StillRunning, {}, {}, {}, r->percent), this,
                            lcService, "That an operation is no longer looked at could not be stored.");
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

Async<Operation> OperationTracker::pollDeleted(const Operation &o)
{
    core::Deferred<Operation> out;
    core::whenDone<domain::Identity>(m_directory.refresh(core::IdentityId(o.subjects.value(0))), this,
        [this, o, out](const Result<domain::Identity> &p) {
            const bool isGone = !p && p.error().code == ErrorCode::NotFound;
            auto next = core::ready<Operation>(o);
            if (isGone)
                next = finalize(o.id, OperationState::Done, {}, {}, {}, 100);
            else if (isStale(o, m_context.clock->now()))
                next = finalize(o.id, OperationState::Unknown, {}, {}, {}, -1);
            core::whenDone<Operation>(next, this, [out](const Result<Operation> &r) { out.resolve(r); });
        });
    return out.future();
}

void OperationTracker::afterTask(const Operation &o)
{
    // The recomputed attributes reach the local copy with the next look at each person.
    if (o.kind == OperationKind::ProcessIdentities && o.subjects.size() <= 10) {
        for (const QString &id : o.subjects)
            core::logFailure(m_directory.refresh(core::IdentityId(id)), this, lcService,
                "A person could not be read again after processing.");
    }
    // Whose profile is gone is known only by looking at everyone.
    if (o.state == OperationState::Done && o.kind == OperationKind::DeleteProfiles)
        Q_EMIT copyIsStale();
}

Async<Operation> OperationTracker::pollTask(const Operation &o)
{
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
                [this, pass](const Result<Operation> &r) {
                    if (r)
                        afterTask(*r);
                    pass(r);
                });
        });
    return out.future();
}

Async<Operation> OperationTracker::poll(const Operation &o)
{
    if (o.state == OperationState::Intent && !isStale(o, m_context.clock->now()))
        return core::ready<Operation>(o);
    if (o.kind == OperationKind::DeleteIdentity)
        return pollDeleted(o);
    if (isStale(o, m_context.clock->now()))
        return finalize(o.id, OperationState::Unknown,
            sayOperations(QT_TRANSLATE_NOOP("Operations",
                "The console ended before SailPoint answered. It is not asked again by itself; look in SailPoint.")),
            {}, {}, -1);
    if (o.followBy == FollowBy::RefreshFlag) {
        return core::andThen<domain::IdentityProfile>(
            net::sailpoint::getProfile(m_connections.api, o.subjects.value(0)), this,
            [this, o](const domain::IdentityProfile &p) {
                const bool isRefreshed = p.needsRefresh == false; // not said is not done
                if (!p.needsRefresh && m_context.clock->now() - o.createdAt > core::dayMs)
                    return finalize(o.id, OperationState::Unknown,
                        sayOperations(QT_TRANSLATE_NOOP(
                            "Operations", "SailPoint does not say whether the identities were refreshed.")),
                        {}, {}, -1);
                return isRefreshed ? finalize(o.id, OperationState::Done, {}, {}, {}, 100) : core::ready<Operation>(o);
            });
    }
    if (o.followBy != FollowBy::Task || o.taskId.isEmpty())
        return core::ready<Operation>(o);
    return pollTask(o);
}

Async<QList<Operation>> OperationTracker::list(bool onlyOpen)
{
    return m_context.ledger->operations().list(m_connections.tenant.id, onlyOpen);
}

Async<Operation> OperationTracker::operation(const QString &id)
{
    return m_context.ledger->operations().operation(m_connections.tenant.id, id);
}

} // namespace services
