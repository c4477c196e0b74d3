#pragma once
#include "core/async.h"
#include "domain/audit/audit.h"
#include "domain/identities/identity.h"
#include "domain/reverification/campaign.h"
#include "services/reverification/campaignservices.h"
#include <QObject>

namespace services {

struct Context;
class CampaignRecords;
class Exemptions;

/// A person whose turn it is, as SailPoint and the ledger know them now.
struct CheckedRecipient
{
    enum Found {
        Eligible,
        Excluded,   ///< `why`
        Gone,       ///< SailPoint does not know them any more
        Unreadable, ///< SailPoint's `error`
        InDoubt,    ///< the time is, with it who is exempt; `error`
        NotLooked,  ///< the ledger's `error`
    } found = NotLooked;
    domain::Identity person;
    domain::ExclusionReason why = domain::ExclusionReason::Nothing;
    domain::Delivery delivery = domain::Delivery::Email;
    core::Error error;
};

/// How a reminder ended.
struct ReminderOutcome
{
    core::Status begun = core::ok(); ///< otherwise nothing was asked
    core::Status ran = core::ok();   ///< SailPoint's answer
    core::Status kept = core::ok();
    domain::Reminded reminded = domain::Reminded::NotAsked;
    core::Instant at = 0;
};

/// One person of a campaign: read again right before, then sent a link or reminded. Thread: the GUI's or main.
class CampaignSender : public QObject
{
    Q_OBJECT
public:
    CampaignSender(CampaignServices services, Context &context, CampaignRecords &records, Exemptions &exemptions);

    /// Never an error: what went wrong is part of what comes.
    core::Async<CheckedRecipient> check(const domain::Campaign &campaign, const core::IdentityId &id);
    /// Errors as of SessionStarter::start().
    core::Async<domain::Session> launch(
        const domain::Campaign &campaign, domain::Delivery delivery, const domain::Identity &person);
    /// Why the launch of a session failed; nothing where nobody said.
    std::optional<core::Error> takeLaunchFault(const core::SessionId &session);
    /// No vendor has a call to remind: a workflow of the tenant's own does. Asked once; without an answer it stays so.
    /// Never an error.
    core::Async<ReminderOutcome> remind(const domain::Campaign &campaign, const domain::Identity &person);

private:
    void askWhoIsExempt(
        const domain::Campaign &campaign, const domain::Identity &person, const core::Deferred<CheckedRecipient> &out);
    void askWhatWasBefore(const domain::Campaign &campaign, const domain::Identity &person, bool isExempt,
        const core::Deferred<CheckedRecipient> &out);
    CheckedRecipient evaluate(const domain::Campaign &campaign, const domain::Identity &person, bool isExempt,
        const QList<domain::Session> &earlier) const;
    void runReminder(
        const domain::Campaign &campaign, const domain::Identity &person, const core::Deferred<ReminderOutcome> &out);
    void keepReminder(const domain::Campaign &campaign, const core::IdentityId &id, const ReminderOutcome &outcome,
        const core::Deferred<ReminderOutcome> &out);
    domain::AuditEvent reminderEvent(
        const domain::Campaign &campaign, const core::IdentityId &id, const QString &outcome) const;

    CampaignServices m_services;
    Context &m_context;
    CampaignRecords &m_records;
    Exemptions &m_exemptions;
};

} // namespace services
