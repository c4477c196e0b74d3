#include "domain/events/invocation.h"
#include "domain/text/wordlist.h"

namespace domain {

static constexpr std::array<const char *, 2> invocationTypeWords{"TEST", "REAL_TIME"};

QString invocationTypeKey(InvocationType type)
{
    return wordOfValue(invocationTypeWords, type);
}

std::optional<InvocationType> invocationTypeFromKey(const QString &key)
{
    return valueOfWord<InvocationType>(invocationTypeWords, key);
}

InvocationState invocationState(const Invocation &i)
{
    if (i.completed.isEmpty())
        return InvocationState::InProgress;
    return i.error.isEmpty() ? InvocationState::Completed : InvocationState::Failed;
}

} // namespace domain
