#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using support::await;
using support::Desk;
using support::quick;

class SyncFailures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusedCopyIsRecordedBesideTheLastSuccess()
    {
        Desk d(quick());
        QVERIFY(d.sync());
        auto h = await(d.workspace->syncHealth());
        QVERIFY(h && !h->failure);
        const core::Instant success = h->state.lastSyncAt;
        QVERIFY(success > 0);
        // Every page is refused.
        QVERIFY(d.lab->setFaults({QStringLiteral("sailpoint:search:status=400")}));
        QVERIFY(!d.sync());
        h = await(d.workspace->syncHealth());
        QVERIFY(h && h->failure);
        QCOMPARE(h->failure->error.code, ErrorCode::Rejected);
        QVERIFY(!core::isOwnRefusal(h->failure->error));
        QCOMPARE(h->state.lastSyncAt, success);
        const core::Instant since = h->failure->since;
        QVERIFY(since >= success);
        // It lasts: since when stays, also over a restart.
        QTest::qWait(10);
        QVERIFY(!d.sync());
        h = await(d.workspace->syncHealth());
        QCOMPARE(h->failure->since, since);
        QVERIFY(h->failure->at > since);
        d.open();
        h = await(d.workspace->syncHealth());
        QVERIFY(h->failure);
        QCOMPARE(h->failure->since, since);
        QVERIFY(!d.sync());
        QCOMPARE(await(d.workspace->syncHealth())->failure->since, since);
        // And ends with the next success.
        QVERIFY(d.lab->setFaults({}));
        QVERIFY(d.sync());
        h = await(d.workspace->syncHealth());
        QVERIFY(!h->failure);
        QVERIFY(h->state.lastSyncAt > success);
    }
    void anotherCopyIsNoFailure()
    {
        Desk d(quick());
        const auto first = d.workspace->syncer().run({});
        const auto second = await(d.workspace->syncer().run({}));
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY(await(first, 90000));
        QVERIFY(!await(d.workspace->syncHealth())->failure);
    }
};
IDV_TEST(SyncFailures)
#include "tst_synchealth.moc"
