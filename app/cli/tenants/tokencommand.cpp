#include "cli/tenants/tokencommand.h"
#include "assembly/console.h"
#include "cli/shell/shell.h"
#include "domain/text/instant.h"
#include "services/tenants/accesstoken/clientexpiries.h"
#include "services/tenants/accesstoken/tokenrotation.h"
#include "services/tenants/tenants.h"

namespace cli {

using core::Result;
using domain::ClientExpiry;
using services::TokenRotation;

static QJsonValue instantOrNull(core::Instant at)
{
    return at > 0 ? QJsonValue(domain::formatInstant(at)) : QJsonValue();
}

QJsonObject expirySummary(const ClientExpiry &e, core::Instant now)
{
    const auto days = domain::daysLeft(e, now);
    return {{QStringLiteral("kind"), domain::toJson(e).value(QLatin1String("kind"))},
        {QStringLiteral("level"), domain::expiryLevelKey(domain::levelOf(e, now))},
        {QStringLiteral("expiresAt"), instantOrNull(e.at)},
        {QStringLiteral("daysLeft"), days ? QJsonValue(*days) : QJsonValue()},
        {QStringLiteral("readAt"), instantOrNull(e.readAt)}};
}

static void showExpiry(Shell &s, const domain::Tenant &t, const ClientExpiry &e)
{
    const core::Instant now = s.opening().console().context().clock->now();
    if (s.isJson()) {
        QJsonObject o = expirySummary(e, now);
        o.insert(QStringLiteral("tenant"), t.name);
        o.insert(QStringLiteral("clientId"), t.clientId);
        s.output().print(o);
    } else {
        s.output().line(QStringLiteral("%1: client %2 %3").arg(t.name, t.clientId, domain::expiryText(e, now)));
        if (domain::levelOf(e, now) >= domain::ExpiryLevel::Soon)
            s.output().note(QStringLiteral("Replace it with: idvctl tenant token NAME --rotate"));
    }
    s.finish(Done);
}

static void showRotation(Shell &s, const TokenRotation::Outcome &r)
{
    const core::Instant now = s.opening().console().context().clock->now();
    if (s.isJson()) {
        QJsonObject o = expirySummary(r.expiry, now);
        o.insert(QStringLiteral("tenant"), r.tenant.name);
        o.insert(QStringLiteral("clientId"), r.tenant.clientId);
        o.insert(QStringLiteral("oldClientId"), r.oldId);
        o.insert(QStringLiteral("oldDeleted"), r.isOldDeleted);
        o.insert(QStringLiteral("endedEarlier"), r.hasEndedEarlier);
        o.insert(QStringLiteral("notDeleted"), r.notDeleted.isEmpty() ? QJsonValue() : QJsonValue(r.notDeleted));
        o.insert(QStringLiteral("warning"), r.warning.isEmpty() ? QJsonValue() : QJsonValue(r.warning));
        s.output().print(o);
    } else if (r.hasEndedEarlier) {
        s.output().line(QStringLiteral("An earlier rotation is ended; no new token was made. Client %1 %2.")
                            .arg(r.tenant.clientId, domain::expiryText(r.expiry, now)));
    } else {
        s.output().line(QStringLiteral("Replaced: client %1 %2. The old one, %3, %4.")
                            .arg(r.tenant.clientId, domain::expiryText(r.expiry, now), r.oldId,
                                r.isOldDeleted ? QStringLiteral("is deleted") : QStringLiteral("is still there")));
    }
    if (!r.notDeleted.isEmpty())
        s.output().note(QStringLiteral("%1 Say --rotate once more to delete the old token; no other is made then.")
                            .arg(r.notDeleted));
    if (!r.warning.isEmpty())
        s.output().note(r.warning);
    s.finish(r.notDeleted.isEmpty() ? Done : IsUnknown);
}

static void rotate(Shell &s, const domain::Tenant &t)
{
    TokenRotation::Wish wish{t, std::nullopt, s.isSet("keep-old"), s.value("reason")};
    if (s.isSet("expires-in")) {
        bool isNumber = false;
        wish.days = s.value("expires-in").toInt(&isNumber);
        if (!isNumber)
            return s.usage(QStringLiteral("tenant token: --expires-in is a number of days."));
    }
    auto *rotation = new TokenRotation(s.opening().console().context(), s.opening().console().tenants(), &s);
    const auto tell = [&s](const services::TestLine &l) {
        if (l.level != services::TestLevel::Pass)
            s.output().note(l.text + QStringLiteral(": ") + l.fact);
    };
    core::whenDone<TokenRotation::Outcome>(rotation->run(wish, tell), &s,
        [&s](const Result<TokenRotation::Outcome> &r) { r ? showRotation(s, *r) : s.fail(r.error()); });
}

static void token(Shell &s)
{
    for (const char *option : {"keep-old", "expires-in", "reason"}) {
        if (s.isSet(option) && !s.isSet("rotate"))
            return s.usage(QStringLiteral("tenant token: --%1 goes with --rotate.").arg(QLatin1String(option)));
    }
    const auto secrets = s.secretInput().secrets();
    if (!secrets)
        return s.fail(secrets.error());
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    core::whenDone<domain::Tenant>(s.opening().console().tenants().byName(s.positional().at(0)), &s,
        [&s, given = *secrets](const Result<domain::Tenant> &t) {
            if (!t)
                return s.fail(t.error());
            s.opening().hold(*t, given);
            if (s.isSet("rotate"))
                return rotate(s, *t);
            auto *expiries = new services::ClientExpiries(s.opening().console().context(), &s);
            core::whenDone<ClientExpiry>(expiries->read(*t), &s,
                [&s, t = *t](const Result<ClientExpiry> &e) { e ? showExpiry(s, t, *e) : s.fail(e.error()); });
        });
}

CommandForm tenantTokenForm()
{
    return {QStringLiteral("token"),
        QStringLiteral("tenant token NAME [--rotate [--keep-old] [--expires-in DAYS] [--reason TEXT]] [--json]"),
        {flagOption("rotate"), flagOption("keep-old"), valueOption("expires-in", "DAYS"),
            valueOption("reason", "TEXT")},
        1, 1, token};
}

} // namespace cli
