#pragma once
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "domain/access/accesswords.h"
#include "domain/events/eventrule.h"
#include <QJsonObject>

// Access requests that wait for a decision, and access reviews (contract 13).
namespace domain {

struct ApprovalStep
{
    QString who;
    QString comment;
    std::optional<core::Instant> at;
    friend bool operator==(const ApprovalStep &, const ApprovalStep &) = default;
};

/// One of several things that are asked for together.
struct ApprovalLine
{
    QString access;
    QString value; ///< its technical name
    VendorWord<LineChange> operation;
    QString application, description;
    friend bool operator==(const ApprovalLine &, const ApprovalLine &) = default;
};

struct Approval
{
    enum Doing { Waiting, Approving, Denying, Forwarding, InProcess }; ///< what SailPoint is applying already
    QString id;
    QString requestId;
    QString accessId, access; ///< what is asked for
    VendorWord<AccessType> accessType;
    QString description;
    VendorWord<RequestType> requestType;
    core::IdentityId forId;
    QString forName;
    bool isForMachine = false; ///< no person: nobody can be verified
    QString askedBy;
    QString ownerId, owner; ///< whose decision it is
    QString reason;         ///< as the requester gave it
    std::optional<core::Instant> asked, until;
    Doing doing = Waiting;
    QList<ApprovalStep> earlier; ///< decisions before this one, oldest first
    QList<ApprovalLine> lines;   ///< of IdentityIQ; decided together
    bool isGroups = false;       ///< a work group's: whoever of it decides first
    QStringList members;         ///< of that work group, by name
    bool isForeign = false;      ///< another approver's: deciding it is deciding in their name
    bool isPartial = false;      ///< what is asked for could not be read whole: every requirement is about it
    core::Instant modified = 0;
};

/// How one ended, by whom, when.
struct Decided
{
    Decision decision = Decision::Denied;
    QString by;
    std::optional<core::Instant> at;
};
/// "Already approved by B. Quesnel-Fontanarosa at 10:31.", translated.
QString decidedText(const Decided &decided);

struct AccessReview
{
    QString id, name, campaign, reviewer;
    std::optional<int> decided{}, total{}; ///< nothing where it does not say
    std::optional<core::Instant> due, signedAt;
    VendorWord<ReviewPhase> phase;
    std::optional<core::Instant> created{};
    QStringList reviewers{}; ///< ids and names, whatever is known
    QString reviewerId{};    ///< of the first of them; empty when it is not told
    bool isForeign = false;  ///< another reviewer's
    bool isDecidedHere =
        false; ///< IdentityIQ's, where the plug-in takes decisions; the cloud's are decided in SailPoint
};
/// What is said of reviews that end soon or are late; empty when none is. Three days are soon.
QString reviewReminder(const QList<AccessReview> &reviews, core::Instant now);

/// "3 of 9"; "–" for what is not known.
QString decidedCountText(const AccessReview &review);
/// Is all of it known to be decided?
bool isAllDecided(const AccessReview &review);

/// How many of one's requests are decided.
struct ApprovalSummary
{
    std::optional<int> pending{}, approved{}, denied{}; ///< nothing where it does not say
};

/// What the console asks of people before they get some access: its own table, because SailPoint has none.
struct AccessRequirement
{
    QString access; ///< part of its name, without regard to case, or its id
    int requiredIal = 2;
    int notOlderThanDays = 0; ///< 0: as the freshness policy says
    friend bool operator==(const AccessRequirement &, const AccessRequirement &) = default;
};
struct AccessRequirements
{
    QList<AccessRequirement> all;
    friend bool operator==(const AccessRequirements &, const AccessRequirements &) = default;
};
/// Usage with the place ("requirements[2].ial: …").
core::Status validate(const AccessRequirements &requirements);
QJsonObject toJson(const AccessRequirements &requirements);
core::Result<AccessRequirements> requirementsFromJson(const QJsonObject &json);
/// Names are compared by holdsAccessName(). The strictest that matches: the higher level, then the shorter time;
/// nothing when none does, access is taken away, or it is for a machine identity: requirements are about people.
std::optional<AccessRequirement> requirementFor(const AccessRequirements &requirements, const Approval &approval);
/// Does the person meet it, now? `why` says what is missing, translated.
Eligibility eligibilityFor(const Identity &person, const AccessRequirement &requirement, core::Instant now);

/// A comment of 1 to 2,000 characters where it has to be there: Usage with the field "comment".
core::Status commentFault(const QString &comment, bool isNeeded);
/// Verifying first: privileged access, with the request as ticket.
VerificationRequest requestFor(const Approval &approval, const AccessRequirement &requirement);

} // namespace domain
