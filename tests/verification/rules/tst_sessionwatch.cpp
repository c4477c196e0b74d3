#include "domain/verification/sessionwatch.h"
#include "support/registry.h"
#include <QtTest>

using core::ErrorCode;
using domain::SessionState;
using domain::Watch;
using domain::WatchState;

namespace {

constexpr core::Instant now = 1'800'000'000'000;
constexpr core::Instant second = core::secondMs;

} // namespace

// "Live" is a claim: it needs a query that was answered a moment ago.
class SessionWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<qint64>("age");        // since the start
        QTest::addColumn<qint64>("checkedAgo"); // -1: never
        QTest::addColumn<int>("fault");         // -1: none
        QTest::addColumn<bool>("hasQuery");
        QTest::addColumn<qint64>("pause"); // 0: not known
        QTest::addColumn<QString>("campaign");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, SessionState s, qint64 age, qint64 ago, int fault, WatchState expected,
                             qint64 pause = 0, const char *campaign = "", bool hasQuery = true) {
            QTest::newRow(name) << int(s) << age << ago << fault << hasQuery << pause << QString::fromLatin1(campaign)
                                << int(expected);
        };
        const auto pending = SessionState::Pending;
        row("just started", pending, 2 * second, -1, -1, WatchState::FirstAsk);
        row("started, and nobody has asked", pending, 31 * second, -1, -1, WatchState::NotChecked);
        row("answered", pending, 60 * second, 3 * second, -1, WatchState::Live);
        row("answered three pauses ago", pending, 60 * second, 30 * second, -1, WatchState::Live);
        row("answered longer ago", pending, 60 * second, 30 * second + 1, -1, WatchState::NotChecked);
        row("the first failed query", pending, 60 * second, 1 * second, int(ErrorCode::Offline),
            WatchState::NotChecked);
        row("never answered, failed", pending, 2 * second, -1, int(ErrorCode::Timeout), WatchState::NotChecked);
        row("asked to wait", pending, 60 * second, 1 * second, int(ErrorCode::RateLimited), WatchState::NotChecked);
        row("key refused", pending, 60 * second, 1 * second, int(ErrorCode::Unauthorized), WatchState::NotChecked);
        row("not readable", pending, 60 * second, 1 * second, int(ErrorCode::Protocol), WatchState::NotChecked);
        row("after an hour the pause is a minute", pending, 61 * core::minuteMs, 180 * second, -1, WatchState::Live);
        row("after an hour, longer", pending, 61 * core::minuteMs, 180 * second + 1, -1, WatchState::NotChecked);
        row("of a campaign", pending, 10 * core::minuteMs, 180 * second, -1, WatchState::Live, 0, "k1");
        row("of a large campaign", pending, 10 * core::minuteMs, 1500 * second, -1, WatchState::Live, 500 * second,
            "k1");
        row("of a large campaign, longer", pending, 10 * core::minuteMs, 1501 * second, -1, WatchState::NotChecked,
            500 * second, "k1");
        row("a short pause opens no door", pending, 60 * second, 20 * second, -1, WatchState::Live, second);
        row("checked in the future", pending, 60 * second, -2 * core::minuteMs, -1, WatchState::NotChecked);
        row("provisional", SessionState::Provisional, 60 * second, 1 * second, -1, WatchState::Live);
        row("provisional, failed", SessionState::Provisional, 60 * second, 1 * second, int(ErrorCode::Server),
            WatchState::NotChecked);
        row("only callbacks tell", pending, 60 * second, -1, -1, WatchState::NotAsked, 0, "", false);
        for (const auto s : {SessionState::Launching, SessionState::LaunchUnknown, SessionState::LaunchFailed,
                 SessionState::NeedsReview, SessionState::Verified, SessionState::Failed, SessionState::Declined,
                 SessionState::Abandoned, SessionState::Expired, SessionState::Cancelled})
            row(qPrintable(domain::stateKey(s)), s, 60 * second, 1 * second, int(ErrorCode::Offline), WatchState::Over);
    }
    void states()
    {
        QFETCH(int, state);
        QFETCH(qint64, age);
        QFETCH(qint64, checkedAgo);
        QFETCH(int, fault);
        QFETCH(bool, hasQuery);
        QFETCH(qint64, pause);
        QFETCH(QString, campaign);
        QFETCH(int, expected);
        domain::Session s;
        s.state = SessionState(state);
        s.createdAt = now - age;
        s.campaign = campaign;
        if (checkedAgo != -1)
            s.lastCheckedAt = now - checkedAgo;
        domain::WatchSigns signs;
        signs.hasQuery = hasQuery;
        if (fault >= 0)
            signs.fault = ErrorCode(fault);
        if (pause > 0)
            signs.pause = std::chrono::milliseconds(pause);
        const Watch w = domain::watchOf(s, signs, now);
        QCOMPARE(int(w.state), expected);
        QCOMPARE(w.checkedAt, checkedAgo == -1 ? now - age : now - checkedAgo);
        QCOMPARE(domain::notCheckedReason(w).isEmpty(), w.state != WatchState::NotChecked);
    }
    void theWorstStandsAboveTheList()
    {
        const Watch live{WatchState::Live, now, {}};
        const Watch first{WatchState::FirstAsk, now, {}};
        const Watch lost{WatchState::NotChecked, now - 60 * second, ErrorCode::Offline};
        const Watch longer{WatchState::NotChecked, now - 90 * second, {}};
        QCOMPARE(domain::worstOf({}).state, WatchState::Over);
        QCOMPARE(domain::worstOf({live, first}).state, WatchState::Live);
        QCOMPARE(domain::worstOf({live, lost, first}), lost);
        QCOMPARE(domain::worstOf({longer, live, lost}), longer);
        QCOMPARE(domain::worstOf({lost, longer}), longer);
    }
    void theSentenceNamesTimeAndReason()
    {
        const Watch w{WatchState::NotChecked, now - 60 * second, ErrorCode::Offline};
        const QString at = QDateTime::fromMSecsSinceEpoch(w.checkedAt).toString(QStringLiteral("HH:mm"));
        QVERIFY(domain::notCheckedText(w, now).endsWith(at));
        QVERIFY(domain::notCheckedText(w, now + 3 * core::dayMs)
                    .contains(QDateTime::fromMSecsSinceEpoch(w.checkedAt).toString(QStringLiteral("yyyy-MM-dd"))));
        QVERIFY(domain::notCheckedReason(w).startsWith(QLatin1String("1Kosmos cannot be reached")));
        QVERIFY(domain::notCheckedReason({WatchState::NotChecked, now, ErrorCode::Storage})
                    .startsWith(QLatin1String("The answer could not be recorded")));
        QCOMPARE(domain::watchKey(WatchState::NotChecked), QStringLiteral("not-checked"));
    }
};
IDV_TEST(SessionWatch)
#include "tst_sessionwatch.moc"
