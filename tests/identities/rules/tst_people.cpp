#include "domain/identities/peopleexport.h"
#include "domain/identities/peopleview.h"
#include "domain/text/csv.h"
#include "domain/text/instant.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::PeopleColumn;
using domain::PeopleFilter;

static QByteArray cell(const QByteArray &text)
{
    std::string out;
    domain::appendCsvCell(out, {text.constData(), size_t(text.size())});
    return QByteArray::fromStdString(out);
}

class ExportingPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cellsOfRfc4180_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("plain") << QByteArray("Ada Quill") << QByteArray("Ada Quill");
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("comma") << QByteArray("Quill, Ada") << QByteArray("\"Quill, Ada\"");
        QTest::newRow("quote") << QByteArray("Ada \"A\" Quill") << QByteArray("\"Ada \"\"A\"\" Quill\"");
        QTest::newRow("line") << QByteArray("a\r\nb") << QByteArray("\"a\r\nb\"");
        QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("\"'=1+1\"");
        QTest::newRow("plus") << QByteArray("+4790000000") << QByteArray("\"'+4790000000\"");
        QTest::newRow("minus") << QByteArray("-2") << QByteArray("\"'-2\"");
        QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("\"'@SUM(A1)\"");
        QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("\"'\t'=1\"");
        QTest::newRow("cr") << QByteArray("\r=1") << QByteArray("\"'\r'=1\"");
        QTest::newRow("behind a semicolon") << QByteArray("a;=1") << QByteArray("\"a;'=1\"");
        QTest::newRow("behind a line end") << QByteArray("a\n+1") << QByteArray("\"a\n'+1\"");
        QTest::newRow("control characters") << QByteArray("a\x1b[2J\x7f") << QByteArray("a\xEF\xBF\xBD[2J\xEF\xBF\xBD");
        QTest::newRow("hidden in front of a formula") << QByteArray("\xE2\x80\x8B=1") << QByteArray("\xEF\xBF\xBD=1");
        QTest::newRow("full width") << QByteArray("＝1+1") << QByteArray("\"'＝1+1\"");
        QTest::newRow("formula with quote")
            << QByteArray("=HYPERLINK(\"x\")") << QByteArray("\"'=HYPERLINK(\"\"x\"\")\"");
        QTest::newRow("later equals") << QByteArray("a=1") << QByteArray("a=1");
    }
    void cellsOfRfc4180()
    {
        QFETCH(QByteArray, text);
        QTEST(cell(text), "cell");
    }
    void instantsReadAsElsewhere()
    {
        for (const qint64 at :
            {0LL, 1'787'393'700'123LL, 951'782'399'999LL, 4'102'444'800'000LL, -1LL, 1'709'164'800'000LL}) {
            std::string out;
            domain::appendInstant(out, at);
            QCOMPARE(QString::fromStdString(out), domain::formatInstant(at));
        }
    }
    void aPersonInBothFormats()
    {
        domain::PersonCells p;
        p.text[size_t(PeopleColumn::Id)] = "2c91";
        p.text[size_t(PeopleColumn::Name)] = "Zoë \"Z\", =x";
        p.kind = domain::StatusKind::Dated;
        p.verifiedAt = 1'787'393'700'000;
        p.due = 1'787'393'700'000 + 365 * core::dayMs;
        p.warnAt = *p.due - 30 * core::dayMs;
        p.ial = 2;
        domain::PeopleExportLayout csv{domain::ExportFormat::Csv,
            {PeopleColumn::Id, PeopleColumn::Name, PeopleColumn::Status, PeopleColumn::Ial, PeopleColumn::VerifiedOn,
                PeopleColumn::Manager},
            true};
        QCOMPARE(domain::exportHead(csv), std::string("\xEF\xBB\xBFid,name,idvStatus,ial,verifiedOn,manager\r\n"));
        std::string out;
        domain::appendPerson(out, p, csv, 1'787'393'700'000 + core::dayMs);
        QCOMPARE(out, std::string("2c91,\"Zoë \"\"Z\"\", =x\",verified,2,2026-08-22T10:15:00.000Z,\r\n"));
        domain::PeopleExportLayout lines{domain::ExportFormat::JsonLines, csv.columns, true};
        QVERIFY(domain::exportHead(lines).empty());
        out.clear();
        domain::appendPerson(out, p, lines, *p.due);
        const QJsonObject o = QJsonDocument::fromJson(QByteArray::fromStdString(out)).object();
        QCOMPARE(o.value(QLatin1String("name")).toString(), QStringLiteral("Zoë \"Z\", =x"));
        QCOMPARE(o.value(QLatin1String("idvStatus")).toString(), QStringLiteral("overdue"));
        QCOMPARE(o.value(QLatin1String("ial")).toInt(), 2);
        QVERIFY(o.value(QLatin1String("manager")).isNull());
    }
    void aPersonWhoIsPastDueSaysWhy()
    {
        domain::PersonCells p;
        const domain::PeopleExportLayout csv{domain::ExportFormat::Csv,
            {PeopleColumn::Status, PeopleColumn::PastDue, PeopleColumn::OverdueReason, PeopleColumn::Due,
                PeopleColumn::GraceEnds},
            false};
        QCOMPARE(domain::exportHead(csv), std::string("idvStatus,pastDue,overdueReason,due,graceEnds\r\n"));
        const auto line = [&](domain::StatusKind kind, domain::StatusKind lapse, core::Instant now) {
            p.kind = kind;
            p.lapse = lapse;
            std::string out;
            domain::appendPerson(out, p, csv, now);
            return out;
        };
        p.due = 1'787'393'700'000;
        p.graceEnds = *p.due;
        using K = domain::StatusKind;
        const std::string dates = "2026-08-22T10:15:00.000Z,2026-08-22T10:15:00.000Z\r\n";
        QCOMPARE(line(K::Failed, K::Dated, *p.due), "failed,failed,past-date," + dates);
        QCOMPARE(line(K::Held, K::Withdrawn, *p.due), "held,held,withdrawn," + dates);
        QCOMPARE(line(K::Pending, K::Dated, *p.due - 1), "pending,,," + dates);
        QCOMPARE(line(K::Reset, K::Reset, *p.due - 1), std::string("overdue,overdue,reset,,\r\n")); // no day to come
        p.due.reset();
        p.graceEnds.reset();
        QCOMPARE(line(K::BadDate, K::BadDate, 0), std::string("overdue,date-unusable,date-unusable,,\r\n"));
        QCOMPARE(line(K::Never, K::Never, 0), std::string("never,,,,\r\n"));
    }
    void aQueryForThePastDueSurvivesBeingKept()
    {
        domain::PeopleQuery q;
        q.onlyPastDue = true;
        QCOMPARE(domain::queryFromJson(domain::toJson(q)), q);
        q.pastDuePart = domain::PastDuePart::InRenewal;
        QCOMPARE(domain::queryFromJson(domain::toJson(q)), q);
        for (const QStringList &ids : {QStringList(), QStringList{QStringLiteral("p1"), QStringLiteral("p2")}}) {
            q.onlyIds = ids;
            QCOMPARE(domain::queryFromJson(domain::toJson(q)), q);
        }
        QVERIFY(!domain::queryFromJson({}).onlyIds);
        QCOMPARE(domain::queryFromJson({{QStringLiteral("ids"), 7}}).onlyIds,
            std::optional(QStringList())); // nobody, never everyone
        QVERIFY(!domain::queryFromJson({}).isAboutPastDue());
        QVERIFY(domain::queryFromJson({{QStringLiteral("pastDue"), QStringLiteral("a part to come")}})
                    .isAboutPastDue()); // never everyone
    }
    void whatIsNoUtf8DoesNotBreakALine()
    {
        std::string out;
        domain::appendJsonString(out, std::string_view("a\xFF\n\x01"));
        const auto doc = QJsonDocument::fromJson("[" + QByteArray::fromStdString(out) + "]");
        QCOMPARE(doc.array().at(0).toString(), QStringLiteral("a\uFFFD\n\u0001"));
        QVERIFY(out.find('\n') == std::string::npos);
    }
    void filtersSurviveBeingKept()
    {
        PeopleFilter f;
        f.profiles = {QStringLiteral("Contractors"), QString()};
        f.lifecycles = {QStringLiteral("active")};
        f.accountStates = {QStringLiteral("REGISTERED")};
        f.ial = 0;
        f.verifiedFrom = 1;
        f.dueBefore = 1'787'393'700'000;
        f.contact = domain::ContactFilter::None;
        f.onlyProcessingErrors = true;
        QCOMPARE(domain::filterFromJson(domain::toJson(f)), f);
        QCOMPARE(domain::filterFromJson({}), PeopleFilter());
        // Each part that is taken away leaves the others; all of them leave nothing.
        const auto all = domain::parts(f);
        QCOMPARE(all.size(), 8);
        PeopleFilter left = f;
        for (const auto &p : all) {
            QVERIFY(!p.text.isEmpty());
            const qsizetype before = domain::parts(left).size();
            left = domain::without(left, p.key);
            QCOMPARE(domain::parts(left).size(), before - 1);
        }
        QVERIFY(left.isEmpty());
    }
    void spoiltViewsAreLeftOut()
    {
        QCOMPARE(domain::viewsFromJson("nonsense").size(), 0);
        QCOMPARE(
            domain::viewsFromJson(
                R"([1,{"name":""},{"name":"x","query":{"sort":"mood","filter":{"ial":"two","profiles":[3,"A"]}}}])")
                .size(),
            1);
        const auto v =
            domain::viewsFromJson(R"([{"name":"x","query":{"sort":"mood","filter":{"ial":9,"profiles":[3,"A"]}}}])")
                .first();
        QCOMPARE(v.query.sort, domain::SortBy::Name);
        QVERIFY(!v.query.filter.ial);
        QCOMPARE(v.query.filter.profiles, QStringList(QStringLiteral("A")));
    }
    void aViewKeepsNoSearchText()
    {
        domain::PeopleView v{QStringLiteral("Mine"),
            {QStringLiteral("secret words"), domain::IdentityStatus::Overdue, domain::SortBy::Due, true},
            QByteArray("\x01\x02", 2)};
        const QByteArray kept = domain::toJson(QList{v});
        QVERIFY(!kept.contains("secret"));
        v.query.text.clear();
        QCOMPARE(domain::viewsFromJson(kept), QList{v});
    }
};
IDV_TEST(ExportingPeople)
#include "tst_people.moc"
