#include "domain/access/accesswords.h"
#include <array>

namespace domain {

template <typename Kind, size_t Count>
static std::optional<Kind> kindOfWord(const std::array<const char *, Count> &words, const QString &key)
{
    for (size_t i = 0; i < Count; ++i) {
        if (key == QLatin1String(words[i]))
            return Kind(i);
    }
    return std::nullopt;
}

// In the order of their kinds.
static constexpr std::array accessTypeWords{"ROLE", "ACCESS_PROFILE", "ENTITLEMENT"};
static constexpr std::array requestTypeWords{"GRANT_ACCESS", "REVOKE_ACCESS", "MODIFY_ACCESS"};
static constexpr std::array lineChangeWords{"Add", "Remove"};
static constexpr std::array reviewPhaseWords{"STAGED", "ACTIVE", "SIGNED"};
static constexpr std::array decisionWords{"APPROVED", "REJECTED"};

QString accessTypeKey(AccessType t)
{
    return QString::fromLatin1(accessTypeWords[size_t(t)]);
}
std::optional<AccessType> accessTypeFromKey(const QString &key)
{
    return kindOfWord<AccessType>(accessTypeWords, key);
}

QString requestTypeKey(RequestType t)
{
    return QString::fromLatin1(requestTypeWords[size_t(t)]);
}
std::optional<RequestType> requestTypeFromKey(const QString &key)
{
    return kindOfWord<RequestType>(requestTypeWords, key);
}

QString lineChangeKey(LineChange c)
{
    return QString::fromLatin1(lineChangeWords[size_t(c)]);
}
std::optional<LineChange> lineChangeFromKey(const QString &key)
{
    return kindOfWord<LineChange>(lineChangeWords, key);
}

QString reviewPhaseKey(ReviewPhase p)
{
    return QString::fromLatin1(reviewPhaseWords[size_t(p)]);
}
std::optional<ReviewPhase> reviewPhaseFromKey(const QString &key)
{
    return kindOfWord<ReviewPhase>(reviewPhaseWords, key);
}

QString decisionKey(Decision d)
{
    return QString::fromLatin1(decisionWords[size_t(d)]);
}
std::optional<Decision> decisionFromKey(const QString &key)
{
    return kindOfWord<Decision>(decisionWords, key);
}

} // namespace domain
