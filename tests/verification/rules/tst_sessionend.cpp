#include "domain/verification/resultevaluation.h"
#include "domain/verification/sessionend.h"
#include "support/registry.h"
#include <QTest>

using domain::Session;
using domain::SessionState;
using domain::UnaskedStep;

namespace {

constexpr core::Instant sessionStart = 1'800'000'000'000;
constexpr core::Instant linkEnds = sessionStart + 15 * core::minuteMs;
constexpr std::chrono::milliseconds launchGrace{60'000};

Session sessionIn(SessionState state)
{
    Session s;
    s.state = state;
    s.createdAt = sessionStart;
    s.expiresAt = linkEnds;
    s.providerId = core::ProviderSessionId(QStringLiteral("p1"));
    return s;
}

Session heldFor(domain::ReviewReason cause)
{
    Session s = sessionIn(SessionState::NeedsReview);
    s.closingReason = domain::reviewReasonKey(cause);
    s.request.documents = {QStringLiteral("passport")};
    s.ial = 2;
    s.documentType = QStringLiteral("passport");
    s.completedAt = sessionStart + 1;
    s.source = domain::sourceStatusQuery;
    return s;
}

// What a state is, written down once more: nothing of it is asked of the product.
struct StateClass
{
    SessionState state;
    bool isStarting, isAskedAbout, hasFailed, isTerminal;
};
constexpr std::array<StateClass, domain::sessionStateCount> stateClasses{{
    {SessionState::Launching, true, false, false, false},
    {SessionState::LaunchUnknown, true, false, false, false},
    {SessionState::LaunchFailed, false, false, false, true},
    {SessionState::Pending, false, true, false, false},
    {SessionState::Provisional, false, true, false, false},
    {SessionState::NeedsReview, false, false, false, false},
    {SessionState::Verified, false, false, false, true},
    {SessionState::Failed, false, false, true, true},
    {SessionState::Declined, false, false, true, true},
    {SessionState::Abandoned, false, false, true, true},
    {SessionState::Expired, false, false, false, true},
    {SessionState::Cancelled, false, false, false, true},
}};

} // namespace

// When a session is over, and what is done about one that nobody asks about: every state, every fact.
class SessionEnds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStateIsOfOneClass()
    {
        for (const StateClass &c : stateClasses) {
            const QByteArray name = domain::stateKey(c.state).toLatin1();
            const bool isOpen = c.isStarting || c.isAskedAbout;
            QVERIFY2(domain::isStarting(c.state) == c.isStarting, name.constData());
            QVERIFY2(domain::isAskedAbout(c.state) == c.isAskedAbout, name.constData());
            QVERIFY2(domain::hasFailed(c.state) == c.hasFailed, name.constData());
            QVERIFY2(domain::isTerminal(c.state) == c.isTerminal, name.constData());
            QVERIFY2(domain::isOpen(c.state) == isOpen, name.constData());
            QVERIFY2(domain::openStates().contains(c.state) == isOpen, name.constData());
            // Open, held or over; nothing is two of them.
            QCOMPARE(int(isOpen) + int(c.state == SessionState::NeedsReview) + int(c.isTerminal), 1);
        }
    }
    void aLinkEndsAndAMinuteLaterTheSession()
    {
        const Session s = sessionIn(SessionState::Pending);
        QVERIFY(!domain::isLinkOver(s, linkEnds));
        QVERIFY(domain::isLinkOver(s, linkEnds + 1));
        QVERIFY(!domain::isPastEnd(s, linkEnds + core::minuteMs));
        QVERIFY(domain::isPastEnd(s, linkEnds + core::minuteMs + 1));
    }
    void whatIsDoneUnasked_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("hasPath");
        QTest::addColumn<bool>("byCallback");
        QTest::addColumn<qint64>("age");
        QTest::addColumn<int>("step");
        const qint64 soon = 60'000, late = 60'001, over = 16 * core::minuteMs, past = over + 1;
        const auto row = [](SessionState state, bool hasPath, bool byCallback, qint64 age, UnaskedStep step) {
            QTest::addRow("%s %d %d %lld", qPrintable(domain::stateKey(state)), hasPath, byCallback, age)
                << int(state) << hasPath << byCallback << age << int(step);
        };
        for (const bool hasPath : {true, false}) {
            for (const bool byCallback : {true, false}) {
                row(SessionState::Launching, hasPath, byCallback, soon, UnaskedStep::Wait);
                row(SessionState::Launching, hasPath, byCallback, late, UnaskedStep::GiveUpLaunch);
                row(SessionState::LaunchUnknown, hasPath, byCallback, over, UnaskedStep::Wait);
                row(SessionState::LaunchUnknown, hasPath, byCallback, past, UnaskedStep::Expire);
                for (const StateClass &c : stateClasses) {
                    const bool isOver = c.isTerminal || c.state == SessionState::NeedsReview;
                    if (isOver) // only what a callback decided is still asked about
                        row(c.state, hasPath, byCallback, past,
                            hasPath && byCallback ? UnaskedStep::Ask : UnaskedStep::Wait);
                }
            }
        }
        for (const bool byCallback : {true, false}) {
            for (const SessionState state : {SessionState::Pending, SessionState::Provisional}) {
                row(state, true, byCallback, soon, UnaskedStep::Ask);
                row(state, true, byCallback, past, UnaskedStep::Ask);
            }
            row(SessionState::Pending, false, byCallback, over, UnaskedStep::Wait);
            row(SessionState::Pending, false, byCallback, past, UnaskedStep::ExpireUnconfirmed);
            row(SessionState::Provisional, false, byCallback, 120'000, UnaskedStep::Wait);
            row(SessionState::Provisional, false, byCallback, 120'001, UnaskedStep::HoldUnconfirmed);
            row(SessionState::Provisional, false, byCallback, past, UnaskedStep::HoldUnconfirmed);
        }
    }
    void whatIsDoneUnasked()
    {
        QFETCH(int, state);
        QFETCH(bool, hasPath);
        QFETCH(bool, byCallback);
        QFETCH(qint64, age);
        Session s = sessionIn(SessionState(state));
        if (byCallback)
            s.source = domain::sourceCallback;
        QTEST(int(domain::unaskedStep(s, hasPath, launchGrace, sessionStart + age)), "step");
    }
    void aClaimIsOldByTheLastAnswer()
    {
        Session s = sessionIn(SessionState::Provisional);
        s.lastCheckedAt = sessionStart + core::minuteMs;
        QCOMPARE(domain::unaskedStep(s, false, launchGrace, sessionStart + 3 * core::minuteMs), UnaskedStep::Wait);
        QCOMPARE(domain::unaskedStep(s, false, launchGrace, sessionStart + 3 * core::minuteMs + 1),
            UnaskedStep::HoldUnconfirmed);
    }
    void whichFaultSaysNothing()
    {
        for (int code = 0; code <= int(core::ErrorCode::Internal); ++code) {
            for (const QString &field : {QString(), QStringLiteral("/ial")}) {
                core::Error e;
                e.code = core::ErrorCode(code);
                e.field = field;
                const bool isUnread = e.code == core::ErrorCode::Protocol && !field.isEmpty();
                QCOMPARE(domain::isNoAnswer(e), isUnread || e.code == core::ErrorCode::NotFound);
            }
        }
    }
    void whatMayBeDoneWithAnOpenOne()
    {
        for (const StateClass &c : stateClasses) {
            Session s = sessionIn(c.state);
            const bool isOpen = c.isStarting || c.isAskedAbout;
            QCOMPARE(domain::isKnownToProvider(s), isOpen);
            QCOMPARE(domain::isCancelledThere(s, true), isOpen);
            QVERIFY(!domain::isCancelledThere(s, false));
            s.providerId = {};
            QVERIFY(!domain::isKnownToProvider(s));
            QVERIFY(!domain::isCancelledThere(s, true));
        }
    }
    void whenAnotherOneIsOffered()
    {
        for (const StateClass &c : stateClasses) {
            const Session s = sessionIn(c.state); // held: without a cause nobody may accept it
            const bool isHeld = c.state == SessionState::NeedsReview;
            QCOMPARE(domain::needsNewSession(s), isHeld);
            QCOMPARE(domain::mayTryAgain(s), c.hasFailed || c.state == SessionState::Expired || isHeld);
        }
        QVERIFY(!domain::needsNewSession(heldFor(domain::ReviewReason::NameDiffers)));
        QVERIFY(!domain::mayTryAgain(heldFor(domain::ReviewReason::NameDiffers)));
        QVERIFY(domain::mayTryAgain(heldFor(domain::ReviewReason::LevelTooLow)));
    }
    void aPassHasItsLevel()
    {
        for (const StateClass &c : stateClasses) {
            for (const std::optional<int> ial : {std::optional<int>(), std::optional(1), std::optional(2)}) {
                Session s = sessionIn(c.state);
                s.ial = ial;
                for (const int level : {1, 2})
                    QCOMPARE(domain::isPassAt(s, level), c.state == SessionState::Verified && ial.value_or(0) >= level);
            }
        }
    }
};
IDV_TEST(SessionEnds)
#include "tst_sessionend.moc"
