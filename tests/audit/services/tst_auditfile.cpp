#include "audit/services/signedlog.h"
#include "domain/audit/audit.h"
#include "services/audit/auditexport.h"
#include "services/audit/auditfile.h"
#include "services/audit/audittrail.h"
#include "services/audit/exportreport.h"
#include "support/registry.h"

using core::ErrorCode;
using services::TrailState;
using support::await;
using support::SignedLog;

// The log as a file that somebody else proves.
class ExportedAuditFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFileIsProvedByItselfAndByNothingElse()
    {
        SignedLog l;
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
        SignedLog l;
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
        SignedLog l(2);
        l.add(QStringLiteral("cut ") + QChar(0xD83D));
        domain::AuditEvent a;
        a.actor = QString(QChar(0xDE00));
        a.action = QStringLiteral("test");
        a.data = {{QStringLiteral("x"), QJsonArray{QString(QChar(0xD83D))}}};
        QVERIFY(await(l.ledger->audit().append(a)));
        QCOMPARE(await(l.trail->verify())->kind, TrailState::Whole);
        const auto r = l.check(l.exported());
        QVERIFY2(r.problem.isEmpty(), qPrintable(r.problem));
    }
    void whatIsCutOffWhileItRunsIsSeen()
    {
        SignedLog l;
        QCOMPARE(await(l.trail->signNow())->kind, TrailState::Whole);
        QVERIFY(l.sql(QStringLiteral("DELETE FROM audit WHERE seq > 25")));
        const auto s = *await(l.trail->signNow());
        QCOMPARE(s.kind, TrailState::Broken);
        QCOMPARE(s.firstBad, 26);
        // An old entry that is changed while it runs is found before anything is exported.
        SignedLog m;
        QCOMPARE(await(m.trail->signNow())->kind, TrailState::Whole);
        QVERIFY(m.sql(QStringLiteral("UPDATE audit SET outcome = 'failed' WHERE seq = 5")));
        QVERIFY(!m.check(m.exported()).problem.isEmpty());
        QCOMPARE(m.trail->state().kind, TrailState::Broken);
    }
    void aRedactedFileHoldsNoNamesAndIsProved()
    {
        SignedLog l;
        const QByteArray bytes = l.exported(true);
        QVERIFY(!bytes.contains("ukasz") && !bytes.contains("salt"));
        const auto r = l.check(bytes, l.fingerprint());
        QVERIFY2(r.problem.isEmpty(), qPrintable(r.problem));
        QCOMPARE(r.redacted, 30);
    }
    void theExportIsAnEntryAndStaysAwayWhenItCannotBeWritten()
    {
        SignedLog l;
        services::AuditExport e(*l.trail, *l.context);
        QCOMPARE(await(e.run({}, QStringLiteral("/nonexistent/log.jsonl"))).error().code, ErrorCode::Storage);
        const auto r = await(e.run({true, false}, l.dir.filePath(QStringLiteral("log.csv"))));
        QVERIFY(r);
        QCOMPARE(r->rows, 31);
        const auto last = await(l.ledger->audit().records(32, 10));
        QCOMPARE(last->last().event.action, QStringLiteral("audit.export"));
        QCOMPARE(last->last().event.data.value(QLatin1String("sha256")).toString(), QString::fromLatin1(r->sha256));
        services::AuditExport stopped(*l.trail, *l.context);
        stopped.cancel();
        QCOMPARE(
            await(stopped.run({}, l.dir.filePath(QStringLiteral("never.jsonl")))).error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(l.dir.filePath(QStringLiteral("never.jsonl"))));
    }
};
IDV_TEST(ExportedAuditFiles)
#include "tst_auditfile.moc"
