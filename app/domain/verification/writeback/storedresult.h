#pragma once
#include "domain/identities/identity.h"
#include "domain/reverification/reverificationpolicy.h"
#include "domain/verification/verification.h"
#include <QHash>

// A pass that was decided here and that SailPoint does not show.
namespace domain {

enum class StoredResult {
    Stored,      ///< SailPoint shows this verification, or a newer one
    NotLookedAt, ///< nobody has read the person since it could have arrived
    NotStored,   ///< read late enough, and it is not there
};
/// So long after its result a verification may still be on its way to SailPoint.
constexpr core::Instant storedWithin = 15 * core::minuteMs;

/// Does SailPoint show the session's result, or a newer verification? A result that verifies nobody has no date of its
/// own.
bool isShown(const Session &session, const IdvFacts &stored);

/// `session` is the person's latest verified one. `readAt`: when what SailPoint says of the person was read, UTC ms;
/// nothing: never.
StoredResult storedResultOf(const Session &session, const IdvFacts &stored, std::optional<core::Instant> readAt);

/// Is a pass of here, completed at `passedAt`, still in force and newer than what SailPoint shows? Nobody is asked
/// again for it.
bool isVerifiedHereOnly(
    std::optional<core::Instant> passedAt, std::optional<core::Instant> storedAt, int intervalDays, core::Instant now);

/// A pass of here, within its interval, that SailPoint does not show in a read that came late enough.
struct NotStoredPass
{
    core::SessionId session;
    core::Instant at = 0;   ///< of the result, UTC ms
    bool isPastDue = false; ///< SailPoint's own facts say so, whatever was passed here
    friend bool operator==(const NotStoredPass &, const NotStoredPass &) = default;
};

/// Who was verified here and is not stored, of everybody in the local copy.
struct StoredFacts
{
    QHash<QString, NotStoredPass> notStored; ///< by identity
    qint64 pastDue = 0;                      ///< of them, who are past due
    qint64 notLookedAt = 0;        ///< passes in force that nobody has looked for since they could have arrived
    qint64 notLookedAtForADay = 0; ///< of these, older than a day: somebody ought to look
    std::optional<core::Instant> oldestNotLookedAt; ///< UTC ms
    friend bool operator==(const StoredFacts &, const StoredFacts &) = default;
    QStringList pastDueIds() const; ///< sorted
};

/// Only the latest verified session of each person, newest first; those without a person are left out.
QList<Session> latestPasses(const QList<Session> &newestFirst);
/// `latest`: latestPasses(). `readAt`: everybodyReadAt() of the copy that `people` are from; nothing: never read. A
/// pass counts as long as the interval of the person's rule lasts. UTC ms.
StoredFacts storedFacts(const QList<Session> &latest, const QList<Identity> &people, const ReverificationPolicy &policy,
    std::optional<core::Instant> readAt, core::Instant now);
/// The longest interval of the policy, days: no older pass is in force for anybody.
int longestInterval(const ReverificationPolicy &policy);

} // namespace domain
