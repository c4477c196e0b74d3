#include "domain/verification/earlier.h"
#include "support/registry.h"
#include <QtTest>

using domain::EarlierVerification;
using domain::Reason;
using domain::Session;
using domain::SessionState;

namespace {

constexpr core::Instant earlierNow = 1'790'000'000'000;

Session sessionIn(SessionState state, Reason reason = Reason::AccountRecovery)
{
    Session s;
    s.id = core::SessionId(QStringLiteral("s"));
    s.state = state;
    s.request.reason = reason;
    return s;
}

Session passed(int ial, core::Instant ago)
{
    Session s = sessionIn(SessionState::Verified);
    s.ial = ial;
    s.completedAt = earlierNow - ago;
    return s;
}

EarlierVerification::Kind kindOf(const QList<Session> &all)
{
    return domain::earlierVerification(all, Reason::AccountRecovery, earlierNow).kind;
}

} // namespace

class EarlierVerifications : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStateForThisAndAnotherReason()
    {
        for (int i = 0; i < domain::sessionStateCount; ++i) {
            const auto state = SessionState(i);
            const bool counts = domain::isOpen(state) || state == SessionState::NeedsReview;
            QCOMPARE(kindOf({sessionIn(state)}), counts ? EarlierVerification::Open : EarlierVerification::None);
            QCOMPARE(kindOf({sessionIn(state, Reason::Periodic)}), EarlierVerification::None);
        }
    }
    void aPassOfToday_data()
    {
        QTest::addColumn<int>("ial");
        QTest::addColumn<qint64>("ago");
        QTest::addColumn<bool>("counts");
        QTest::addRow("a moment ago") << 2 << qint64(0) << true;
        QTest::addRow("higher") << 3 << qint64(core::hourMs) << true;
        QTest::addRow("almost a day") << 2 << qint64(core::dayMs - 1) << true;
        QTest::addRow("a day") << 2 << qint64(core::dayMs) << false;
        QTest::addRow("a level too low") << 1 << qint64(0) << false;
    }
    void aPassOfToday()
    {
        QFETCH(int, ial);
        QFETCH(qint64, ago);
        QFETCH(bool, counts);
        QCOMPARE(kindOf({passed(ial, ago)}), counts ? EarlierVerification::Passed : EarlierVerification::None);
    }
    void aPassWithoutLevelOrTimeIsNone()
    {
        Session s = passed(2, 0);
        s.ial.reset();
        QCOMPARE(kindOf({s}), EarlierVerification::None);
        s = passed(2, 0);
        s.completedAt.reset();
        QCOMPARE(kindOf({s}), EarlierVerification::None);
    }
    void anOpenOneCountsBeforeAPass()
    {
        QCOMPARE(kindOf({passed(2, 0), sessionIn(SessionState::Pending)}), EarlierVerification::Open);
        QCOMPARE(kindOf({}), EarlierVerification::None);
    }
};

IDV_TEST(EarlierVerifications)

#include "tst_earlier.moc"
