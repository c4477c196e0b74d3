#include "assembly/console.h"
#include "cli/shell/jsonoutput.h"
#include "cli/shell/shell.h"
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
            s.print({{QStringLiteral("file"), path},
                {QStringLiteral("tenants"), o->value(QLatin1String("tenants")).toArray().size()}});
        else
            s.line(QStringLiteral("%1: %2 tenants, no secrets")
                       .arg(path)
                       .arg(o->value(QLatin1String("tenants")).toArray().size()));
        s.finish(Done);
    });
}

void settingsCommand(Shell &s, const QString &verb)
{
    const bool isExport = verb == QLatin1String("export");
    if (!isExport && verb != QLatin1String("import"))
        return s.usage(QStringLiteral("settings: export FILE, import FILE."));
    if (!s.parse(QStringLiteral("settings export FILE | import FILE [--allow NAME]… [--json]"),
            {{QStringLiteral("allow"), {}, QStringLiteral("NAME")}}, 1, 1))
        return;
    const QString path = s.positional().first();
    QJsonObject given;
    if (!isExport) {
        const auto read = settingIn(path);
        if (!read)
            return s.fail(read.error());
        given = *read;
    }
    if (const auto opened = s.openConsole(); !opened)
        return s.fail(opened.error());
    auto *file = new services::SettingsFile(s.console().context(), &s);
    if (isExport)
        return exportTo(s, *file, path);
    core::whenDone<services::SettingsReport>(
        file->import(given, s.values("allow")), &s, [&s](const Result<services::SettingsReport> &r) {
            if (!r)
                return s.fail(r.error());
            if (s.isJson()) {
                s.print({{QStringLiteral("added"), QJsonArray::fromStringList(r->added)},
                    {QStringLiteral("skipped"), QJsonArray::fromStringList(r->skipped)},
                    {QStringLiteral("faults"), QJsonArray::fromStringList(r->faults)}});
            } else {
                for (const auto &[word, names] : {std::pair{"added, without secrets: ", r->added},
                         std::pair{"already here, left as it is: ", r->skipped}, std::pair{"not taken: ", r->faults}}) {
                    for (const QString &n : names)
                        s.line(QLatin1String(word) + n);
                }
            }
            s.finish(r->faults.isEmpty() ? Done : Refused);
        });
}

} // namespace cli
