#include "store/ledger/verification/sessionstore.h"
#include "domain/tenants/principal.h"
#include "store/ledger/callbacks/callbackrows.h"
#include "store/ledger/ledgerfile.h"
#include "store/ledger/reverification/campaignrows.h"
#include "store/ledger/verification/sessionrows.h"

namespace store {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;

// Whoever is registered now, or released the campaign, is whoever started it; nobody is looked up later.
static core::Status freezeStarter(Connection &c, domain::Session &s)
{
    if (!s.campaign.isEmpty()) {
        const auto by = c.value(QStringLiteral("SELECT released_by FROM campaign WHERE id = ?"), {s.campaign});
        if (!by)
            return by.error();
        s.startedAs = domain::StartedAs::Program;
        s.startedBy = by->toString();
    } else if (s.startedAs != domain::StartedAs::Program) {
        const auto by = c.value(QStringLiteral("SELECT value FROM setting WHERE name = ?"),
            {domain::operatorSetting(s.tenant, s.operatorName)});
        if (!by)
            return by.error();
        s.startedAs = domain::StartedAs::Person;
        s.startedBy = by->toString();
    }
    if (s.request.reason == domain::Reason::AccountRecovery && s.startedBy.isEmpty())
        return domain::operatorUnknown();
    return core::ok();
}

Async<Unit> SessionStore::start(const domain::Session &given, const QString &nonceHash, const domain::AuditEvent &audit)
{
    const auto done = m_file.write<Unit>([given, nonceHash, audit](Transaction &c) -> core::Status {
        domain::Session s = given;
        if (const auto frozen = freezeStarter(c, s); !frozen)
            return frozen;
        const auto open = c.value(
            QStringLiteral("SELECT id FROM session WHERE tenant = ? AND identity = ? AND reason = ? AND state IN "
                           "('launching','launch-unknown','pending','provisional','held')"),
            {s.tenant.str(), s.request.identity.str(), domain::reasonKey(s.request.reason)});
        if (!open)
            return open.error();
        if (open->isValid()) {
            return core::conflict(core::ErrorReason::OpenSession,
                QStringLiteral("A verification for this person is already open."), open->toString());
        }
        if (!s.campaign.isEmpty()) {
            if (const auto r = sql::claimRecipient(c, s); !r)
                return r;
        }
        if (const auto r = sql::insertSession(c, s, nonceHash); !r)
            return r;
        SessionNote note{c.now(), QStringLiteral("started"), {{QStringLiteral("operator"), s.operatorName}}};
        if (const auto r = sql::appendNote(c, s.id, note); !r)
            return r;
        domain::AuditEvent a = audit;
        a.data.insert(QStringLiteral("startedAs"), domain::startedAsKey(s.startedAs));
        a.data.insert(QStringLiteral("startedBy"), s.startedBy);
        return c.record(a);
    });
    core::whenDone<Unit>(done, this, [this, id = given.id](const core::Status &r) {
        if (r)
            Q_EMIT changed(id);
    });
    return done;
}

Async<domain::Session> SessionStore::change(
    const core::SessionId &id, std::function<Result<SessionStep>(const domain::Session &)> step)
{
    return changeIn(id, [step = std::move(step)](Connection &, const domain::Session &now) { return step(now); });
}

Async<domain::Session> SessionStore::changeByFacts(
    const core::SessionId &id, std::function<Result<SessionStep>(const SessionFacts &)> step)
{
    return changeIn(id, [step = std::move(step)](Connection &c, const domain::Session &now) -> Result<SessionStep> {
        const auto facts = sql::readFacts(c, now);
        if (!facts)
            return facts.error();
        return step(*facts);
    });
}

// Whether a callback was finished or found its session.
static Result<bool> writeStep(Transaction &c, const domain::Session &current, SessionStep &next)
{
    bool hasCallbackChanged = false;
    if (next.isChanged) {
        if (next.session.writeBack != current.writeBack)
            next.session.writeBackAt = c.now();
        next.session.version = current.version;
        if (const auto r = sql::updateSession(c, next.session); !r)
            return r.error();
        next.session.version = current.version + 1;
    }
    if (current.providerId.isEmpty() && !next.session.providerId.isEmpty() && !current.hasNonce) {
        const auto taken = sql::takeUpUnmatched(c, next.session);
        if (!taken)
            return taken.error();
        hasCallbackChanged = *taken > 0;
    }
    if (next.assignedCallback) {
        if (const auto r = sql::assignCallback(c, next.session, *next.assignedCallback); !r)
            return r.error();
        hasCallbackChanged = true;
    }
    for (const auto &n : std::as_const(next.notes)) {
        if (const auto r = sql::appendNote(c, current.id, n); !r)
            return r.error();
    }
    for (const auto &a : std::as_const(next.audit)) {
        if (const auto r = c.record(a); !r)
            return r.error();
    }
    if (next.callback) {
        if (const auto r =
                c.exec(QStringLiteral("UPDATE callback SET state = 'applied' WHERE seq = ? AND state = 'new'"),
                    {*next.callback});
            !r)
            return r.error();
        if (c.rowsAffected() != 1) // another process was faster: nothing of this step is kept
            return core::makeError(ErrorCode::Conflict, QStringLiteral("This callback was applied already."));
    }
    return hasCallbackChanged;
}

Async<domain::Session> SessionStore::changeIn(
    const core::SessionId &id, std::function<Result<SessionStep>(Connection &, const domain::Session &)> step)
{
    const auto hasInboxChanged = std::make_shared<bool>(false); // written on the worker, read after its future is ready
    const auto done = m_file.write<domain::Session>(
        [id, hasInboxChanged, step = std::move(step)](Transaction &c) -> Result<domain::Session> {
            const auto current = sql::readSession(c, id);
            if (!current)
                return current.error();
            auto next = step(c, *current);
            if (!next)
                return next.error();
            const auto written = writeStep(c, *current, *next);
            if (!written)
                return written.error();
            *hasInboxChanged = *written;
            return next->session;
        });
    core::whenDone<domain::Session>(done, this, [this, id, hasInboxChanged](const Result<domain::Session> &r) {
        if (!r)
            return;
        Q_EMIT changed(id);
        if (*hasInboxChanged)
            Q_EMIT callbacksChanged();
    });
    return done;
}

Async<domain::Session> SessionStore::session(const core::SessionId &id)
{
    return m_file.read<domain::Session>([id](Connection &c) { return sql::readSession(c, id); });
}

Async<QList<domain::Session>> SessionStore::list(const SessionFilter &filter)
{
    return m_file.read<QList<domain::Session>>([filter](Connection &c) { return sql::listSessions(c, filter); });
}

Async<QHash<QString, core::Instant>> SessionStore::passesSince(const core::TenantId &tenant, core::Instant since)
{
    return m_file.readAside<QHash<QString, core::Instant>>(
        [tenant, since](Connection &c) { return sql::readPasses(c, tenant, since); });
}

Async<domain::SessionSummary> SessionStore::summary(const core::TenantId &tenant)
{
    return m_file.readAside<domain::SessionSummary>(
        [tenant, now = m_file.now()](Connection &c) { return sql::summarizeSessions(c, tenant, now); });
}

Async<QList<domain::Session>> SessionStore::toWatch(const core::TenantId &tenant, bool withCampaigns)
{
    return m_file.read<QList<domain::Session>>([tenant, withCampaigns, now = m_file.now()](Connection &c) {
        return sql::sessionsToWatch(c, tenant, withCampaigns, now);
    });
}

Async<QList<SessionNote>> SessionStore::notes(const core::SessionId &id)
{
    return m_file.read<QList<SessionNote>>([id](Connection &c) { return sql::readNotes(c, id); });
}

Async<SessionFacts> SessionStore::facts(const core::SessionId &id)
{
    return m_file.read<SessionFacts>([id](Connection &c) -> Result<SessionFacts> {
        const auto s = sql::readSession(c, id);
        if (!s)
            return s.error();
        return sql::readFacts(c, *s);
    });
}

Async<QHash<QString, domain::SessionOverlay>> SessionStore::overlays(const core::TenantId &tenant)
{
    return m_file.read<QHash<QString, domain::SessionOverlay>>(
        [tenant](Connection &c) { return sql::readOverlays(c, tenant); });
}

Async<RowProofs> SessionStore::prove(const QString &after, int limit)
{
    return m_file.readAside<RowProofs>([after, limit](Connection &c) { return sql::proveRows(c, after, limit); });
}

} // namespace store
