#include "domain/operations/operationoutcome.h"

namespace domain {

OperationState stateAfterAnswer(const AnswerOfCall &a, OperationKind kind, FollowBy followBy)
{
    if (!a.isAccepted)
        return a.mayHaveArrived ? OperationState::Unknown : OperationState::Refused;
    if (!a.isWhole)
        return OperationState::Failed;
    // A synchronisation names a job that nothing public can be asked about.
    if (kind == OperationKind::SynchronizeAttributes || (followBy == FollowBy::Task && !a.namesTask))
        return OperationState::Submitted;
    return followBy == FollowBy::Nothing ? OperationState::Done : OperationState::Asked;
}

QString outcomeWord(OperationState state)
{
    switch (state) {
    case OperationState::Refused:
    case OperationState::Failed: return QStringLiteral("failed");
    case OperationState::Unknown: return QStringLiteral("unknown");
    default: return isOver(state) ? QStringLiteral("done") : QStringLiteral("noted");
    }
}

} // namespace domain
