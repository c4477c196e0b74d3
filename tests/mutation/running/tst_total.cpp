#include "support/mutate.h"
#include "support/registry.h"
#include <QtTest>

class MeanwhileTotal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereWereEnough()
    {
        const auto &all = support::Tally::of();
        if (all.cases == 0)
            QSKIP("nothing else ran");
        qInfo("meanwhile: %d cases with the running product, %d conditions, %d paths, seed %u%s", all.cases,
            int(all.operators.size()), int(all.paths.size()), support::seed(),
            support::isThorough() ? ", thorough" : "");
        QVERIFY(all.cases >= 120);
    }
};
IDV_TEST_LAST(MeanwhileTotal)
#include "tst_total.moc"
