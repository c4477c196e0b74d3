#pragma once
#include "domain/verification/namematch.h"
#include "domain/verification/results/providerstatus.h"
#include "domain/verification/verification.h"

namespace domain {

/// What a status query (or a callback) says, already reduced to the fields that may be kept.
struct ProviderResult
{
    ProviderStatus status = ProviderStatus::Unknown;
    QString
        statusWord; ///< as sent, without outer spaces; at most 64 characters, two such words where a provider has two
    core::ProviderSessionId session;
    std::optional<int> ial; ///< absent when not given; never assumed
    QString verifiedName;
    QString documentType;
    ParsedInstant completedAt;
    QString failureReason; ///< the provider's text; a pass that carries one is held
    QString invitationUrl; ///< where the answer carries one: memory only
    QString userHash;      ///< userDigest() of the user that the answer names; empty when it names none
};

/// The identifier itself is personal and is not kept: case and outer spaces do not matter. Empty for an empty one.
QString userDigest(const QString &identifier);
/// Both sides name a user, and not the same.
bool namesAnotherUser(const ProviderResult &result, const Session &session);

/// Why a pass is not applied.
enum class ReviewReason {
    None,
    LevelTooLow,
    LevelMissing,
    DocumentNotAllowed,
    CompletedAtMissing,
    CompletedAtImplausible,
    NameDiffers,
    NameMissing,
    OtherSession,
    Contradiction,
    Unconfirmed,
    NameNotComparable,
    OtherPerson,
    PassWithFailureReason
};
QString reviewReasonKey(ReviewReason c);
ReviewReason reviewReasonFromKey(const QString &key);
/// True for causes that only a new session can mend; nobody can accept them.
bool onlyNewSessionHelps(ReviewReason c);
/// The level that this session's reason and request ask for: where an account depends on it, two at least.
int neededIal(const Session &session);
/// May a second person accept this held session? Its cause allows it, and level, document and time are there and right.
bool canBeAccepted(const Session &session);

/// For which purpose the names of such a session are compared; windows that show the comparison ask for the same.
NamePurpose namePurpose(Reason reason);
/// The directory's name at the session's start with a document's, for the session's purpose.
NameMatch compareSessionNames(const Session &session, const QString &verifiedName, const QStringList &heldDifferences);
/// Is this among the documents that were asked for? Outer spaces and letter case aside.
bool isDocumentAllowed(const VerificationRequest &request, const QString &documentType);
/// completed_at lies between the session's start and now, five minutes of skew either way. UTC ms.
bool isCompletionPlausible(const Session &session, core::Instant completedAt, core::Instant now);

struct ResultEvaluation
{
    SessionEvent event = SessionEvent::StillOpen;
    ReviewReason cause = ReviewReason::None;
};

/// Pass needs all of: the session asked about named in the answer, no other user named, no failure reason beside it,
/// IAL present and at least the required one, an allowed document, a
/// completed_at between start and now (five minutes of skew either way), the directory's name by the rules of
/// namematch.h, the agreed `heldDifferences` and the session's reason. Never fails a pass: what does not hold is held.
/// `now` in UTC ms.
ResultEvaluation evaluateResult(
    const ProviderResult &result, const Session &session, core::Instant now, const QStringList &heldDifferences = {});

} // namespace domain
