#pragma once
#include "domain/identities/activity.h"
#include "domain/recovery/timeproof.h"
#include "domain/verification/resultproof.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/verification.h"
#include <array>

namespace domain {

/// How long a contact of a person has stood in the directory, as far as the local copy saw.
struct ContactHistory
{
    std::optional<core::Instant> since; ///< when the copy began to watch; nothing: not yet
    std::optional<core::Instant> mobileChangedAt;
    std::optional<core::Instant> emailChangedAt;
    std::optional<core::Instant> personalChangedAt;
};
enum class ContactAge { Unchanged, ChangedRecently, NotKnown };
enum class Channel { Mobile, WorkEmail, PersonalEmail };
/// 14 days decide. A history that is shorter says nothing: NotKnown, treated as changed.
ContactAge contactAge(const ContactHistory &history, Channel channel, core::Instant now);
/// Whole days since the change, or since the copy began to watch.
int contactDays(const ContactHistory &history, Channel channel, core::Instant now);
/// Over which contact this way of sending goes; a link that is only shown goes over none, and asks for the e-mail's.
Channel channelOf(Delivery delivery);

/// SailPoint's ways to send the password-reset mail.
enum class ResetVia { WorkEmail, PersonalEmail, WorkLink, PersonalLink };
QString resetViaKey(ResetVia v); ///< "EMAIL_WORK", …
std::optional<ResetVia> resetViaFromKey(const QString &key);
bool isPersonal(ResetVia v);
Channel channelOf(ResetVia v);

/// The five conditions of account recovery, in the order in which they are shown.
enum class GateCondition { Level, Name, Genuine, Active, CallerBound };
constexpr int gateConditionCount = 5;
enum class GateMark { Met, NotMet, NotKnown };

enum class GateObstacle {
    None,
    OtherReason,    ///< the verification was started for something else
    OtherOperator,  ///< by somebody else
    StarterUnknown, ///< it does not say by whom: it is from before that was kept
    NotVerified,    ///< no result yet, or not a pass
    Conditions,     ///< one of the five does not hold
    TooOld,         ///< more than 15 minutes since completed_at
    AlreadyUsed,    ///< one reset per verification
    Unknown,        ///< an earlier try was not answered
    Locked,         ///< the tenant is read only
    NotAnchored,    ///< the log says nothing by which the row could be proved
    RowDiffers,     ///< the row is not what the log recorded
    NoVendorTime,   ///< no vendor says what time it is
    ClocksDiffer,
    LogAhead, ///< the log has an entry that is later than now
};

struct RecoveryGate
{
    std::array<GateMark, gateConditionCount> marks{};
    GateObstacle obstacle = GateObstacle::NotVerified;
    bool canAcceptActivity =
        false;                  ///< whether the account is active was asked, is not known, and nobody accepted it yet
    core::Instant closesAt = 0; ///< completed_at plus 15 minutes; 0 without a result
    bool isOpen() const { return obstacle == GateObstacle::None; }
    int met() const;
};
constexpr core::Instant gateLifetime = 15 * core::minuteMs;
/// May a result of `completedAt` still open a reset? Not after gateLifetime, nor when it lies more than five minutes
/// ahead. UTC ms.
bool isWithinGate(core::Instant completedAt, core::Instant now);

/// Everything the gate is decided by, looked at for this very question.
struct GateFacts
{
    std::optional<Activity> activity; ///< nothing while it was not asked
    bool isActivityAccepted = false;  ///< a second person said so where it is not known
    QString operatorName;             ///< operating-system user
    QString principal;                ///< SailPoint identity registered here now
    bool isReadOnly = false;
    RowProof proof = RowProof::Missing;
    TimeDoubt time = TimeDoubt::NoVendorTime;
    QStringList heldDifferences; ///< harmless differences of names that the settings leave to a person
    core::Instant now = 0;       ///< UTC ms
};
/// Each mark rests on its own fact, see domain/conditions.h.
RecoveryGate recoveryGate(const Session &session, const GateFacts &facts);
/// A second person said that an account with exactly this activityMark() may be recovered.
bool isActivityAccepted(const QList<SessionNote> &notes, const QString &mark);
/// Would a second person's word about the account lead anywhere? Not where something else closes the gate for good, or
/// a held result is decided first.
bool isActivityQuestionOpen(const RecoveryGate &gate, SessionState state);
/// A reset can still come of this session: it is an account recovery that is open, held or verified.
bool isRecoveryUnderWay(const Session &session);
/// The session is verified and its reset was not asked for, and the gate has not closed. `closesAt` as in RecoveryGate.
bool isResetAwaited(const Session &session, core::Instant closesAt, core::Instant now);
/// Session::resetState by SailPoint's answer: "asked", "refused", or "unknown" where none came.
QString resetStateAfter(const core::Status &answer);

/// Three failed verifications of one person within 24 hours: stop, and follow the escalation procedure.
bool mustEscalate(const QList<Session> &sessionsOfPerson, core::Instant now);

/// The part of a link that is its own: the last run of letters, digits, "-" and "_". Empty when it is shorter than 16
/// characters: a fixed ending ("?lang=en") is the same in every link, and who knows one would know them all.
QString linkToken(const QString &link);
/// What the caller reads back: the last four letters or digits of linkToken(). Empty when there is none.
QString readBackCode(const QString &link);
/// Keyed and salted, for comparing later; the code itself is never stored, and without the key nothing can be tried.
QByteArray codeDigest(const QString &code, const QString &salt, const QByteArray &key);

} // namespace domain
