#include "audit/services/signedlog.h"
#include "domain/audit/audit.h"
#include "services/audit/auditexport.h"
#include "services/audit/audittrail.h"
#include "services/audit/signing.h"
#include "services/tenants/internal/stores.h"
#include "services/verification/sessionstarter.h"
#include "support/fakeclock.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <csignal>
#include <sys/resource.h>

using core::ErrorCode;
using services::AuditTrail;
using services::TrailState;
using support::await;
using support::SignedLog;

class AuditProof : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signaturesAreThoseOfRfc8032()
    {
        const auto seed = core::makeSecret("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        QCOMPARE(services::publicKeyOf(seed)->toHex(),
            QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        const auto signature = *services::signatureOf(seed, {});
        QCOMPARE(signature.toHex(), QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821"
                                               "590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
        QVERIFY(services::isSignedBy(*services::publicKeyOf(seed), {}, signature));
        QVERIFY(!services::isSignedBy(*services::publicKeyOf(seed), "x", signature));
        QVERIFY(!services::publicKeyOf(core::makeSecret("9d61")));
    }
    void aWholeLogIsSignedAndStaysSo()
    {
        SignedLog l;
        const auto first = *await(l.trail->signNow());
        QCOMPARE(first.kind, TrailState::Whole);
        QCOMPARE(first.entries, 31); // the making of the key is an entry
        QCOMPARE(first.signedUpTo, 31);
        QVERIFY(!first.publicKey.isEmpty() && first.unsignedWhy.isEmpty());
        l.add(QStringLiteral("later"));
        const auto again = l.state(); // the next start
        QCOMPARE(again.kind, TrailState::Whole);
        QCOMPARE(again.entries, 32);
        QCOMPARE(again.signedUpTo, 31);
        QCOMPARE(again.publicKey, first.publicKey);
        QCOMPARE(await(l.trail->signNow())->signedUpTo, 32);
        QCOMPARE(await(l.ledger->audit().checkpoints())->size(), 2);
    }
    void everyChangeIsSeen_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<qint64>("firstBad");
        const auto row = [](const char *name, const char *statement, qint64 bad) {
            QTest::newRow(name) << QString::fromLatin1(statement) << bad;
        };
        row("outcome", "UPDATE audit SET outcome = 'failed' WHERE seq = 7", 7);
        row("actor", "UPDATE audit SET actor = 'x' WHERE seq = 1", 1);
        row("time", "UPDATE audit SET at = at + 1 WHERE seq = 31", 31);
        row("data", "UPDATE audit SET data = replace(data, 'INC-1', 'INC-2') WHERE seq = 12", 12);
        row("data, a space", "UPDATE audit SET data = data || ' ' WHERE seq = 12", 12);
        row("data, a duplicate key", "UPDATE audit SET data = '{\"b\":2,' || substr(data, 2) WHERE seq = 12", 12);
        row("a digest", "UPDATE audit SET digests = replace(digests, 'name', 'nome') WHERE seq = 9", 9);
        row("a value", "UPDATE audit SET payload = replace(payload, 'ukasz', 'ucy') WHERE seq = 9", 9);
        row("a value more",
            "UPDATE audit SET payload = '{\"x\":{\"value\":\"y\",\"salt\":\"00\"},' || substr(payload, 2) WHERE seq = "
            "9",
            9);
        row("a hash",
            "UPDATE audit SET hash = CASE substr(hash, 1, 1) WHEN '0' THEN '1' ELSE '0' END || "
            "substr(hash, 2) WHERE seq = 20",
            20);
        row("a link",
            "UPDATE audit SET previous = CASE substr(previous, 1, 1) WHEN '0' THEN '1' ELSE '0' END || "
            "substr(previous, 2) WHERE seq = 20",
            20);
        row("removed in the middle", "DELETE FROM audit WHERE seq = 15", 15);
        row("removed at the beginning", "DELETE FROM audit WHERE seq = 1", 1);
        row("cut off at the end", "DELETE FROM audit WHERE seq > 20", 21);
        row("swapped", "UPDATE audit SET seq = CASE seq WHEN 5 THEN -6 ELSE -5 END WHERE seq IN (5, 6)", 5);
        row("all gone", "DELETE FROM audit", 1);
    }
    void everyChangeIsSeen()
    {
        QFETCH(QString, statement);
        QFETCH(qint64, firstBad);
        SignedLog l;
        QCOMPARE(await(l.trail->signNow())->kind, TrailState::Whole);
        QVERIFY(l.sql(statement));
        const auto s = l.state();
        QCOMPARE(s.kind, TrailState::Broken);
        QCOMPARE(s.firstBad, firstBad);
        QVERIFY(!s.why.isEmpty());
        // It is never repaired, and never signed.
        const auto checkpoints = await(l.ledger->audit().checkpoints())->size();
        l.add(QStringLiteral("more"));
        QCOMPARE(await(l.trail->signNow())->kind, TrailState::Broken);
        QCOMPARE(await(l.ledger->audit().checkpoints())->size(), checkpoints);
    }
    void aChainThatWasWrittenAnewIsNotTheSignedOne()
    {
        SignedLog l;
        QVERIFY(await(l.trail->signNow()));
        l.rewriteFrom(5, QStringLiteral("failed"));
        QCOMPARE(*await(l.ledger->audit().verify()), 0); // in itself it holds
        auto s = l.state();
        QCOMPARE(s.kind, TrailState::Broken);
        QVERIFY(s.why.contains(QLatin1String("signed")));
        // Without the signatures, the keychain still remembers.
        QVERIFY(l.sql(QStringLiteral("DELETE FROM audit_checkpoint")));
        s = l.state();
        QCOMPARE(s.kind, TrailState::Broken);
        QVERIFY(s.why.contains(QLatin1String("keychain")));
    }
    void twoFoldersUnderOneKeychainAreTwoLogs()
    {
        SignedLog mine, other(5);
        other.context.reset(new services::Context{services::storesOf(*other.ledger), mine.vault, other.clock,
            other.dir.path(), QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt});
        QVERIFY(await(mine.trail->signNow()));
        QCOMPARE(other.state().kind, TrailState::Whole);
        QVERIFY(await(other.trail->signNow()));
        QCOMPARE(mine.state().kind, TrailState::Whole);
        // Each is remembered: cut, it is seen.
        QVERIFY(other.sql(QStringLiteral("DELETE FROM audit WHERE seq > 3")));
        QVERIFY(other.sql(QStringLiteral("DELETE FROM audit_checkpoint")));
        QVERIFY(other.state().why.contains(QLatin1String("keychain")));
        QCOMPARE(mine.state().kind, TrailState::Whole);
    }
    void aLogFromElsewhereIsTakenInByAnEntry()
    {
        SignedLog mine, came;
        QVERIFY(await(mine.trail->signNow()));
        QVERIFY(await(came.trail->signNow()));
        const QByteArray theirs = came.trail->state().publicKey;
        // The folder is brought to a computer whose keychain has a key, and remembers nothing of it.
        came.context.reset(new services::Context{services::storesOf(*came.ledger), mine.vault, came.clock,
            came.dir.path(), QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt});
        auto s = came.state();
        QCOMPARE(s.kind, TrailState::Whole);
        QCOMPARE(s.anchoredUpTo, 0);
        QVERIFY(!s.notAnchoredWhy.isEmpty());
        QVERIFY(await(came.trail->signNow()));
        const auto last = await(came.ledger->audit().records(1, 1000))->last().event;
        QCOMPARE(last.action, QStringLiteral("audit.key-changed"));
        QCOMPARE(last.data.value(QLatin1String("before")).toString(), domain::keyFingerprint(theirs));
        QCOMPARE(last.data.value(QLatin1String("fingerprint")).toString(),
            domain::keyFingerprint(mine.trail->state().publicKey));
        s = came.state(); // from here on it is remembered, and said once
        QCOMPARE(s.anchoredUpTo, s.entries);
        const qint64 entries = s.entries;
        QVERIFY(await(came.trail->signNow()));
        QCOMPARE(await(came.ledger->audit().head())->sequence, entries);
    }
    void removedValuesLeaveTheChainWhole()
    {
        SignedLog l;
        QVERIFY(await(l.trail->signNow()));
        QVERIFY(l.sql(QStringLiteral("UPDATE audit SET payload = NULL WHERE seq IN (3, 4, 5)")));
        QCOMPARE(l.state().kind, TrailState::Whole);
        const auto r = l.check(l.exported());
        QVERIFY2(r.problem.isEmpty(), qPrintable(r.problem));
        QCOMPARE(r.redacted, 3);
    }
    void whatIsStoredIsTheCanonicalForm()
    {
        // Entries from before were stored as Qt writes compact JSON, which is the same for what entries hold.
        QJsonObject o{{QStringLiteral("z"), -1},
            {QStringLiteral("a"),
                QJsonArray{1, true, QJsonValue::Null, QStringLiteral("\u0001\u001f\b\f\n\r\t\"\\/\u007f\u2028ё😀")}},
            {QStringLiteral("é"), 9007199254740991.0}, {QStringLiteral("B"), QJsonObject()}};
        QCOMPARE(*domain::canonicalJson(o), QJsonDocument(o).toJson(QJsonDocument::Compact));
    }
    void withoutAKeychainItIsUnsignedAndSaysSo()
    {
        struct None final : core::Vault
        {
            core::Error why() const
            {
                return core::makeError(ErrorCode::VaultUnavailable, QStringLiteral("no keychain"));
            }
            core::Async<core::KeyringState> probe() override
            {
                return core::ready<core::KeyringState>(core::KeyringState::NoBus);
            }
            core::Async<core::SecretPtr> read(const QString &) override { return core::ready<core::SecretPtr>(why()); }
            core::Async<core::Unit> write(const QString &, const core::SecretPtr &) override
            {
                return core::ready<core::Unit>(why());
            }
            core::Async<core::Unit> remove(const QString &) override { return core::ready<core::Unit>(why()); }
        };
        SignedLog l;
        None none;
        services::Context c{services::storesOf(*l.ledger), none, l.clock, l.dir.path(), QStringLiteral("tester"),
            QStringLiteral("me"), false, std::nullopt};
        AuditTrail trail(c);
        const auto s = *await(trail.signNow());
        QCOMPARE(s.kind, TrailState::Whole);
        QCOMPARE(s.signedUpTo, 0);
        QCOMPARE(s.unsignedWhy, QStringLiteral("no keychain"));
        QVERIFY(await(l.ledger->audit().checkpoints())->isEmpty());
    }
    void aFullDiskStopsTheActionNotTheLog()
    {
        support::LabFixture d(support::quick("never"));
        QVERIFY(d.sync());
        const auto person = d.anyone();
        const auto before = *await(d.ledger->audit().head());
        // As a full disk answers: files cannot grow any more.
        rlimit old{}, tight{};
        getrlimit(RLIMIT_FSIZE, &old);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        tight = old;
        tight.rlim_cur = 4096;
        setrlimit(RLIMIT_FSIZE, &tight);
        const auto started = await(d.tenantSession->verifier().starter().start(person, d.request()));
        services::AuditTrail trail(*d.context);
        services::AuditExport e(trail, *d.context);
        const auto exported = await(e.run({}, d.dir.filePath(QStringLiteral("log.jsonl"))));
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, handler);
        QCOMPARE(started.error().code, ErrorCode::Storage);
        QVERIFY(!started.error().text.isEmpty());
        QCOMPARE(d.stats(d.tenant.idvUrl).value(QLatin1String("create")).toInteger(), 0); // no record, no action
        QVERIFY(!exported);
        QVERIFY(!QFile::exists(d.dir.filePath(QStringLiteral("log.jsonl"))));
        // With room again everything goes on, and nothing is missing.
        QVERIFY(await(d.tenantSession->verifier().starter().start(person, d.request())));
        services::AuditTrail again(*d.context);
        QCOMPARE(await(again.verify())->kind, TrailState::Whole);
        QVERIFY(await(d.ledger->audit().head())->sequence > before.sequence);
    }
    void aClockThatWasSetBackIsNoHole()
    {
        SignedLog l(0);
        auto hands = std::make_shared<support::FakeClock>(1'760'000'000'000);
        l.ledger = *store::Ledger::open(l.dir.filePath(QStringLiteral("second.db")), hands);
        l.context.reset(new services::Context{services::storesOf(*l.ledger), l.vault, hands, l.dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt});
        l.trail = std::make_unique<AuditTrail>(*l.context);
        l.add(QStringLiteral("one"));
        hands->advance(-3 * core::dayMs);
        l.add(QStringLiteral("two"));
        const auto s = *await(l.trail->signNow());
        QCOMPARE(s.kind, TrailState::Whole);
        QCOMPARE(s.entries, 3);
        domain::AuditFilter everything;
        QCOMPARE(int((*await(l.ledger->audit().sequences(everything)))->size()), 3);
    }
    void whatIsLookedFor()
    {
        SignedLog l(5);
        domain::AuditFilter f;
        f.text = QStringLiteral("łukasz 3");
        const auto found = *await(l.ledger->audit().sequences(f));
        QCOMPARE(int(found->size()), 2); // entry number 3, and the one with 3 in its name
        f.text = QStringLiteral("100%");
        QVERIFY((*await(l.ledger->audit().sequences(f)))->empty());
        f.text.clear();
        f.actions = QStringLiteral("campaign.");
        QVERIFY((*await(l.ledger->audit().sequences(f)))->empty());
        f.actions = QStringLiteral("verification.");
        const auto all = *await(l.ledger->audit().sequences(f));
        QCOMPARE(*all, (std::vector<qint64>{5, 4, 3, 2, 1}));
        QCOMPARE(await(l.ledger->audit().bySequence({4, 2}))->first().sequence, 4);
    }
};
IDV_TEST(AuditProof)
#include "tst_audit.moc"
