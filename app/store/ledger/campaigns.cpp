#include "domain/text/strictjson.h"
#include "store/ledger/ledger.h"
#include "store/ledger/ledgersql.h"
#include <QCoreApplication>
#include <QJsonDocument>

// Renewal campaigns and their people.
namespace store {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Campaign;
using domain::CampaignPerson;
using domain::CampaignState;

static const char *const columns = "id, tenant, state, plan, why, operator_name, created_at, checked_at, dry_run, "
                                   "started_at, ended_at, waits_until, waits_for, version, released_by";

static QString compact(const QJsonObject &o)
{
    return QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact));
}
static QJsonObject object(const QVariant &v)
{
    return QJsonDocument::fromJson(v.toString().toUtf8()).object();
}
static QVariant maybe(const std::optional<core::Instant> &v)
{
    return v ? QVariant(*v) : QVariant();
}
static std::optional<core::Instant> instant(const QVariant &v)
{
    return v.isNull() ? std::optional<core::Instant>() : v.toLongLong();
}

static constexpr std::array<const char *, 3> personWords{"to-send", "started", "left-out"};
static QString personKey(CampaignPerson::State s)
{
    return QString::fromLatin1(personWords[size_t(s)]);
}

// One that cannot be read stands still beside the others, under its name.
static core::Error unreadable(const QString &name, const core::Error &why)
{
    return domain::unreadableSetting(
        {QCoreApplication::translate("Campaign", "The campaign “%1”").arg(name),
            QCoreApplication::translate(
                "Campaign", "make a new one in Re-verification, Campaigns, or with idvctl campaign create")},
        why);
}

static Campaign campaignFromRow(const QVariantList &r)
{
    Campaign c;
    c.id = r.at(0).toString();
    c.tenant = core::TenantId(r.at(1).toString());
    c.why = r.at(4).toString();
    const auto state = domain::campaignStateFromKey(r.at(2).toString());
    const auto stored = domain::strictDocument(r.at(3).toString().toUtf8());
    auto plan = stored ? domain::campaignPlanFromJson(*stored) : Result<domain::CampaignPlan>(stored.error());
    c.state = state.value_or(CampaignState::Paused);
    if (plan)
        c.plan = *plan;
    else
        c.plan.name = object(r.at(3)).value(QLatin1String("name")).toString(c.id);
    if (!state || !plan) {
        const auto why = plan ? core::fieldError(QStringLiteral("state"),
                                    QCoreApplication::translate("StrictJson", "“%1” is “%2”, which is not known here.")
                                        .arg(QStringLiteral("state"), r.at(2).toString()))
                              : plan.error();
        c.problem = c.why = unreadable(c.plan.name, why).text;
        if (c.state == CampaignState::Running || c.state == CampaignState::Draft)
            c.state = CampaignState::Paused;
    }
    c.operatorName = r.at(5).toString();
    c.createdAt = r.at(6).toLongLong();
    c.checkedAt = instant(r.at(7));
    if (c.checkedAt)
        c.dryRun = domain::dryRunFromJson(object(r.at(8)));
    c.startedAt = instant(r.at(9));
    c.endedAt = instant(r.at(10));
    c.waitsUntil = r.at(11).toLongLong();
    c.waitsFor = r.at(12).toString();
    c.version = r.at(13).toInt();
    c.releasedBy = r.at(14).toString();
    return c;
}

static Result<QList<Campaign>> read(Connection &c, const QString &where, const QVariantList &values)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT %1 FROM campaign WHERE %2").arg(QLatin1String(columns), where), values);
    if (!rows)
        return rows.error();
    QList<Campaign> out;
    for (const auto &r : *rows)
        out << campaignFromRow(r);
    return out;
}

static Result<Campaign> readOne(Connection &c, const QString &where, const QVariantList &values)
{
    const auto all = read(c, where, values);
    if (!all)
        return all.error();
    if (all->isEmpty())
        return core::makeError(
            ErrorCode::NotFound, QCoreApplication::translate("Campaign", "There is no such campaign."));
    if (const QString &problem = all->first().problem; !problem.isEmpty()) {
        core::Error e = core::makeError(ErrorCode::Conflict, problem);
        e.field = QStringLiteral("unreadable-setting");
        return e;
    }
    return all->first();
}

static core::Status update(Connection &c, const Campaign &to)
{
    const auto r = c.exec(
        QStringLiteral("UPDATE campaign SET state=?, plan=?, why=?, checked_at=?, dry_run=?, started_at=?, ended_at=?, "
                       "waits_until=?, waits_for=?, released_by=?, version=version+1 WHERE id=? AND version=?"),
        {domain::campaignStateKey(to.state), compact(domain::toJson(to.plan)), text(to.why), maybe(to.checkedAt),
            to.dryRun ? compact(domain::toJson(*to.dryRun)) : QStringLiteral("{}"), maybe(to.startedAt),
            maybe(to.endedAt), to.waitsUntil, text(to.waitsFor), text(to.releasedBy), to.id, to.version});
    if (!r)
        return r;
    if (c.rowsAffected() != 1)
        return core::makeError(ErrorCode::Conflict, QStringLiteral("The campaign was changed meanwhile."));
    return core::ok();
}

Async<Unit> Ledger::addCampaign(const Campaign &k, const domain::AuditEvent &audit)
{
    const auto done = m_db->write<Unit>([k, audit, now = m_clock->now()](Connection &c) -> core::Status {
        const auto r = c.exec(QStringLiteral("INSERT INTO campaign (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,0,'')")
                                  .arg(QLatin1String(columns)),
            {k.id, k.tenant.str(), domain::campaignStateKey(k.state), compact(domain::toJson(k.plan)), text(k.why),
                text(k.operatorName), k.createdAt, QVariant(), QStringLiteral("{}"), QVariant(), QVariant(), qint64(0),
                QStringLiteral("")});
        return r ? sql::appendAudit(c, audit, now) : r;
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT campaignsChanged(); });
    return done;
}

Async<Campaign> Ledger::changeCampaign(const QString &id, std::function<Result<CampaignStep>(const Campaign &)> step)
{
    const auto done =
        m_db->write<Campaign>([id, step = std::move(step), now = m_clock->now()](Connection &c) -> Result<Campaign> {
            const auto known = readOne(c, QStringLiteral("id = ?"), {id});
            if (!known)
                return known.error();
            auto next = step(*known);
            if (!next)
                return next.error();
            next->campaign.version = known->version;
            if (const auto r = update(c, next->campaign); !r)
                return r.error();
            if (next->audit) {
                if (const auto r = sql::appendAudit(c, *next->audit, now); !r)
                    return r.error();
            }
            ++next->campaign.version;
            return next->campaign;
        });
    core::whenDone<Campaign>(done, this, [this](const Result<Campaign> &r) {
        if (r)
            Q_EMIT campaignsChanged();
    });
    return done;
}

Async<QList<Campaign>> Ledger::campaigns(const core::TenantId &tenant)
{
    return m_db->run<QList<Campaign>>([tenant](Connection &c) {
        return read(c, QStringLiteral("tenant = ? ORDER BY created_at DESC"), {tenant.str()});
    });
}

Async<Campaign> Ledger::campaign(const core::TenantId &tenant, const QString &id)
{
    return m_db->run<Campaign>([tenant, id](Connection &c) {
        return readOne(c, QStringLiteral("tenant = ? AND id = ?"), {tenant.str(), id});
    });
}

Async<Unit> Ledger::setCampaignPeople(
    const QString &id, int version, QList<CampaignPerson> people, qint64 firstSequence, bool isFirst)
{
    return m_db->write<Unit>([id, version, people = std::move(people), firstSequence, isFirst](
                                 Connection &c) -> core::Status {
        const auto state =
            c.value(QStringLiteral("SELECT state FROM campaign WHERE id = ? AND version = ?"), {id, version});
        if (!state)
            return state.error();
        if (!state->isValid())
            return core::makeError(ErrorCode::Conflict,
                QCoreApplication::translate("Campaigns", "The campaign was changed during the dry run. Run it again."));
        if (state->toString() != QLatin1String("draft"))
            return core::makeError(ErrorCode::Conflict,
                QCoreApplication::translate("Campaign", "The people of a campaign that was started do not change."));
        if (isFirst) {
            if (const auto r = c.exec(QStringLiteral("DELETE FROM campaign_person WHERE campaign = ?"), {id}); !r)
                return r;
        }
        QSqlQuery q(c.db());
        q.prepare(QStringLiteral("INSERT OR REPLACE INTO campaign_person (campaign, identity, seq, state, why, "
                                 "delivery, session) VALUES (?,?,?,?,?,?,'')"));
        qint64 seq = firstSequence;
        for (const auto &p : people) {
            q.addBindValue(id);
            q.addBindValue(p.identity.str());
            q.addBindValue(seq++);
            q.addBindValue(personKey(p.state));
            q.addBindValue(text(domain::leftOutKey(p.why)));
            q.addBindValue(domain::deliveryKey(p.delivery));
            if (!q.exec())
                return c.lastError(QStringLiteral("The people of the campaign cannot be kept."));
        }
        return core::ok();
    });
}

Async<QList<CampaignPerson>> Ledger::campaignPeople(const PeopleOfCampaign &w)
{
    return m_db->run<QList<CampaignPerson>>([w](Connection &c) -> Result<QList<CampaignPerson>> {
        QString where = QStringLiteral("campaign = ? AND seq > ?");
        QVariantList values{w.id, w.after};
        if (w.state) {
            where += QStringLiteral(" AND state = ?");
            values << personKey(*w.state);
        }
        if (w.why != domain::ExclusionReason::Nothing) {
            where += QStringLiteral(" AND why = ?");
            values << domain::leftOutKey(w.why);
        } else if (w.state && *w.state == CampaignPerson::ToSend) {
            where += QStringLiteral(" AND why = ''"); // the index goes on with seq
        }
        const auto rows = c.rows(
            QStringLiteral(
                "SELECT identity, state, why, delivery, session FROM campaign_person WHERE %1 ORDER BY seq LIMIT %2")
                .arg(where)
                .arg(w.limit),
            values);
        if (!rows)
            return rows.error();
        QList<CampaignPerson> out;
        for (const auto &r : *rows) {
            CampaignPerson p;
            p.identity = core::IdentityId(r.at(0).toString());
            p.state = r.at(1).toString() == personKey(CampaignPerson::ToSend)    ? CampaignPerson::ToSend
                      : r.at(1).toString() == personKey(CampaignPerson::Started) ? CampaignPerson::Started
                                                                                 : CampaignPerson::Left;
            p.why = domain::leftOutFromKey(r.at(2).toString());
            const auto delivery = domain::deliveryFromKey(r.at(3).toString());
            if (!delivery)
                return core::makeError(ErrorCode::Storage,
                    QCoreApplication::translate("Campaign", "A stored campaign cannot be read."), w.id);
            p.delivery = *delivery;
            p.session = core::SessionId(r.at(4).toString());
            out << p;
        }
        return out;
    });
}

Async<Unit> Ledger::returnUnlaunched(const QString &id)
{
    return m_db->write<Unit>([id](Connection &c) {
        return c.exec(QStringLiteral("UPDATE campaign_person SET state = 'to-send', why = '', session = '' WHERE "
                                     "campaign = ? AND state = 'started' AND EXISTS (SELECT 1 FROM session WHERE id = "
                                     "campaign_person.session AND state = 'launch-failed')"),
            {id});
    });
}

core::Status sql::claimRecipient(Connection &c, const domain::Session &s)
{
    const auto r = c.exec(QStringLiteral("UPDATE campaign_person SET state = 'started', session = ? WHERE campaign = ? "
                                         "AND identity = ? AND state = 'to-send' "
                                         "AND EXISTS (SELECT 1 FROM campaign WHERE id = ? AND state = 'running')"),
        {s.id.str(), s.campaign, s.request.identity.str(), s.campaign});
    if (r && c.rowsAffected() != 1) {
        core::Error e = core::makeError(ErrorCode::Conflict,
            QCoreApplication::translate("Campaign", "The campaign does not run, or this person has had their link."));
        e.field = QStringLiteral("campaign");
        return e;
    }
    return r;
}

Async<Unit> Ledger::settleCampaignPerson(
    const QString &id, const core::IdentityId &person, CampaignPerson::State to, domain::ExclusionReason why)
{
    const auto done = m_db->write<Unit>([id, person, to, why](Connection &c) {
        // A started one comes back only if what was started is known never to have been a link.
        return c.exec(QStringLiteral("UPDATE campaign_person SET state = ?, why = ?, session = '' WHERE campaign = ? "
                                     "AND identity = ? AND (state = 'to-send' "
                                     "OR (state = 'started' AND EXISTS (SELECT 1 FROM session WHERE id = "
                                     "campaign_person.session AND state = 'launch-failed')))"),
            {personKey(to), text(domain::leftOutKey(why)), id, person.str()});
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT campaignsChanged(); });
    return done;
}

Async<Unit> Ledger::beginReminder(const QString &id, const core::IdentityId &person, const domain::AuditEvent &audit)
{
    const auto done = m_db->write<Unit>([id, person, audit, now = m_clock->now()](Connection &c) -> core::Status {
        domain::Session s;
        s.id = core::SessionId(QStringLiteral("asking"));
        s.campaign = id;
        s.request.identity = person;
        if (const auto r = sql::claimRecipient(c, s); !r)
            return r;
        if (const auto r =
                c.exec(QStringLiteral("UPDATE campaign_person SET at = ? WHERE campaign = ? AND identity = ?"),
                    {now, id, person.str()});
            !r)
            return r;
        return sql::appendAudit(c, audit, now);
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT campaignsChanged(); });
    return done;
}

Async<Unit> Ledger::endReminder(
    const QString &id, const core::IdentityId &person, Reminded outcome, const domain::AuditEvent &audit)
{
    const auto done =
        m_db->write<Unit>([id, person, outcome, audit, now = m_clock->now()](Connection &c) -> core::Status {
            const bool isLeft = outcome == Reminded::Refused, isBack = outcome == Reminded::NotAsked;
            const auto r =
                c.exec(QStringLiteral("UPDATE campaign_person SET state = ?, why = ?, session = ? WHERE campaign = ? "
                                      "AND identity = ? AND state = 'started' AND session = 'asking'"),
                    {personKey(isLeft   ? CampaignPerson::Left
                               : isBack ? CampaignPerson::ToSend
                                        : CampaignPerson::Started),
                        text(isLeft ? domain::leftOutKey(domain::ExclusionReason::Refused) : QString()),
                        outcome == Reminded::Done      ? QStringLiteral("reminded")
                        : outcome == Reminded::Unknown ? QStringLiteral("unknown")
                                                       : QStringLiteral(""),
                        id, person.str()});
            return r ? sql::appendAudit(c, audit, now) : r;
        });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT campaignsChanged(); });
    return done;
}

Async<domain::CampaignCounts> Ledger::campaignCounts(const QString &id)
{
    return m_db->run<domain::CampaignCounts>([id](Connection &c) -> Result<domain::CampaignCounts> {
        domain::CampaignCounts out;
        const auto people = c.rows(
            QStringLiteral("SELECT state, why, COUNT(*) FROM campaign_person WHERE campaign = ? GROUP BY state, why"),
            {id});
        const auto sessions = c.rows(
            QStringLiteral("SELECT state, COUNT(*) FROM session WHERE campaign = ? AND campaign <> '' GROUP BY state"),
            {id});
        const auto reminded =
            c.rows(QStringLiteral("SELECT session, COUNT(*) FROM campaign_person WHERE campaign = ? AND state = "
                                  "'started' AND session IN ('asking', 'unknown', 'reminded') GROUP BY session"),
                {id});
        if (!people || !sessions || !reminded)
            return !people ? people.error() : !sessions ? sessions.error() : reminded.error();
        for (const auto &r : *reminded)
            (r.at(0).toString() == QLatin1String("reminded") ? out.reminded : out.remindUnknown) +=
                r.at(1).toLongLong();
        for (const auto &r : *people) {
            const qint64 n = r.at(2).toLongLong();
            if (r.at(0).toString() == personKey(CampaignPerson::ToSend))
                out.toSend += n;
            else if (r.at(0).toString() == personKey(CampaignPerson::Left)) {
                out.leftOut += n;
                out.why[size_t(domain::leftOutFromKey(r.at(1).toString()))] += n;
            }
        }
        for (const auto &r : *sessions) {
            if (const auto state = domain::stateFromKey(r.at(0).toString()))
                out.sessions[size_t(*state)] = r.at(1).toLongLong();
        }
        return out;
    });
}

Async<Ledger::CampaignPace> Ledger::campaignPace(const QString &id, core::Instant from)
{
    return m_db->run<CampaignPace>([id, from](Connection &c) -> Result<CampaignPace> {
        const auto rows =
            c.rows(QStringLiteral("SELECT COUNT(CASE WHEN created_at >= ? THEN 1 END), MAX(created_at) FROM session "
                                  "WHERE campaign = ? AND campaign <> '' AND state <> 'launch-failed'"),
                {from, id});
        if (!rows)
            return rows.error();
        const auto reminders =
            c.rows(QStringLiteral("SELECT COUNT(CASE WHEN at >= ? THEN 1 END), MAX(at) FROM campaign_person WHERE "
                                  "campaign = ? AND state = 'started' AND at > 0"),
                {from, id});
        if (!reminders)
            return reminders.error();
        CampaignPace pace{
            rows->first().at(0).toLongLong() + reminders->first().at(0).toLongLong(), instant(rows->first().at(1))};
        if (const auto last = instant(reminders->first().at(1)))
            pace.last = std::max(pace.last.value_or(0), *last);
        return pace;
    });
}

Async<int> Ledger::interruptCampaigns(
    const core::TenantId &tenant, const QString &lease, const QString &why, const domain::AuditEvent &audit)
{
    const auto done = m_db->write<int>([tenant, lease, why, audit, now = m_clock->now()](Connection &c) -> Result<int> {
        const auto holder = sql::leaseHolder(c, lease, now);
        if (!holder)
            return holder.error();
        if (!holder->isEmpty())
            return 0;
        auto running = read(c, QStringLiteral("tenant = ? AND state = 'running'"), {tenant.str()});
        if (!running)
            return running.error();
        for (Campaign &k : *running) {
            k.state = CampaignState::Paused;
            k.why = why;
            // The plan of one that cannot be read is kept as it is.
            const auto kept =
                k.problem.isEmpty()
                    ? update(c, k)
                    : c.exec(QStringLiteral(
                                 "UPDATE campaign SET state = 'paused', why = ?, version = version + 1 WHERE id = ?"),
                          {why, k.id});
            if (!kept)
                return kept.error();
            domain::AuditEvent a = audit;
            a.subject = k.id;
            if (const auto r = sql::appendAudit(c, a, now); !r)
                return r.error();
        }
        return int(running->size());
    });
    core::whenDone<int>(done, this, [this](const Result<int> &n) {
        if (n && *n > 0)
            Q_EMIT campaignsChanged();
    });
    return done;
}

} // namespace store
