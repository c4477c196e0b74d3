#include "services/reverification/campaignsender.h"
#include "core/killpoint.h"
#include "domain/identities/contact.h"
#include "domain/text/instant.h"
#include "domain/verification/writeback/storedresult.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaignrecords.h"
#include "services/reverification/exemptions.h"
#include "services/reverification/reverification.h"
#include "services/tenants/context.h"
#include "services/tenants/internal/stores.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"

namespace services {

using core::ErrorCode;
using core::Result;
using domain::Campaign;
using domain::Identity;
using domain::Reminded;

CampaignSender::CampaignSender(
    CampaignServices services, Context &context, CampaignRecords &records, Exemptions &exemptions)
    : m_services(services), m_context(context), m_records(records), m_exemptions(exemptions)
{
}

static CheckedRecipient notEligible(CheckedRecipient::Found found, const core::Error &error)
{
    CheckedRecipient c;
    c.found = found;
    c.error = error;
    return c;
}

core::Async<CheckedRecipient> CampaignSender::check(const Campaign &k, const core::IdentityId &id)
{
    core::Deferred<CheckedRecipient> out;
    core::whenDone<Identity>(m_services.directory.refresh(id), this, [this, k, out](const Result<Identity> &person) {
        if (person)
            return askWhoIsExempt(k, *person, out);
        const bool isGone = person.error().code == ErrorCode::NotFound;
        out.resolve(notEligible(isGone ? CheckedRecipient::Gone : CheckedRecipient::Unreadable, person.error()));
    });
    return out.future();
}

void CampaignSender::askWhoIsExempt(
    const Campaign &k, const Identity &person, const core::Deferred<CheckedRecipient> &out)
{
    using Exempt = QHash<QString, domain::Exemption>;
    core::whenDone<Exempt>(
        m_exemptions.activeByProvenTime(), this, [this, k, person, out](const Result<Exempt> &exempt) {
            if (exempt)
                return askWhatWasBefore(k, person, exempt->contains(person.id.str()), out);
            const bool isInDoubt = exempt.error().code == ErrorCode::Conflict;
            out.resolve(
                notEligible(isInDoubt ? CheckedRecipient::InDoubt : CheckedRecipient::NotLooked, exempt.error()));
        });
}

void CampaignSender::askWhatWasBefore(
    const Campaign &k, const Identity &person, bool isExempt, const core::Deferred<CheckedRecipient> &out)
{
    core::whenDone<QList<domain::Session>>(m_services.verifier.sessions().of(person.id), this,
        [this, k, person, isExempt, out](const Result<QList<domain::Session>> &earlier) {
            out.resolve(earlier ? evaluate(k, person, isExempt, *earlier)
                                : notEligible(CheckedRecipient::NotLooked, earlier.error()));
        });
}

CheckedRecipient CampaignSender::evaluate(
    const Campaign &k, const Identity &person, bool isExempt, const QList<domain::Session> &earlier) const
{
    using domain::Delivery;
    std::optional<core::Instant> passedAt;
    for (const domain::Session &s : earlier) {
        if (s.state == domain::SessionState::Verified && s.completedAt)
            passedAt = std::max(passedAt.value_or(0), *s.completedAt);
    }
    domain::Candidate c;
    c.hasPhone = domain::hasContact(person, Delivery::Sms);
    c.hasEmail = domain::hasContact(person, Delivery::Email);
    c.isActive = domain::isActiveLifecycle(person.lifecycle);
    c.isExempt = isExempt;
    c.kind = person.kind;
    c.verifiedAt = person.idv.date.at;
    c.lapse = person.lapse;
    c.isVerifiedHereOnly = domain::isVerifiedHereOnly(passedAt, person.idv.date.at,
        domain::shortestInterval(m_services.reverification.policy()), m_context.clock->now());
    const auto &starter = m_services.verifier.starter();
    const auto verdict = domain::campaignEligibility(
        c, k.plan, k.createdAt, starter.canSend(Delivery::Sms), starter.canSend(Delivery::Email));
    CheckedRecipient checked;
    checked.found =
        verdict.why == domain::ExclusionReason::Nothing ? CheckedRecipient::Eligible : CheckedRecipient::Excluded;
    checked.person = person;
    checked.why = verdict.why;
    checked.delivery = verdict.delivery;
    return checked;
}

core::Async<domain::Session> CampaignSender::launch(
    const Campaign &k, domain::Delivery delivery, const Identity &person)
{
    domain::VerificationRequest r;
    r.reason = domain::Reason::Periodic;
    r.requiredIal = k.plan.requiredIal;
    r.documents = k.plan.documents;
    r.delivery = delivery;
    r.campaign = k.id;
    r.linkMinutes = k.plan.linkHours * 60;
    r.clearsVerified = k.plan.clearsVerified;
    return m_services.verifier.starter().start(person, r);
}

std::optional<core::Error> CampaignSender::takeLaunchFault(const core::SessionId &session)
{
    return m_services.verifier.starter().takeLaunchFault(session);
}

domain::AuditEvent CampaignSender::reminderEvent(
    const Campaign &k, const core::IdentityId &id, const QString &outcome) const
{
    auto a = m_records.entry(k, QStringLiteral("verification.remind"), outcome);
    a.subject = id.str();
    a.data = {{QStringLiteral("campaign"), k.id}, {QStringLiteral("workflow"), k.plan.workflow}};
    return a;
}

core::Async<ReminderOutcome> CampaignSender::remind(const Campaign &k, const Identity &person)
{
    core::Deferred<ReminderOutcome> out;
    auto intent = reminderEvent(k, person.id, QStringLiteral("intent"));
    intent.personal << domain::personal(QStringLiteral("name"), person.name);
    core::whenDone<core::Unit>(m_context.ledger->campaigns().recipients().beginReminder(k.id, person.id, intent), this,
        [this, k, person, out](const core::Status &begun) {
            if (begun)
                return runReminder(k, person, out);
            ReminderOutcome o;
            o.begun = begun;
            out.resolve(o);
        });
    return out.future();
}

static Reminded remindedBy(const core::Status &ran)
{
    if (ran)
        return Reminded::Done;
    if (ran.error().mayHaveReachedServer)
        return Reminded::Unknown;
    const bool isRefused = ran.error().code == ErrorCode::Rejected || ran.error().code == ErrorCode::NotFound;
    return isRefused ? Reminded::Refused : Reminded::NotAsked;
}

void CampaignSender::runReminder(const Campaign &k, const Identity &person, const core::Deferred<ReminderOutcome> &out)
{
    core::killPoint("reminder-stored");
    const core::Instant at = m_context.clock->now();
    const QJsonObject input{{QStringLiteral("identityId"), person.id.str()},
        {QStringLiteral("reason"), QStringLiteral("idv-renewal-due")},
        {QStringLiteral("due"), person.due ? QJsonValue(domain::formatInstant(*person.due)) : QJsonValue()}};
    core::whenDone<core::Unit>(m_services.verifier.writeBack().writer().runWorkflow(k.plan.workflow, input), this,
        [this, k, id = person.id, at, out](const core::Status &ran) {
            ReminderOutcome o;
            o.at = at;
            o.ran = ran;
            o.reminded = remindedBy(ran);
            keepReminder(k, id, o, out);
        });
}

static QString outcomeWord(Reminded outcome)
{
    if (outcome == Reminded::Done)
        return QStringLiteral("done");
    return outcome == Reminded::Unknown ? QStringLiteral("unknown") : QStringLiteral("failed");
}

void CampaignSender::keepReminder(const Campaign &k, const core::IdentityId &id, const ReminderOutcome &outcome,
    const core::Deferred<ReminderOutcome> &out)
{
    const auto event = reminderEvent(k, id, outcomeWord(outcome.reminded));
    core::whenDone<core::Unit>(
        m_context.ledger->campaigns().recipients().endReminder(k.id, id, outcome.reminded, event), this,
        [outcome, out](const core::Status &kept) {
            ReminderOutcome o = outcome;
            o.kept = kept;
            out.resolve(o);
        });
}

} // namespace services
