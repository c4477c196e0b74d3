#include "store/ledger/reverification/recipientstore.h"
#include "store/dialect.h"
#include "store/ledger/ledgerfile.h"
#include "store/ledger/reverification/campaignrows.h"
#include <QCoreApplication>

namespace store {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::CampaignPerson;

static std::optional<core::Instant> instant(const QVariant &v)
{
    return v.isNull() ? std::optional<core::Instant>() : v.toLongLong();
}

Async<Unit> RecipientStore::returnUnlaunched(const QString &id)
{
    return m_file.write<Unit>([id](Transaction &c) {
        return c.exec(QStringLiteral("UPDATE campaign_person SET state = 'to-send', why = '', session = '' WHERE "
                                     "campaign = ? AND state = 'started' AND EXISTS (SELECT 1 FROM session WHERE id = "
                                     "campaign_person.session AND state = 'launch-failed')"),
            {id});
    });
}

Async<Unit> RecipientStore::replace(
    const QString &id, int version, QList<CampaignPerson> people, qint64 firstSequence, bool isFirst)
{
    return m_file.write<Unit>([id, version, people = std::move(people), firstSequence, isFirst](
                                  Transaction &c) -> core::Status {
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
        q.prepare(dialect::insertOrReplace() +
                  QStringLiteral(" INTO campaign_person (campaign, identity, seq, state, why, delivery, session) "
                                 "VALUES (?,?,?,?,?,?,'')"));
        qint64 seq = firstSequence;
        for (const auto &p : people) {
            q.addBindValue(id);
            q.addBindValue(p.identity.str());
            q.addBindValue(seq++);
            q.addBindValue(sql::recipientKey(p.state));
            q.addBindValue(text(domain::leftOutKey(p.why)));
            q.addBindValue(domain::deliveryKey(p.delivery));
            if (!q.exec())
                return c.lastError(QStringLiteral("The people of the campaign cannot be kept."));
        }
        return core::ok();
    });
}

Async<QList<CampaignPerson>> RecipientStore::list(const RecipientFilter &w)
{
    return m_file.read<QList<CampaignPerson>>([w](Connection &c) -> Result<QList<CampaignPerson>> {
        QString where = QStringLiteral("campaign = ? AND seq > ?");
        QVariantList values{w.id, w.after};
        if (w.state) {
            where += QStringLiteral(" AND state = ?");
            values << sql::recipientKey(*w.state);
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
            p.state = sql::recipientFromKey(r.at(1).toString());
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

Async<Unit> RecipientStore::finalize(
    const QString &id, const core::IdentityId &person, CampaignPerson::State to, domain::ExclusionReason why)
{
    const auto done = m_file.write<Unit>([id, person, to, why](Transaction &c) {
        // A started one comes back only if what was started is known never to have been a link.
        return c.exec(QStringLiteral("UPDATE campaign_person SET state = ?, why = ?, session = '' WHERE campaign = ? "
                                     "AND identity = ? AND (state = 'to-send' "
                                     "OR (state = 'started' AND EXISTS (SELECT 1 FROM session WHERE id = "
                                     "campaign_person.session AND state = 'launch-failed')))"),
            {sql::recipientKey(to), text(domain::leftOutKey(why)), id, person.str()});
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT changed(); });
    return done;
}

Async<Unit> RecipientStore::beginReminder(
    const QString &id, const core::IdentityId &person, const domain::AuditEvent &audit)
{
    const auto done = m_file.write<Unit>([id, person, audit](Transaction &c) -> core::Status {
        domain::Session s;
        s.id = core::SessionId(QStringLiteral("asking"));
        s.campaign = id;
        s.request.identity = person;
        if (const auto r = sql::claimRecipient(c, s); !r)
            return r;
        if (const auto r =
                c.exec(QStringLiteral("UPDATE campaign_person SET at = ? WHERE campaign = ? AND identity = ?"),
                    {c.now(), id, person.str()});
            !r)
            return r;
        return c.record(audit);
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT changed(); });
    return done;
}

static CampaignPerson::State stateAfter(domain::Reminded outcome)
{
    switch (outcome) {
    case domain::Reminded::Refused: return CampaignPerson::Left;
    case domain::Reminded::NotAsked: return CampaignPerson::ToSend;
    case domain::Reminded::Done:
    case domain::Reminded::Unknown: break;
    }
    return CampaignPerson::Started;
}

static QString wordFor(domain::Reminded outcome)
{
    switch (outcome) {
    case domain::Reminded::Done: return QStringLiteral("reminded");
    case domain::Reminded::Unknown: return QStringLiteral("unknown");
    case domain::Reminded::Refused:
    case domain::Reminded::NotAsked: break;
    }
    return QStringLiteral("");
}

Async<Unit> RecipientStore::endReminder(
    const QString &id, const core::IdentityId &person, domain::Reminded outcome, const domain::AuditEvent &audit)
{
    const auto done = m_file.write<Unit>([id, person, outcome, audit](Transaction &c) -> core::Status {
        const QString why =
            outcome == domain::Reminded::Refused ? domain::leftOutKey(domain::ExclusionReason::Refused) : QString();
        const auto r =
            c.exec(QStringLiteral("UPDATE campaign_person SET state = ?, why = ?, session = ? WHERE campaign = ? "
                                  "AND identity = ? AND state = 'started' AND session = 'asking'"),
                {sql::recipientKey(stateAfter(outcome)), text(why), wordFor(outcome), id, person.str()});
        return r ? c.record(audit) : r;
    });
    core::whenDone<Unit>(done, this, [this](const core::Status &) { Q_EMIT changed(); });
    return done;
}

Async<domain::CampaignCounts> RecipientStore::counts(const QString &id)
{
    return m_file.read<domain::CampaignCounts>([id](Connection &c) -> Result<domain::CampaignCounts> {
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
        if (!people)
            return people.error();
        if (!sessions)
            return sessions.error();
        if (!reminded)
            return reminded.error();
        for (const auto &r : *reminded)
            (r.at(0).toString() == QLatin1String("reminded") ? out.reminded : out.remindUnknown) +=
                r.at(1).toLongLong();
        for (const auto &r : *people) {
            const qint64 n = r.at(2).toLongLong();
            if (r.at(0).toString() == sql::recipientKey(CampaignPerson::ToSend))
                out.toSend += n;
            else if (r.at(0).toString() == sql::recipientKey(CampaignPerson::Left)) {
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

Async<CampaignPace> RecipientStore::pace(const QString &id, core::Instant from)
{
    return m_file.read<CampaignPace>([id, from](Connection &c) -> Result<CampaignPace> {
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

} // namespace store
