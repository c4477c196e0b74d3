#pragma once
#include "domain/audit/audit.h"
#include "domain/events/triggerevent.h"
#include "domain/identities/identity.h"
#include "domain/verification/verification.h"
#include <QJsonObject>

// From an event of SailPoint to a verification that is proposed.
namespace domain {

/// One rule: which events, and what they ask for.
struct EventRule
{
    QString name;
    bool isOn = true;
    QString triggerId;
    QString attribute; ///< empty: any; of a new or changed identity
    QString value;     ///< what it has to be, without regard to case; empty: anything
    QString item;      ///< part of the name of the access asked for, or of the campaign; empty: any
    Reason reason = Reason::Onboarding;
    int requiredIal = 2;
    Delivery delivery = Delivery::Email;
    bool startsItself = false; ///< otherwise a person is asked
    friend bool operator==(const EventRule &, const EventRule &) = default;
};

struct EventRules
{
    QList<EventRule> rules; ///< the first that matches counts
    QString approver;       ///< whose name stands under an answer to an access request; a user name of SailPoint
    int startsAnHour = 30;  ///< at most so many by themselves; the others are asked about
    friend bool operator==(const EventRules &, const EventRules &) = default;
};

/// Onboarding, privileged access, non-employee and periodic; all of them ask.
EventRules usualEventRules();
/// Triggers that rules can be made for.
const QStringList &ruleTriggers();
/// Usage with the field: "name", "trigger", "attribute", "ial", "delivery", "starts".
core::Status validate(const EventRules &rules);
QJsonObject toJson(const EventRules &rules);
/// Usage naming the place ("rules[2].reason: …").
core::Result<EventRules> eventRulesFromJson(const QJsonObject &json);

/// The first rule that is on and matches; nothing when none does. Names are compared by holdsAccessName(). An event
/// that could not be read whole matches every rule for its trigger, at the highest level of them, and starts nothing by
/// itself.
std::optional<EventRule> ruleFor(const EventRules &rules, const TriggerEvent &event);
/// Attributes whose values the rules look at.
QSet<QString> attributesOf(const EventRules &rules);

/// Is a person verified well enough, now? `why` says what is missing, translated.
struct Eligibility
{
    bool isEnough = false;
    QString why;
};
Eligibility eligibilityOf(const Identity &person, int requiredIal, core::Instant now);

/// The answer to an access request: everybody it is for has to stand well enough. With nobody looked at it says so.
QJsonObject accessAnswer(const QList<Eligibility> &all, const QString &approver);
/// The answer that names no further approver.
QJsonObject noApprover();

/// A verification that an event proposes.
struct Proposal
{
    enum State { Open, Starting, Started, Dismissed };
    QString id;
    core::TenantId tenant;
    core::IdentityId identity;
    QString personName;
    QString rule;
    QString triggerId;
    QString object;
    QStringList items;
    Reason reason = Reason::Onboarding;
    int requiredIal = 2;
    Delivery delivery = Delivery::Email;
    bool startsItself = false;
    QString invocation; ///< SailPoint waits for the end of it
    core::Instant at = 0;
    State state = Open;
    core::SessionId session;
    QString why; ///< why it did not start by itself, or was dismissed
};
QString proposalStateKey(Proposal::State s);
std::optional<Proposal::State> proposalStateFromKey(const QString &key);
/// "Asks for Engineering Access": what happened, in words, translated.
QString proposalText(const Proposal &proposal);
/// What is asked of the provider. The ticket names the access request or campaign.
VerificationRequest requestFor(const Proposal &proposal);
/// Does this session ask at least for what the proposal asks: same tenant, person and purpose, and no lower level?
bool meetsDemand(const Session &session, const Proposal &proposal);
/// It does, and it passed at that level.
bool answersDemand(const Session &session, const Proposal &proposal);

/// What one step of a proposal writes, all or nothing.
struct ProposalStep
{
    Proposal proposal; ///< state, session and why are written
    std::optional<AuditEvent> audit;
};

} // namespace domain
