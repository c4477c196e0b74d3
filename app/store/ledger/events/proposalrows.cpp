#include "store/ledger/events/proposalrows.h"
#include "core/jsontext.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace store::sql {

using core::Result;
using domain::Proposal;

static const QString proposalColumns =
    QStringLiteral("id, tenant, identity, person, rule, trigger_id, object, items, reason, ial, "
                   "delivery, starts, invocation, at, state, session, why");

static Proposal proposalFromRow(const QVariantList &r)
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

core::Status insertProposal(Connection &c, const Proposal &p)
{
    const QString items = core::compactJson(QJsonArray::fromStringList(p.items));
    return c.exec(
        QStringLiteral("INSERT INTO proposal (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING")
            .arg(proposalColumns),
        {p.id, p.tenant.str(), p.identity.str(), text(p.personName), text(p.rule), p.triggerId, text(p.object), items,
            domain::reasonKey(p.reason), p.requiredIal, domain::deliveryKey(p.delivery), p.startsItself ? 1 : 0,
            text(p.invocation), p.at, domain::proposalStateKey(p.state), text(p.session.str()), text(p.why)});
}

Result<QList<Proposal>> proposalsWhere(Connection &c, const QString &where, const QVariantList &values)
{
    const auto rows = c.rows(QStringLiteral("SELECT %1 FROM proposal WHERE %2").arg(proposalColumns, where), values);
    if (!rows)
        return rows.error();
    QList<Proposal> out;
    for (const auto &r : *rows)
        out << proposalFromRow(r);
    return out;
}

Result<int> countStartedByRules(Connection &c, const core::TenantId &tenant, core::Instant since)
{
    const auto n =
        c.value(QStringLiteral("SELECT COUNT(*) FROM proposal WHERE tenant = ? AND started_at > 0 AND started_at >= ?"),
            {tenant.str(), since});
    if (!n)
        return n.error();
    return n->toInt();
}

} // namespace store::sql
