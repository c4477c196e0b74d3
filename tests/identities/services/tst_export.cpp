#include "services/identities/identitydirectory.h"
#include "services/identities/peopleexport.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QCryptographicHash>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

using core::ErrorCode;
using domain::PeopleColumn;
using support::await;
using support::LabFixture;

namespace {

struct Stand : LabFixture
{
    explicit Stand(lab::Options o) : LabFixture(o) { QVERIFY(sync()); }
    QString path(const char *name) const { return dir.filePath(QString::fromLatin1(name)); }
    QByteArray read(const char *name) const
    {
        QFile f(path(name));
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }
    QList<domain::AuditRecord> exports()
    {
        QList<domain::AuditRecord> out;
        const auto all = *await(ledger->audit().records(1, 500));
        for (const auto &r : all) {
            if (r.event.action == QLatin1String("identity.export"))
                out << r;
        }
        return out;
    }
};

lab::Options people(int n)
{
    lab::Options o;
    o.identities = n;
    return o;
}

const domain::PeopleExportLayout csv{
    domain::ExportFormat::Csv, {PeopleColumn::Id, PeopleColumn::Name, PeopleColumn::Status}, false};

} // namespace

class PeopleIntoAFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyoneWhoMatchesInOrderRecordedWithItsHash()
    {
        Stand d(people(2000));
        domain::PeopleQuery q;
        q.status = domain::IdentityStatus::Overdue;
        services::PeopleExport e(*d.tenantSession, *d.context);
        const auto r = await(e.run(q, csv, d.path("out.csv")));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        const QByteArray written = d.read("out.csv");
        const auto lines = QString::fromUtf8(written).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.first(), QStringLiteral("id,name,idvStatus"));
        QCOMPARE(qint64(lines.size() - 1), r->rows);
        QCOMPARE(
            r->rows, await(d.tenantSession->directory().counts())->byStatus[size_t(domain::IdentityStatus::Overdue)]);
        QVERIFY(r->rows > 10);
        const auto shown =
            *await(d.tenantSession->directory().people(*await(d.tenantSession->directory().all(q))->rows));
        for (qsizetype i = 0; i < shown.size(); ++i)
            QVERIFY2(
                lines.at(i + 1).startsWith(shown.at(i).id.str()) && lines.at(i + 1).endsWith(QLatin1String(",overdue")),
                qPrintable(lines.at(i + 1)));
        QCOMPARE(r->sha256, QCryptographicHash::hash(written, QCryptographicHash::Sha256).toHex());
        const auto records = d.exports();
        QCOMPARE(records.size(), 2); // before and after
        QCOMPARE(records.first().event.outcome + records.last().event.outcome, QStringLiteral("intentdone"));
        QCOMPARE(records.first().event.data.value(QLatin1String("sha256")).toString().toLatin1(), r->sha256);
        QCOMPARE(records.first().event.data.value(QLatin1String("rows")).toInteger(), r->rows);
        QCOMPARE(QFileInfo(d.path("out.csv")).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());
    }
    void stoppedItLeavesTheOldFile()
    {
        Stand d(people(2000));
        QFile old(d.path("out.csv"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("as it was");
        old.close();
        services::PeopleExport e(*d.tenantSession, *d.context);
        const auto running = e.run(domain::PeopleQuery(), csv, d.path("out.csv"));
        e.cancel();
        QCOMPARE(await(running).error().code, ErrorCode::Cancelled);
        QCOMPARE(d.read("out.csv"), QByteArray("as it was"));
        QVERIFY(d.exports().isEmpty());
        QCOMPARE(QDir(d.dir.path()).entryList({QStringLiteral("out*")}), QStringList(QStringLiteral("out.csv")));
    }
    void withoutARecordThereIsNoFile()
    {
        Stand d(people(50));
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("full"));
            db.setDatabaseName(d.path("ledger.db"));
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral(
                "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("full"));
        services::PeopleExport e(*d.tenantSession, *d.context);
        const auto r = await(e.run(domain::PeopleQuery(), csv, d.path("out.csv")));
        QVERIFY(!r);
        QVERIFY(!QFile::exists(d.path("out.csv")));
    }
    void aFolderThatTakesNothingIsSaid()
    {
        Stand d(people(10));
        services::PeopleExport e(*d.tenantSession, *d.context);
        const auto r = await(e.run(domain::PeopleQuery(), csv, d.path("no-such-folder/out.csv")));
        QCOMPARE(r.error().code, ErrorCode::Storage);
        QVERIFY(r.error().text.startsWith(QLatin1String("The file cannot be written")));
    }
};
IDV_TEST(PeopleIntoAFile)
#include "tst_export.moc"
