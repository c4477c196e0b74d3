#include "cli/reverification/reverificationcommands.h"
#include "cli/shell/shell.h"
#include "domain/reverification/exemption.h"
#include "domain/text/instant.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonArray>

// idvctl exempt: who is left out of campaigns for a while, why, and who allowed it.
namespace cli {

using core::Result;
using domain::Exemption;
using Exemptions = QHash<QString, Exemption>;

static QJsonObject exemptionJson(const Exemption &e)
{
    return {{QStringLiteral("identity"), e.identity.str()}, {QStringLiteral("reason"), e.reason},
        {QStringLiteral("approver"), e.approver}, {QStringLiteral("approverId"), e.approverId},
        {QStringLiteral("signedIn"), !e.approverId.isEmpty()}, {QStringLiteral("operator"), e.operatorName},
        {QStringLiteral("since"), domain::formatInstant(e.since)},
        {QStringLiteral("until"), domain::formatInstant(e.until)}};
}

static void list(Shell &s, services::TenantSession &w)
{
    core::whenDone<Exemptions>(w.campaigns().exemptions().active(), &s, [&s](const Result<Exemptions> &all) {
        if (!all)
            return s.fail(all.error());
        QStringList ids = all->keys();
        ids.sort();
        QJsonArray out;
        for (const QString &id : std::as_const(ids)) {
            const Exemption e = all->value(id);
            out.append(exemptionJson(e));
            if (!s.isJson())
                s.output().line(QStringLiteral("%1  until %2  %3  allowed by %4")
                                    .arg(id, localTime(e.until), e.reason, domain::allowedBy(e)));
        }
        if (s.isJson())
            s.output().print({{QStringLiteral("exemptions"), out}});
        s.finish(Done);
    });
}

static void finishWith(Shell &s, const core::Async<core::Unit> &run, const QString &word)
{
    core::whenDone<core::Unit>(run, &s, [&s, word](const core::Status &r) {
        if (!r)
            return s.fail(r.error());
        if (s.isJson())
            s.output().print({{QStringLiteral("done"), word}});
        else
            s.output().line(word);
        s.finish(Done);
    });
}

static void grant(Shell &s, services::TenantSession &w, const QDate &last)
{
    const auto secrets = s.secretInput().secrets();
    if (!secrets)
        return s.fail(secrets.error());
    Exemption e;
    e.identity = core::IdentityId(s.positional().first());
    e.reason = s.value("reason");
    e.until = domain::exemptionEnd(last);
    finishWith(
        s, w.campaigns().exemptions().grant(e, secrets->reviewerId, secrets->reviewer), QStringLiteral("exempted"));
}

static void exemptCommand(Shell &s)
{
    const QString first = s.positional().first();
    const bool isEnd = first == QLatin1String("end");
    const bool isList = first == QLatin1String("list");
    if ((s.positional().size() == 2) != isEnd)
        return s.usage(QStringLiteral("exempt: list, end ID, or ID --until YYYY-MM-DD --reason TEXT."));
    const QDate last = QDate::fromString(s.value("until"), QStringLiteral("yyyy-MM-dd"));
    if (!isEnd && !isList && !last.isValid())
        return s.usage(QStringLiteral("--until: the last day, as 2027-03-31."));
    s.opening().withTenantSession([&s, isEnd, isList, last](services::TenantSession &w) {
        if (isList)
            return list(s, w);
        if (isEnd)
            return finishWith(
                s, w.campaigns().exemptions().end(core::IdentityId(s.positional().at(1))), QStringLiteral("ended"));
        grant(s, w, last);
    });
}

void registerExemptionCommands(CommandTable &table)
{
    table.add("exempt",
        "  idvctl exempt list | ID --until YYYY-MM-DD --reason TEXT --secrets - | end ID   --tenant NAME [--json]    "
        "who is left out of campaigns; whoever allows it signs in (reviewerClientId, reviewerClientSecret)\n",
        {{},
            QStringLiteral("exempt list | ID --until YYYY-MM-DD --reason TEXT --secrets - | end ID   --tenant NAME "
                           "[--json]   (reviewerClientId and reviewerClientSecret: of whoever allows it)"),
            {valueOption("tenant", "NAME"), valueOption("until", "DATE"), valueOption("reason", "TEXT")}, 1, 2,
            exemptCommand});
}

} // namespace cli
