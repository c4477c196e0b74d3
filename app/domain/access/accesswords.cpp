#include "domain/access/accesswords.h"
#include "domain/text/wordlist.h"

namespace domain {

// In the order of their kinds.
static constexpr std::array accessTypeWords{"ROLE", "ACCESS_PROFILE", "ENTITLEMENT"};
static constexpr std::array requestTypeWords{"GRANT_ACCESS", "REVOKE_ACCESS", "MODIFY_ACCESS"};
static constexpr std::array lineChangeWords{"Add", "Remove"};
static constexpr std::array reviewPhaseWords{"STAGED", "ACTIVE", "SIGNED"};
static constexpr std::array decisionWords{"APPROVED", "REJECTED"};

std::optional<AccessType> accessTypeFromKey(const QString &key)
{
    return valueOfWord<AccessType>(accessTypeWords, key);
}

QString requestTypeKey(RequestType t)
{
    return wordOfValue(requestTypeWords, t);
}
std::optional<RequestType> requestTypeFromKey(const QString &key)
{
    return valueOfWord<RequestType>(requestTypeWords, key);
}

QString lineChangeKey(LineChange c)
{
    return wordOfValue(lineChangeWords, c);
}
std::optional<LineChange> lineChangeFromKey(const QString &key)
{
    return valueOfWord<LineChange>(lineChangeWords, key);
}

QString reviewPhaseKey(ReviewPhase p)
{
    return wordOfValue(reviewPhaseWords, p);
}
std::optional<ReviewPhase> reviewPhaseFromKey(const QString &key)
{
    return valueOfWord<ReviewPhase>(reviewPhaseWords, key);
}

QString decisionKey(Decision d)
{
    return wordOfValue(decisionWords, d);
}
std::optional<Decision> decisionFromKey(const QString &key)
{
    return valueOfWord<Decision>(decisionWords, key);
}

} // namespace domain
