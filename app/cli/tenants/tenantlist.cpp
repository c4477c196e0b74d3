#include "cli/tenants/tenantlist.h"
#include "assembly/console.h"
#include "cli/shell/shell.h"
#include "cli/tenants/tokencommand.h"
#include "services/tenants/accesstoken/clientexpiries.h"
#include "services/tenants/tenants.h"
#include <QJsonArray>
#include <memory>

namespace cli {

using core::Result;
using domain::ClientExpiry;

QJsonObject tenantSummary(const domain::Tenant &t)
{
    return {{QStringLiteral("name"), t.name}, {QStringLiteral("environment"), domain::environmentKey(t.environment)},
        {QStringLiteral("tunnel"), t.isTunnel}, {QStringLiteral("product"), domain::productKey(t.product)},
        {QStringLiteral("sailpointUrl"), t.sailpointUrl}, {QStringLiteral("clientId"), t.clientId},
        {QStringLiteral("idvUrl"), t.idvUrl}, {QStringLiteral("communityId"), t.communityId},
        {QStringLiteral("pathStyle"), domain::pathStyleKey(t.pathStyle)},
        {QStringLiteral("pathsInUse"), domain::pathStyleKey(domain::pathsInUse(t))},
        {QStringLiteral("writeBack"), domain::writeBackStrategyKey(t.writeBack)},
        {QStringLiteral("readOnly"), t.readOnly}, {QStringLiteral("secretsMissing"), t.secretsMissing}};
}

static QJsonObject unreadableSummary(const domain::Tenant &t)
{
    return {{QStringLiteral("name"), t.name}, {QStringLiteral("problem"), t.problem}};
}

static void showUnreadable(Shell &s, const domain::Tenant &t)
{
    s.output().line(QStringLiteral("%1  cannot be read").arg(t.name, -24));
    s.output().note(t.problem);
}

// Of each tenant, in their order, what was read last of how long its client is good for.
static core::Async<QList<ClientExpiry>> expiriesOf(Shell &s, const QList<domain::Tenant> &all)
{
    using All = QList<ClientExpiry>;
    auto *expiries = new services::ClientExpiries(s.opening().console().context(), &s);
    core::Async<All> chain = core::ready<All>(All());
    for (const domain::Tenant &t : all) {
        chain = core::andThen<All>(chain, &s, [&s, expiries, t](const All &soFar) {
            return core::mapped<All, ClientExpiry>(
                expiries->known(t), &s, [soFar](const ClientExpiry &e) -> Result<All> { return soFar + All{e}; });
        });
    }
    return chain;
}

static void showTenants(Shell &s, const QList<domain::Tenant> &all, const QList<ClientExpiry> &expiries)
{
    const core::Instant now = s.opening().console().context().clock->now();
    QJsonArray json, unreadable;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const domain::Tenant &t = all.at(i);
        if (!t.problem.isEmpty()) {
            unreadable.append(unreadableSummary(t));
            if (!s.isJson())
                showUnreadable(s, t);
            continue;
        }
        QJsonObject o = tenantSummary(t);
        o.insert(QStringLiteral("accessToken"), expirySummary(expiries.at(i), now));
        json.append(o);
        const bool isQuiet = domain::levelOf(expiries.at(i), now) < domain::ExpiryLevel::Soon;
        if (!s.isJson())
            s.output().line(
                QStringLiteral("%1  %2  %3%4%5")
                    .arg(t.name.leftJustified(24), domain::environmentKey(t.environment).leftJustified(10),
                        t.sailpointUrl, t.readOnly ? QStringLiteral("  locked") : QString(),
                        isQuiet ? QString()
                                : QStringLiteral("  access token ") + domain::expiryText(expiries.at(i), now)));
    }
    if (s.isJson())
        s.output().print({{QStringLiteral("tenants"), json}, {QStringLiteral("unreadable"), unreadable}});
    s.finish(Done);
}

static void listTenants(Shell &s)
{
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    using Tenants = QList<domain::Tenant>;
    core::whenDone<Tenants>(s.opening().console().tenants().list(), &s, [&s](const Result<Tenants> &all) {
        if (!all)
            return s.fail(all.error());
        core::whenDone<QList<ClientExpiry>>(
            expiriesOf(s, *all), &s, [&s, all = *all](const Result<QList<ClientExpiry>> &expiries) {
                expiries ? showTenants(s, all, *expiries) : s.fail(expiries.error());
            });
    });
}

CommandForm tenantListForm()
{
    return {QStringLiteral("list"), QStringLiteral("tenant list [--json]"), {}, 0, 0, listTenants};
}

} // namespace cli
