#include "services/rehearsal/internal/rehearsalrecord.h"
#include "domain/text/messages.h"
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

bool RehearsalRecord::isUnread() const
{
    const auto answer = messages.constFind(int(MessageKind::Answer));
    if (answer == messages.constEnd())
        return false;
    const auto found = fieldsFound(
        *answer, m_session.tenant().provider, domain::ResultSource::Answer, m_session.context().clock->now());
    return std::any_of(found.begin(), found.end(), [](const domain::FieldFound &f) {
        const bool decides = f.field == domain::ResultField::Status || f.field == domain::ResultField::Session;
        return decides && !f.isUsable;
    });
}

void RehearsalRecord::takeReadiness(const QList<ReadinessLine> &lines)
{
    for (const ReadinessLine &l : lines) {
        // Later steps are seen themselves: of them only what stands in the way is said beforehand.
        const auto step = domain::rehearsalStepOf(l.area);
        const bool isLater = step && (*step == Step::Result || *step == Step::Stored);
        if (l.level == TestLevel::NotProven && l.vendor == domain::Vendor::Provider) {
            m_key = RehearsalLine{Step::Client, l.level, l.text, l.fact, l.advice}; // a start proves it
            continue;
        }
        if (step && (!isLater || l.level != TestLevel::Pass))
            add(*step, l.level, l.text, l.fact, l.advice);
    }
}

// What a probe could not prove: with a key that is refused no session is started.
void RehearsalRecord::sayKey(bool isStarted)
{
    const auto key = std::exchange(m_key, std::nullopt);
    if (key && isStarted)
        add(Step::Client, TestLevel::Pass,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The provider started a session with this API key")), {});
    else if (key)
        add(key->step, key->level, key->text, key->fact, key->advice);
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
    const auto created = domain::seenMessage(MessageKind::Created, messages.value(int(MessageKind::Created)));
    report.proposals += domain::proposalsForStart(created, profile, needsLink);
    if (!isStarted(session))
        return add(Step::Session, TestLevel::Fail,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The provider started no session that can be asked about")),
            session.closingReason);
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

void RehearsalRecord::sayResult(const Session &session)
{
    const bool isPass = session.state == SessionState::Verified;
    add(Step::Result, isPass ? TestLevel::Pass : TestLevel::NotProven,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The session ended: %1")).arg(domain::stateKey(session.state)),
        session.closingReason,
        isPass
            ? QString()
            : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Only a pass shows every field. Let the test person pass.")));
    sayMessages();
}

void RehearsalRecord::sayMessages()
{
    sayMessage(MessageKind::Answer, messages.value(int(MessageKind::Answer)));
    sayCallback();
}

void RehearsalRecord::sayCallback()
{
    const auto message = messages.constFind(int(MessageKind::Callback));
    if (message != messages.constEnd())
        return sayMessage(MessageKind::Callback, *message);
    const bool isListening = m_session.receiving().isListening();
    add(Step::Result, TestLevel::NotProven, sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "No callback was seen")),
        isListening ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "the receiver was listening"))
                    : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "no receiver is listening in this program")),
        isListening ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal",
                          "Look at the callback address and, in the list of received requests, at what was refused."))
                    : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Status queries alone decide then.")));
}

void RehearsalRecord::sayField(const QString &message, const domain::FieldFound &f)
{
    const QString text = QStringLiteral("%1: %2").arg(message, domain::resultFieldKey(f.field));
    const QString where = f.word.isEmpty() ? f.name : f.name + QStringLiteral(" = ") + f.word;
    if (f.isUsable)
        return add(Step::Result, TestLevel::Pass, text, where);
    if (!domain::isNeeded(f.field))
        return;
    if (f.name.isEmpty())
        return add(Step::Result, TestLevel::Fail, text, sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "not found")));
    add(Step::Result, TestLevel::Fail, text, where,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "It is there and cannot be used.")));
}

void RehearsalRecord::sayMessage(MessageKind kind, const QJsonObject &message)
{
    const bool isCallback = kind == MessageKind::Callback;
    const QString name = isCallback ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Callback"))
                                    : sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Answer"));
    if (message.isEmpty())
        return add(Step::Result, TestLevel::NotProven,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "No answer to a status query was read")));
    domain::ProviderProfile profile = m_session.tenant().provider;
    if (isCallback) // where it names no places of its own, it is read as an answer is
        (void)domain::applyProposals(profile, report.proposals);
    const auto source = isCallback ? domain::ResultSource::Callback : domain::ResultSource::Answer;
    const core::Instant now = m_session.context().clock->now();
    const auto found = fieldsFound(message, profile, source, now);
    for (const domain::FieldFound &f : found)
        sayField(name, f);
    for (const auto &p : proposalsOf(kind, message, profile, now)) {
        if (!report.proposals.contains(p))
            report.proposals << p;
    }
}

void RehearsalRecord::sayNotShown(const Session &session)
{
    if (session.state != SessionState::Verified)
        return add(Step::Stored, TestLevel::NotProven,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "There is no pass that could be written")));
    const auto state = domain::writeBackFromKey(session.writeBack);
    const bool isWrong = state == WriteBackState::Failed || state == WriteBackState::NotStored;
    add(Step::Stored, isWrong ? TestLevel::Fail : TestLevel::NotProven,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "SailPoint does not show the result")),
        session.writeBackDetail.isEmpty() ? session.writeBack : session.writeBackDetail,
        state == WriteBackState::Waiting ? sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal",
                                               "SailPoint or the provider writes it: rehearse again when it has."))
                                         : QString());
}

} // namespace services
