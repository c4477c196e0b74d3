#include "cli/tenants/tenanttest.h"
#include "assembly/console.h"
#include "cli/shell/shell.h"
#include <QJsonArray>

namespace cli {

using core::Result;

void printTest(Shell &s, const services::TestReport &report)
{
    if (!s.isJson())
        return;
    QJsonArray lines;
    for (const auto &l : report.lines) {
        QJsonObject o{{QStringLiteral("level"), services::testLevelKey(l.level)}, {QStringLiteral("text"), l.text}};
        if (!l.advice.isEmpty())
            o.insert(QStringLiteral("advice"), l.advice);
        if (l.error)
            o.insert(QStringLiteral("code"), core::codeName(l.error->code));
        lines.append(o);
    }
    QJsonObject out{{QStringLiteral("passed"), report.isPassed()}, {QStringLiteral("proven"), report.isProven()},
        {QStringLiteral("lines"), lines}};
    QJsonObject capabilities;
    for (const auto &c : report.capabilities)
        capabilities.insert(c.key, domain::capabilityStateKey(c.state));
    if (!capabilities.isEmpty())
        out.insert(QStringLiteral("capabilities"), capabilities);
    s.output().print(out);
}

static void showLine(Shell &s, const services::TestLine &l)
{
    QString mark = QStringLiteral("FAIL");
    if (l.level == services::TestLevel::Pass)
        mark = QStringLiteral("ok  ");
    else if (l.level == services::TestLevel::Warn)
        mark = QStringLiteral("warn");
    else if (l.level == services::TestLevel::NotProven)
        mark = QStringLiteral("not proven:");
    s.output().note(mark + QLatin1Char(' ') + l.text +
                    (l.fact.isEmpty() ? QString() : QStringLiteral(" (") + l.fact + QLatin1Char(')')));
    if (!l.advice.isEmpty())
        s.output().note(QStringLiteral("     ") + l.advice);
    if (l.error && !l.error->text.isEmpty())
        s.output().note(
            QStringLiteral("     ") + l.error->text +
            (l.error->detail.isEmpty() ? QString() : QStringLiteral(" [") + l.error->detail + QLatin1Char(']')));
}

void testTenant(Shell &s, const domain::Tenant &t, const services::TenantSecrets &secrets,
    const std::function<void(const services::TestReport &)> &then)
{
    const auto run = services::testConnection(
        s.opening().console().context(), t, secrets, services::TestParts::Both,
        [&s](const services::TestLine &l) { showLine(s, l); }, &s);
    core::whenDone<services::TestReport>(run, &s, [&s, then](const Result<services::TestReport> &r) {
        if (!r)
            return s.fail(r.error());
        then(*r);
    });
}

int exitCodeOf(const services::TestReport &r)
{
    for (const auto &l : r.lines) {
        if (l.level == services::TestLevel::Fail && l.error)
            return exitCodeOf(*l.error);
    }
    return Done;
}

} // namespace cli
