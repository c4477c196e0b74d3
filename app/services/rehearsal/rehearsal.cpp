#include "services/rehearsal/rehearsal.h"
#include "core/logfailure.h"
#include "domain/tenants/tenantevents.h"
#include "domain/text/messages.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/identities/identitydirectory.h"
#include "services/rehearsal/internal/rehearsalpreparation.h"
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

static constexpr std::chrono::milliseconds lookEvery(500), askAfter(10'000);
static constexpr int unreadAnswers = 2; ///< in a row: one may have been the vendor's moment

Rehearsal::Rehearsal(TenantSession &session, QObject *parent)
    : QObject(parent), m_session(session),
      m_record(std::make_unique<RehearsalRecord>(session, [this](const RehearsalLine &l) { Q_EMIT line(l); })),
      m_preparation(std::make_unique<RehearsalPreparation>(session, *m_record))
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Rehearsal::look);
}

Rehearsal::~Rehearsal()
{
    m_session.reach().watchProvider({});
    m_session.receiving().setMessageWatch({});
}

static domain::AuditEvent eventOf(TenantSession &session, const QString &outcome)
{
    return domain::tenantEvent(
        session.context().operatorName, session.tenant(), QStringLiteral("tenant.rehearse"), outcome);
}

core::Async<RehearsalReport> Rehearsal::run(const Wish &wish)
{
    m_wish = wish;
    m_wish.request.identity = wish.person;
    const domain::Tenant &t = m_session.tenant();
    if (const auto fault = domain::rehearsalFault(t, wish.request.reason, wish.isWriteAgreed))
        return core::ready<RehearsalReport>(*fault);
    m_record->begin(wish.person, m_session.context().clock->now());
    m_session.reach().watchProvider([this](const domain::WatchedMessage &m) {
        m_record->messages.see(m);
        if (m.kind == MessageKind::Answer)
            m_sinceAnswer.start();
    });
    m_session.receiving().setMessageWatch([this](const QJsonObject &o) {
        m_record->messages.see({MessageKind::Callback, o, {}, {}});
    });
    const auto intent = eventOf(m_session, QStringLiteral("intent"));
    core::whenDone<core::Unit>(m_session.context().ledger->audit().append(intent), this, [this](const core::Status &s) {
        if (s)
            return prepare();
        m_phase = Phase::Over;
        m_promise.resolve(s.error());
    });
    return m_promise.future();
}

void Rehearsal::prepare()
{
    core::whenDone<domain::Identity>(
        m_preparation->run(m_wish.person), this, [this](const Result<domain::Identity> &person) {
            if (m_phase != Phase::Over)
                person ? start(*person) : finish(); // what stands in the way is in the record
        });
}

void Rehearsal::start(const domain::Identity &person)
{
    m_phase = Phase::Starting;
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
    m_record->messages.follow(*session);
    m_record->sayStart(*session);
    const bool isStarted = RehearsalRecord::isStarted(*session);
    m_preparation->sayKey(isStarted);
    if (domain::isStarting(session->state))
        return giveUp(TestLevel::Fail,
            sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Whether the provider has a session is not known")));
    if (!isStarted)
        return finish();
    m_phase = Phase::Waiting;
    if (m_isStopped)
        return giveUp(TestLevel::NotProven, sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The rehearsal was stopped")));
    m_sinceAnswer.start();
    m_timer.start();
    Q_EMIT started(m_id);
    const QString link = m_session.verifier().links().of(m_id);
    if (m_phase == Phase::Waiting && !link.isEmpty())
        Q_EMIT linkReady(link);
}

void Rehearsal::look()
{
    if (!isWatching() || std::exchange(m_isLooking, true))
        return;
    core::whenDone<Session>(m_session.verifier().sessions().session(m_id), this, [this](const Result<Session> &s) {
        m_isLooking = false;
        if (!isWatching())
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
    m_record->messages.follow(session);
    if (m_phase == Phase::Waiting)
        return domain::isOpen(session.state) ? waitFor(session) : settle(session);
    m_phase == Phase::Settling ? settle(session) : followWrite(session);
}

// An answer that is understood by nobody ends the run, and with it the session: nobody would see its end.
void Rehearsal::waitFor(const Session &session)
{
    // Another process may be the one that watches: what it is answered is not seen here.
    if (m_sinceAnswer.hasExpired(askAfter.count())) {
        m_sinceAnswer.start();
        core::logFailure(m_session.reach().askProvider(session.providerId), this, lcService, "A status query failed.");
    }
    if (m_record->messages.answers() == m_judged)
        return;
    m_judged = m_record->messages.answers();
    const auto fault = m_session.verifier().monitor().lastFault(m_id);
    const bool isUnread = m_record->isUnread() || (fault && fault->isUnreadable());
    m_unread = isUnread ? m_unread + 1 : 0;
    if (m_unread < unreadAnswers)
        return isUnread ? m_session.verifier().monitor().hurry(m_id) : void();
    m_record->sayUnread();
    giveUp(TestLevel::Fail,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Its result cannot be read with the present settings")),
        fault ? fault->field : QString());
}

// After a callback that is a proof, nobody has asked about the end: it is asked once, for its form.
void Rehearsal::settle(const Session &session)
{
    m_phase = Phase::Settling;
    if (!m_sinceEnd.isValid())
        m_sinceEnd.start();
    if (!std::exchange(m_hasAsked, true))
        return askOnce(session);
    const bool hasCallback = !m_record->messages.newest(MessageKind::Callback).isEmpty();
    const bool isExpected = m_session.receiving().isListening();
    if (!hasCallback && isExpected && !m_sinceEnd.hasExpired(m_wish.callbackWait.count()))
        return;
    sayResult(session);
}

void Rehearsal::askOnce(const Session &session)
{
    m_timer.stop();
    core::whenDone<core::Unit>(m_session.reach().askProvider(session.providerId), this, [this](const core::Status &) {
        if (m_phase == Phase::Settling)
            m_timer.start(); // what came of it is in the message, or there is none
    });
}

void Rehearsal::sayResult(const Session &session)
{
    m_phase = Phase::Writing;
    m_timer.stop();
    core::whenDone<QList<domain::SessionNote>>(m_session.verifier().sessions().notes(m_id), this,
        [this, session](const Result<QList<domain::SessionNote>> &n) {
            if (m_phase != Phase::Writing)
                return;
            m_record->sayResult(session, n ? *n : QList<domain::SessionNote>());
            if (session.state == SessionState::NeedsReview) // nobody is to accept it
                return giveUp(TestLevel::NotProven,
                    sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Its result is held with the present settings")));
            m_sincePlanned.start();
            m_timer.start();
        });
}

void Rehearsal::followWrite(const Session &session)
{
    const auto state = domain::writeBackFromKey(session.writeBack);
    const bool isAskedFor = state == WriteBackState::Planned && m_session.tenant().confirmWriteBack;
    if (isAskedFor && !m_wish.isWriteAgreed) {
        m_phase = Phase::Asking;
        m_timer.stop();
        return Q_EMIT asksToWrite(m_session.verifier().writeBack().plan(session).writes);
    }
    if (domain::isWriteStuck(session, m_session.tenant(), m_sincePlanned.elapsed())) {
        m_record->sayNotSent();
        return finish();
    }
    if (isAskedFor)
        return m_session.verifier().writeBack().advance(session, true);
    const bool isOurs = state != WriteBackState::Waiting && state != WriteBackState::NotNeeded;
    if (!isOurs || domain::isFinal(state))
        readBack(session);
}

void Rehearsal::readBack(const Session &session)
{
    m_phase = Phase::ReadingBack;
    m_timer.stop();
    core::whenDone<domain::Identity>(
        m_session.directory().refresh(m_wish.person), this, [this, session](const Result<domain::Identity> &p) {
            if (m_phase != Phase::ReadingBack)
                return;
            if (p)
                m_record->sayStored(session, p->idv);
            else
                m_record->addError(Step::Stored, p.error(),
                    sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The look at the test person")),
                    domain::Vendor::SailPoint);
            finish();
        });
}

void Rehearsal::answerWrite(bool isAgreed)
{
    if (m_phase != Phase::Asking)
        return;
    if (isAgreed) {
        m_wish.isWriteAgreed = true;
        m_phase = Phase::Writing;
        m_sincePlanned.start();
        return m_timer.start();
    }
    m_record->add(Step::Stored, TestLevel::NotProven,
        sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "Nothing was written: it was not agreed to")));
    finish();
}

void Rehearsal::stop()
{
    if (std::exchange(m_isStopped, true) || m_phase == Phase::Starting || m_phase >= Phase::Ending)
        return; // what comes of a start is ended when it is known
    if (m_phase == Phase::Waiting)
        return giveUp(TestLevel::NotProven, sayRehearsal(QT_TRANSLATE_NOOP("Rehearsal", "The rehearsal was stopped")));
    m_record->sayStopped(m_phase == Phase::Checking);
    finish();
}

// What the rehearsal started, it ends.
void Rehearsal::giveUp(TestLevel level, const QString &why, const QString &fact)
{
    m_phase = Phase::Ending;
    m_timer.stop();
    m_record->add(Step::Result, level, why, fact);
    core::whenDone<Session>(m_session.verifier().control().stop(m_id, why), this, [this](const Result<Session> &s) {
        m_record->sayEnded(s);
        finish();
    });
}

void Rehearsal::finish()
{
    m_timer.stop();
    if (std::exchange(m_phase, Phase::Over) == Phase::Over)
        return;
    m_preparation->sayKey(false);
    m_record->close(m_session.context().clock->now());
    auto done = eventOf(m_session, QStringLiteral("done"));
    done.data.insert(QStringLiteral("verdict"), domain::rehearsalVerdictKey(m_record->report.verdict()));
    done.data.insert(QStringLiteral("session"), m_record->report.session.str());
    core::whenDone<core::Unit>(m_session.context().ledger->audit().append(done), this,
        [this](const core::Status &s) { s ? m_promise.resolve(m_record->report) : m_promise.resolve(s.error()); });
}

} // namespace services
