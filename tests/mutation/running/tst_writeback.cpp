#include "services/verification/sessionmonitor.h"
#include "support/product.h"
#include "support/registry.h"

using domain::SessionState;
using support::Product;
using support::quick;

// A result on its way into SailPoint while something happens.
class MutatedWriteBack : public QObject
{
    Q_OBJECT
    static lab::Options slowly()
    {
        auto o = quick();
        o.journey = std::chrono::milliseconds(1000);
        return o;
    }
    static void toAccount(domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; }
private Q_SLOTS:
    void oneResultIsWrittenOnceByHoweverManyProcesses()
    {
        qint64 alone = 0;
        for (const bool isAlone : {true, false}) {
            Product p(slowly(), toAccount);
            const auto s = p.start();
            QVERIFY(s);
            const auto other = isAlone ? nullptr : p.secondProcess();
            if (other)
                other->tenantSession->verifier().monitor().watch();
            QTRY_COMPARE_WITH_TIMEOUT(p.session(s->id).writeBack, QStringLiteral("written"), 20000);
            // The second process would write in its own time: only that shows that it does not.
            QTest::qWait(500);
            support::Tally::of().count(QStringLiteral("write-back, running"),
                isAlone ? QStringLiteral("unchanged") : QStringLiteral("second process"));
            QCOMPARE(p.audited().count(QStringLiteral("writeback/intent")), 1);
            if (isAlone)
                alone = p.writes();
            QVERIFY(alone > 0);
            QCOMPARE(p.writes(), alone);
        }
    }
    void nothingIsWrittenThatIsNoPass_data()
    {
        QTest::addColumn<QByteArray>("outcome");
        for (const char *outcome :
            {"failed", "name-differs", "level-too-low", "declined", "other-user", "unknown-word", "two-words"})
            QTest::newRow(outcome) << QByteArray(outcome);
    }
    void nothingIsWrittenThatIsNoPass()
    {
        QFETCH(QByteArray, outcome);
        Product p(quick(outcome.constData()), toAccount);
        const qint64 before = p.writes();
        const auto s = p.start();
        QVERIFY(s);
        (void)p.ended(s->id, 2500);
        // A write-back would have begun by then; one that does not begin says nothing.
        QTest::qWait(700);
        support::Tally::of().count(QStringLiteral("write-back, running"), QString::fromLatin1(outcome));
        QVERIFY(p.session(s->id).state != SessionState::Verified);
        if (outcome != "failed") // a failure is told too, as one
            QCOMPARE(p.writes(), before);
    }
    void whatIsHeldIsWrittenOnlyOnceItIsAccepted()
    {
        Product p(quick("name-differs"), toAccount);
        const auto s = p.verified();
        QCOMPARE(s.state, SessionState::NeedsReview);
        const qint64 before = p.writes();
        // A write-back would have begun by then; one that does not begin says nothing.
        QTest::qWait(700);
        QCOMPARE(p.writes(), before);
        QVERIFY(p.review(s.id));
        QTRY_COMPARE_WITH_TIMEOUT(p.session(s.id).writeBack, QStringLiteral("written"), 20000);
        QVERIFY(p.writes() > before);
    }
};
IDV_TEST(MutatedWriteBack)
#include "tst_writeback.moc"
