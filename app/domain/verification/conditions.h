#pragma once
#include "domain/recovery/recovery.h"

namespace domain {

/// What a pass has to fulfil, each by its own fact, in the order in which it is shown.
enum class Condition { Level, Document, Name, CompletedAt, Source, User };
constexpr int conditionCount = 6;
QString conditionKey(Condition c); ///< "level", "document", …

struct ConditionSigns
{
    QStringList heldDifferences; ///< harmless differences of names that the settings leave to a person
    std::optional<bool>
        isSameUser{}; ///< the answer named a user: the one that was asked for, or another; nothing when it named none
};

struct Conditions
{
    std::array<GateMark, conditionCount> marks{};
    GateMark of(Condition c) const { return marks[size_t(c)]; }
};

/// Level, document, name, time, source and user of a session's result, each looked at for itself: that one is not met
/// says nothing about another. All are NotKnown while there is no result. `now` in UTC ms.
Conditions conditionsOf(const Session &session, const ConditionSigns &signs, core::Instant now);

} // namespace domain
