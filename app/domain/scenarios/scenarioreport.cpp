#include "core/jsontext.h"
#include "domain/scenarios/scenario.h"
#include "domain/text/markdown.h"
#include "domain/text/outputtext.h"
#include <QXmlStreamWriter>
#include <algorithm>

// What became of scenarios, in the forms in which it is handed on.
namespace domain {

bool ScenarioStepReport::isPassed() const
{
    return fault.isEmpty() &&
           std::all_of(checks.begin(), checks.end(), [](const ScenarioCheck &c) { return c.isPassed; });
}

bool ScenarioReport::isPassed() const
{
    return fault.isEmpty() && !steps.isEmpty() &&
           std::all_of(steps.begin(), steps.end(), [](const ScenarioStepReport &s) { return s.isPassed(); });
}

static QString shown(const QJsonValue &v)
{
    if (v.isUndefined())
        return QStringLiteral("nothing");
    if (v.isString())
        return v.toString();
    return core::compactJson(QJsonArray{v}).mid(1).chopped(1);
}

static QString sentence(const ScenarioStepReport &step)
{
    QStringList lines;
    if (!step.fault.isEmpty())
        lines << step.fault;
    for (const auto &c : step.checks) {
        if (!c.isPassed)
            lines << QStringLiteral("%1: expected %2, was %3").arg(c.fact, shown(c.expected), shown(c.actual));
    }
    return lines.join(QStringLiteral("; "));
}

QString firstFailure(const ScenarioReport &report)
{
    if (!report.fault.isEmpty())
        return report.fault;
    for (const auto &step : report.steps) {
        if (!step.isPassed())
            return QStringLiteral("line %1, %2: %3").arg(step.line).arg(step.action, sentence(step));
    }
    return {};
}

QJsonObject toJson(const ScenarioReport &report)
{
    QJsonArray steps;
    for (const auto &s : report.steps) {
        QJsonArray checks;
        for (const auto &c : s.checks)
            checks.append(QJsonObject{{QStringLiteral("fact"), c.fact}, {QStringLiteral("expected"), c.expected},
                {QStringLiteral("actual"), c.actual.isUndefined() ? QJsonValue() : c.actual},
                {QStringLiteral("passed"), c.isPassed}});
        QJsonObject step{{QStringLiteral("do"), s.action}, {QStringLiteral("line"), s.line},
            {QStringLiteral("ms"), s.milliseconds}, {QStringLiteral("passed"), s.isPassed()},
            {QStringLiteral("checks"), checks}};
        if (!s.fault.isEmpty())
            step.insert(QStringLiteral("fault"), s.fault);
        steps.append(step);
    }
    QJsonObject o{{QStringLiteral("id"), report.id}, {QStringLiteral("title"), report.title},
        {QStringLiteral("passed"), report.isPassed()}, {QStringLiteral("ms"), report.milliseconds},
        {QStringLiteral("steps"), steps}};
    if (!report.fault.isEmpty())
        o.insert(QStringLiteral("fault"), report.fault);
    return o;
}

QString markdownFrom(const QList<ScenarioReport> &reports, const QString &madeAt)
{
    const auto passed =
        std::count_if(reports.begin(), reports.end(), [](const ScenarioReport &r) { return r.isPassed(); });
    QString out = QStringLiteral("# IDV Console: scenarios\n\nMade %1, against the simulators. %2 of %3 passed.\n")
                      .arg(markdownText(madeAt))
                      .arg(passed)
                      .arg(reports.size());
    for (const auto &r : reports) {
        out += QStringLiteral("\n## %1: %2\n\n%3 s\n\n")
                   .arg(markdownText(r.title), r.isPassed() ? QStringLiteral("passed") : QStringLiteral("did not pass"),
                       QString::number(double(r.milliseconds) / 1000, 'f', 1));
        if (!r.fault.isEmpty())
            out += markdownText(r.fault) + QStringLiteral("\n\n");
        QList<QStringList> rows;
        for (const auto &s : r.steps) {
            if (s.checks.isEmpty())
                rows << QStringList{
                    s.action, QString(), QString(), QString(), s.isPassed() ? QStringLiteral("done") : s.fault};
            for (const auto &c : s.checks)
                rows << QStringList{s.action, c.fact, shown(c.expected), shown(c.actual),
                    c.isPassed ? QStringLiteral("yes") : QStringLiteral("NO")};
        }
        out += markdownTable({QStringLiteral("Step"), QStringLiteral("Fact"), QStringLiteral("Expected"),
                                 QStringLiteral("Was"), QStringLiteral("Fits")},
            rows);
    }
    return out;
}

QByteArray junitFrom(const QList<ScenarioReport> &reports)
{
    QByteArray out;
    QXmlStreamWriter x(&out);
    x.setAutoFormatting(true);
    const auto seconds = [](qint64 ms) { return QString::number(double(ms) / 1000, 'f', 3); };
    qint64 all = 0;
    for (const auto &r : reports)
        all += r.milliseconds;
    const auto failed = std::count_if(
        reports.begin(), reports.end(), [](const ScenarioReport &r) { return !r.isPassed() && r.fault.isEmpty(); });
    const auto broken =
        std::count_if(reports.begin(), reports.end(), [](const ScenarioReport &r) { return !r.fault.isEmpty(); });
    x.writeStartDocument();
    x.writeStartElement(QStringLiteral("testsuites"));
    x.writeStartElement(QStringLiteral("testsuite"));
    x.writeAttribute(QStringLiteral("name"), QStringLiteral("IDV Console scenarios"));
    x.writeAttribute(QStringLiteral("tests"), QString::number(reports.size()));
    x.writeAttribute(QStringLiteral("failures"), QString::number(failed));
    x.writeAttribute(QStringLiteral("errors"), QString::number(broken));
    x.writeAttribute(QStringLiteral("time"), seconds(all));
    for (const auto &r : reports) {
        x.writeStartElement(QStringLiteral("testcase"));
        x.writeAttribute(QStringLiteral("classname"), QStringLiteral("scenarios"));
        x.writeAttribute(QStringLiteral("name"), fileText(r.id));
        x.writeAttribute(QStringLiteral("time"), seconds(r.milliseconds));
        if (!r.fault.isEmpty()) {
            x.writeStartElement(QStringLiteral("error"));
            x.writeAttribute(QStringLiteral("message"), fileText(r.fault));
            x.writeEndElement();
        }
        for (const auto &s : r.steps) {
            if (s.isPassed())
                continue;
            x.writeStartElement(QStringLiteral("failure"));
            x.writeAttribute(
                QStringLiteral("message"), fileText(QStringLiteral("line %1, %2").arg(s.line).arg(s.action)));
            x.writeCharacters(fileText(sentence(s)));
            x.writeEndElement();
        }
        x.writeEndElement();
    }
    x.writeEndElement();
    x.writeEndElement();
    x.writeEndDocument();
    return out;
}

} // namespace domain
