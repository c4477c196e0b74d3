#include "support/mutate.h"
#include "support/registry.h"
#include <QtTest>

class FaultsTotal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereWereEnough()
    {
        const auto &all = support::Tally::of();
        if (all.cases == 0)
            QSKIP("nothing else ran");
        qInfo("faults: %d runs in which a write, sync or lock of the ledger failed, %d flows, seed %u%s", all.cases,
            int(all.paths.size()), support::seed(), support::isThorough() ? ", thorough" : "");
        QVERIFY(all.cases >= 40);
    }
};
IDV_TEST_LAST(FaultsTotal)
#include "tst_total.moc"
