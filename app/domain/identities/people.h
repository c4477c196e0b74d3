#pragma once
#include "domain/identities/attributes.h"
#include "domain/identities/peoplefilter.h"
#include "domain/reverification/reverificationpolicy.h"
#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <vector>

namespace domain {

enum class SortBy { Name, Email, Profile, Lifecycle, Status, Ial, VerifiedOn, Due };

struct PeopleQuery
{
    QString text; ///< words, each a prefix of a word of name, e-mail, alias or number
    std::optional<IdentityStatus> status;
    SortBy sort = SortBy::Name;
    bool descending = false;
    PeopleFilter filter{};
    bool onlyPastDue = false;                 ///< whoever is past due, whatever the status
    std::optional<PastDuePart> pastDuePart{}; ///< one part of them; implies onlyPastDue
    std::optional<QStringList> onlyIds{};     ///< nobody else; an empty list is nobody
    bool isAboutPastDue() const { return onlyPastDue || pastDuePart; }
    friend bool operator==(const PeopleQuery &, const PeopleQuery &) = default;
};

using RowIds = std::vector<qint32>;

/// The answer in order, as row numbers; `isComplete` is false for the quick first part.
struct PeopleResult
{
    std::shared_ptr<const RowIds> rows;
    bool isComplete = true;
};

/// A value that people have, and how many have it.
struct FacetValue
{
    QString value;
    qint64 count = 0;
};

/// What a filter can be chosen from; the most frequent first, at most 500 each.
struct PeopleFacets
{
    QList<FacetValue> profiles;
    QList<FacetValue> lifecycles;
    QList<FacetValue> accountStates;
    QList<FacetValue> sources;
    QList<FacetValue> riskGroups;
};

/// How many people have a value of an IDV attribute, and how many of those the console cannot read.
struct FieldQuality
{
    qint64 filled = 0;
    qint64 unreadable = 0;
};
/// By Field, the seven IDV attributes.
using ValueQuality = std::array<FieldQuality, idvFieldCount>;

struct StatusCounts
{
    qint64 everyone = 0;
    std::array<qint64, identityStatusCount> byStatus{};
    qint64 held = 0;                                   ///< part of Pending
    qint64 badDates = 0;                               ///< part of Overdue
    std::array<qint64, overdueReasonCount> byReason{}; ///< parts of Overdue, by OverdueReason
    std::array<qint64, pastDuePartCount> pastDue{};    ///< by PastDuePart: past due, whatever the status
    qint64 pastDueInactive = 0; ///< of the past due, whose lifecycle or SailPoint status says inactive
    qint64 pastDueExempt = 0;   ///< of the past due, who is exempt from renewal
    qint64 allPastDue() const { return std::accumulate(pastDue.begin(), pastDue.end(), qint64(0)); }
};

/// What falls due in a week; the first of a forecast is the present one.
struct WeekLoad
{
    core::Instant from = 0;
    qint64 due = 0;
    qint64 highRisk = 0; ///< part of it
};

/// How many people a rule of the policy applies to. The standard has no name.
struct RuleLoad
{
    QString name;
    qint64 people = 0;
    qint64 overdue = 0;
    qint64 pastGrace = 0; ///< part of pastDue
    qint64 pastDue = 0;   ///< whatever the status
};

/// What a policy makes of everyone, now and in the weeks to come.
struct Outlook
{
    qint64 overdue = 0;
    qint64 pastDue = 0;   ///< whatever the status
    qint64 pastGrace = 0; ///< part of pastDue
    qint64 dueSoon = 0;
    QList<WeekLoad> weeks;
    QList<RuleLoad> rules; ///< in the policy's order, the standard last
};

/// Where a copy stands. Survives a kill.
struct SyncState
{
    bool hasFull = false;           ///< one full copy has completed
    core::Instant lastFullAt = 0;   ///< start of the last completed full copy
    core::Instant lastSyncAt = 0;   ///< end of the last completed copy of either kind
    core::Instant changesSince = 0; ///< incremental copies ask for what was modified after this
    QString runningMode;            ///< "", "search" or "list": a full copy that has not completed
    QString cursor;                 ///< its last id, or its offset
    core::Instant runningSince = 0;
    qint64 expected = 0; ///< the tenant's own count at its start
};

/// What the copy says of everybody is at least from then, UTC ms: the start of the last copy that completed, however
/// long it took. Nothing: none has.
inline std::optional<core::Instant> everybodyReadAt(const SyncState &s)
{
    const core::Instant at = std::max(s.changesSince, s.lastFullAt);
    return s.lastSyncAt > 0 && at > 0 ? std::optional(at) : std::nullopt;
}

} // namespace domain
