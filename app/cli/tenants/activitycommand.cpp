#include "cli/shell/shell.h"
#include "cli/tenants/tenantcommands.h"
#include "domain/identities/activity.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

// idvctl activity: which lifecycle words stand for an account that may be recovered.
namespace cli {

using core::Result;
using domain::ActivityTable;

static void show(Shell &s, const ActivityTable &t)
{
    if (s.isJson()) {
        s.output().print(domain::toJson(t));
        return s.finish(Done);
    }
    for (const auto &r : t.rules) {
        const QString profile = r.profile.isEmpty() ? QStringLiteral("every profile") : r.profile;
        const QString word = r.word.isEmpty() ? QStringLiteral("(no lifecycle state)") : r.word;
        s.output().line(QStringLiteral("%1  %2  %3")
                            .arg(r.isActive ? QStringLiteral("active  ") : QStringLiteral("inactive"), profile, word));
    }
    s.finish(Done);
}

static Result<ActivityTable> tableIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::fieldError(
            QStringLiteral("file"), QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()));
    QJsonParseError fault;
    const auto doc = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!doc.isObject())
        return core::fieldError(
            QStringLiteral("file"), QStringLiteral("%1 is no JSON object: %2.").arg(path, fault.errorString()));
    return domain::activityTableFromJson(doc.object());
}

static void activityCommand(Shell &s)
{
    const QString verb = s.positional().at(0);
    const bool isSet = verb == QLatin1String("set");
    if ((!isSet && verb != QLatin1String("show")) || isSet != (s.positional().size() == 2))
        return s.usage(QStringLiteral("activity: show, or set FILE with what “show --json” prints."));
    ActivityTable wanted;
    if (isSet) {
        const auto read = tableIn(s.positional().at(1));
        if (!read)
            return s.fail(read.error());
        wanted = *read;
    }
    s.opening().withTenantSession([&s, isSet, wanted](services::TenantSession &w) {
        auto &recovery = w.recovery();
        const auto stored = isSet ? core::andThen<core::Unit>(recovery.setActivityTable(wanted), &s,
                                        [&recovery](core::Unit) { return recovery.activityTable(); })
                                  : recovery.activityTable();
        core::whenDone<ActivityTable>(
            stored, &s, [&s](const Result<ActivityTable> &t) { t ? show(s, *t) : s.fail(t.error()); });
    });
}

void registerActivityCommands(CommandTable &table)
{
    table.add("activity",
        "  idvctl activity show | set FILE   --tenant NAME [--json]       which lifecycle words are an active "
        "account\n",
        {{}, QStringLiteral("activity show | set FILE   --tenant NAME [--json]"), {valueOption("tenant", "NAME")}, 1, 2,
            activityCommand});
}

} // namespace cli
