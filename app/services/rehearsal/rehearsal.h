#pragma once
#include "core/async.h"
#include "domain/verification/verification.h"
#include "services/rehearsal/rehearsalreport.h"
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <memory>

namespace services {

class RehearsalPreparation;
class RehearsalRecord;
class TenantSession;

/// Walks a sandbox tenant with one test person through the guide's five steps, and proves each field name and word that
/// the vendors really send against what the tenant says of them. Harmless by construction: reads, one session, one
/// write-back. An ordinary session: killed in the middle, it is there and goes on. One run for each object. Thread: the
/// GUI's or main.
class Rehearsal : public QObject
{
    Q_OBJECT
public:
    struct Wish
    {
        core::IdentityId person;
        domain::VerificationRequest request; ///< its identity is `person`
        bool isWriteAgreed = false;          ///< the result may be written for this person as soon as it is there
        std::chrono::milliseconds callbackWait{30'000}; ///< after the result, for the callback
    };
    /// The session lives longer.
    explicit Rehearsal(TenantSession &session, QObject *parent = nullptr);
    ~Rehearsal() override;

    /// Usage or Conflict before anything is asked: domain::rehearsalFault(). Whatever happens later is in the report.
    /// The open session is ended where its result cannot be read, or where stop() is called.
    core::Async<RehearsalReport> run(const Wish &wish);
    /// What is being waited for is given up; the report says so.
    void stop();
    /// The answer to asksToWrite().
    void answerWrite(bool isAgreed);

Q_SIGNALS:
    void line(const services::RehearsalLine &line);
    /// The provider has a session for the test person.
    void started(const core::SessionId &id);
    /// A secret; where the link is to be handed on by a person.
    void linkReady(const QString &link);
    /// The tenant asks before it writes: `writes` is what would be written for the test person.
    void asksToWrite(const QList<domain::AttributeWrite> &writes);

private:
    using Step = domain::RehearsalStep;
    enum class Phase {
        Checking, ///< readiness and the test person, by reading
        Starting, ///< the one POST is on its way: a stop waits for its answer
        Waiting,  ///< for the result
        Settling, ///< the result is there: its answer is asked for, and the callback is waited for
        Writing,  ///< the write-back goes its way
        Asking,   ///< whether the result may be written
        ReadingBack,
        Ending, ///< what was started is being ended
        Over,
    };
    bool isWatching() const
    {
        return m_phase == Phase::Waiting || m_phase == Phase::Settling || m_phase == Phase::Writing;
    }
    void prepare();
    void start(const domain::Identity &person);
    void takeStarted(const core::Result<domain::Session> &session);
    void look();
    void looked(const domain::Session &session);
    void waitFor(const domain::Session &session);
    void settle(const domain::Session &session);
    void askOnce(const domain::Session &session);
    void sayResult(const domain::Session &session);
    void followWrite(const domain::Session &session);
    void readBack(const domain::Session &session);
    void giveUp(TestLevel level, const QString &why, const QString &fact = {});
    void finish();

    TenantSession &m_session;
    Wish m_wish;
    std::unique_ptr<RehearsalRecord> m_record;
    std::unique_ptr<RehearsalPreparation> m_preparation;
    core::Deferred<RehearsalReport> m_promise;
    Phase m_phase = Phase::Checking;
    core::SessionId m_id;
    QTimer m_timer;
    QElapsedTimer m_sinceEnd, m_sinceAnswer, m_sincePlanned;
    int m_judged = 0; ///< answers that were looked at
    int m_unread = 0; ///< of them in a row, whose status is not understood
    bool m_isLooking = false, m_hasAsked = false, m_isStopped = false;
};

} // namespace services
