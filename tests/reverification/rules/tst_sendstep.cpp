#include "domain/reverification/sendstep.h"
#include "support/registry.h"
#include <QtTest>

using core::ErrorCode;
using domain::SendOutcome;
using domain::SendStep;
using domain::SendStreak;

class SendSteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void afterOnePerson_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("hindered");
        QTest::addColumn<int>("refused");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("thenHindered");
        QTest::addColumn<int>("thenRefused");
        using O = SendOutcome;
        using S = SendStep;
        const auto row = [](const char *name, O outcome, SendStreak before, S step, SendStreak after) {
            QTest::addRow("%s", name) << int(outcome) << before.hindered << before.refused << int(step)
                                      << after.hindered << after.refused;
        };
        row("sent", O::Sent, {2, 4}, S::NextPerson, {0, 0});
        row("reminded", O::Reminded, {2, 4}, S::NextPerson, {0, 0});
        row("first without an answer", O::Unanswered, {0, 4}, S::NextAfterBreath, {1, 0});
        row("second", O::Unanswered, {1, 0}, S::NextAfterBreath, {2, 0});
        row("third", O::Unanswered, {2, 0}, S::Pause, {3, 0});
        row("reminder without an answer", O::ReminderUnanswered, {1, 4}, S::NextPerson, {2, 4});
        row("third reminder", O::ReminderUnanswered, {2, 4}, S::Pause, {3, 4});
        row("one refused", O::Refused, {1, 0}, S::NextPerson, {1, 1});
        row("fourth refused", O::Refused, {0, 3}, S::NextPerson, {0, 4});
        row("fifth refused", O::Refused, {0, 4}, S::Pause, {0, 5});
        row("fifth gone", O::Gone, {0, 4}, S::Pause, {0, 5});
        row("one gone", O::Gone, {0, 0}, S::NextPerson, {0, 1});
        row("fifth reminder refused", O::ReminderRefused, {0, 4}, S::Pause, {0, 5});
        row("one reminder refused", O::ReminderRefused, {0, 0}, S::NextPerson, {0, 1});
    }
    void afterOnePerson()
    {
        QFETCH(int, outcome);
        QFETCH(int, hindered);
        QFETCH(int, refused);
        SendStreak streak{hindered, refused};
        QTEST(int(domain::stepAfter(SendOutcome(outcome), streak)), "step");
        QTEST(streak.hindered, "thenHindered");
        QTEST(streak.refused, "thenRefused");
    }
    void whateverPausesSaysWhy()
    {
        QSet<QString> sentences;
        for (const auto o : {SendOutcome::Unanswered, SendOutcome::Refused, SendOutcome::Gone,
                 SendOutcome::ReminderUnanswered, SendOutcome::ReminderRefused}) {
            SendStreak streak{9, 9};
            QCOMPARE(domain::stepAfter(o, streak), SendStep::Pause);
            QVERIFY(!domain::pauseReason(o).isEmpty());
            sentences.insert(domain::pauseReason(o));
        }
        QCOMPARE(sentences.size(), 5);
    }
    void waitsForAVendor_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("hindered");
        QTest::addColumn<int>("retryAfter"); // -1: the vendor named none
        QTest::addColumn<qint64>("waits");   // -1: it pauses
        QTest::addColumn<int>("then");
        const auto row = [](const char *name, ErrorCode code, int hindered, int retryAfter, qint64 waits, int then) {
            QTest::addRow("%s", name) << int(code) << hindered << retryAfter << waits << then;
        };
        row("busy", ErrorCode::RateLimited, 0, 7, 7'000, 0);
        row("busy, however often", ErrorCode::RateLimited, 9, 7, 7'000, 9);
        row("asks for less than a second", ErrorCode::RateLimited, 0, 0, 1'000, 0);
        row("asks for more than an hour", ErrorCode::RateLimited, 0, 7'200, 3'600'000, 0);
        row("offline", ErrorCode::Offline, 0, -1, 30'000, 1);
        row("no answer", ErrorCode::Timeout, 3, -1, 30'000, 4);
        row("broken", ErrorCode::Server, 8, -1, 30'000, 9);
        row("broken for the tenth time", ErrorCode::Server, 9, -1, -1, 10);
        row("a wrong key", ErrorCode::Unauthorized, 0, -1, -1, 1);
        row("may not", ErrorCode::Forbidden, 0, -1, -1, 1);
        row("refused as such", ErrorCode::Rejected, 0, -1, -1, 1);
    }
    void waitsForAVendor()
    {
        QFETCH(int, code);
        QFETCH(int, hindered);
        QFETCH(int, retryAfter);
        core::Error e = core::makeError(ErrorCode(code), QStringLiteral("x"));
        if (retryAfter >= 0)
            e.retryAfter = std::chrono::seconds(retryAfter);
        SendStreak streak{hindered, 2};
        QTEST(qint64(domain::waitAfter(e, streak).value_or(-1)), "waits");
        QTEST(streak.hindered, "then");
        QCOMPARE(streak.refused, 2);
    }
    void whoIsMeant()
    {
        for (const auto code : {ErrorCode::Rejected, ErrorCode::NotFound, ErrorCode::Conflict})
            QVERIFY(domain::isAboutPerson(core::makeError(code, {})));
        for (const auto code : {ErrorCode::RateLimited, ErrorCode::Offline, ErrorCode::Timeout, ErrorCode::Server,
                 ErrorCode::Unauthorized, ErrorCode::Forbidden, ErrorCode::Storage})
            QVERIFY(!domain::isAboutPerson(core::makeError(code, {})));
    }
};

IDV_TEST(SendSteps)

#include "tst_sendstep.moc"
