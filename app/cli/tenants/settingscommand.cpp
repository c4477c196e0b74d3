#include "assembly/console.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
#include "cli/tenants/tenantcommands.h"
#include "core/outputfile.h"
#include "services/tenants/settingsfile.h"

// idvctl settings: everything but the secrets, from one computer to another.
namespace cli {

using core::Result;

static void exportTo(Shell &s, services::SettingsFile &file, const QString &path)
{
    core::whenDone<QJsonObject>(file.exported(), &s, [&s, path](const Result<QJsonObject> &o) {
        if (!o)
            return s.fail(o.error());
        if (const auto written = core::writeFile(path, QJsonDocument(*o).toJson()); !written)
            return s.fail(written.error());
        if (s.isJson())
            s.output().print({{QStringLiteral("file"), path},
                {QStringLiteral("tenants"), o->value(QLatin1String("tenants")).toArray().size()}});
        else
            s.output().line(QStringLiteral("%1: %2 tenants, no secrets")
                                .arg(path)
                                .arg(o->value(QLatin1String("tenants")).toArray().size()));
        s.finish(Done);
    });
}

static void exportCommand(Shell &s)
{
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    auto *file = new services::SettingsFile(s.opening().console().context(), &s);
    exportTo(s, *file, s.positional().first());
}

static void importCommand(Shell &s)
{
    const auto given = settingIn(s.positional().first());
    if (!given)
        return s.fail(given.error());
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    auto *file = new services::SettingsFile(s.opening().console().context(), &s);
    core::whenDone<services::SettingsReport>(
        file->import(*given, s.values("allow")), &s, [&s](const Result<services::SettingsReport> &r) {
            if (!r)
                return s.fail(r.error());
            if (s.isJson()) {
                s.output().print({{QStringLiteral("added"), QJsonArray::fromStringList(r->added)},
                    {QStringLiteral("skipped"), QJsonArray::fromStringList(r->skipped)},
                    {QStringLiteral("faults"), QJsonArray::fromStringList(r->faults)}});
            } else {
                for (const auto &[word, names] : {std::pair{"added, without secrets: ", r->added},
                         std::pair{"already here, left as it is: ", r->skipped}, std::pair{"not taken: ", r->faults}}) {
                    for (const QString &n : names)
                        s.output().line(QLatin1String(word) + n);
                }
            }
            s.finish(r->faults.isEmpty() ? Done : Refused);
        });
}

static CommandForm settingsForm(const char *verb, void (*run)(Shell &))
{
    return {QLatin1String(verb), QStringLiteral("settings export FILE | import FILE [--allow NAME]… [--json]"),
        {valueOption("allow", "NAME")}, 1, 1, run};
}

void registerSettingsCommands(CommandTable &table)
{
    table.add({QStringLiteral("settings"),
        "  idvctl settings export FILE | import FILE [--allow NAME]… [--json]    everything but the secrets\n",
        QStringLiteral("settings: export FILE, import FILE."),
        {settingsForm("export", exportCommand), settingsForm("import", importCommand)}});
}

} // namespace cli
