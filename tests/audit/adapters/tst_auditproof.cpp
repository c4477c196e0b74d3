#include "store/ledger/audit/auditproof.h"
#include "support/rawledger.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QJsonDocument>

using support::RawLedger;

namespace {

/// Entry 1 is the tenant's own; `n` more follow, each about somebody.
struct Log
{
    explicit Log(int n)
    {
        for (int i = 0; i < n; ++i) {
            auto e = RawLedger::event("test.entry", qPrintable(QStringLiteral("subject %1").arg(i)));
            e.actor = QStringLiteral("O'Brien \"the second\"\n\t\\ Ñ 漢");
            e.data = {{QStringLiteral("n"), i}, {QStringLiteral("list"), QJsonArray{QStringLiteral("x"), true}}};
            e.personal << domain::personal(QStringLiteral("name"), QStringLiteral("Ana “Ñ”"))
                       << domain::personal(QStringLiteral("ticket"), QStringLiteral("INC1"));
            QVERIFY(store::Transaction(ledger.connection(), RawLedger::now + i).record(e));
        }
    }
    domain::ChainState prove(const domain::ChainState &from = {}, int limit = 1000)
    {
        const auto r = store::sql::proveChain(ledger.connection(), from, limit);
        return r ? *r : domain::ChainState{-1, {}, -1, false};
    }
    RawLedger ledger;
};

} // namespace

class ProvingTheLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeLogIsProvedToItsHead()
    {
        Log log(5);
        const auto state = log.prove();
        QCOMPARE(state.sequence, 6);
        QCOMPARE(state.firstBad, 0);
        QVERIFY(state.isAtEnd);
        QCOMPARE(QString::fromLatin1(state.head.toHex()),
            log.ledger.value(QStringLiteral("SELECT hash FROM audit WHERE seq = 6")).toString());
    }
    void itIsProvedInParts()
    {
        Log log(5);
        const auto part = log.prove({}, 2);
        QCOMPARE(part.sequence, 2);
        QVERIFY(!part.isAtEnd);
        const auto rest = log.prove(part);
        QCOMPARE(rest.sequence, 6);
        QVERIFY(rest.isAtEnd);
        QCOMPARE(rest.head, log.prove().head);
        const auto nothingMore = log.prove(rest);
        QCOMPARE(nothingMore.sequence, 6);
        QVERIFY(nothingMore.isAtEnd && nothingMore.firstBad == 0);
    }
    void everyChangedColumnIsFound_data()
    {
        QTest::addColumn<QString>("change");
        for (const char *column : {"actor", "action", "tenant", "subject", "outcome", "previous", "hash", "seat"})
            QTest::newRow(column) << QStringLiteral("%1 = %1 || 'x'").arg(QLatin1String(column));
        QTest::newRow("at") << QStringLiteral("at = at + 1");
        QTest::newRow("data") << QStringLiteral("data = replace(data, '\"n\":2', '\"n\":3')");
        QTest::newRow("a value") << QStringLiteral("payload = replace(payload, 'INC1', 'INC2')");
        QTest::newRow("a value more") << QStringLiteral("payload = json_set(payload, '$.x', json('{}'))");
        QTest::newRow("a value less") << QStringLiteral("payload = json_remove(payload, '$.ticket')");
        QTest::newRow("values that are no JSON") << QStringLiteral("payload = '{'");
        QTest::newRow("a digest") << QStringLiteral("digests = replace(digests, 'name', 'nome')");
        QTest::newRow("the number") << QStringLiteral("seq = 40");
    }
    void everyChangedColumnIsFound()
    {
        QFETCH(QString, change);
        Log log(5);
        log.ledger.run(QStringLiteral("UPDATE audit SET %1 WHERE seq = 4").arg(change));
        QCOMPARE(log.ledger.value(QStringLiteral("SELECT changes()")).toInt(), 1);
        const auto state = log.prove();
        QCOMPARE(state.firstBad, 4);
        QCOMPARE(state.sequence, 3);
    }
    void whatWasRemovedByRightStaysProved()
    {
        Log log(5);
        log.ledger.run(QStringLiteral("UPDATE audit SET payload = NULL WHERE seq = 4"));
        QCOMPARE(log.prove().firstBad, 0);
    }
    void oneThatIsGoneIsMissed()
    {
        Log log(5);
        log.ledger.run(QStringLiteral("DELETE FROM audit WHERE seq = 4"));
        QCOMPARE(log.prove().firstBad, 4);
    }
    void whatWasProvedAndChangedSinceIsFoundAgain()
    {
        Log log(5);
        const auto proved = log.prove();
        log.ledger.run(QStringLiteral("UPDATE audit SET hash = 'aa' WHERE seq = 6"));
        QCOMPARE(log.prove(proved).firstBad, 6);
        log.ledger.run(QStringLiteral("DELETE FROM audit WHERE seq > 4"));
        QCOMPARE(log.prove(proved).firstBad, 5);
    }
    void anEmptyLogIsWhole()
    {
        Log log(0);
        log.ledger.run(QStringLiteral("DELETE FROM audit"));
        const auto state = log.prove();
        QVERIFY(state.isAtEnd && state.sequence == 0 && state.firstBad == 0);
    }
    void aVisitTellsEachAsOneLineOfJson()
    {
        Log log(3);
        QList<QJsonObject> lines;
        const auto n = store::sql::visitAudit(
            log.ledger.connection(), 2, 3, [](qint64 seq) { return seq == 3; },
            [&lines](const std::string &line) {
                lines << QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
                return line.ends_with("}\n") && line.find('\n') == line.size() - 1;
            });
        QVERIFY(n);
        QCOMPARE(*n, 2);
        const auto entry = lines.first().value(QLatin1String("entry")).toObject();
        QCOMPARE(entry.value(QLatin1String("seq")).toInt(), 2);
        QCOMPARE(entry.value(QLatin1String("actor")).toString(), QStringLiteral("O'Brien \"the second\"\n\t\\ Ñ 漢"));
        QVERIFY(!lines.first().contains(QLatin1String("values")));
        const auto values = lines.last().value(QLatin1String("values")).toObject();
        QCOMPARE(values.value(QLatin1String("ticket")).toObject().value(QLatin1String("value")).toString(),
            QStringLiteral("INC1"));
    }
    void aVisitorThatHasSeenEnoughEndsIt()
    {
        Log log(5);
        int met = 0;
        const auto n = store::sql::visitAudit(
            log.ledger.connection(), 1, 100, [](qint64) { return true; },
            [&met](const std::string &) { return ++met < 3; });
        QVERIFY(!n);
        QCOMPARE(n.error().code, core::ErrorCode::Cancelled);
        QCOMPARE(met, 3);
    }
};
IDV_TEST(ProvingTheLog)
#include "tst_auditproof.moc"
