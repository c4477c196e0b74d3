#include "audit/services/signedlog.h"
#include "services/audit/trailcomparison.h"
#include "services/audit/trailkey.h"
#include "services/audit/trailmemory.h"
#include "services/audit/trailverdict.h"
#include "support/registry.h"

using services::TrailState;
using support::await;
using support::SignedLog;

namespace {

/// A log that is signed and remembered, compared by parts of the test's own.
struct Compared : SignedLog
{
    explicit Compared(int entries = 4) : SignedLog(entries)
    {
        (void)state(); // signs and remembers
        QVERIFY(await(trail->signNow()));
        QVERIFY(await(key.load()));
    }
    core::Status run(const std::optional<domain::ChainHead> &atLeast = {})
    {
        found = TrailState();
        services::TrailComparison comparison(*context, found, *asked, key);
        comparison.expect(atLeast);
        const auto chain = await(ledger->audit().prove({}, 100000));
        core::Status told = core::makeError(core::ErrorCode::Timeout, QStringLiteral("not called"));
        bool isDone = false;
        comparison.run(*chain, [&](const core::Status &s) {
            told = s;
            isDone = true;
        });
        (void)QTest::qWaitFor([&isDone] { return isDone; }, 10000);
        return told;
    }
    domain::ChainHead head()
    {
        const auto h = await(ledger->audit().head());
        return {h->sequence, h->hash};
    }
    TrailState found;
    services::TrailMemory memory{*context};
    services::TrailKey key{*context, found};
    services::TrailMemory *asked = &memory;
};

} // namespace

class ComparingTheTrail : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSignedAndRememberedIsAnchored()
    {
        Compared c;
        QVERIFY(c.run());
        QVERIFY(c.found.kind != TrailState::Broken);
        QCOMPARE(c.found.signedUpTo, c.head().sequence);
        QCOMPARE(c.found.anchoredUpTo, c.head().sequence);
        QVERIFY(c.found.notAnchoredWhy.isEmpty() && c.found.rowProblem.isEmpty());
        QVERIFY(c.found.firstAt > 0);
    }
    void whatNobodyRemembersIsSaid()
    {
        Compared c;
        vault::MemoryVault empty;
        services::Context elsewhere{services::storesOf(*c.ledger), empty, c.clock, c.dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt};
        services::TrailMemory forgetful(elsewhere);
        c.asked = &forgetful;
        QVERIFY(c.run());
        QVERIFY(c.found.kind != TrailState::Broken);
        QCOMPARE(c.found.anchoredUpTo, 0);
        QVERIFY(!c.found.notAnchoredWhy.isEmpty());
        // A head from a report is a memory, too.
        QVERIFY(c.run(c.head()));
        QCOMPARE(c.found.anchoredUpTo, c.head().sequence);
        QVERIFY(c.found.notAnchoredWhy.isEmpty());
    }
    void aChainWrittenAnewIsNotTheOneThatWasSigned()
    {
        Compared c;
        c.rewriteFrom(3, QStringLiteral("odd"));
        QVERIFY(c.run());
        QCOMPARE(c.found.kind, TrailState::Broken);
        QVERIFY(c.found.firstBad >= 3);
        QVERIFY(!c.found.why.isEmpty());
    }
    void whatIsCutOffIsMissed()
    {
        Compared c;
        const auto before = c.head();
        QVERIFY(c.sql(QStringLiteral("DELETE FROM audit WHERE seq > %1").arg(before.sequence - 2)));
        QVERIFY(c.run());
        QCOMPARE(c.found.kind, TrailState::Broken);
        QCOMPARE(c.found.firstBad, before.sequence - 1);
    }
    void aHeadThatIsGivenHasToBeThere()
    {
        Compared c;
        auto other = c.head();
        other.hash = QByteArray(32, 'x');
        QVERIFY(c.run(other));
        QCOMPARE(c.found.kind, TrailState::Broken);
        QVERIFY(c.found.why.contains(QLatin1String("head that was given")));
        other.sequence += 100;
        QVERIFY(c.run(other));
        QCOMPARE(c.found.kind, TrailState::Broken);
    }
    void aSignatureThatDoesNotHoldIsFound()
    {
        Compared c;
        QVERIFY(c.sql(QStringLiteral("UPDATE audit_checkpoint SET signature = '%1' WHERE seq = (SELECT MAX(seq) FROM "
                                     "audit_checkpoint)")
                          .arg(QString(128, QLatin1Char('a')))));
        QVERIFY(c.run());
        QCOMPARE(c.found.kind, TrailState::Broken);
        QVERIFY(c.found.why.contains(QLatin1String("not the one that was signed")));
        QVERIFY(c.found.signedUpTo < c.head().sequence);
    }
    void aLaterMemoryStays()
    {
        Compared c;
        const auto head = c.head();
        QVERIFY(await(c.memory.keep({head.sequence - 1, QByteArray(32, 'x')})));
        QCOMPARE((*await(c.memory.remembered()))->sequence, head.sequence);
        QVERIFY(await(c.memory.replace({head.sequence - 1, QByteArray(32, 'x')})));
        QVERIFY(c.run());
        QCOMPARE(c.found.kind, TrailState::Broken); // the keychain remembers another entry
    }
    void aSessionThatIsNotWhatTheLogRecordedIsNamed()
    {
        Compared c;
        QVERIFY(await(c.ledger->settings().set(
            domain::operatorSetting(core::TenantId(QStringLiteral("t")), {}), QStringLiteral("somebody"))));
        domain::Session s;
        s.id = core::SessionId(QStringLiteral("s9"));
        s.tenant = core::TenantId(QStringLiteral("t"));
        s.request.identity = core::IdentityId(QStringLiteral("p"));
        s.request.reason = domain::Reason::Periodic;
        s.request.documents = {QStringLiteral("passport")};
        s.createdAt = c.clock->now();
        domain::AuditEvent a;
        a.action = QStringLiteral("test");
        QVERIFY(await(c.ledger->sessions().start(s, {}, a)));
        QVERIFY(c.sql(QStringLiteral("UPDATE session SET state = 'verified', ial = 2 WHERE id = 's9'")));
        QVERIFY(c.run());
        QVERIFY(c.found.kind != TrailState::Broken); // the log holds
        QVERIFY2(c.found.rowProblem.contains(QLatin1String("s9")), qPrintable(c.found.rowProblem));
    }
};
IDV_TEST(ComparingTheTrail)
#include "tst_trailcomparison.moc"
