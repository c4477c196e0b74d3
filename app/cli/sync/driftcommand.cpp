#include "cli/sessions/sessionwait.h"
#include "cli/shell/shell.h"
#include "cli/sync/synccommands.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/drift.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/verifier.h"
#include <QJsonArray>

// idvctl drift: what the provider said and SailPoint does not store.
namespace cli {

using core::Result;

static void show(Shell &s, const domain::DriftList &found)
{
    QJsonArray out;
    for (const auto &d : found.all) {
        QJsonArray fields;
        QStringList words;
        for (const auto &f : d.fields) {
            fields.append(QJsonObject{{QStringLiteral("field"), domain::fieldKey(f.field)},
                {QStringLiteral("said"), f.said}, {QStringLiteral("stored"), f.stored}});
            words << QStringLiteral("%1: %2 / %3")
                         .arg(domain::fieldKey(f.field), f.said,
                             f.stored.isEmpty() ? QStringLiteral("nothing") : f.stored);
        }
        out.append(QJsonObject{{QStringLiteral("session"), d.session.id.str()},
            {QStringLiteral("identity"), d.session.request.identity.str()},
            {QStringLiteral("notStored"), d.isNotStored}, {QStringLiteral("fields"), fields}});
        const QString text =
            d.isNotStored ? QStringLiteral("verified here, not stored") : words.join(QStringLiteral(", "));
        if (!s.isJson())
            s.output().line(QStringLiteral("%1  %2  %3").arg(d.session.id.str(), d.session.personName, text));
    }
    if (s.isJson())
        s.output().print({{QStringLiteral("drift"), out}, {QStringLiteral("compared"), found.compared},
            {QStringLiteral("notStored"), found.notStored()}, {QStringLiteral("notLookedAt"), found.notLookedAt}});
    else
        s.output().note(
            QStringLiteral("%1 compared, %2 of them differ, %3 of these are not stored at all; %4 not looked at yet "
                           "(synchronise fifteen minutes after a result).")
                .arg(found.compared)
                .arg(found.all.size())
                .arg(found.notStored())
                .arg(found.notLookedAt));
    s.finish(Done);
}

static void driftCommand(Shell &s)
{
    const QString verb = s.positional().first();
    if ((verb != QLatin1String("list") && verb != QLatin1String("repair")) ||
        (verb == QLatin1String("repair")) != (s.positional().size() == 2))
        return s.usage(QStringLiteral("drift: list, or repair SESSION."));
    s.opening().withTenantSession([&s, verb](services::TenantSession &w) {
        auto *check = new services::DriftCheck(w, &w);
        if (verb == QLatin1String("repair")) {
            const core::SessionId id(s.positional().at(1));
            return core::whenDone<domain::Session>(
                check->repair(id), &s, [&s, &w, id](const Result<domain::Session> &r) {
                    if (!r)
                        return s.fail(r.error());
                    w.verifier().monitor().watch();
                    waitForSession(s, w, id, w.context().clock->now() + s.value("timeout").toInt() * core::secondMs);
                });
        }
        core::whenDone<domain::DriftList>(check->list(), &s,
            [&s](const Result<domain::DriftList> &found) { found ? show(s, *found) : s.fail(found.error()); });
    });
}

void registerDriftCommands(CommandTable &table)
{
    table.add("drift",
        "  idvctl drift list | repair SESSION [--timeout SECONDS] --tenant NAME [--json]    what the provider said and "
        "SailPoint does not store\n",
        {{}, QStringLiteral("drift list | repair SESSION [--timeout SECONDS] --tenant NAME [--json]"),
            {valueOption("tenant", "NAME"), valueOption("timeout", "SECONDS", "60")}, 1, 2, driftCommand});
}

} // namespace cli
