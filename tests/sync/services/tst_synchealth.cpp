#include "services/sync/syncer.h"
#include "support/fakeclock.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using support::await;
using support::LabFixture;
using support::quick;

class SyncFailures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusedCopyIsRecordedBesideTheLastSuccess()
    {
        const auto clock = std::make_shared<support::FakeClock>();
        LabFixture d(quick(), {}, std::chrono::seconds(30), clock);
        QVERIFY(d.sync());
        auto h = await(d.tenantSession->syncer().health());
        QVERIFY(h && !h->failure);
        const core::Instant success = h->state.lastSyncAt;
        QVERIFY(success > 0);
        // Every page is refused.
        QVERIFY(d.lab->setFaults({QStringLiteral("sailpoint:search:status=400")}));
        QVERIFY(!d.sync());
        h = await(d.tenantSession->syncer().health());
        QVERIFY(h && h->failure);
        QCOMPARE(h->failure->error.code, ErrorCode::Rejected);
        QVERIFY(!core::isOwnRefusal(h->failure->error));
        QCOMPARE(h->state.lastSyncAt, success);
        const core::Instant since = h->failure->since;
        QVERIFY(since >= success);
        // It lasts: since when stays, also over a restart.
        clock->advance(10);
        QVERIFY(!d.sync());
        h = await(d.tenantSession->syncer().health());
        QCOMPARE(h->failure->since, since);
        QVERIFY(h->failure->at > since);
        d.open();
        h = await(d.tenantSession->syncer().health());
        QVERIFY(h->failure);
        QCOMPARE(h->failure->since, since);
        QVERIFY(!d.sync());
        QCOMPARE(await(d.tenantSession->syncer().health())->failure->since, since);
        // And ends with the next success.
        QVERIFY(d.lab->setFaults({}));
        QVERIFY(d.sync());
        h = await(d.tenantSession->syncer().health());
        QVERIFY(!h->failure);
        QVERIFY(h->state.lastSyncAt > success);
    }
    void anotherCopyIsNoFailure()
    {
        LabFixture d(quick());
        const auto first = d.tenantSession->syncer().run({});
        const auto second = await(d.tenantSession->syncer().run({}));
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY(await(first, 90000));
        QVERIFY(!await(d.tenantSession->syncer().health())->failure);
    }
};
IDV_TEST(SyncFailures)
#include "tst_synchealth.moc"
