#pragma once
#include "core/clock.h"
#include "core/ids.h"
#include <QString>
#include <QStringList>
#include <optional>

namespace domain {

/// What the console asks SailPoint to do to identities and identity profiles.
enum class OperationKind {
    DeleteIdentity,
    ResetIdentity,
    InviteIdentities,
    ProcessIdentities,
    SynchronizeAttributes,
    CreateProfile,
    UpdateProfile,
    DeleteProfiles,
    ImportProfiles,
    RefreshProfile,
    CreateAttribute,
    CreateSubscription,
    ChangeSubscription,
    DeleteSubscription,
    TestTrigger,
    CompleteInvocation,
    TestWorkflow,
    CreateWorkflowClient,
    ApproveRequest,
    DenyRequest,
    ForwardRequest,
    ApproveReview,
    DenyReview,
    SignReview
};
constexpr int operationKindCount = 24;
QString operationKindKey(OperationKind k); ///< "identity.delete", "profile.import", …
std::optional<OperationKind> operationKindFromKey(const QString &key);
QString operationText(OperationKind k); ///< translated

/// What an accepted change names.
struct Accepted
{
    QString taskId; ///< empty when it names none
    QString trackingId;
    bool isWhole = true; ///< false: accepted, and not all of it was done
};
/// IdentityIQ knows decisions only; the cloud everything but decisions about whole reviews.
bool isOfIdentityIq(OperationKind k);
/// About one request or review: of two at the same moment only one is sent.
bool isDecision(OperationKind k);
/// The id has to be given twice, and "yes" said.
bool isDestructive(OperationKind k);

enum class OperationState {
    Intent,       ///< recorded; the call may or may not have left
    Refused,      ///< an answer that proves that nothing was done
    Unknown,      ///< no answer: it may have been done
    Asked,        ///< accepted; SailPoint has not said that it is done
    Running,      ///< SailPoint's task is on its way
    StillRunning, ///< asked about for ten minutes; asked again at the next start
    Done,         ///< SailPoint says so, or it was seen
    Failed,       ///< SailPoint's task ended without success
    Submitted,    ///< accepted, and nothing public says when it is done
};
constexpr int operationStateCount = 9;
QString operationStateKey(OperationState s);
std::optional<OperationState> operationStateFromKey(const QString &key);
QString operationStateText(OperationState s); ///< translated
/// Nothing more is going to happen by itself.
bool isOver(OperationState s);

/// No call takes longer, its token included: an intent that is older was left by a program that ended.
constexpr core::Instant callTakesAtMost = 90 * 1000;

/// How the end is seen (contract 12).
enum class FollowBy { Nothing, Task, Gone, RefreshFlag };
QString followByKey(FollowBy f);
FollowBy followByFromKey(const QString &key);

/// One of them, as in the ledger.
struct Operation
{
    QString id;
    core::TenantId tenant;
    OperationKind kind = OperationKind::ProcessIdentities;
    QStringList subjects; ///< identity or profile ids; empty: all that match
    OperationState state = OperationState::Intent;
    FollowBy followBy = FollowBy::Nothing;
    QString taskId;     ///< SailPoint's
    QString trackingId; ///< SailPoint's, of the answer
    QString text;       ///< a sentence about the outcome; of a failed task with SailPoint's own words
    int percent = -1;   ///< -1: not said
    QString operatorName;
    core::Instant createdAt = 0;
    core::Instant updatedAt = 0;
    int version = 0;
    core::Instant basedOn = 0; ///< of a decision: when what it decides about was asked for; not stored
};

/// SailPoint's word for the end of a task, whatever its case and underscores; nothing while it runs.
struct TaskState
{
    bool isOver = false;
    bool isGood = false;
    QString word;
    int percent = -1;
    QString message;
};

/// The next pause of following: 2 s growing to 15 s; after ten minutes it is left alone.
core::Instant nextLook(core::Instant createdAt, core::Instant lastPause, core::Instant now);
constexpr core::Instant followFor = 10 * core::minuteMs;

/// What an identity owns and has to be given to somebody else before it can be deleted.
struct Ownership
{
    struct Entity
    {
        QString id, name, type;
    };
    struct Association
    {
        QString type; ///< "ROLE_OWNER", …: kept as sent
        QList<Entity> entities;
    };
    QList<Association> associations;
    qsizetype count() const;
    /// A line an association: "Owner of roles: A, B".
    QString text() const;
};
QString associationText(const QString &type); ///< "Owner of roles"; an unknown one as sent

struct RoleAssignment
{
    QString id;
    QString roleId, roleName;
    QString source; ///< "UI", …; empty in the short form
    QString assigner;
    QString comments;
    std::optional<core::Instant> added, starts, ends;
};

} // namespace domain
