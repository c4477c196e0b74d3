#include "core/textfold.h"
#include "domain/tenants/principal.h"
#include "store/ledger/ledger.h"
#include "store/ledger/ledgersql.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

// Sessions: begun with who began them, changed in one transaction with what the change rests on, listed.
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

Async<Unit> Ledger::startSession(
    const domain::Session &given, const QString &nonceHash, const domain::AuditEvent &audit)
{
    const auto done = m_db->write<Unit>([given, nonceHash, audit, now = m_clock->now()](Connection &c) -> core::Status {
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
            core::Error e = core::makeError(ErrorCode::Conflict,
                QStringLiteral("A verification for this person is already open."), open->toString());
            e.field = QStringLiteral("open-session");
            return e;
        }
        if (!s.campaign.isEmpty()) {
            if (const auto r = sql::claimRecipient(c, s); !r)
                return r;
        }
        if (const auto r = sql::insertSession(c, s, nonceHash); !r)
            return r;
        SessionNote note{now, QStringLiteral("started"), {{QStringLiteral("operator"), s.operatorName}}};
        if (const auto r = sql::appendNote(c, s.id, note); !r)
            return r;
        domain::AuditEvent a = audit;
        a.data.insert(QStringLiteral("startedAs"), domain::startedAsKey(s.startedAs));
        a.data.insert(QStringLiteral("startedBy"), s.startedBy);
        return sql::appendAudit(c, a, now);
    });
    core::whenDone<Unit>(done, this, [this, id = given.id](const core::Status &r) {
        if (r)
            Q_EMIT sessionChanged(id);
    });
    return done;
}

static Result<domain::Session> readSession(Connection &c, const core::SessionId &id)
{
    const auto rows = c.rows(
        QStringLiteral("SELECT %1 FROM session WHERE id = ?").arg(QLatin1String(sql::sessionColumns)), {id.str()});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return core::makeError(ErrorCode::NotFound, QStringLiteral("This session is not in the ledger."));
    return sql::sessionFromRow(rows->first());
}

static Result<QList<SessionNote>> readNotes(Connection &c, const core::SessionId &id)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT at, kind, detail FROM session_note WHERE session = ? ORDER BY seq"), {id.str()});
    if (!rows)
        return rows.error();
    QList<SessionNote> out;
    for (const auto &r : *rows)
        out.append(
            {r.at(0).toLongLong(), r.at(1).toString(), QJsonDocument::fromJson(r.at(2).toString().toUtf8()).object()});
    return out;
}

// What an account depends on is what the log says: a column or a note that was set by hand is not a fact.
static core::Status factsFromLog(Connection &c, SessionFacts &facts)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT action, outcome, data, at FROM audit WHERE subject = ? AND action IN "
                              "('verification.start', 'recovery.caller-bound', 'recovery.activity-accepted', "
                              "'recovery.wrong-code', 'recovery.reset') ORDER BY seq"),
            {facts.session.id.str()});
    if (!rows)
        return rows.error();
    domain::Session &s = facts.session;
    bool isBound = false;
    QString reset;
    facts.notes.erase(std::remove_if(facts.notes.begin(), facts.notes.end(),
                          [](const SessionNote &n) {
                              return n.kind == QLatin1String("activity-accepted") ||
                                     n.kind == QLatin1String("wrong-code");
                          }),
        facts.notes.end());
    for (const auto &row : *rows) {
        const QString action = row.at(0).toString(), outcome = row.at(1).toString();
        const QJsonObject data = QJsonDocument::fromJson(row.at(2).toString().toUtf8()).object();
        if (action == QLatin1String("verification.start") && outcome == QLatin1String("intent")) {
            if (data.value(QLatin1String("startedBy")).toString() != s.startedBy ||
                data.value(QLatin1String("startedAs")).toString() != domain::startedAsKey(s.startedAs))
                s.startedBy.clear();
            s.request.requiredIal = std::max(s.request.requiredIal, data.value(QLatin1String("requiredIal")).toInt());
        }
        isBound |= action == QLatin1String("recovery.caller-bound");
        if (action == QLatin1String("recovery.activity-accepted"))
            facts.notes << SessionNote{row.at(3).toLongLong(), QStringLiteral("activity-accepted"), data};
        if (action == QLatin1String("recovery.wrong-code"))
            facts.notes << SessionNote{row.at(3).toLongLong(), QStringLiteral("wrong-code"), {}};
        if (action == QLatin1String("recovery.reset"))
            reset = outcome;
    }
    if (!isBound)
        s.boundAt.reset();
    // A reset that was announced and of which no refusal is recorded may have been sent.
    if (s.resetState.isEmpty() && !reset.isEmpty())
        s.resetState = reset == QLatin1String("done") ? QStringLiteral("asked") : QStringLiteral("unknown");
    if (facts.recorded && s.state == domain::SessionState::NeedsReview) {
        if (const QString cause = facts.recorded->event.data.value(QLatin1String("cause")).toString(); !cause.isEmpty())
            s.closingReason = cause;
    }
    return core::ok();
}

static Result<SessionFacts> readFacts(Connection &c, const domain::Session &s)
{
    auto notes = readNotes(c, s.id);
    auto recorded = sql::recordedResult(c, s.id.str());
    const auto last = sql::lastEntryAt(c);
    if (!notes || !recorded || !last)
        return !notes ? notes.error() : !recorded ? recorded.error() : last.error();
    SessionFacts facts{s, *std::move(notes), *std::move(recorded), *last};
    if (const auto read = factsFromLog(c, facts); !read)
        return read.error();
    return facts;
}

Async<domain::Session> Ledger::changeSession(
    const core::SessionId &id, std::function<Result<SessionStep>(const domain::Session &)> step)
{
    return changeSessionIn(
        id, [step = std::move(step)](Connection &, const domain::Session &now) { return step(now); });
}

Async<domain::Session> Ledger::changeSessionByFacts(
    const core::SessionId &id, std::function<Result<SessionStep>(const SessionFacts &)> step)
{
    return changeSessionIn(
        id, [step = std::move(step)](Connection &c, const domain::Session &now) -> Result<SessionStep> {
            const auto facts = readFacts(c, now);
            if (!facts)
                return facts.error();
            return step(*facts);
        });
}

Async<domain::Session> Ledger::changeSessionIn(
    const core::SessionId &id, std::function<Result<SessionStep>(Connection &, const domain::Session &)> step)
{
    const auto hasInboxChanged = std::make_shared<bool>(false); // written on the worker, read after its future is ready
    const auto done = m_db->write<domain::Session>(
        [id, hasInboxChanged, step = std::move(step), now = m_clock->now()](Connection &c) -> Result<domain::Session> {
            const auto current = readSession(c, id);
            if (!current)
                return current.error();
            auto next = step(c, *current);
            if (!next)
                return next.error();
            if (next->isChanged) {
                if (next->session.writeBack != current->writeBack)
                    next->session.writeBackAt = now;
                next->session.version = current->version;
                if (const auto r = sql::updateSession(c, next->session); !r)
                    return r.error();
                next->session.version = current->version + 1;
            }
            if (current->providerId.isEmpty() && !next->session.providerId.isEmpty() && !current->hasNonce) {
                const auto taken = sql::takeUpAside(c, next->session);
                if (!taken)
                    return taken.error();
                *hasInboxChanged = *taken > 0;
            }
            if (next->assignedCallback) {
                if (const auto r = sql::assignCallback(c, next->session, *next->assignedCallback); !r)
                    return r.error();
                *hasInboxChanged = true;
            }
            for (const auto &n : std::as_const(next->notes)) {
                if (const auto r = sql::appendNote(c, id, n); !r)
                    return r.error();
            }
            for (const auto &a : std::as_const(next->audit)) {
                if (const auto r = sql::appendAudit(c, a, now); !r)
                    return r.error();
            }
            if (next->callback) {
                if (const auto r =
                        c.exec(QStringLiteral("UPDATE callback SET state = 'applied' WHERE seq = ? AND state = 'new'"),
                            {*next->callback});
                    !r)
                    return r.error();
                if (c.rowsAffected() != 1) // another process was faster: nothing of this step is kept
                    return core::makeError(ErrorCode::Conflict, QStringLiteral("This callback was applied already."));
            }
            return next->session;
        });
    core::whenDone<domain::Session>(done, this, [this, id, hasInboxChanged](const Result<domain::Session> &r) {
        if (!r)
            return;
        Q_EMIT sessionChanged(id);
        if (*hasInboxChanged)
            Q_EMIT inboxChanged();
    });
    return done;
}

Async<domain::Session> Ledger::session(const core::SessionId &id)
{
    return m_db->run<domain::Session>([id](Connection &c) { return readSession(c, id); });
}

Async<QList<domain::Session>> Ledger::sessions(const SessionFilter &f)
{
    return m_db->run<QList<domain::Session>>([f](Connection &c) -> Result<QList<domain::Session>> {
        QString where = QStringLiteral(" WHERE tenant = ?");
        QVariantList values{text(f.tenant.str())};
        if (!f.identity.isEmpty()) {
            where += QStringLiteral(" AND identity = ?");
            values << f.identity.str();
        }
        if (f.since) {
            where += QStringLiteral(
                " AND (created_at >= ? OR state IN ('launching','launch-unknown','pending','provisional','held'))");
            values << *f.since;
        }
        if (f.isByHand)
            where += QStringLiteral(" AND campaign = ''");
        if (f.isDecided)
            where += QStringLiteral(" AND (state = 'held' OR reviewer <> '')");
        if (!f.campaign.isEmpty()) {
            where += QStringLiteral(" AND campaign = ? AND campaign <> ''"); // as its index is said
            values << f.campaign;
        }
        if (f.until) {
            where += QStringLiteral(" AND created_at < ?");
            values << *f.until;
        }
        if (!f.states.isEmpty()) {
            QStringList marks;
            for (const auto s : f.states) {
                marks << QStringLiteral("?");
                values << domain::stateKey(s);
            }
            where += QStringLiteral(" AND state IN (%1)").arg(marks.join(QLatin1Char(',')));
        }
        const QString limit = f.text.isEmpty() ? QStringLiteral(" LIMIT %1").arg(f.limit) : QString();
        const auto rows = c.rows(QStringLiteral("SELECT %1 FROM session%2 ORDER BY created_at DESC, id%3")
                                     .arg(QLatin1String(sql::sessionColumns), where, limit),
            values);
        if (!rows)
            return rows.error();
        const QString wanted = core::fold(f.text);
        QList<domain::Session> out;
        for (const auto &row : *rows) {
            auto s = sql::sessionFromRow(row);
            if (!s)
                return s.error();
            const QString all = core::fold(s->personName + QLatin1Char(' ') + s->request.ticket + QLatin1Char(' ') +
                                           s->id.str() + QLatin1Char(' ') + s->providerId.str());
            if (wanted.isEmpty() || all.contains(wanted))
                out << *std::move(s);
            if (out.size() >= f.limit)
                break;
        }
        return out;
    });
}

Async<QHash<QString, core::Instant>> Ledger::passesSince(const core::TenantId &tenant, core::Instant since)
{
    using Passes = QHash<QString, core::Instant>;
    return m_reader->run<Passes>([tenant, since](Connection &c) -> Result<Passes> {
        // A session is never completed before it is created.
        const auto rows =
            c.rows(QStringLiteral("SELECT identity, MAX(completed_at) FROM session WHERE tenant = ? AND created_at >= "
                                  "? AND state = 'verified' AND completed_at >= ? GROUP BY identity"),
                {tenant.str(), since - core::dayMs, since});
        if (!rows)
            return rows.error();
        Passes out;
        for (const auto &r : *rows)
            out.insert(r.at(0).toString(), r.at(1).toLongLong());
        return out;
    });
}

Async<domain::SessionSummary> Ledger::sessionSummary(const core::TenantId &tenant)
{
    return m_reader->run<domain::SessionSummary>([tenant, now = m_clock->now()](
                                                     Connection &c) -> Result<domain::SessionSummary> {
        domain::SessionSummary s;
        const auto open = c.rows(
            QStringLiteral("SELECT SUM(campaign <> '' AND state <> 'launch-unknown'), SUM(campaign = '' AND state <> "
                           "'launch-unknown'), SUM(state = 'launch-unknown') FROM session "
                           "WHERE tenant = ? AND state IN ('launching', 'launch-unknown', 'pending', 'provisional')"),
            {tenant.str()});
        const auto late =
            c.rows(QStringLiteral("SELECT SUM(state IN ('failed', 'declined', 'abandoned') AND created_at > ?), "
                                  "SUM(write_back = 'not-stored'), MAX(CASE WHEN write_back = 'written' THEN closed_at "
                                  "END) FROM session WHERE tenant = ? AND created_at > ?"),
                {now - core::dayMs, tenant.str(), now - 30 * core::dayMs});
        const auto held =
            c.value(QStringLiteral("SELECT COUNT(*) FROM session WHERE tenant = ? AND state = 'held'"), {tenant.str()});
        if (!open || !late || !held)
            return !open ? open.error() : !late ? late.error() : held.error();
        s.openRenewals = open->first().at(0).toLongLong();
        s.openOthers = open->first().at(1).toLongLong();
        s.unknown = open->first().at(2).toLongLong();
        s.failedLately = late->first().at(0).toLongLong();
        s.notStored = late->first().at(1).toLongLong();
        if (!late->first().at(2).isNull())
            s.lastWritten = late->first().at(2).toLongLong();
        s.held = held->toLongLong();
        return s;
    });
}

Async<QList<domain::Session>> Ledger::sessionsToWatch(const core::TenantId &tenant, bool withCampaigns)
{
    return m_db->run<QList<domain::Session>>(
        [tenant, withCampaigns, now = m_clock->now()](Connection &c) -> Result<QList<domain::Session>> {
            // One index each: this runs twice a second.
            const auto rows = c.rows(
                QStringLiteral(
                    "SELECT %1 FROM session WHERE id IN ("
                    "SELECT id FROM session WHERE tenant = ? AND state IN "
                    "('launching','launch-unknown','pending','provisional') "
                    "UNION SELECT id FROM session WHERE tenant = ? AND write_back IN "
                    "('waiting','planned','asked','unknown') "
                    "UNION SELECT id FROM session WHERE tenant = ? AND source = 'callback' AND created_at > ?)%2")
                    .arg(QLatin1String(sql::sessionColumns),
                        withCampaigns ? QString() : QStringLiteral(" AND campaign = ''")),
                {tenant.str(), tenant.str(), tenant.str(), now - core::hourMs});
            if (!rows)
                return rows.error();
            QList<domain::Session> out;
            for (const auto &row : *rows) {
                auto s = sql::sessionFromRow(row);
                if (!s)
                    return s.error();
                out << *std::move(s);
            }
            return out;
        });
}

Async<QList<SessionNote>> Ledger::notes(const core::SessionId &id)
{
    return m_db->run<QList<SessionNote>>([id](Connection &c) { return readNotes(c, id); });
}

Async<SessionFacts> Ledger::sessionFacts(const core::SessionId &id)
{
    return m_db->run<SessionFacts>([id](Connection &c) -> Result<SessionFacts> {
        const auto s = readSession(c, id);
        if (!s)
            return s.error();
        return readFacts(c, *s);
    });
}

Async<core::Instant> Ledger::lastEntryAt()
{
    return m_db->run<core::Instant>([](Connection &c) { return sql::lastEntryAt(c); });
}

Async<QHash<QString, domain::SessionOverlay>> Ledger::overlays(const core::TenantId &tenant)
{
    using Overlays = QHash<QString, domain::SessionOverlay>;
    return m_db->run<Overlays>([tenant](Connection &c) -> Result<Overlays> {
        const auto rows = c.rows(QStringLiteral("SELECT identity, state, COALESCE(closed_at, created_at) FROM session "
                                                "WHERE tenant = ? ORDER BY created_at"),
            {tenant.str()});
        if (!rows)
            return rows.error();
        Overlays out;
        for (const auto &r : *rows) {
            const auto state = domain::stateFromKey(r.at(1).toString()).value_or(domain::SessionState::Cancelled);
            using Kind = domain::SessionOverlay;
            Kind o{Kind::None, r.at(2).toLongLong()};
            if (domain::isOpen(state))
                o.kind = Kind::Open;
            else if (state == domain::SessionState::NeedsReview)
                o.kind = Kind::Held;
            else if (state == domain::SessionState::Failed || state == domain::SessionState::Declined ||
                     state == domain::SessionState::Abandoned)
                o.kind = Kind::Failed;
            const Kind before = out.value(r.at(0).toString());
            // An open or held one stands whatever closed later; of closed ones the latest decides.
            const bool beforeStands = before.kind == Kind::Open || before.kind == Kind::Held;
            const bool saysNothing = state == domain::SessionState::Expired ||
                                     state == domain::SessionState::Cancelled ||
                                     state == domain::SessionState::LaunchFailed;
            if ((beforeStands && o.kind != Kind::Open && o.kind != Kind::Held) || saysNothing)
                continue;
            out.insert(r.at(0).toString(), o);
        }
        return out;
    });
}

} // namespace store
