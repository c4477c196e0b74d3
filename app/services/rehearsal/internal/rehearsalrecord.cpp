#include "services/rehearsal/internal/rehearsalrecord.h"
#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/writeback/drift.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/rehearsal/messagereader.h"
#include "services/tenantsession/tenantsession.h"
#include <QCoreApplication>
#include <algorithm>

namespace services {

using domain::MessageKind;
using domain::Session;
using domain::SessionState;
using domain::WriteBackState;

QString sayRehearsal(const char *text)
{
    return QCoreApplication::translate("Rehearsal", text);
}

RehearsalRecord::RehearsalRecord(TenantSession &session, std::function<void(const RehearsalLine &)> told)
    : m_session(session), m_told(std::move(told))
{
}

void RehearsalRecord::add(Step step, TestLevel level, const QString &text, const QString &fact, const QString &advice)
{
    const RehearsalLine l{step, level, text, fact, advice};
    report.lines << l;
    m_told(l);
}

void RehearsalRecord::addError(Step step, const core::Error &error, const QString &what, domain::Vendor vendor)
{
    const auto m = domain::userMessage(error, vendor);
    add(step, TestLevel::Fail, what, m.headline, m.advice);
}

void RehearsalRecord::begin(const core::IdentityId &person, core::Instant at)
{
    report.tenant = m_session.tenant().name;
    report.environment = domain::environmentKey(m_session.tenant().environment);
    report.person = person;
    report.startedAt = at;
}

void RehearsalRecord::sayEnded(const core::Result<Session> &session)
{
    if (!session)
        return addError(Step::Result, session.error(),
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The session could not be ended")), domain::Vendor::Provider);
    add(Step::Result, TestLevel::Warn,
        domain::isOpen(session->state) ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The session is still open"))
                                       : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The session is over: %1"))
                                             .arg(domain::stateKey(session->state)));
}

void RehearsalRecord::sayNotSent()
{
    add(Step::Stored, TestLevel::Fail,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The result was not sent to SailPoint")), {},
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The session in Sessions says why.")));
}

void RehearsalRecord::sayStopped(bool isEarly)
{
    add(isEarly ? Step::Session : Step::Stored, TestLevel::NotProven,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The rehearsal was stopped")),
        isEarly ? QString()
                : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "a write-back that has begun goes on by itself")));
}

void RehearsalRecord::close(core::Instant at)
{
    report.endedAt = at;
    for (const auto kind : {MessageKind::Created, MessageKind::Answer, MessageKind::Callback}) {
        if (const QJsonObject message = messages.newest(kind); !message.isEmpty())
            report.messages << domain::seenMessage(kind, message);
    }
    messages.clear();
}

bool RehearsalRecord::isUnread() const
{
    const QJsonObject answer = messages.newest(MessageKind::Answer);
    if (answer.isEmpty())
        return false;
    const auto found = fieldsFound(answer, m_session.tenant().provider, domain::ResultSource::Answer,
        messages.followed().providerId, m_session.context().clock->now());
    return std::any_of(found.begin(), found.end(), [](const domain::FieldFound &f) {
        const bool decides = f.field == domain::ResultField::Status || f.field == domain::ResultField::Session;
        return decides && !f.isUsable;
    });
}

// Its result may already be there.
bool RehearsalRecord::isStarted(const Session &session)
{
    return !domain::isStarting(session.state) && session.state != SessionState::LaunchFailed;
}

void RehearsalRecord::sayStart(const Session &session)
{
    const bool needsLink = session.request.delivery == domain::Delivery::Link;
    const auto &profile = m_session.tenant().provider;
    const auto created = domain::seenMessage(MessageKind::Created, messages.newest(MessageKind::Created));
    report.proposals += domain::proposalsForStart(created, profile, needsLink);
    if (!isStarted(session))
        return add(Step::Session, TestLevel::Fail,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The provider started no session that can be asked about")), {},
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The session in Sessions says why.")));
    add(Step::Session, TestLevel::Pass, sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The provider started a session")),
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "its answer names it")));
    if (!needsLink)
        return;
    const bool hasLink = domain::isThere(created, profile.invitationAt); // by now it may have been forgotten
    add(Step::Session, hasLink ? TestLevel::Pass : TestLevel::Fail,
        hasLink ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The answer carries the invitation link"))
                : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "No invitation link was found in the answer")),
        {},
        hasLink ? QString()
                : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The place of the link in this provider's answer: "
                                                              "idvctl tenant set NAME --invitation-at POINTER.")));
}

void RehearsalRecord::sayUnread()
{
    if (const QJsonObject answer = messages.newest(MessageKind::Answer); !answer.isEmpty())
        sayMessage(MessageKind::Answer, answer, false);
    if (const QJsonObject callback = messages.newest(MessageKind::Callback); !callback.isEmpty())
        sayMessage(MessageKind::Callback, callback, false);
}

// What became of the callbacks in the session; nothing: none was applied.
static std::optional<bool> decidedBy(const QList<domain::SessionNote> &notes)
{
    std::optional<bool> decided;
    for (const auto &note : notes) {
        if (note.kind == QLatin1String("callback"))
            decided = decided.value_or(false) || note.detail.value(QLatin1String("decides")).toBool();
    }
    return decided;
}

void RehearsalRecord::sayResult(const Session &session, const QList<domain::SessionNote> &notes)
{
    const bool isPass = session.state == SessionState::Verified;
    const auto decided = decidedBy(notes);
    const auto cause = domain::reviewReasonFromKey(session.closingReason); // another text may be the provider's own
    add(Step::Result, isPass ? TestLevel::Pass : TestLevel::NotProven,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The session ended: %1")).arg(domain::stateKey(session.state)),
        cause == domain::ReviewReason::None ? QString() : domain::reviewReasonKey(cause),
        isPass
            ? QString()
            : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Only a pass shows every field. Let the test person pass.")));
    const QJsonObject answer = messages.newest(MessageKind::Answer);
    const auto &profile = m_session.tenant().provider;
    const bool isAnswered =
        !answer.isEmpty() && isEnd(answer, profile, domain::ResultSource::Answer, m_session.context().clock->now());
    report.isResultRead = isAnswered || decided == true; // a link that ran out was read by nobody
    if (!isAnswered)
        add(Step::Result, TestLevel::NotProven,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "No answer to a status query about the end was read")));
    else
        sayMessage(MessageKind::Answer, answer, true);
    sayCallback(decided);
}

static QString callbackAdvice(bool isListening)
{
    return isListening ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal",
                             "Look at the callback address and, in the list of received requests, at what was "
                             "refused."))
                       : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Status queries alone decide then."));
}

void RehearsalRecord::sayCallback(std::optional<bool> decided)
{
    const QJsonObject message = messages.newest(MessageKind::Callback);
    const bool isListening = m_session.receiving().isListening();
    if (message.isEmpty())
        return add(Step::Result, TestLevel::NotProven,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "No callback was seen")),
            isListening ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "the receiver was listening"))
                        : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "no receiver is listening in this program")),
            callbackAdvice(isListening));
    sayMessage(MessageKind::Callback, message, true);
    if (decided == true)
        add(Step::Result, TestLevel::Pass, sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The callback counts")));
    else
        add(Step::Result, TestLevel::NotProven,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The callback came and decides nothing")), {},
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal",
                "It counts with a signature and with the one-time value of the address that the provider was given "
                "(behind the question mark); without them it only brings a status query forward.")));
}

void RehearsalRecord::sayField(const QString &message, const domain::FieldFound &f, bool isWanted)
{
    const QString text = QStringLiteral("%1: %2").arg(message, domain::resultFieldKey(f.field));
    const QString where = f.word.isEmpty() ? f.name : f.name + QStringLiteral(" = ") + f.word;
    if (!isWanted)
        return;
    if (f.isUsable)
        return add(Step::Result, TestLevel::Pass, text, where);
    if (!domain::isNeeded(f.field))
        return;
    if (f.name.isEmpty())
        return add(Step::Result, TestLevel::Fail, text, sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "not found")));
    add(Step::Result, TestLevel::Fail, text, where,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "It is there and cannot be used.")));
}

// A failure or a refusal carries no level, no name: what a pass needs is looked for in a pass.
static bool isWanted(domain::ResultField f, bool hasResult, bool isPass)
{
    const bool isOfEachMessage = f == domain::ResultField::Session || f == domain::ResultField::Status;
    return isOfEachMessage || (hasResult && (isPass || !domain::isNeeded(f)));
}

void RehearsalRecord::sayMessage(MessageKind kind, const QJsonObject &message, bool hasResult)
{
    const bool isCallback = kind == MessageKind::Callback;
    const QString name = isCallback ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Callback"))
                                    : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Answer"));
    domain::ProviderProfile profile = m_session.tenant().provider;
    if (isCallback) // where it names no places of its own, it is read as an answer is
        (void)domain::applyProposals(profile, report.proposals);
    const auto source = isCallback ? domain::ResultSource::Callback : domain::ResultSource::Answer;
    const core::Instant now = m_session.context().clock->now();
    const bool isPass =
        messages.followed().state == SessionState::Verified || messages.followed().state == SessionState::NeedsReview;
    const auto found = fieldsFound(message, profile, source, messages.followed().providerId, now);
    for (const domain::FieldFound &f : found)
        sayField(name, f, isWanted(f.field, hasResult, isPass));
    if (!hasResult || isPass)
        propose(proposalsOf(kind, message, profile, messages.followed().providerId, now));
}

void RehearsalRecord::propose(const QList<domain::MappingProposal> &proposals)
{
    for (const domain::MappingProposal &p : proposals) {
        if (!report.proposals.contains(p))
            report.proposals << p;
    }
}

static QStringList differingIn(const Session &session, const domain::IdvFacts &stored, const domain::Tenant &tenant)
{
    QStringList names;
    const auto all = domain::driftOf(session, stored, tenant);
    for (const auto &d : all)
        names << tenant.map.name(d.field);
    return names;
}

void RehearsalRecord::sayStored(const Session &session, const domain::IdvFacts &stored)
{
    if (session.state != SessionState::Verified)
        return add(Step::Stored, TestLevel::NotProven,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "There is no pass that could be written")));
    const auto state = domain::writeBackFromKey(session.writeBack);
    const bool isOurs = stored.sessionId == session.providerId.str();
    const QStringList differing = differingIn(session, stored, m_session.tenant());
    if (isOurs && differing.isEmpty())
        return add(Step::Stored, TestLevel::Pass,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "SailPoint shows the result, every attribute")));
    if (isOurs && !differing.isEmpty())
        return add(Step::Stored, TestLevel::Fail,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "SailPoint shows the result, but not all of it")),
            differing.join(QStringLiteral(", ")),
            sayRehearsal(QT_TRANSLATE_NOOP(
                "Rehearsal", "Map these attributes in the identity profile of the test person, and refresh it.")));
    const bool isWaiting = state == WriteBackState::Waiting;
    add(Step::Stored, isWaiting ? TestLevel::NotProven : TestLevel::Fail,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "SailPoint does not show the result")), session.writeBack,
        isWaiting
            ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "SailPoint or the provider writes it: rehearse again when "
                                                          "it has."))
            : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The session in Sessions says why.")));
}

} // namespace services
