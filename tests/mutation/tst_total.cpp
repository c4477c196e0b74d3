#include "support/mutate.h"
#include "support/registry.h"
#include <QtTest>

class MutatedTotal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereWereEnough()
    {
        const auto &all = support::Tally::of();
        if (all.cases == 0)
            QSKIP("nothing else ran");
        qInfo("mutation: %d cases, %d operators, %d paths, seed %u%s", all.cases, int(all.operators.size()),
            int(all.paths.size()), support::seed(), support::isThorough() ? ", thorough" : "");
        for (const char *path : {"status answer and callback body, style 0", "callback, bearer", "callback, ed25519",
                 "event answer", "approval, cloud", "approval, IdentityIQ", "reset gate, row", "review, session",
                 "campaign", "setting, tenant"})
            QVERIFY2(all.paths.contains(QLatin1String(path)), path);
        QVERIFY(all.cases >= 3000);
    }
};
IDV_TEST_LAST(MutatedTotal)
#include "tst_total.moc"
