#pragma once
#include "domain/operations/operation.h"

// What an answer makes of an operation. Pure.
namespace domain {

/// What came back from the one call of an operation.
struct AnswerOfCall
{
    bool isAccepted = false;
    bool mayHaveArrived = false; ///< of no answer: nobody knows whether it was done
    bool isWhole = true;         ///< accepted, and all of it
    bool namesTask = false;
};

OperationState stateAfterAnswer(const AnswerOfCall &answer, OperationKind kind, FollowBy followBy);
/// How the audit log says it: "done", "failed", "unknown", "noted".
QString outcomeWord(OperationState state);

} // namespace domain
