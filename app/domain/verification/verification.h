#pragma once
#include "core/ids.h"
#include "domain/text/instant.h"
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace domain {

enum class SessionState {
    Launching,     ///< intent is durable; the POST may or may not have left
    LaunchUnknown, ///< no answer: a link may be live
    LaunchFailed,  ///< refused for certain: nothing exists at the provider
    Pending,
    Provisional, ///< an unproven "verified" waits for a status query
    NeedsReview, ///< a pass that somebody has to look at, or a contradiction
    Verified,
    Failed,
    Declined,  ///< by the person
    Abandoned, ///< by the person, without saying so
    Expired,
    Cancelled, ///< by the operator
};
constexpr int sessionStateCount = 12;

enum class SessionEvent {
    Created,          ///< the provider answered with a session id
    LaunchRefused,    ///< an answer that proves nothing was created
    LaunchUnanswered, ///< no answer, or one that proves nothing
    FoundAtProvider,  ///< a launch of unknown outcome exists after all
    GivenUpUnknown,   ///< the operator closes an unknown launch
    StillOpen,        ///< the provider reports progress
    UnprovenPass,     ///< a pass from a source that cannot be trusted alone
    Pass,             ///< every condition of evaluateResult() holds
    PassToReview,     ///< the provider passes, but a condition does not hold
    ProviderFailed,
    PersonDeclined,
    PersonAbandoned,
    ProviderExpired,
    ClockExpired, ///< the link's lifetime and grace are over without a word
    ProviderCancelled,
    OperatorStopped, ///< cancelled or no longer watched
    ReviewAccepted,
    ReviewRejected,
};
constexpr int sessionEventCount = 18;

struct Transition
{
    enum Kind {
        Move,    ///< enter `to`
        Repeat,  ///< says what is known already: nothing changes
        Late,    ///< progress after the end: noted, nothing changes
        Dispute, ///< a different end after an end: enter Held, show both
        Illegal, ///< cannot happen here: audited and ignored
    } kind = Illegal;
    SessionState to = SessionState::Launching;
};

bool isTerminal(SessionState s);
/// Pending, provisional, launching or launch-unknown: somebody may hold a live link.
bool isOpen(SessionState s);
/// Those for which isOpen() holds.
const QList<SessionState> &openStates();
/// Launching or launch-unknown: the provider has not said yet that it knows the session.
bool isStarting(SessionState s);
/// Pending or provisional: the provider knows the session and can be asked about it.
bool isAskedAbout(SessionState s);
/// The person tried and did not pass: failed, declined or abandoned.
bool hasFailed(SessionState s);
Transition next(SessionState from, SessionEvent event);

QString stateKey(SessionState s);
std::optional<SessionState> stateFromKey(const QString &key);

enum class Reason { AccountRecovery, Onboarding, PrivilegedAccess, Periodic, NonEmployee };
constexpr int reasonCount = 5;
QString reasonKey(Reason r);
std::optional<Reason> reasonFromKey(const QString &key);
/// Account recovery and privileged access need a ticket number.
bool needsTicket(Reason r);

enum class Delivery { Sms, Email, Link };
QString deliveryKey(Delivery d);
std::optional<Delivery> deliveryFromKey(const QString &key);

/// "passport", "drivers_license", "national_id".
const QStringList &documentTypes();

/// What the operator asks for. `ticket` is trimmed by validate().
struct VerificationRequest
{
    core::IdentityId identity;
    Reason reason = Reason::AccountRecovery;
    QString ticket;
    int requiredIal = 2;
    QStringList documents;
    Delivery delivery = Delivery::Link;
    QString contactReason; ///< why a contact that changed lately is used all the same; in the audit log only
    // Of a campaign's start only; a session that is read back names its campaign itself.
    QString campaign;
    int linkMinutes = 0; ///< how long the link is waited for; 0: as the provider's profile says
    bool clearsVerified = false;
    // Of a rule's start only: nobody sits at a desk, and who released the rule is barred from deciding about it.
    bool isByProgram = false;
    QString releasedBy;
    friend bool operator==(const VerificationRequest &, const VerificationRequest &) = default;
};

/// Who began it: a person at a desk, or a campaign or rule that a person released.
enum class StartedAs { Unknown, Person, Program };
QString startedAsKey(StartedAs s); ///< "", "person", "program"
StartedAs startedAsFromKey(const QString &key);

/// Session::source: who said the result.
inline constexpr QLatin1String sourceStatusQuery("status-query");
inline constexpr QLatin1String sourceCallback("callback");
inline constexpr QLatin1String sourceBoth("both");

/// One verification, as in the ledger. The invitation link is not part of it: it lives in memory only.
struct Session
{
    core::SessionId id;
    core::TenantId tenant;
    VerificationRequest request;
    QString personName; ///< directory name at the start
    QString firstName;
    QString lastName;
    QString sentTo; ///< masked contact
    SessionState state = SessionState::Launching;
    core::ProviderSessionId providerId;
    QString operatorName;
    core::Instant createdAt = 0;
    core::Instant expiresAt = 0;
    std::optional<core::Instant> closedAt;
    std::optional<core::Instant> lastCheckedAt;
    QString closingReason; ///< a sentence, or a ReviewReason key while held
    std::optional<int> ial;
    QString verifiedName;
    QString documentType;
    std::optional<core::Instant> completedAt;
    QString writeBack; ///< writeBackKey()
    QString writeBackDetail;
    std::optional<core::Instant> writeBackAt; ///< since when it stands so
    QString startedBy;                        ///< SailPoint identity, frozen at the start; empty: not known
    StartedAs startedAs = StartedAs::Unknown;
    QString source;                       ///< of the result: sourceStatusQuery, sourceCallback or sourceBoth
    std::optional<core::Instant> boundAt; ///< the caller proved to hold the link
    QString boundHow;                     ///< "code" or "qr"
    QString resetState;                   ///< of the password-reset mail: "", "asking", "asked", "refused", "unknown"
    std::optional<core::Instant> resetAt;
    QString resetVia;            ///< vendor's word, for example "EMAIL_WORK"
    QString reviewer;            ///< SailPoint identity of the second person who decided
    QString userHash;            ///< userDigest() of the identifier that the provider was given
    QString campaign;            ///< that started it, or empty
    bool clearsVerified = false; ///< idvVerified is written as false until this session completes
    bool hasNonce = false;       ///< the callback address of this session carried a one-time value
    int version = 0;             ///< optimistic lock
};

/// What the provider answers to a launch.
struct CreatedSession
{
    core::ProviderSessionId session;
    QString invitationUrl; ///< a bearer secret: memory only
    std::optional<core::Instant> expiresAt;
};

} // namespace domain
