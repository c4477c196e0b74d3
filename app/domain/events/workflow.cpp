#include "domain/events/workflow.h"
#include "domain/text/wordlist.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace domain {

static constexpr std::array<const char *, 3> workflowTriggerWords{"EVENT", "EXTERNAL", "SCHEDULED"};
static constexpr std::array<const char *, 5> executionStatusWords{
    "Queued", "Running", "Completed", "Failed", "Canceled"};

QString workflowTriggerKey(WorkflowTrigger trigger)
{
    return wordOfValue(workflowTriggerWords, trigger);
}

std::optional<WorkflowTrigger> workflowTriggerFromKey(const QString &key)
{
    return valueOfWord<WorkflowTrigger>(workflowTriggerWords, key);
}

QString executionStatusKey(ExecutionStatus status)
{
    return wordOfValue(executionStatusWords, status);
}

std::optional<ExecutionStatus> executionStatusFromKey(const QString &key)
{
    return valueOfWord<ExecutionStatus>(executionStatusWords, key);
}

QString historyText(const QList<ExecutionStep> &history)
{
    QJsonArray steps;
    for (const ExecutionStep &s : history)
        steps.append(s.raw);
    return QString::fromUtf8(QJsonDocument(steps).toJson()).trimmed();
}

} // namespace domain
