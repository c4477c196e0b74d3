#include "domain/text/csvreader.h"
#include "services/audit/auditexport.h"
#include "services/audit/auditreport.h"
#include "services/audit/audittrail.h"
#include "services/audit/evidence.h"
#include "services/identities/identitydirectory.h"
#include "services/identities/peopleexport.h"
#include "services/reverification/campaigns.h"
#include "support/hostile.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

using domain::PeopleColumn;
using support::await;
using support::holdsHidden;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

// No part of a cell that some spreadsheet takes for a cell begins as a formula, and nothing in it is hidden.
bool isSafeCell(QString cell)
{
    cell.replace(QLatin1Char(';'), QLatin1Char('\n'))
        .replace(QLatin1Char('\t'), QLatin1Char('\n'))
        .replace(QLatin1Char('\r'), QLatin1Char('\n'));
    const QStringList parts = cell.split(QLatin1Char('\n'));
    return !holdsHidden(cell, true) && std::none_of(parts.begin(), parts.end(), [](const QString &p) {
        return !p.isEmpty() && QStringLiteral("=+-@").contains(p.at(0));
    });
}

// Without the signs that are escaped: what Markdown still obeys.
QString bare(const QString &markdown)
{
    QString out;
    for (qsizetype i = 0; i < markdown.size(); ++i) {
        if (markdown.at(i) == QLatin1Char('\\'))
            ++i;
        else
            out += markdown.at(i);
    }
    return out;
}

/// A copied tenant whose people all carry texts of the list.
struct Stand : support::LabFixture
{
    Stand() : LabFixture(support::quick("never"))
    {
        QVERIFY(sync());
        const auto texts = support::hostileTexts();
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            db.setDatabaseName(dir.filePath(QStringLiteral("mirror-t1.db")));
            QVERIFY(db.open());
            QSqlQuery ids(db);
            QVERIFY(ids.exec(QStringLiteral("SELECT rid FROM identity ORDER BY rid")));
            QList<qint64> all;
            while (ids.next())
                all << ids.value(0).toLongLong();
            ids.finish();
            QVERIFY(all.size() >= texts.size());
            QVERIFY(db.transaction());
            for (qsizetype i = 0; i < all.size(); ++i) {
                QSqlQuery q(db);
                QVERIFY(q.prepare(
                    QStringLiteral("UPDATE identity SET name = ?, email = ?, lifecycle = ?, manager = ?, source = ?, "
                                   "employee = ?, idv_document = ?, idv_session = ? WHERE rid = ?")));
                for (int n = 0; n < 8; ++n)
                    q.addBindValue(texts.at(i % texts.size()).text);
                q.addBindValue(all.at(i));
                QVERIFY(q.exec());
            }
            QVERIFY(db.commit());
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
    }
    QString path(const char *name) const { return dir.filePath(QString::fromLatin1(name)); }
};

} // namespace

class RawTextsInFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase() { qInfo("raw texts in files: %d cases", m_cases); }
    void peopleInBothFormats()
    {
        Stand d;
        domain::PeopleExportLayout layout{domain::ExportFormat::Csv, {}, false};
        for (size_t c = 0; c < domain::peopleColumnCount; ++c)
            layout.columns.push_back(PeopleColumn(c));
        services::PeopleExport csv(*d.tenantSession, *d.context);
        const auto made = await(csv.run(domain::PeopleQuery(), layout, d.path("people.csv")));
        QVERIFY2(bool(made), made ? "" : qPrintable(made.error().text));
        const auto records = domain::parseCsv(bytesOf(d.path("people.csv")));
        QVERIFY2(bool(records), records ? "" : qPrintable(records.error().text));
        QCOMPARE(qint64(records->size()), made->rows + 1);
        bool isFound = false;
        for (const auto &r : *records) {
            QCOMPARE(r.cells.size(), qsizetype(domain::peopleColumnCount)); // nothing broke out of its cell
            for (const QString &cell : r.cells) {
                QVERIFY2(isSafeCell(cell), qPrintable(cell.left(80)));
                isFound = isFound || cell == QLatin1String("<b>Ada</b><br/>Quill"); // harmless there: as it was
                ++m_cases;
            }
        }
        QVERIFY(isFound);
        layout.format = domain::ExportFormat::JsonLines;
        services::PeopleExport lines(*d.tenantSession, *d.context);
        QVERIFY(await(lines.run(domain::PeopleQuery(), layout, d.path("people.jsonl"))));
        const auto all = bytesOf(d.path("people.jsonl")).trimmed().split('\n');
        QCOMPARE(qint64(all.size()), made->rows);
        for (const QByteArray &line : all) {
            QVERIFY2(!holdsHidden(QString::fromUtf8(line)), line.left(80).constData());
            QVERIFY(QJsonDocument::fromJson(line).isObject());
            ++m_cases;
        }
    }
    void theAuditLogTheReportAndTheEvidence()
    {
        Stand d;
        services::AuditTrail trail(*d.context);
        const auto someone = await(d.tenantSession->directory().quick(domain::PeopleQuery(), 1));
        QVERIFY(someone);
        const auto person = await(d.tenantSession->directory().people(*someone->rows))->first();
        const auto texts = support::hostileTexts();
        int campaigns = 0, recorded = 0;
        for (const auto &t : texts) {
            domain::AuditEvent a;
            a.actor = t.text.left(500);
            a.action = QStringLiteral("verification.start");
            a.tenant = d.tenant.id.str();
            a.subject = person.id.str();
            a.outcome = QStringLiteral("done");
            a.data = {{QStringLiteral("ticket"), t.text.left(500)}, {QStringLiteral("error"), t.text.left(500)}};
            a.personal << domain::personal(QStringLiteral("name"), t.text.left(500));
            recorded += await(d.ledger->audit().append(a)) ? 1 : 0;
            domain::CampaignPlan plan;
            plan.name = t.text.left(60).trimmed();
            plan.documents = {QStringLiteral("passport")};
            campaigns += await(d.tenantSession->campaigns().drafts().create(plan, {})) ? 1 : 0;
        }
        QVERIFY(campaigns > 10 && recorded > 50); // half a character may be refused, but not all of them are
        services::AuditExport log(trail, *d.context);
        const auto written = await(log.run({true, false}, d.path("log.csv")));
        QVERIFY2(bool(written), written ? "" : qPrintable(written.error().text));
        const auto records = domain::parseCsv(bytesOf(d.path("log.csv")));
        QVERIFY2(bool(records), records ? "" : qPrintable(records.error().text));
        QVERIFY(records->size() > recorded);
        for (const auto &r : *records) {
            QCOMPARE(r.cells.size(), 9);
            for (const QString &cell : r.cells) {
                QVERIFY2(isSafeCell(cell), qPrintable(cell.left(80)));
                ++m_cases;
            }
        }
        services::AuditReport report(*d.tenantSession, trail, *d.context);
        const auto reported = await(report.run({}, d.path("report.md")));
        QVERIFY2(bool(reported), reported ? "" : qPrintable(reported.error().text));
        services::Evidence pack(*d.tenantSession, trail, *d.context);
        const auto held = await(pack.held(services::Evidence::Person, person.id.str()));
        QVERIFY2(bool(held), held ? "" : qPrintable(held.error().text));
        for (const QString &text : {QString::fromUtf8(bytesOf(d.path("report.md"))), *held}) {
            QVERIFY(text.contains(QLatin1String("Ada"))); // the texts are in it
            const auto lines = text.split(QLatin1Char('\n'));
            for (const QString &line : lines) {
                QVERIFY2(!holdsHidden(line), qPrintable(line.left(120)));
                const QString left = bare(line);
                QVERIFY2(!left.contains(QLatin1Char('<')) && !left.contains(QLatin1Char('[')) &&
                             !left.contains(QLatin1Char('`')) && !left.contains(QLatin1String("://")),
                    qPrintable(line.left(120)));
                ++m_cases;
            }
        }
    }

private:
    int m_cases = 0;
};
IDV_TEST(RawTextsInFiles)
#include "tst_rawtexts.moc"
