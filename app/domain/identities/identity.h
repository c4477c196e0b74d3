#pragma once
#include "core/ids.h"
#include "domain/text/instant.h"
#include <QString>
#include <optional>

namespace domain {

/// The seven IDV attributes as SailPoint holds them. Raw text is kept; what cannot be read is flagged, never guessed.
struct IdvFacts
{
    QString verifiedRaw;
    std::optional<bool> verified;
    QString status; ///< as stored; the tenant's lists say what a word means
    QString ialRaw;
    std::optional<int> ial; ///< 1 or 2 or 3; absent when not given or unreadable
    QString verifiedName;
    QString documentType;
    QString sessionId;
    QString dateRaw;
    ParsedInstant date;
    /// idvVerified says something that is neither true nor false.
    bool isFlagUnreadable() const { return !verified && !verifiedRaw.trimmed().isEmpty(); }
};

/// What the local copy stores so that the status is a comparison of two numbers at any later instant.
enum class StatusKind : int {
    Dated = 0, ///< has a usable date: Verified, DueSoon or Overdue, by the clock
    Never = 1,
    Failed = 2,
    Pending = 3,
    Held = 4, ///< counts as Pending, shown "Held"
    BadDate =
        5, ///< a date that cannot be read, lies ahead, or is missing beside a word or flag that says verified: Overdue
    Reset = 6,     ///< idvVerified is false: Overdue
    Withdrawn = 7, ///< another word in idvStatus than verified, failed or pending, or in idvVerified than true or
                   ///< false: Overdue
};

/// One person of a tenant, as in the local copy.
struct Identity
{
    core::IdentityId id;
    QString name; ///< display name
    QString alias;
    QString firstName;
    QString lastName;
    QString email; ///< work e-mail
    QString personalEmail;
    QString mobile;
    QString employeeNumber;
    QString profile;   ///< identity profile's name
    QString lifecycle; ///< lifecycle state's name
    QString manager;
    QString source;
    QString sailpointStatus;
    std::optional<core::Instant> modified;
    bool isProtected = false;
    bool correlated = true;
    bool hasProcessingError = false; ///< SailPoint's processing state is ERROR
    IdvFacts idv;
    StatusKind kind = StatusKind::Never;  ///< with the ledger's overlay applied
    StatusKind lapse = StatusKind::Never; ///< what stands beneath a try that is open, held or failed: Dated, Never,
                                          ///< BadDate, Reset or Withdrawn
    QString riskGroup;                    ///< value of the attribute that marks high-risk people, or empty
    // By the strictest rule of the policy that matches this person.
    std::optional<core::Instant> due;
    std::optional<core::Instant> warnAt;
    std::optional<core::Instant> graceEnds;
    QString rule; ///< its name; empty: the standard interval
    bool isHighRisk = false;
};

/// "true", "TRUE", "1", "yes" and JSON true are true; likewise false; anything else is nothing.
std::optional<bool> parseFlag(const QString &raw);
/// "2", "2.0", "IAL2", "ial_2", 2 and a URI that ends in "ial/2" are 2; outside 1..3 is nothing.
std::optional<int> parseIal(const QString &raw);
/// May a verification be started in this lifecycle state? False for the words that say somebody left or is suspended,
/// however they go on ("inactiveShortTerm", "Terminated - Voluntary"). It opens no account: see activityOf().
bool isActiveLifecycle(const QString &lifecycle);

} // namespace domain
