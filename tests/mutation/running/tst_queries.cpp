#include "support/product.h"
#include "support/registry.h"

using domain::SessionState;
using support::await;
using support::Product;
using support::quick;

// A result that comes in by a status query while the product runs.
class MutatedQueries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyTheHonestAnswerPasses_data()
    {
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<bool>("isPass");
        QTest::newRow("unchanged") << QByteArray("verified") << true;
        for (const char *outcome : {"failed", "name-differs", "level-too-low", "declined", "expired", "never",
                 "other-user", "unknown-word", "two-words"})
            QTest::newRow(outcome) << QByteArray(outcome) << false;
    }
    void onlyTheHonestAnswerPasses()
    {
        QFETCH(QByteArray, outcome);
        QFETCH(bool, isPass);
        Product p(quick(outcome.constData()));
        const auto s = p.start();
        QVERIFY(s);
        const auto ended = p.ended(s->id, isPass ? 15000 : 2500);
        support::Tally::of().count(QStringLiteral("status query, running"), QString::fromLatin1(outcome));
        QCOMPARE(ended.state == SessionState::Verified, isPass);
    }
    void aQueryAboutARowThatWasChangedPassesNothing()
    {
        auto o = quick();
        o.journey = std::chrono::milliseconds(600);
        for (const char *change : {"provider_id = 'k1-other'", "provider_id = ''", "required_ial = 3",
                 "documents = '[]'", "first_name = 'Bo', last_name = 'Aker', person_name = 'Bo Aker'",
                 "user_hash = 'x'", "state = 'cancelled'"}) {
            Product p(o);
            p.askSeldom();
            const auto s = p.start();
            QVERIFY(s);
            p.sql(QStringLiteral("UPDATE session SET %1 WHERE id = '%2'").arg(QLatin1String(change), s->id.str()));
            // The simulated person is through by then; nobody asks, so nothing tells.
            QTest::qWait(700);
            (void)await(p.checkNow(s->id));
            support::Tally::of().count(QStringLiteral("status query, running"), QStringLiteral("row"));
            QVERIFY2(p.session(s->id).state != SessionState::Verified, change);
            QCOMPARE(p.mails(), 0);
        }
    }
    // A process that ends between the start and the result: the next one asks.
    void aRestartBetweenLosesNothing()
    {
        auto o = quick();
        o.journey = std::chrono::milliseconds(1500);
        Product p(o);
        p.askSeldom();
        const auto s = p.start();
        QVERIFY(s);
        QVERIFY(p.restart());
        // The simulated person is through by then; nobody asks, so nothing tells.
        QTest::qWait(1500);
        (void)await(p.checkNow(s->id));
        QCOMPARE(p.ended(s->id).state, SessionState::Verified);
    }
};
IDV_TEST(MutatedQueries)
#include "tst_queries.moc"
