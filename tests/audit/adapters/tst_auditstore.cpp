#include "store/ledger/audit/auditstore.h"
#include "support/rawledger.h"
#include "support/registry.h"

using support::await;
using support::RawLedger;

namespace {

/// Three entries behind the tenant's own: about a, b and a again, an hour apart.
struct Entries
{
    Entries()
    {
        append("verification.start", "a", "intent", "Ana");
        append("campaign.create", "b", "done", "Bo");
        append("verification.result", "a", "done", "Ana");
    }
    void append(const char *action, const char *subject, const char *outcome, const char *name)
    {
        auto e = RawLedger::event(action, subject, outcome);
        e.personal << domain::personal(QStringLiteral("name"), QString::fromLatin1(name));
        ledger.clock().advance(core::hourMs);
        QVERIFY(await(log().append(e)));
    }
    store::AuditStore &log() { return ledger.ledger().audit(); }
    std::vector<qint64> found(const std::function<void(domain::AuditFilter &)> &set)
    {
        domain::AuditFilter f;
        set(f);
        const auto r = await(log().sequences(f));
        return r ? **r : std::vector<qint64>{-1};
    }
    RawLedger ledger;
};

} // namespace

class StoredAuditLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void entriesAreReadInTheirOrder()
    {
        Entries e;
        const auto all = await(e.log().records(2, 2));
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->first().sequence, 2);
        QCOMPARE(all->first().event.action, QStringLiteral("verification.start"));
        QCOMPARE(all->first().event.personal.first().value, QStringLiteral("Ana"));
        QCOMPARE(all->last().previous, all->first().hash);
        QCOMPARE(all->last().at, RawLedger::now + 2 * core::hourMs);
    }
    void whatIsAboutSomebodyIsFoundBothWays()
    {
        Entries e;
        const QStringList subjects{QStringLiteral("a"), QStringLiteral("b")};
        const auto newest = await(e.log().latestAbout(RawLedger::tenant(), subjects, 2));
        QCOMPARE(newest->size(), 2);
        QCOMPARE(newest->first().sequence, 4);
        const auto all = await(e.log().allAbout(RawLedger::tenant(), subjects));
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->first().sequence, 2);
        QCOMPARE(all->last().sequence, 4);
        QVERIFY(await(e.log().allAbout(core::TenantId(QStringLiteral("other")), subjects))->isEmpty());
    }
    void eachFilterFindsWhatItSays()
    {
        using domain::AuditFilter;
        using Found = std::vector<qint64>;
        Entries e;
        QVERIFY(e.found([](AuditFilter &) {}) == Found({4, 3, 2, 1}));
        QVERIFY(e.found([](AuditFilter &f) { f.limit = 2; }) == Found({4, 3}));
        QVERIFY(e.found([](AuditFilter &f) { f.since = RawLedger::now + 2 * core::hourMs; }) == Found({4, 3}));
        QVERIFY(e.found([](AuditFilter &f) { f.actions = QStringLiteral("verification."); }) == Found({4, 2}));
        QVERIFY(e.found([](AuditFilter &f) { f.actions = QStringLiteral("verificatio%"); }).empty());
        QVERIFY(e.found([](AuditFilter &f) { f.tenant = QStringLiteral("other"); }).empty());
        QVERIFY(e.found([](AuditFilter &f) { f.text = QStringLiteral("ANA"); }) == Found({4, 2}));
        QVERIFY(e.found([](AuditFilter &f) { f.text = QStringLiteral("campaign bo"); }) == Found({3}));
        QVERIFY(e.found([](AuditFilter &f) { f.text = QStringLiteral("nobody"); }).empty());
    }
    void theyAreReadByNumberInTheOrderThatIsAsked()
    {
        Entries e;
        const auto all = await(e.log().bySequence({4, 2, 99}));
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->first().sequence, 4);
        QCOMPARE(all->last().sequence, 2);
    }
    void theHeadIsTheLastEntry()
    {
        Entries e;
        const auto head = await(e.log().head());
        QCOMPARE(head->sequence, 4);
        QCOMPARE(head->at, RawLedger::now + 3 * core::hourMs);
        QCOMPARE(head->firstAt, RawLedger::now);
        QCOMPARE(QString::fromLatin1(head->hash.toHex()),
            e.ledger.value(QStringLiteral("SELECT hash FROM audit WHERE seq = 4")).toString());
        QVERIFY(store::hasWrittenAudit());
    }
    void theChainIsProvedOnTheReadingThread()
    {
        Entries e;
        QCOMPARE(*await(e.log().verify()), 0);
        const auto part = await(e.log().prove({}, 2));
        QCOMPARE(part->sequence, 2);
        e.ledger.run(QStringLiteral("UPDATE audit SET outcome = 'refused' WHERE seq = 3"));
        QCOMPARE(*await(e.log().verify()), 3);
        QCOMPARE(await(e.log().prove(*part, 10))->firstBad, 3);
    }
    void aVisitRunsLineByLine()
    {
        Entries e;
        qsizetype bytes = 0;
        const auto n = await(e.log().visit(
            1, 4, [](qint64) { return false; },
            [&bytes](const std::string &line) {
                bytes += qsizetype(line.size());
                return line.find("Ana") == std::string::npos;
            }));
        QVERIFY(n);
        QCOMPARE(*n, 4);
        QVERIFY(bytes > 400);
    }
    void aClockThatWasAcceptedBeginsAnew()
    {
        Entries e;
        QCOMPARE(*await(e.log().lastEntryAt()), RawLedger::now + 3 * core::hourMs);
        e.ledger.clock().advance(-10 * core::hourMs);
        QVERIFY(await(e.log().append(RawLedger::event("audit.accept-clock", "clock", "done"))));
        QCOMPARE(*await(e.log().lastEntryAt()), 0);
        QVERIFY(await(e.log().append(RawLedger::event("test.entry", "a"))));
        QCOMPARE(*await(e.log().lastEntryAt()), RawLedger::now - 7 * core::hourMs);
    }
    void aHeadIsSignedOnceByAKey()
    {
        Entries e;
        const auto signedBy = [](char key, qint64 seq) {
            domain::Checkpoint k;
            k.sequence = seq;
            k.hash = QByteArray(32, 'h');
            k.at = 5;
            k.publicKey = QByteArray(32, key);
            k.signature = QByteArray(64, 's');
            return k;
        };
        QVERIFY(await(e.log().addCheckpoint(signedBy('a', 3))));
        QVERIFY(await(e.log().addCheckpoint(signedBy('a', 3))));
        QVERIFY(await(e.log().addCheckpoint(signedBy('a', 2))));
        const auto all = await(e.log().checkpoints());
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->first().sequence, 2);
        QCOMPARE(all->last().publicKey, QByteArray(32, 'a'));
        QCOMPARE(all->last().signature, QByteArray(64, 's'));
        QCOMPARE(all->last().hash, QByteArray(32, 'h'));
    }
};
IDV_TEST(StoredAuditLog)
#include "tst_auditstore.moc"
