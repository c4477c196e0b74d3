#pragma once
#include "core/result.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

// Scenarios of the lab: what the simulators do, what the console is asked to do, and what has to be so afterwards.
// The format is described in resources/docs/scenarios.md.
namespace domain {

struct ScenarioStep
{
    QString action; ///< a name of scenarioActions()
    QJsonObject arguments;
    QJsonObject expected; ///< facts by name; a value, {"atLeast": n} or {"oneOf": [...]}
    int line = 0;         ///< in its file
};

struct Scenario
{
    QString id;
    QString title;
    QString about;
    QJsonObject simulator; ///< what the simulators are told
    QList<ScenarioStep> steps;
    QString file;    ///< where it was read from
    QByteArray text; ///< as read: a later fault can still name its line
};

/// "synchronise", "start", "wait", "callback", "faults", "advance", "subscribe", "raise", "check".
const QStringList &scenarioActions();
/// Usage with "file:line: what is wrong, what is expected".
core::Result<Scenario> scenarioFromJson(const QByteArray &text, const QString &file);

/// One expectation against what was found.
struct ScenarioCheck
{
    QString fact;
    QJsonValue expected;
    QJsonValue actual; ///< undefined: there is no such fact
    bool isPassed = false;
};
bool fits(const QJsonValue &expected, const QJsonValue &actual);
QList<ScenarioCheck> compare(const QJsonObject &expected, const QJsonObject &facts);

struct ScenarioStepReport
{
    QString action;
    int line = 0;
    qint64 milliseconds = 0;
    QList<ScenarioCheck> checks;
    QString fault; ///< the step could not be done; empty otherwise
    bool isPassed() const;
};

struct ScenarioReport
{
    QString id;
    QString title;
    QString file;
    qint64 milliseconds = 0;
    QList<ScenarioStepReport> steps;
    QString fault; ///< it could not begin
    bool isPassed() const;
    /// "verified" for the screen's column Actual: the session's last state, empty when there was none.
    QString lastState;
};

QJsonObject toJson(const ScenarioReport &report);
/// JUnit's XML as continuous integration reads it: a suite, a case a scenario.
QByteArray junitFrom(const QList<ScenarioReport> &reports);
/// For people: what was done, what was expected and what was so, step by step. `madeAt` is said on top.
QString markdownFrom(const QList<ScenarioReport> &reports, const QString &madeAt);
/// "expected verified, was held (line 12)": the first thing that did not fit, for one line of a list.
QString firstFailure(const ScenarioReport &report);

} // namespace domain
