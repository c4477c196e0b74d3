#include "domain/audit/audit.h"
#include "services/audit/auditexport.h"
#include "services/audit/auditfile.h"
#include "services/audit/audittrail.h"
#include "services/audit/exportreport.h"
#include "services/audit/signing.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <csignal>
#include <sys/resource.h>

using core::ErrorCode;
using services::AuditTrail;
using services::TrailState;
using support::await;

namespace {

struct Log
{
    explicit Log(int entries = 30)
    {
        ledger = *store::Ledger::open(path(), clock);
        context.reset(new services::Context{
            *ledger, vault, clock, dir.path(), QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt});
        trail = std::make_unique<AuditTrail>(*context);
        for (int i = 0; i < entries; ++i)
            add(QStringLiteral("Łukasz \"%1\"\n").arg(i));
    }
    QString path() const { return dir.filePath(QStringLiteral("ledger.db")); }
    void add(const QString &name)
    {
        domain::AuditEvent a;
        a.actor = QStringLiteral("tester");
        a.action = QStringLiteral("verification.start");
        a.subject = QStringLiteral("s1");
        a.outcome = QStringLiteral("done");
        a.data = {{QStringLiteral("ticket"), QStringLiteral("INC-1 \u2028 ё")}, {QStringLiteral("b"), 1},
            {QStringLiteral("a"), QJsonArray{true, QJsonValue::Null, -7}}};
        a.personal << domain::personal(QStringLiteral("name"), name);
        QVERIFY(await(ledger->audit(a)));
    }
    bool sql(const QString &statement)
    {
        bool isDone = false;
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
            db.setDatabaseName(path());
            isDone = db.open();
            QSqlQuery q(db);
            isDone = isDone && q.exec(statement) && q.numRowsAffected() != 0;
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
        return isDone;
    }
    /// Somebody with the ledger but without the key writes a chain of their own.
    void rewriteFrom(qint64 seq, const QString &outcome)
    {
        auto all = *await(ledger->auditRecords(1, 100000));
        QByteArray previous = domain::firstPreviousHash();
        for (auto &r : all) {
            if (r.sequence == seq)
                r.event.outcome = outcome;
            r.previous = previous;
            previous = *domain::auditHash(r);
            QVERIFY(sql(QStringLiteral("UPDATE audit SET outcome = '%1', previous = '%2', hash = '%3' WHERE seq = %4")
                            .arg(r.event.outcome, QString::fromLatin1(r.previous.toHex()),
                                QString::fromLatin1(previous.toHex()))
                            .arg(r.sequence)));
        }
    }
    TrailState state()
    {
        trail = std::make_unique<AuditTrail>(*context);
        const auto s = await(trail->verify());
        return s ? *s : TrailState();
    }
    QByteArray exported(bool isRedacted = false)
    {
        services::AuditExport e(*trail, *context);
        const auto r = await(e.run({false, isRedacted}, dir.filePath(QStringLiteral("log.jsonl"))));
        QFile f(dir.filePath(QStringLiteral("log.jsonl")));
        return r && f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }
    /// What does not hold in the file, and with a key what it does not prove.
    services::AuditFileProof check(const QByteArray &bytes, const QString &fingerprint = {})
    {
        QFile f(dir.filePath(QStringLiteral("changed.jsonl")));
        (void)f.open(QIODevice::WriteOnly);
        f.write(bytes);
        f.close();
        services::AuditFileDemand demand;
        if (!fingerprint.isEmpty())
            demand.keys << domain::plainFingerprint(fingerprint);
        auto proof = *services::proveAuditFile(f.fileName(), demand);
        if (!fingerprint.isEmpty() && proof.problem.isEmpty())
            proof.problem = proof.unproved;
        return proof;
    }
    QString fingerprint() const { return domain::keyFingerprint(trail->state().publicKey); }

    QTemporaryDir dir;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    vault::MemoryVault vault;
    std::unique_ptr<store::Ledger> ledger;
    std::unique_ptr<services::Context> context;
    std::unique_ptr<AuditTrail> trail;
};

} // namespace

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
        Log l;
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
        QCOMPARE(await(l.ledger->checkpoints())->size(), 2);
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
        row("a digest", "UPDATE audit SET digests = replace(digests, 'a', 'b') WHERE seq = 9", 9);
        row("a value", "UPDATE audit SET payload = replace(payload, 'ukasz', 'ucy') WHERE seq = 9", 9);
        row("a value more",
            "UPDATE audit SET payload = '{\"x\":{\"value\":\"y\",\"salt\":\"00\"},' || substr(payload, 2) WHERE seq = "
            "9",
            9);
        row("a hash", "UPDATE audit SET hash = replace(hash, '0', '1') WHERE seq = 20", 20);
        row("a link", "UPDATE audit SET previous = replace(previous, '0', '1') WHERE seq = 20", 20);
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
        Log l;
        QCOMPARE(await(l.trail->signNow())->kind, TrailState::Whole);
        QVERIFY(l.sql(statement));
        const auto s = l.state();
        QCOMPARE(s.kind, TrailState::Broken);
        QCOMPARE(s.firstBad, firstBad);
        QVERIFY(!s.why.isEmpty());
        // It is never repaired, and never signed.
        const auto checkpoints = await(l.ledger->checkpoints())->size();
        l.add(QStringLiteral("more"));
        QCOMPARE(await(l.trail->signNow())->kind, TrailState::Broken);
        QCOMPARE(await(l.ledger->checkpoints())->size(), checkpoints);
    }
    void aChainThatWasWrittenAnewIsNotTheSignedOne()
    {
        Log l;
        QVERIFY(await(l.trail->signNow()));
        l.rewriteFrom(5, QStringLiteral("failed"));
        QCOMPARE(*await(l.ledger->verifyAudit()), 0); // in itself it holds
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
        Log mine, other(5);
        other.context.reset(new services::Context{*other.ledger, mine.vault, other.clock, other.dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt});
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
        Log mine, came;
        QVERIFY(await(mine.trail->signNow()));
        QVERIFY(await(came.trail->signNow()));
        const QByteArray theirs = came.trail->state().publicKey;
        // The folder is brought to a computer whose keychain has a key, and remembers nothing of it.
        came.context.reset(new services::Context{*came.ledger, mine.vault, came.clock, came.dir.path(),
            QStringLiteral("tester"), QStringLiteral("me"), false, std::nullopt});
        auto s = came.state();
        QCOMPARE(s.kind, TrailState::Whole);
        QCOMPARE(s.anchoredUpTo, 0);
        QVERIFY(!s.notAnchoredWhy.isEmpty());
        QVERIFY(await(came.trail->signNow()));
        const auto last = await(came.ledger->auditRecords(1, 1000))->last().event;
        QCOMPARE(last.action, QStringLiteral("audit.key-changed"));
        QCOMPARE(last.data.value(QLatin1String("before")).toString(), domain::keyFingerprint(theirs));
        QCOMPARE(last.data.value(QLatin1String("fingerprint")).toString(),
            domain::keyFingerprint(mine.trail->state().publicKey));
        s = came.state(); // from here on it is remembered, and said once
        QCOMPARE(s.anchoredUpTo, s.entries);
        const qint64 entries = s.entries;
        QVERIFY(await(came.trail->signNow()));
        QCOMPARE(await(came.ledger->auditHead())->sequence, entries);
    }
    void removedValuesLeaveTheChainWhole()
    {
        Log l;
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
        struct None final : vault::Vault
        {
            core::Error why() const
            {
                return core::makeError(ErrorCode::VaultUnavailable, QStringLiteral("no keychain"));
            }
            core::Async<vault::KeyringState> probe() override
            {
                return core::ready<vault::KeyringState>(vault::KeyringState::NoBus);
            }
            core::Async<core::SecretPtr> read(const QString &) override { return core::ready<core::SecretPtr>(why()); }
            core::Async<core::Unit> write(const QString &, const core::SecretPtr &) override
            {
                return core::ready<core::Unit>(why());
            }
            core::Async<core::Unit> remove(const QString &) override { return core::ready<core::Unit>(why()); }
        };
        Log l;
        None none;
        services::Context c{*l.ledger, none, l.clock, l.dir.path(), QStringLiteral("tester"), QStringLiteral("me"),
            false, std::nullopt};
        AuditTrail trail(c);
        const auto s = *await(trail.signNow());
        QCOMPARE(s.kind, TrailState::Whole);
        QCOMPARE(s.signedUpTo, 0);
        QCOMPARE(s.unsignedWhy, QStringLiteral("no keychain"));
        QVERIFY(await(l.ledger->checkpoints())->isEmpty());
    }
    void theFileIsProvedByItselfAndByNothingElse()
    {
        Log l;
        const QByteArray whole = l.exported();
        QVERIFY(whole.contains("ukasz"));
        const auto r = l.check(whole, l.fingerprint());
        QVERIFY2(r.problem.isEmpty(), qPrintable(r.problem));
        QCOMPARE(r.entries, 31);
        QCOMPARE(r.signedUpTo, 31);
        QCOMPARE(l.check(whole, l.fingerprint().remove(QLatin1Char('-')).toUpper()).problem, QString());
        QVERIFY(!l.check(whole, QString(64, QLatin1Char('0'))).problem.isEmpty());
        QVERIFY(domain::plainFingerprint(QStringLiteral("0000")).isEmpty() &&
                domain::plainFingerprint(QString()).isEmpty());
        // Any byte that carries something: the proof falls.
        const QList<QByteArray> lines = whole.trimmed().split('\n');
        for (int i = 0; i < lines.size(); ++i) {
            auto fewer = lines;
            fewer.removeAt(i);
            QVERIFY2(!l.check(fewer.join('\n') + '\n', l.fingerprint()).problem.isEmpty(), lines.at(i).constData());
            auto twice = lines;
            twice.insert(i, lines.at(i));
            QVERIFY2(!l.check(twice.join('\n') + '\n').problem.isEmpty(), lines.at(i).constData());
        }
        for (const auto &[from, to] :
            {std::pair<QByteArray, QByteArray>{"\"outcome\":\"done\"", "\"outcome\":\"DONE\""}, {"ukasz", "ucy"},
                {"INC-1", "INC-9"}, {"\"seq\":9,", "\"seq\":10,"}, {"\"signature\":\"", "\"signature\":\"00"},
                {"\"head\":\"", "\"head\":\"00"}, {"\"data\":", "\"more\":1,\"data\":"}}) {
            QByteArray changed = whole;
            changed.replace(changed.indexOf(from), from.size(), to);
            QVERIFY2(changed != whole && !l.check(changed).problem.isEmpty(), from.constData());
        }
        QVERIFY(!l.check(whole.left(whole.size() / 2)).problem.isEmpty());
        QVERIFY(!l.check("").problem.isEmpty() && !l.check("{}\n").problem.isEmpty() &&
                !l.check("[1]\n").problem.isEmpty());
        QVERIFY(!services::proveAuditFile(l.dir.filePath(QStringLiteral("none")), {}));
    }
    void whatIsForgedAroundTheSignatureIsSeen()
    {
        Log l;
        const QByteArray whole = l.exported();
        const QString key = l.fingerprint();
        QList<QByteArray> lines = whole.trimmed().split('\n');
        const auto refused = [&](const QList<QByteArray> &changed) {
            return !l.check(changed.join('\n') + '\n', key).problem.isEmpty();
        };
        QVERIFY(!refused(lines));
        // Nothing but a key and an end.
        QVERIFY(refused({lines.first(), "{\"type\":\"end\",\"entries\":0,\"head\":\"" + QByteArray(64, '0') + "\"}"}));
        // A doubled member that another reader would take.
        auto doubled = lines;
        doubled[5].replace("\"actor\":\"tester\"", "\"actor\":\"mallory\",\"actor\":\"tester\"");
        QVERIFY(doubled != lines && refused(doubled));
        // Another type that reads as the same nothing; members beside the entry; text for values.
        auto coerced = lines;
        coerced[5].replace("\"tenant\":\"\"", "\"tenant\":{\"approved\":true}");
        QVERIFY(coerced != lines && refused(coerced));
        auto more = lines;
        more[5].replace("{\"type\":\"entry\",", "{\"type\":\"entry\",\"note\":\"approved\",");
        QVERIFY(more != lines && refused(more));
        // An invented entry behind the last signature, with a hash of its own and an end that fits.
        domain::AuditRecord r;
        r.sequence = 32;
        r.at = 1;
        r.event.action = QStringLiteral("verification.review");
        r.previous = l.trail->state().head;
        const auto hash = *domain::auditHash(r);
        const QJsonObject e{{QStringLiteral("seq"), 32}, {QStringLiteral("at"), 1},
            {QStringLiteral("actor"), QString()}, {QStringLiteral("action"), r.event.action},
            {QStringLiteral("tenant"), QString()}, {QStringLiteral("subject"), QString()},
            {QStringLiteral("outcome"), QString()}, {QStringLiteral("data"), QJsonObject()},
            {QStringLiteral("personal"), QJsonObject()},
            {QStringLiteral("previous"), QString::fromLatin1(r.previous.toHex())}};
        auto longer = lines.mid(0, 32);
        longer << "{\"type\":\"entry\",\"entry\":" + *domain::canonicalJson(e) + ",\"hash\":\"" + hash.toHex() + "\"}";
        const auto checkpoints = lines.mid(32, lines.size() - 33);
        longer << checkpoints;
        const QByteArray digest =
            QCryptographicHash::hash(longer.join('\n') + '\n', QCryptographicHash::Sha256).toHex();
        longer << "{\"at\":1,\"checkpoints\":" + QByteArray::number(checkpoints.size()) + ",\"digest\":\"" + digest +
                      "\",\"entries\":32,\"head\":\"" + hash.toHex() + "\",\"signatures\":[],\"type\":\"end\"}";
        QVERIFY(l.check(longer.join('\n') + '\n').problem.isEmpty()); // it holds in itself
        QVERIFY(refused(longer));                                     // and is not signed
        QCOMPARE(l.check(longer.join('\n') + '\n').signedUpTo, 31);
    }
    void halfACharacterIsNoBreak()
    {
        Log l(2);
        l.add(QStringLiteral("cut ") + QChar(0xD83D));
        domain::AuditEvent a;
        a.actor = QString(QChar(0xDE00));
        a.action = QStringLiteral("test");
        a.data = {{QStringLiteral("x"), QJsonArray{QString(QChar(0xD83D))}}};
        QVERIFY(await(l.ledger->audit(a)));
        QCOMPARE(await(l.trail->verify())->kind, TrailState::Whole);
        const auto r = l.check(l.exported());
        QVERIFY2(r.problem.isEmpty(), qPrintable(r.problem));
    }
    void whatIsCutOffWhileItRunsIsSeen()
    {
        Log l;
        QCOMPARE(await(l.trail->signNow())->kind, TrailState::Whole);
        QVERIFY(l.sql(QStringLiteral("DELETE FROM audit WHERE seq > 25")));
        const auto s = *await(l.trail->signNow());
        QCOMPARE(s.kind, TrailState::Broken);
        QCOMPARE(s.firstBad, 26);
        // An old entry that is changed while it runs is found before anything is exported.
        Log m;
        QCOMPARE(await(m.trail->signNow())->kind, TrailState::Whole);
        QVERIFY(m.sql(QStringLiteral("UPDATE audit SET outcome = 'failed' WHERE seq = 5")));
        QVERIFY(!m.check(m.exported()).problem.isEmpty());
        QCOMPARE(m.trail->state().kind, TrailState::Broken);
    }
    void aRedactedFileHoldsNoNamesAndIsProved()
    {
        Log l;
        const QByteArray bytes = l.exported(true);
        QVERIFY(!bytes.contains("ukasz") && !bytes.contains("salt"));
        const auto r = l.check(bytes, l.fingerprint());
        QVERIFY2(r.problem.isEmpty(), qPrintable(r.problem));
        QCOMPARE(r.redacted, 30);
    }
    void theExportIsAnEntryAndStaysAwayWhenItCannotBeWritten()
    {
        Log l;
        services::AuditExport e(*l.trail, *l.context);
        QCOMPARE(await(e.run({}, QStringLiteral("/nonexistent/log.jsonl"))).error().code, ErrorCode::Storage);
        const auto r = await(e.run({true, false}, l.dir.filePath(QStringLiteral("log.csv"))));
        QVERIFY(r);
        QCOMPARE(r->rows, 31);
        const auto last = await(l.ledger->auditRecords(32, 10));
        QCOMPARE(last->last().event.action, QStringLiteral("audit.export"));
        QCOMPARE(last->last().event.data.value(QLatin1String("sha256")).toString(), QString::fromLatin1(r->sha256));
        services::AuditExport stopped(*l.trail, *l.context);
        stopped.cancel();
        QCOMPARE(
            await(stopped.run({}, l.dir.filePath(QStringLiteral("never.jsonl")))).error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(l.dir.filePath(QStringLiteral("never.jsonl"))));
    }
    void aFullDiskStopsTheActionNotTheLog()
    {
        support::LabFixture d(support::quick("never"));
        QVERIFY(d.sync());
        const auto person = d.anyone();
        const auto before = *await(d.ledger->auditHead());
        // As a full disk answers: files cannot grow any more.
        rlimit old{}, tight{};
        getrlimit(RLIMIT_FSIZE, &old);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        tight = old;
        tight.rlim_cur = 4096;
        setrlimit(RLIMIT_FSIZE, &tight);
        const auto started = await(d.tenantSession->verifier().start(person, d.request()));
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
        QVERIFY(await(d.tenantSession->verifier().start(person, d.request())));
        services::AuditTrail again(*d.context);
        QCOMPARE(await(again.verify())->kind, TrailState::Whole);
        QVERIFY(await(d.ledger->auditHead())->sequence > before.sequence);
    }
    void aClockThatWasSetBackIsNoHole()
    {
        struct Hands final : core::Clock
        {
            core::Instant now() const override { return at; }
            std::atomic<core::Instant> at{1'760'000'000'000};
        };
        Log l(0);
        auto hands = std::make_shared<Hands>();
        l.ledger = *store::Ledger::open(l.dir.filePath(QStringLiteral("second.db")), hands);
        l.context.reset(new services::Context{*l.ledger, l.vault, hands, l.dir.path(), QStringLiteral("tester"),
            QStringLiteral("me"), false, std::nullopt});
        l.trail = std::make_unique<AuditTrail>(*l.context);
        l.add(QStringLiteral("one"));
        hands->at -= 3 * core::dayMs;
        l.add(QStringLiteral("two"));
        const auto s = *await(l.trail->signNow());
        QCOMPARE(s.kind, TrailState::Whole);
        QCOMPARE(s.entries, 3);
        domain::AuditFilter everything;
        QCOMPARE(int((*await(l.ledger->auditSequences(everything)))->size()), 3);
    }
    void whatIsLookedFor()
    {
        Log l(5);
        domain::AuditFilter f;
        f.text = QStringLiteral("łukasz 3");
        const auto found = *await(l.ledger->auditSequences(f));
        QCOMPARE(int(found->size()), 2); // entry number 3, and the one with 3 in its name
        f.text = QStringLiteral("100%");
        QVERIFY((*await(l.ledger->auditSequences(f)))->empty());
        f.text.clear();
        f.actions = QStringLiteral("campaign.");
        QVERIFY((*await(l.ledger->auditSequences(f)))->empty());
        f.actions = QStringLiteral("verification.");
        const auto all = *await(l.ledger->auditSequences(f));
        QCOMPARE(*all, (std::vector<qint64>{5, 4, 3, 2, 1}));
        QCOMPARE(await(l.ledger->auditBySequence({4, 2}))->first().sequence, 4);
    }
};
IDV_TEST(AuditProof)
#include "tst_audit.moc"
