#pragma once
#include "core/error.h"
#include "core/ids.h"
#include "core/result.h"
#include "domain/identities/people.h"
#include "domain/verification/verification.h"
#include <QJsonObject>
#include <QMap>
#include <array>

namespace domain {

enum class CampaignState { Draft, Running, Paused, Done, Stopped };
constexpr int campaignStateCount = 5;
QString campaignStateKey(CampaignState s);
std::optional<CampaignState> campaignStateFromKey(const QString &key);
QString campaignStateText(CampaignState s); ///< translated

/// Why somebody of the selection gets no link.
enum class ExclusionReason {
    Nothing,       ///< gets one
    NoContact,     ///< no phone or e-mail that a link could be sent to
    Inactive,      ///< lifecycle state
    InRenewal,     ///< a verification of theirs is open, or its result is held
    VerifiedSince, ///< verified after the campaign was made
    Exempt,        ///< by the policy
    Gone,          ///< not in SailPoint any more
    Refused,       ///< the provider refused the request for this person
    NotStored,     ///< verified here, and SailPoint does not show it: asking again would not mend that
};
constexpr int leftOutCount = 9;
QString leftOutKey(ExclusionReason w);
ExclusionReason leftOutFromKey(const QString &key);
QString leftOutText(ExclusionReason w); ///< translated: "have no phone or e-mail on file"

/// What a campaign does, as it was asked for.
struct CampaignPlan
{
    QString name;
    bool isList = false;    ///< the people are kept one by one; otherwise the query finds them at each dry run
    PeopleQuery query;      ///< status and filter; never a search text
    QStringList exceptions; ///< identity ids that the query finds and that are left alone
    Delivery prefers = Delivery::Email; ///< Sms or Email
    bool fallsBack = true;              ///< the other way for whom the preferred one does not reach
    int linkHours = 72; ///< how long a link is waited for; the provider's own limit counts if it is shorter
    int perMinute = 30; ///< 1 to 120
    int perDay = 0;     ///< 0: no limit
    int quietFrom = 0;  ///< minute of the day in `timeZone`; equal to quietTo: no quiet hours
    int quietTo = 0;
    QString timeZone; ///< IANA name; empty: this computer's
    int requiredIal = 2;
    QStringList documents;
    bool clearsVerified = false; ///< idvVerified is set to false until the renewal completes
    /// Not empty: a reminder. This SailPoint workflow is run once for each person, and no link is sent.
    QString workflow;
    bool isReminder() const { return !workflow.isEmpty(); }
    friend bool operator==(const CampaignPlan &, const CampaignPlan &) = default;
};

/// Field errors ("perMinute"); empty for a plan that can be kept.
QList<core::Error> validate(const CampaignPlan &plan);
QJsonObject toJson(const CampaignPlan &plan);
core::Result<CampaignPlan> campaignPlanFromJson(const QJsonObject &object);

/// What a dry run found. Nothing was sent for it.
struct DryRun
{
    qint64 selected = 0;
    qint64 byEmail = 0;
    qint64 byPhone = 0;
    qint64 byWorkflow = 0; ///< of a reminder
    qint64 pastGrace = 0;  ///< of those who get a link
    std::array<qint64, leftOutCount> leftOut{};
    qint64 toSend() const { return byEmail + byPhone + byWorkflow; }
    friend bool operator==(const DryRun &, const DryRun &) = default;
};
QJsonObject toJson(const DryRun &run);
DryRun dryRunFromJson(const QJsonObject &object);

struct Campaign
{
    QString id;
    core::TenantId tenant;
    CampaignPlan plan;
    CampaignState state = CampaignState::Draft;
    QString why; ///< of a pause or an end: a sentence
    QString operatorName;
    QString releasedBy; ///< SailPoint identities of whoever started or continued it, blanks between; "?" for one who is
                        ///< not known
    core::Instant createdAt = 0;
    std::optional<core::Instant> checkedAt; ///< of the last dry run
    std::optional<DryRun> dryRun;
    std::optional<core::Instant> startedAt;
    std::optional<core::Instant> endedAt; ///< the last link was sent, or it was stopped
    core::Instant waitsUntil = 0;         ///< a vendor asked to wait, or did not answer
    QString waitsFor;                     ///< who: "provider", "sailpoint"
    int version = 0;
    QString problem; ///< what is stored cannot be read: it stands still, and nothing of it is changed
};
/// A dry run is good for ten minutes.
constexpr core::Instant dryRunFor = 10 * core::minuteMs;

struct CampaignCounts
{
    qint64 toSend = 0;
    qint64 leftOut = 0;
    std::array<qint64, leftOutCount> why{};
    std::array<qint64, sessionStateCount> sessions{}; ///< by SessionState
    qint64 reminded = 0;                              ///< the workflow was started
    qint64 remindUnknown = 0;                         ///< it was asked for, without an answer
    qint64 of(SessionState s) const { return sessions[size_t(s)]; }
    qint64 sent() const;    ///< everybody who may have got a link
    qint64 waiting() const; ///< open
    qint64 failed() const;  ///< failed, declined, abandoned, expired, cancelled
};

/// One person of a campaign.
struct CampaignPerson
{
    core::IdentityId identity;
    enum State { ToSend, Started, Left } state = ToSend;
    ExclusionReason why = ExclusionReason::Nothing;
    Delivery delivery = Delivery::Email;
    core::SessionId session; ///< of a started one
};

/// How a reminder ended: Refused leaves the person out, NotAsked gives the turn back.
enum class Reminded { Done, Unknown, Refused, NotAsked };

/// What decides whether a person gets a link, and how.
struct Candidate
{
    bool hasPhone = false; ///< one that a text message can be sent to
    bool hasEmail = false;
    bool isActive = true;
    bool isExempt = false;
    StatusKind kind = StatusKind::Never;
    std::optional<core::Instant> verifiedAt;
    StatusKind lapse = StatusKind::Dated; ///< what SailPoint says of the verification itself
    bool isVerifiedHereOnly = false;      ///< a pass of here is in force, and SailPoint does not show it
};
struct CampaignEligibility
{
    ExclusionReason why = ExclusionReason::Nothing;
    Delivery delivery = Delivery::Email;
};
/// `since`: when the campaign was made. `canSms`, `canEmail`: what the provider can do.
CampaignEligibility campaignEligibility(
    const Candidate &person, const CampaignPlan &plan, core::Instant since, bool canSms, bool canEmail);

/// When the next link may leave.
struct SendTime
{
    enum Why { Now, Pace, QuietHours, DayIsFull } why = Now;
    core::Instant at = 0;
};
SendTime nextSend(const CampaignPlan &plan, core::Instant now, std::optional<core::Instant> lastSent, qint64 sentToday);
/// The last midnight in the plan's time zone: where a day's count begins.
core::Instant dayStart(const CampaignPlan &plan, core::Instant now);
/// When the last of `count` links would leave if nothing stands in the way; at most ten years ahead.
core::Instant estimatedEnd(const CampaignPlan &plan, core::Instant now, qint64 count, qint64 sentToday);

} // namespace domain
