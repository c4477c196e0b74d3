#include "store/ledger/reverification/campaignrows.h"
#include "core/jsontext.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace store::sql {

using core::ErrorCode;
using core::Result;
using domain::Campaign;
using domain::CampaignPerson;
using domain::CampaignState;

static const char *const campaignColumns =
    "id, tenant, state, plan, why, operator_name, created_at, checked_at, dry_run, "
    "started_at, ended_at, waits_until, waits_for, version, released_by";

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
QString recipientKey(CampaignPerson::State s)
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

Result<QList<Campaign>> campaignsWhere(Connection &c, const QString &where, const QVariantList &values)
{
    const auto rows =
        c.rows(QStringLiteral("SELECT %1 FROM campaign WHERE %2").arg(QLatin1String(campaignColumns), where), values);
    if (!rows)
        return rows.error();
    QList<Campaign> out;
    for (const auto &r : *rows)
        out << campaignFromRow(r);
    return out;
}

Result<Campaign> campaignWhere(Connection &c, const QString &where, const QVariantList &values)
{
    const auto all = campaignsWhere(c, where, values);
    if (!all)
        return all.error();
    if (all->isEmpty())
        return core::makeError(
            ErrorCode::NotFound, QCoreApplication::translate("Campaign", "There is no such campaign."));
    if (const QString &problem = all->first().problem; !problem.isEmpty()) {
        return core::conflict(core::ErrorReason::UnreadableSetting, problem);
    }
    return all->first();
}

core::Status updateCampaign(Connection &c, const Campaign &to)
{
    const auto r = c.exec(
        QStringLiteral("UPDATE campaign SET state=?, plan=?, why=?, checked_at=?, dry_run=?, started_at=?, ended_at=?, "
                       "waits_until=?, waits_for=?, released_by=?, version=version+1 WHERE id=? AND version=?"),
        {domain::campaignStateKey(to.state), core::compactJson(domain::toJson(to.plan)), text(to.why),
            maybe(to.checkedAt), to.dryRun ? core::compactJson(domain::toJson(*to.dryRun)) : QStringLiteral("{}"),
            maybe(to.startedAt), maybe(to.endedAt), to.waitsUntil, text(to.waitsFor), text(to.releasedBy), to.id,
            to.version});
    if (!r)
        return r;
    if (c.rowsAffected() != 1)
        return core::makeError(ErrorCode::Conflict, QStringLiteral("The campaign was changed meanwhile."));
    return core::ok();
}

core::Status insertCampaign(Connection &c, const Campaign &k)
{
    return c.exec(QStringLiteral("INSERT INTO campaign (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,0,'')")
                      .arg(QLatin1String(campaignColumns)),
        {k.id, k.tenant.str(), domain::campaignStateKey(k.state), core::compactJson(domain::toJson(k.plan)),
            text(k.why), text(k.operatorName), k.createdAt, QVariant(), QStringLiteral("{}"), QVariant(), QVariant(),
            qint64(0), QStringLiteral("")});
}

CampaignPerson::State recipientFromKey(const QString &key)
{
    if (key == recipientKey(CampaignPerson::ToSend))
        return CampaignPerson::ToSend;
    return key == recipientKey(CampaignPerson::Started) ? CampaignPerson::Started : CampaignPerson::Left;
}

core::Status claimRecipient(Connection &c, const domain::Session &s)
{
    const auto r = c.exec(QStringLiteral("UPDATE campaign_person SET state = 'started', session = ? WHERE campaign = ? "
                                         "AND identity = ? AND state = 'to-send' "
                                         "AND EXISTS (SELECT 1 FROM campaign WHERE id = ? AND state = 'running')"),
        {s.id.str(), s.campaign, s.request.identity.str(), s.campaign});
    if (r && c.rowsAffected() != 1) {
        return core::conflict(core::ErrorReason::NotTheirTurn,
            QCoreApplication::translate("Campaign", "The campaign does not run, or this person has had their link."));
    }
    return r;
}

} // namespace store::sql
