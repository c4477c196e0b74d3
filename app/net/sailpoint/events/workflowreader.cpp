#include "net/sailpoint/events/workflowreader.h"

namespace net::sailpoint {

domain::Workflow workflowFrom(const QJsonObject &o)
{
    const QJsonObject trigger = o.value(QLatin1String("trigger")).toObject();
    domain::Workflow w;
    w.id = o.value(QLatin1String("id")).toString();
    w.name = o.value(QLatin1String("name")).toString();
    w.triggerWord = trigger.value(QLatin1String("type")).toString();
    w.trigger = domain::workflowTriggerFromKey(w.triggerWord);
    w.triggerName = trigger.value(QLatin1String("displayName")).toString();
    w.isEnabled = o.value(QLatin1String("enabled")).toBool();
    w.raw = o;
    return w;
}

domain::WorkflowExecution executionFrom(const QJsonObject &o)
{
    domain::WorkflowExecution e;
    e.id = o.value(QLatin1String("id")).toString();
    e.startTime = o.value(QLatin1String("startTime")).toString();
    e.closeTime = o.value(QLatin1String("closeTime")).toString();
    e.statusWord = o.value(QLatin1String("status")).toString();
    e.status = domain::executionStatusFromKey(e.statusWord);
    e.raw = o;
    return e;
}

domain::ExecutionStep executionStepFrom(const QJsonObject &o)
{
    return {o};
}

domain::WorkflowClient workflowClientFrom(const QJsonObject &o)
{
    return {o.value(QLatin1String("id")).toString(),
        core::makeSecret(o.value(QLatin1String("secret")).toString().toUtf8())};
}

QString executionIdFrom(const QJsonObject &o)
{
    return o.value(QLatin1String("workflowExecutionId")).toString();
}

} // namespace net::sailpoint
