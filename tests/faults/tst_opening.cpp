#include "faults/flow.h"
#include "support/registry.h"

// Opening: a full disk, a disk error or somebody who holds the ledger says nothing about the file.
class EveryWriteOfAnOpening : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { faults::install(); }
    void nothingIsCalledDamaged()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ledger.db"));
        const auto clock = std::make_shared<core::SystemClock>();
        QStringList wrong;
        int refused = 0;
        for (const faults::Kind kind : {faults::Kind::Full, faults::Kind::Broken}) {
            for (int n = 1; n < 400; ++n) {
                QFile::remove(path);
                faults::arm(kind, n, 60'000);
                const auto ledger = store::Ledger::open(path, clock);
                const bool failed = faults::hasFailed();
                faults::disarm();
                if (!failed)
                    break; // that was all
                if (ledger)
                    continue;
                ++refused;
                if (const QString w = faults::faultOfWords(kind, ledger.error().text); !w.isEmpty())
                    wrong << QStringLiteral("%1 at %2: %3").arg(faults::kindName(kind)).arg(n).arg(w);
                if (const auto again = store::Ledger::open(path, clock); !again)
                    wrong << QStringLiteral("%1 at %2: the next program cannot open it: %3")
                                 .arg(faults::kindName(kind))
                                 .arg(n)
                                 .arg(again.error().text);
                n += support::isThorough() ? 0 : 6;
            }
        }
        QVERIFY(refused > 10);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }
};
IDV_TEST(EveryWriteOfAnOpening)
#include "tst_opening.moc"
