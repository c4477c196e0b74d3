#include "store/ledger/ledger.h"
#include "store/ledger/ledgersql.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

// What SailPoint's event triggers told, and the verifications that they propose.
namespace store {

using core::Async;
using core::Result;
using core::Unit;
using domain::CallbackVerdict;
using domain::Proposal;
using domain::TriggerEvent;

namespace {

QString json(const QJsonObject &o)
{
    return QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact));
}

const QString columns = QStringLiteral("id, tenant, identity, person, rule, trigger_id, object, items, reason, ial, "
                                       "delivery, starts, invocation, at, state, session, why");

Proposal fromRow(const QVariantList &r)
{
    Proposal p;
    p.id = r.at(0).toString();
    p.tenant = core::TenantId(r.at(1).toString());
    p.identity = core::IdentityId(r.at(2).toString());
    p.personName = r.at(3).toString();
    p.rule = r.at(4).toString();
    p.triggerId = r.at(5).toString();
    p.object = r.at(6).toString();
    const QJsonArray items = QJsonDocument::fromJson(r.at(7).toString().toUtf8()).array();
    for (const auto &i : items)
        p.items << i.toString();
    p.reason = domain::reasonFromKey(r.at(8).toString()).value_or(domain::Reason::Onboarding);
    p.requiredIal = r.at(9).toInt();
    p.delivery = domain::deliveryFromKey(r.at(10).toString()).value_or(domain::Delivery::Link);
    p.startsItself = r.at(11).toInt() != 0;
    p.invocation = r.at(12).toString();
    p.at = r.at(13).toLongLong();
    p.state = domain::proposalStateFromKey(r.at(14).toString()).value_or(Proposal::Dismissed);
    p.session = core::SessionId(r.at(15).toString());
    p.why = r.at(16).toString();
    return p;
}

core::Status insert(Connection &c, const Proposal &p)
{
    const QString items =
        QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(p.items)).toJson(QJsonDocument::Compact));
    return c.exec(
        QStringLiteral("INSERT INTO proposal (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING")
            .arg(columns),
        {p.id, p.tenant.str(), p.identity.str(), text(p.personName), text(p.rule), p.triggerId, text(p.object), items,
            domain::reasonKey(p.reason), p.requiredIal, domain::deliveryKey(p.delivery), p.startsItself ? 1 : 0,
            text(p.invocation), p.at, domain::proposalStateKey(p.state), text(p.session.str()), text(p.why)});
}

Result<QList<Proposal>> read(Connection &c, const QString &where, const QVariantList &values)
{
    const auto rows = c.rows(QStringLiteral("SELECT %1 FROM proposal WHERE %2").arg(columns, where), values);
    if (!rows)
        return rows.error();
    QList<Proposal> out;
    for (const auto &r : *rows)
        out << fromRow(r);
    return out;
}

Result<int> countStarted(Connection &c, const core::TenantId &tenant, core::Instant since)
{
    const auto n =
        c.value(QStringLiteral("SELECT COUNT(*) FROM proposal WHERE tenant = ? AND started_at > 0 AND started_at >= ?"),
            {tenant.str(), since});
    if (!n)
        return n.error();
    return n->toInt();
}

} // namespace

void Ledger::storeEvent(const TriggerEvent &e, std::function<void(CallbackVerdict)> done)
{
    (void)m_db->run<Unit>([this, e, done = std::move(done)](Connection &c) -> core::Status {
        CallbackVerdict verdict = CallbackVerdict::Busy;
        core::Status stored = begin(c);
        const auto isThere = stored ? sql::hasTenant(c, e.tenant.str()) : Result<bool>(stored.error());
        if (isThere && !*isThere) {
            rollback(c);
            done(CallbackVerdict::Gone);
            return stored;
        }
        if (stored) {
            stored = c.exec(QStringLiteral("INSERT INTO event (seq, tenant, at, peer, trigger_id, replay_key, "
                                           "body_hash, content, state) VALUES ((SELECT COALESCE(MAX(seq), 0) + 1 FROM "
                                           "event),?,?,?,?,?,?,?,'new') ON CONFLICT (tenant, replay_key) DO NOTHING"),
                {e.tenant.str(), e.at, text(e.peer), e.triggerId, text(QString::fromLatin1(e.replayKey.toHex())),
                    text(QString::fromLatin1(e.bodyHash.toHex())), json(domain::toJson(e))});
            const bool isNew = stored && c.rowsAffected() == 1;
            if (stored)
                stored = commit(c);
            if (stored)
                verdict = isNew ? CallbackVerdict::EventTaken : CallbackVerdict::Duplicate;
            else
                rollback(c);
        }
        done(verdict);
        if (verdict == CallbackVerdict::EventTaken)
            QMetaObject::invokeMethod(
                this, [this] { Q_EMIT eventsArrived(); }, Qt::QueuedConnection);
        return stored;
    });
}

Async<QList<Ledger::StoredEvent>> Ledger::newEvents(const core::TenantId &tenant, int limit)
{
    return m_db->run<QList<StoredEvent>>([tenant, limit](Connection &c) -> Result<QList<StoredEvent>> {
        const auto rows = c.rows(QStringLiteral("SELECT seq, at, peer, trigger_id, content FROM event WHERE tenant = ? "
                                                "AND state = 'new' ORDER BY seq LIMIT %1")
                                     .arg(limit),
            {tenant.str()});
        if (!rows)
            return rows.error();
        QList<StoredEvent> out;
        for (const auto &r : *rows) {
            StoredEvent e{r.at(0).toLongLong(),
                domain::triggerEventFromJson(QJsonDocument::fromJson(r.at(4).toString().toUtf8()).object())};
            e.event.tenant = tenant;
            e.event.at = r.at(1).toLongLong();
            e.event.peer = r.at(2).toString();
            e.event.triggerId = r.at(3).toString();
            out << e;
        }
        return out;
    });
}

Async<Unit> Ledger::settleEvent(
    qint64 sequence, const QList<Proposal> &proposals, const std::optional<domain::AuditEvent> &audit)
{
    const auto done =
        m_db->write<Unit>([sequence, proposals, audit, now = m_clock->now()](Connection &c) -> core::Status {
            if (const auto r = c.exec(QStringLiteral("UPDATE event SET state = ? WHERE seq = ? AND state = 'new'"),
                    {proposals.isEmpty() ? QStringLiteral("ignored") : QStringLiteral("proposed"), sequence});
                !r)
                return r;
            if (c.rowsAffected() != 1)
                return core::makeError(
                    core::ErrorCode::Conflict, QStringLiteral("Another process has settled this event."));
            for (const Proposal &p : proposals) {
                if (const auto r = insert(c, p); !r)
                    return r;
            }
            return audit ? sql::appendAudit(c, *audit, now) : core::ok();
        });
    core::whenDone<Unit>(done, this, [this, hasAny = !proposals.isEmpty()](const core::Status &r) {
        if (r && hasAny)
            Q_EMIT proposalsChanged();
    });
    return done;
}

Async<QList<Proposal>> Ledger::proposals(const core::TenantId &tenant, bool onlyOpen)
{
    return m_db->run<QList<Proposal>>([tenant, onlyOpen](Connection &c) {
        if (onlyOpen)
            return read(c, QStringLiteral("tenant = ? AND state IN ('open', 'starting') ORDER BY at DESC LIMIT 500"),
                {tenant.str()});
        return read(c, QStringLiteral("tenant = ? ORDER BY at DESC LIMIT 500"), {tenant.str()});
    });
}

Async<QList<Proposal>> Ledger::proposalsOf(const core::SessionId &session)
{
    return m_db->run<QList<Proposal>>(
        [session](Connection &c) { return read(c, QStringLiteral("session = ? AND session <> ''"), {session.str()}); });
}

Async<int> Ledger::startedByRules(const core::TenantId &tenant, core::Instant since)
{
    return m_db->run<int>([tenant, since](Connection &c) -> Result<int> { return countStarted(c, tenant, since); });
}

Async<Proposal> Ledger::claimProposal(const core::TenantId &tenant, const QString &id, int most, core::Instant since,
    std::function<Result<ProposalStep>(const Proposal &)> step)
{
    return changeProposalIn(tenant, id,
        [tenant, id, most, since, step = std::move(step), now = m_clock->now()](
            Connection &c, const Proposal &p) -> Result<ProposalStep> {
            const auto n = countStarted(c, tenant, since);
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

Async<Proposal> Ledger::changeProposal(
    const core::TenantId &tenant, const QString &id, std::function<Result<ProposalStep>(const Proposal &)> step)
{
    return changeProposalIn(tenant, id, [step = std::move(step)](Connection &, const Proposal &p) { return step(p); });
}

Async<Proposal> Ledger::changeProposalIn(const core::TenantId &tenant, const QString &id,
    std::function<Result<ProposalStep>(Connection &, const Proposal &)> step)
{
    const auto done = m_db->write<Proposal>([tenant, id, step = std::move(step), now = m_clock->now()](
                                                Connection &c) -> Result<Proposal> {
        const auto known = read(c, QStringLiteral("tenant = ? AND id = ?"), {tenant.str(), id});
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
            if (const auto a = sql::appendAudit(c, *next->audit, now); !a)
                return a.error();
        }
        return p;
    });
    core::whenDone<Proposal>(done, this, [this](const Result<Proposal> &r) {
        if (r)
            Q_EMIT proposalsChanged();
    });
    return done;
}

Async<Unit> Ledger::pruneEvents(core::Instant before)
{
    return m_db->write<Unit>([before](Connection &c) -> core::Status {
        if (const auto r = c.exec(QStringLiteral("DELETE FROM event WHERE at < ? AND state <> 'new'"), {before}); !r)
            return r;
        return c.exec(
            QStringLiteral("DELETE FROM proposal WHERE at < ? AND state IN ('started', 'dismissed')"), {before});
    });
}

} // namespace store
