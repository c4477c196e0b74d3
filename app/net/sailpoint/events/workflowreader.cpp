#include "net/sailpoint/events/workflowreader.h"
#include "net/http/members.h"

namespace net::sailpoint {

domain::Workflow workflowFrom(const QJsonObject &o)
{
    const QJsonObject trigger = memberObject(o, "trigger");
    domain::Workflow w;
    w.id = memberText(o, "id");
    w.name = memberText(o, "name");
    w.triggerWord = memberText(trigger, "type");
    w.trigger = domain::workflowTriggerFromKey(w.triggerWord);
    w.triggerName = memberText(trigger, "displayName");
    w.isEnabled = memberFlag(o, "enabled");
    w.raw = o;
    return w;
}

domain::WorkflowExecution executionFrom(const QJsonObject &o)
{
    domain::WorkflowExecution e;
    e.id = memberText(o, "id");
    e.startTime = memberText(o, "startTime");
    e.closeTime = memberText(o, "closeTime");
    e.statusWord = memberText(o, "status");
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
    return {memberText(o, "id"), core::makeSecret(memberText(o, "secret").toUtf8())};
}

QString executionIdFrom(const QJsonObject &o)
{
    return memberText(o, "workflowExecutionId");
}

} // namespace net::sailpoint
