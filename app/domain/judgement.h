#pragma once
#include "domain/verification.h"

namespace domain {

/// The provider's word in one of ours. Unknown leaves the state as it is and warns.
enum class ProviderStatus { InProgress, Passed, Failed, Declined, Abandoned, Expired, Cancelled, Unknown };

/// Maps a status word whatever its case, spaces, underscores and hyphens.
ProviderStatus providerStatus(const QString &word);

/// What a status query (or a callback) says, already reduced to the fields that may be kept.
struct ProviderResult
{
    ProviderStatus status = ProviderStatus::Unknown;
    QString statusWord;              ///< as sent, at most 64 characters
    core::ProviderSessionId session;
    std::optional<int> ial;          ///< absent when not given; never assumed
    QString verifiedName;
    QString documentType;
    ParsedInstant completedAt;
    QString failureReason;
    QString invitationUrl;           ///< where the answer carries one: memory only
    QString userHash;                ///< userDigest() of the user that the answer names; empty when it names none
};

/// The identifier itself is personal and is not kept: case and outer spaces do not matter. Empty for an empty one.
QString userDigest(const QString &identifier);
/// Both sides name a user, and not the same.
bool namesAnotherUser(const ProviderResult &result, const Session &session);

/// Why a pass is not applied.
enum class HoldCause { None, LevelTooLow, LevelMissing, DocumentNotAllowed, CompletedAtMissing, CompletedAtImplausible,
                       NameDiffers, NameMissing, OtherSession, Contradiction, Unconfirmed, NameNotComparable, OtherPerson };
QString holdCauseKey(HoldCause c);
HoldCause holdCauseFromKey(const QString &key);
/// True for causes that only a new session can mend; nobody can accept them.
bool onlyNewSessionHelps(HoldCause c);
/// May a second person accept this held session? Its cause allows it, and level, document and time are there and right.
bool canBeAccepted(const Session &session);

struct Judgement
{
    SessionEvent event = SessionEvent::StillOpen;
    HoldCause cause = HoldCause::None;
};

/// Pass needs all of: the session asked about, no other user named, IAL present and at least the required one, an allowed document, a
/// completed_at between start and now (five minutes of skew either way), the directory's name by the rules of
/// namematch.h and the agreed `heldDifferences`. Never fails a pass: what does not hold is held. `now` in UTC ms.
Judgement judge(const ProviderResult &result, const Session &session, core::Instant now, const QStringList &heldDifferences = {});

} // namespace domain
