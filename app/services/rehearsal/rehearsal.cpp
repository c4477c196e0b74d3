#include "services/rehearsal/rehearsal.h"
#include "domain/tenants/tenantevents.h"
#include "domain/text/messages.h"
#include "domain/verification/writeback/storedresult.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/identities/identitydirectory.h"
#include "services/readiness/readiness.h"
#include "services/rehearsal/internal/rehearsalrecord.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include <utility>

namespace services {

using core::Result;
using domain::MessageKind;
using domain::Session;
using domain::SessionState;
using domain::WriteBackState;

static constexpr std::chrono::milliseconds lookEvery(500);
/// An answer that is not understood is looked at once more before the run ends: it may have been the vendor's moment.
static constexpr int unreadAnswers = 2;

Rehearsal::Rehearsal(TenantSession &session, QObject *parent)
    : QObject(parent), m_session(session),
      m_record(std::make_unique<RehearsalRecord>(session, [this](const RehearsalLine &l) { Q_EMIT line(l); }))
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Rehearsal::look);
}

Rehearsal::~Rehearsal()
{
    m_session.reach().watchProvider({});
    m_session.receiving().setMessageWatch({});
}

core::Async<RehearsalReport> Rehearsal::run(const Wish &wish)
{
    m_wish = wish;
    m_wish.request.identity = wish.person;
    const domain::Tenant &t = m_session.tenant();
    if (const auto fault = domain::rehearsalFault(t, wish.request.reason, wish.isWriteAgreed))
        return core::ready<RehearsalReport>(*fault);
    m_record->report.tenant = t.name;
    m_record->report.environment = domain::environmentKey(t.environment);
    m_record->report.person = wish.person;
    m_record->report.startedAt = m_session.context().clock->now();
    m_session.reach().watchProvider(
        [this](MessageKind kind, const QJsonObject &o) { m_record->messages[int(kind)] = o; });
    m_session.receiving().setMessageWatch(
        [this](const QJsonObject &o) { m_record->messages[int(MessageKind::Callback)] = o; });
    const auto intent = domain::tenantEvent(
        m_session.context().operatorName, t, QStringLiteral("tenant.rehearse"), QStringLiteral("intent"));
    core::whenDone<core::Unit>(m_session.context().ledger->audit().append(intent), this, [this](const core::Status &s) {
        if (s)
            return check();
        m_isOver = true;
        m_promise.resolve(s.error());
    });
    return m_promise.future();
}

void Rehearsal::check()
{
    core::whenDone<QList<ReadinessLine>>(
        m_session.readiness().run(), this, [this](const Result<QList<ReadinessLine>> &lines) {
            if (m_isOver)
                return;
            if (!lines) {
                m_record->addError(Step::Client, lines.error(),
                    sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Readiness")), domain::Vendor::SailPoint);
                return finish();
            }
            takeReadiness(*lines);
        });
}

void Rehearsal::takeReadiness(const QList<ReadinessLine> &lines)
{
    m_record->takeReadiness(lines);
    if (m_record->report.stateOf(Step::Client) != domain::StepState::Failed)
        return readPerson();
    m_record->add(Step::Session, TestLevel::NotProven,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "No session was started: the vendors have to answer first.")));
    finish();
}

void Rehearsal::readPerson()
{
    core::whenDone<domain::Identity>(
        m_session.directory().refresh(m_wish.person), this, [this](const Result<domain::Identity> &p) {
            if (m_isOver)
                return;
            if (p)
                return start(*p);
            m_record->addError(Step::Session, p.error(),
                sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The test person")), domain::Vendor::SailPoint);
            finish();
        });
}

void Rehearsal::start(const domain::Identity &person)
{
    m_session.verifier().monitor().watch();
    core::whenDone<Session>(m_session.verifier().starter().start(person, m_wish.request), this,
        [this](const Result<Session> &s) { takeStarted(s); });
}

void Rehearsal::takeStarted(const Result<Session> &session)
{
    if (!session) {
        m_record->addError(Step::Session, session.error(),
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The start of a session")), domain::Vendor::Provider);
        return finish();
    }
    m_id = m_record->report.session = session->id;
    const QString link = m_session.verifier().links().of(m_id);
    m_record->sayStart(*session);
    m_record->sayKey(RehearsalRecord::isStarted(*session));
    if (domain::isStarting(session->state))
        return giveUp(sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Whether the provider has a session is not known")));
    if (!RehearsalRecord::isStarted(*session))
        return finish();
    Q_EMIT started(m_id);
    if (!link.isEmpty())
        Q_EMIT linkReady(link);
    m_timer.start();
}

void Rehearsal::look()
{
    core::whenDone<Session>(m_session.verifier().sessions().session(m_id), this, [this](const Result<Session> &s) {
        if (m_isOver)
            return;
        if (s)
            return looked(*s);
        m_record->addError(Step::Result, s.error(), sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The session")),
            domain::Vendor::Console);
        finish();
    });
}

void Rehearsal::looked(const Session &session)
{
    if (domain::isOpen(session.state)) {
        const auto fault = m_session.verifier().monitor().lastFault(m_id);
        const bool isStuck = m_record->isUnread() || (fault && fault->isUnreadable());
        m_unread = isStuck ? m_unread + 1 : 0;
        if (m_unread < unreadAnswers)
            return;
        // It is read by nobody: what was started here is ended here.
        m_timer.stop();
        m_record->sayMessages();
        return giveUp(
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Its result cannot be read with the present settings")));
    }
    if (!m_isResultSaid)
        return ended(session);
    followWrite(session);
}

// After a callback that is a proof, nobody has asked about the end: it is asked once, for its form.
void Rehearsal::ended(const Session &session)
{
    if (!m_sinceEnd.isValid())
        m_sinceEnd.start();
    if (!std::exchange(m_hasAsked, true))
        return askOnce(session);
    const bool hasCallback = m_record->messages.contains(int(MessageKind::Callback));
    const bool isExpected = m_session.receiving().isListening();
    if (!hasCallback && isExpected && m_sinceEnd.elapsed() < m_wish.callbackWait.count())
        return;
    m_isResultSaid = true;
    m_record->sayResult(session);
    followWrite(session);
}

void Rehearsal::askOnce(const Session &session)
{
    m_timer.stop();
    core::whenDone<core::Unit>(m_session.reach().askProvider(session.providerId), this, [this](const core::Status &) {
        if (!m_isOver)
            m_timer.start(); // what came of it is in the message, or there is none
    });
}

void Rehearsal::followWrite(const Session &session)
{
    const auto state = domain::writeBackFromKey(session.writeBack);
    const auto &t = m_session.tenant();
    if (state == WriteBackState::Planned && t.confirmWriteBack && m_wish.isWriteAgreed)
        return m_session.verifier().writeBack().advance(session, true);
    if (state == WriteBackState::Planned && t.confirmWriteBack) {
        m_timer.stop();
        return Q_EMIT asksToWrite(m_session.verifier().writeBack().plan(session).writes);
    }
    const bool isOurs = state != WriteBackState::Waiting && state != WriteBackState::NotNeeded;
    if (isOurs && !domain::isFinal(state))
        return;
    m_timer.stop();
    core::whenDone<domain::Identity>(
        m_session.directory().refresh(m_wish.person), this, [this, session](const Result<domain::Identity> &p) {
            if (m_isOver)
                return;
            if (!p)
                m_record->addError(Step::Stored, p.error(),
                    sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The look at the test person")),
                    domain::Vendor::SailPoint);
            else if (session.state == SessionState::Verified && domain::isShown(session, p->idv))
                m_record->add(Step::Stored, TestLevel::Pass,
                    sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "SailPoint shows the result")));
            else
                m_record->sayNotShown(session);
            finish();
        });
}

void Rehearsal::answerWrite(bool isAgreed)
{
    if (m_isOver || m_timer.isActive())
        return;
    if (isAgreed) {
        m_wish.isWriteAgreed = true;
        return m_timer.start();
    }
    m_record->add(Step::Stored, TestLevel::NotProven,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Nothing was written: it was not agreed to")));
    finish();
}

void Rehearsal::stop()
{
    if (m_isOver)
        return;
    if (m_id.isEmpty() || m_isResultSaid) {
        m_record->add(m_id.isEmpty() ? Step::Session : Step::Stored, TestLevel::NotProven,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Stopped here")));
        return finish();
    }
    m_timer.stop();
    m_record->add(Step::Result, TestLevel::NotProven, sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Stopped here")));
    giveUp(sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The rehearsal was stopped")));
}

// What the rehearsal started, it ends.
void Rehearsal::giveUp(const QString &why)
{
    core::whenDone<Session>(
        m_session.verifier().control().stop(m_id, why), this, [this, why](const Result<Session> &s) {
            if (m_isOver)
                return;
            if (s)
                m_record->add(Step::Result, TestLevel::Warn, why,
                    sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "the session was ended here")));
            else
                m_record->addError(Step::Result, s.error(), why, domain::Vendor::Provider);
            finish();
        });
}

void Rehearsal::finish()
{
    m_timer.stop();
    if (std::exchange(m_isOver, true))
        return;
    m_record->sayKey(false);
    m_record->report.endedAt = m_session.context().clock->now();
    for (const auto kind : {MessageKind::Created, MessageKind::Answer, MessageKind::Callback}) {
        if (const auto found = m_record->messages.constFind(int(kind)); found != m_record->messages.constEnd())
            m_record->report.messages << domain::seenMessage(kind, *found);
    }
    m_record->messages.clear();
    auto done = domain::tenantEvent(m_session.context().operatorName, m_session.tenant(),
        QStringLiteral("tenant.rehearse"), QStringLiteral("done"));
    done.data.insert(QStringLiteral("verdict"), domain::rehearsalVerdictKey(m_record->report.verdict()));
    done.data.insert(QStringLiteral("session"), m_record->report.session.str());
    core::whenDone<core::Unit>(m_session.context().ledger->audit().append(done), this,
        [this](const core::Status &s) { s ? m_promise.resolve(m_record->report) : m_promise.resolve(s.error()); });
}

} // namespace services
