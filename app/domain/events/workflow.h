#pragma once
#include "core/secret.h"
#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

// SailPoint's workflows and their executions (contract 11).
namespace domain {

enum class WorkflowTrigger { Event, External, Scheduled };
QString workflowTriggerKey(WorkflowTrigger trigger); ///< SailPoint's: "EVENT", "EXTERNAL", "SCHEDULED"
std::optional<WorkflowTrigger> workflowTriggerFromKey(const QString &key);

struct Workflow
{
    QString id;
    QString name;
    std::optional<WorkflowTrigger> trigger; ///< nothing for a word that is not known
    QString triggerWord;                    ///< as it came
    QString triggerName;
    std::optional<bool> isEnabled; ///< nothing where SailPoint does not say it
    QJsonObject raw;               ///< as it came
};

enum class ExecutionStatus { Queued, Running, Completed, Failed, Canceled };
QString executionStatusKey(ExecutionStatus status); ///< SailPoint's: "Queued", "Running", …
std::optional<ExecutionStatus> executionStatusFromKey(const QString &key);

struct WorkflowExecution
{
    QString id;
    QString startTime;                     ///< as it came
    QString closeTime;                     ///< as it came; empty: it is not over
    std::optional<ExecutionStatus> status; ///< nothing for a word that is not known
    QString statusWord;                    ///< as it came
    QJsonObject raw;                       ///< as it came
};

/// One event of an execution's history. It is shown and printed whole; nothing is decided by it.
struct ExecutionStep
{
    QJsonObject raw;
};
/// All of them as indented JSON.
QString historyText(const QList<ExecutionStep> &history);

/// A workflow's own client, as SailPoint shows it this once.
struct WorkflowClient
{
    QString id;
    core::SecretPtr secret;
};

} // namespace domain
