#include "services/identities/identitydirectory.h"
#include "services/sync/syncer.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using support::await;
using support::LabFixture;
using support::quick;

class Synchronising : public QObject
{
    Q_OBJECT
    /// How many of 31,000 people there are when a copy with that fault is whole.
    static qint64 peopleAfter(const QString &fault)
    {
        if (fault == QLatin1String("rows-inserted"))
            return 31040;
        return fault == QLatin1String("rows-deleted") ? 30960 : 31000;
    }
private Q_SLOTS:
    void aFullCopyThenOnlyWhatChanged()
    {
        LabFixture d(quick());
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QCOMPARE(full->identities, 200);
        QCOMPARE(full->mode, QStringLiteral("full"));
        QCOMPARE(full->requests, 4); // token, page, the page beyond, count
        const auto next = d.sync();
        QCOMPARE(next->mode, QStringLiteral("incremental"));
        QCOMPARE(next->requests, 1);
        QCOMPARE(next->changed, 0);
    }
    void everyFaultEndsExactOrSaid_data()
    {
        QTest::addColumn<QString>("fault");
        for (const QString &f : lab::faults())
            QTest::newRow(qPrintable(f)) << f;
    }
    void everyFaultEndsExactOrSaid()
    {
        QFETCH(QString, fault);
        lab::Options o;
        o.identities = 31000; // four pages
        o.fault = fault;
        LabFixture d(o, {}, std::chrono::seconds(fault == QLatin1String("drip") ? 8 : 30));
        auto r = d.sync();
        if (!r && fault != QLatin1String("wrong-count"))
            r = d.sync(); // said, and resumable
        if (fault == QLatin1String("wrong-count")) {
            QVERIFY(!r);
            QVERIFY2(r.error().text.startsWith(QLatin1String("count differs")), qPrintable(r.error().text));
            return;
        }
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text + QLatin1Char(' ') + r.error().detail));
        QCOMPARE(r->identities, peopleAfter(fault));
        QCOMPARE(await(d.tenantSession->directory().counts())->everyone, peopleAfter(fault));
    }
    void aKilledCopyGoesOn()
    {
        lab::Options o;
        o.identities = 45000;
        LabFixture d(o);
        int pages = 0;
        QObject::connect(
            &d.tenantSession->syncer(), &services::Syncer::progress, &d.tenantSession->syncer(), [&](qint64, qint64) {
                if (++pages == 2)
                    d.tenantSession->syncer().stop();
            });
        QVERIFY(!d.sync());
        const auto held = await(d.tenantSession->directory().counts())->everyone;
        QVERIFY(held >= 20000 && held < 45000);
        d.open();
        const auto r = d.sync();
        QVERIFY(bool(r));
        QVERIFY(r->isResumed);
        QCOMPARE(r->identities, 45000);
        QVERIFY(r->added <= 45000 - held);
    }
    void withoutSearchItPages()
    {
        lab::Options o = quick();
        o.identities = 700;
        o.searchAllowed = false;
        LabFixture d(o);
        const auto r = d.sync();
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QCOMPARE(r->identities, 700);
    }
    void theUncorrelatedAreCountedApart()
    {
        LabFixture d(quick());
        services::SyncOptions o;
        o.includeUncorrelated = true;
        const auto r = d.sync(o);
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QCOMPARE(r->identities, 200);
        QCOMPARE(r->uncorrelated, 12);
    }
    void bothPathStyles()
    {
        LabFixture d(quick(), [](domain::Tenant &t) { t.pathStyle = domain::PathStyle::V1; });
        QCOMPARE(d.sync()->identities, 200);
    }
    void onlyOneProcessCopies()
    {
        LabFixture d(quick());
        QVERIFY(*await(
            d.ledger->leases().take(QStringLiteral("sync:t1"), QStringLiteral("other"), std::chrono::seconds(60))));
        const auto r = d.sync();
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Conflict);
    }
};
IDV_TEST(Synchronising)
#include "tst_synchronising.moc"
