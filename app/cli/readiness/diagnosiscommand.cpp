#include "cli/readiness/apicommand.h"
#include "cli/readiness/readinesscommands.h"
#include "cli/shell/shell.h"
#include "services/readiness/readiness.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonArray>

// idvctl doctor: is the tenant ready, from end to end?
namespace cli {

using services::ReadinessLine;
using services::TestLevel;

static void diagnosisCommand(Shell &s)
{
    if (s.isSet("api") && (s.isSet("tenant") || s.isSet("report")))
        return s.usage(QStringLiteral("doctor: --api asks no tenant; leave --tenant and --report out."));
    if (s.isSet("api"))
        return compareWithApi(s);
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        core::whenDone<QList<ReadinessLine>>(
            w.readiness().run(), &s, [&s, &w](const core::Result<QList<ReadinessLine>> &lines) {
                if (!lines)
                    return s.fail(lines.error());
                QJsonArray list;
                bool isReady = true;
                for (const auto &l : *lines) {
                    isReady = isReady && l.level != TestLevel::Fail;
                    list.append(QJsonObject{{QStringLiteral("area"), l.area},
                        {QStringLiteral("level"), services::testLevelKey(l.level)}, {QStringLiteral("text"), l.text},
                        {QStringLiteral("fact"), l.fact}, {QStringLiteral("advice"), l.advice}});
                    if (!s.isJson())
                        s.output().line(QStringLiteral("%1 %2%3").arg(services::testLevelKey(l.level), l.text,
                            l.fact.isEmpty() ? QString() : QStringLiteral(": ") + l.fact));
                    if (!s.isJson() && !l.advice.isEmpty())
                        s.output().line(QStringLiteral("     ") + l.advice);
                }
                if (s.isSet("report")) {
                    const QByteArray text =
                        services::readinessMarkdown(w.tenant().name, w.context().clock->now(), *lines).toUtf8();
                    if (!s.writeFile("report", s.value("report"), text))
                        return;
                }
                if (s.isJson())
                    s.output().print({{QStringLiteral("ready"), isReady}, {QStringLiteral("lines"), list}});
                s.finish(isReady ? Done : Refused);
            });
    });
}

void registerReadinessCommands(CommandTable &table)
{
    table.add("doctor",
        "  idvctl doctor --tenant NAME [--report FILE.md] [--json]    is the tenant ready, from end to end? 0 yes, 9 "
        "no\n"
        "  idvctl doctor --api FILE [--json]    the calls that the console makes, beside an OpenAPI file of "
        "SailPoint's: what "
        "is missing, deprecated, needs more or another scope\n",
        {{}, QStringLiteral("doctor --tenant NAME [--report FILE.md] [--json] | doctor --api FILE [--json]"),
            {valueOption("tenant", "NAME"), valueOption("report", "FILE"), valueOption("api", "FILE")}, 0, 0,
            diagnosisCommand});
}

} // namespace cli
