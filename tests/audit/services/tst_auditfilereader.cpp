#include "audit/services/signedlog.h"
#include "services/audit/auditfilereader.h"
#include "support/registry.h"

using services::AuditFileDemand;
using services::AuditFileProof;
using services::AuditFileReader;
using support::SignedLog;

namespace {

/// The lines of a whole file that is signed, each with its end.
QByteArrayList linesOf(const QByteArray &file)
{
    QByteArrayList out;
    for (const auto &line : file.trimmed().split('\n'))
        out << line + '\n';
    return out;
}

struct Read
{
    QString problem; ///< of the first line that has one
    int line = 0;
    bool isEnded = false;
    AuditFileProof proof;
};

Read readAll(const QByteArrayList &lines, const AuditFileDemand &demand = {})
{
    AuditFileReader reader(demand);
    Read out;
    for (const auto &line : lines) {
        ++out.line;
        out.problem = reader.take(line);
        if (!out.problem.isEmpty())
            break;
    }
    out.isEnded = reader.isEnded();
    out.proof = reader.concluded(out.problem);
    return out;
}

} // namespace

class ReadingAnAuditFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeFileIsReadToItsEnd()
    {
        SignedLog l(3);
        const auto r = readAll(linesOf(l.exported()));
        QVERIFY2(r.problem.isEmpty(), qPrintable(r.problem));
        QVERIFY(r.isEnded);
        QCOMPARE(r.proof.format, 2);
        QCOMPARE(r.proof.entries, 4);
        QCOMPARE(r.proof.signedUpTo, 4);
        QCOMPARE(r.proof.redacted, 0);
        QVERIFY(r.proof.firstAt <= r.proof.lastAt && r.proof.firstAt > 0);
        QCOMPARE(r.proof.signers.size(), 1);
        QVERIFY(!r.proof.isProved()); // the key came with the file
    }
    void theKeyThatIsGivenProvesIt()
    {
        SignedLog l(3);
        const auto lines = linesOf(l.exported());
        AuditFileDemand demand;
        demand.keys << domain::plainFingerprint(l.fingerprint());
        QVERIFY(readAll(lines, demand).proof.isProved());
        demand.keys << QString(64, QLatin1Char('0')); // each that is given has to have signed
        QVERIFY(!readAll(lines, demand).proof.isProved());
    }
    void theHeadThatIsGivenProvesIt()
    {
        SignedLog l(3);
        const auto lines = linesOf(l.exported());
        const auto whole = readAll(lines).proof;
        AuditFileDemand demand;
        demand.atLeast = domain::ChainHead{whole.entries, whole.head};
        QVERIFY(readAll(lines, demand).proof.isProved());
        demand.atLeast->hash = QByteArray(32, 'x');
        QVERIFY(readAll(lines, demand).proof.unproved.contains(QLatin1String("another log")));
        demand.atLeast = domain::ChainHead{whole.entries + 1, whole.head};
        QVERIFY(readAll(lines, demand).proof.unproved.contains(QLatin1String("cut off")));
    }
    void eachLineHasItsPlace()
    {
        SignedLog l(3);
        const auto whole = linesOf(l.exported());
        AuditFileDemand demand;
        AuditFileReader reader(demand);
        QVERIFY(!reader.take(whole.at(1)).isEmpty()); // no entry before the header
        QVERIFY(!reader.isEnded());
        auto lines = whole;
        lines.swapItemsAt(2, 3);
        QCOMPARE(readAll(lines).line, 3);
        QVERIFY(readAll(lines).problem.contains(QLatin1String("entry 2 is missing")));
        lines = whole;
        lines << whole.last();
        QVERIFY(readAll(lines).problem.contains(QLatin1String("follows the end")));
        lines = whole;
        lines.insert(3, "{\"type\":\"remark\"}\n");
        QVERIFY(readAll(lines).problem.contains(QLatin1String("no meaning")));
        QVERIFY(!readAll({"[1]\n"}).problem.isEmpty());
        QVERIFY(!readAll({"{\n"}).problem.isEmpty());
    }
    void aFileWithoutItsEndIsNotEnded()
    {
        SignedLog l(3);
        auto lines = linesOf(l.exported());
        lines.removeLast();
        const auto r = readAll(lines);
        QVERIFY(r.problem.isEmpty()); // what is there holds
        QVERIFY(!r.isEnded);
    }
    void aLaterFormatIsNamed()
    {
        SignedLog l(1);
        auto lines = linesOf(l.exported());
        lines[0].replace("idv-console-audit/2", "idv-console-audit/9");
        const auto r = readAll(lines);
        QCOMPARE(r.line, 1);
        QVERIFY(r.problem.contains(QLatin1String("idv-console-audit/9")));
        lines[0] = "{\"type\":\"header\",\"format\":\"a-shopping-list\"}\n";
        QVERIFY(readAll(lines).problem.contains(QLatin1String("no audit log")));
    }
    void aChangedLineIsFoundWhereItStands_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *from, const char *to, const char *says) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(says);
        };
        row("outcome", "\"outcome\":\"done\"", "\"outcome\":\"odd\"", "was changed");
        row("a space", "\"outcome\":\"done\"", "\"outcome\": \"done\"", "was changed");
        row("a value", "ukasz", "ucja", "not the one that was recorded");
        row("a member more", "{\"type\":\"entry\",", "{\"type\":\"entry\",\"x\":1,", "was changed");
        row("the number", "\"seq\":2", "\"seq\":7", "is missing");
    }
    void aChangedLineIsFoundWhereItStands()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, says);
        SignedLog l(3);
        auto lines = linesOf(l.exported());
        QVERIFY(lines.at(2).contains(from));
        lines[2].replace(lines.at(2).indexOf(from), from.size(), to);
        const auto r = readAll(lines);
        QCOMPARE(r.line, 3);
        QVERIFY2(r.problem.contains(says), qPrintable(r.problem));
    }
    void aRedactedFileHasNoValues()
    {
        SignedLog l(3);
        const auto r = readAll(linesOf(l.exported(true)));
        QVERIFY2(r.problem.isEmpty(), qPrintable(r.problem));
        QCOMPARE(r.proof.redacted, 3);
    }
};
IDV_TEST(ReadingAnAuditFile)
#include "tst_auditfilereader.moc"
