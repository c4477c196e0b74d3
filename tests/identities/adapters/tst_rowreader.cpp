#include "net/sailpoint/rowreader.h"
#include "support/registry.h"
#include <QtTest>

using domain::Field;
using domain::IdentityRow;
using net::sailpoint::PageKind;

namespace {

/// The parsed text and the row that views it.
struct Row
{
    Row(const char *json, PageKind kind, const domain::AttributeMap &map = {})
    {
        simdjson::dom::object o;
        if (parser.parse(std::string(json)).get(o) != simdjson::SUCCESS)
            return;
        isParsed = true;
        reader.start(map);
        reader.read(o, kind, row);
    }
    QString field(Field f) const { return text(row.fields[size_t(f)]); }
    static QString text(std::string_view v) { return QString::fromUtf8(v.data(), qsizetype(v.size())); }
    simdjson::dom::parser parser;
    net::sailpoint::RowReader reader;
    IdentityRow row;
    bool isParsed = false;
};

} // namespace

class RowsOfAPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTypeOfAValueIsAText_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << QByteArray(R"("x y")") << QStringLiteral("x y");
        QTest::newRow("true") << QByteArray("true") << QStringLiteral("true");
        QTest::newRow("false") << QByteArray("false") << QStringLiteral("false");
        QTest::newRow("number") << QByteArray("-17") << QStringLiteral("-17");
        QTest::newRow("large number") << QByteArray("18446744073709551615") << QStringLiteral("18446744073709551615");
        QTest::newRow("null") << QByteArray("null") << QString();
        QTest::newRow("list") << QByteArray(R"([1,"a"])") << QStringLiteral(R"([1,"a"])");
        QTest::newRow("object") << QByteArray(R"({"a":1})") << QStringLiteral(R"({"a":1})");
    }
    void everyTypeOfAValueIsAText()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, text);
        const Row r(R"({"name":"ana","attributes":{"idvStatus":)" + value + "}}", PageKind::Search);
        QVERIFY(r.isParsed);
        QCOMPARE(r.field(Field::IdvStatus), text);
    }
    void aDocumentOfASearchIsRead()
    {
        const Row r(R"({"name":"ana","displayName":"Ana Ruiz","email":"a@x","status":"REGISTERED","modified":"2026",
            "protected":true,"processingState":"ERROR","firstName":"Ana","lastName":"Ruiz","employeeNumber":"17",
            "identityProfile":{"name":"Employees"},"manager":{"displayName":"Bo"},"source":{"name":"HR"},
            "attributes":{"cloudLifecycleState":"active","phone":"+49"}})",
            PageKind::Search);
        QCOMPARE(Row::text(r.row.name), QStringLiteral("Ana Ruiz"));
        QCOMPARE(Row::text(r.row.alias), QStringLiteral("ana"));
        QCOMPARE(Row::text(r.row.profile), QStringLiteral("Employees"));
        QCOMPARE(Row::text(r.row.manager), QStringLiteral("Bo"));
        QCOMPARE(Row::text(r.row.source), QStringLiteral("HR"));
        QCOMPARE(Row::text(r.row.lifecycle), QStringLiteral("active"));
        QCOMPARE(r.field(Field::EmployeeNumber), QStringLiteral("17"));
        QVERIFY(r.row.isProtected && r.row.hasProcessingError && r.row.correlated);
    }
    void anObjectOfTheListSaysNothingOfProfileAndSource()
    {
        const Row r(R"({"name":"Ana Ruiz","alias":"ana","emailAddress":"a@x","identityStatus":"UNREGISTERED",
            "managerRef":{"name":"Bo"},"lifecycleState":{"stateName":"leave"},"attributes":{"cloudCorrelated":false,
            "cloudLifecycleState":"active"}})",
            PageKind::List);
        QCOMPARE(Row::text(r.row.name), QStringLiteral("Ana Ruiz"));
        QCOMPARE(Row::text(r.row.lifecycle), QStringLiteral("leave"));
        QVERIFY(!r.row.profile.data() && !r.row.source.data()); // not a part of such an answer, and not empty
        QVERIFY(!r.row.correlated);
    }
    void attributesAreFoundByTheTenantsNames()
    {
        domain::AttributeMap map;
        map.set(Field::IdvStatus, QStringLiteral("proofing"));
        const Row r(R"({"name":"a","attributes":{"idvStatus":"FAILED","proofing":"VERIFIED"}})", PageKind::Search, map);
        QCOMPARE(r.field(Field::IdvStatus), QStringLiteral("VERIFIED"));
    }
    void aUserOfScimIsRead()
    {
        const Row r(R"({"userName":"ana","displayName":"","name":{"formatted":"Ana R.","givenName":"Ana",
            "familyName":"Ruiz"},"userType":"employee","active":false,"meta":{"lastModified":"2026"},
            "emails":[{"value":"other@x"},{"value":"main@x","primary":"true"},{"value":"last@x"}],
            "urn:ietf:params:scim:schemas:sailpoint:1.0:User":{"idvIAL":2},
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":{"displayName":"Bo"}}})",
            PageKind::Scim);
        QCOMPARE(Row::text(r.row.name), QStringLiteral("Ana R."));
        QCOMPARE(Row::text(r.row.email), QStringLiteral("main@x"));
        QCOMPARE(Row::text(r.row.lifecycle), QStringLiteral("inactive"));
        QCOMPARE(Row::text(r.row.manager), QStringLiteral("Bo"));
        QCOMPARE(r.field(Field::IdvIal), QStringLiteral("2"));
        QCOMPARE(r.field(Field::LastName), QStringLiteral("Ruiz"));
    }
    void whetherATablesRowIsActive_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("lifecycle");
        QTest::newRow("not said") << QByteArray(R"("x":1)") << QString();
        QTest::newRow("inactive") << QByteArray(R"("inactive":true)") << QStringLiteral("inactive");
        QTest::newRow("not inactive") << QByteArray(R"("inactive":"False")") << QStringLiteral("active");
        QTest::newRow("active") << QByteArray(R"("active":1)") << QStringLiteral("active");
        QTest::newRow("not active") << QByteArray(R"("active":0)") << QStringLiteral("inactive");
        QTest::newRow("both, and they differ")
            << QByteArray(R"("active":true,"inactive":true)") << QStringLiteral("inactive");
        QTest::newRow("cannot be read") << QByteArray(R"("active":"perhaps")") << QString();
    }
    void whetherATablesRowIsActive()
    {
        QFETCH(QByteArray, members);
        QFETCH(QString, lifecycle);
        const Row r("{\"name\":\"ana\"," + members + "}", PageKind::Table);
        QVERIFY(r.isParsed);
        QCOMPARE(Row::text(r.row.lifecycle), lifecycle);
    }
    void whereNoNameIsKnownThePartsAreOne()
    {
        const Row r(R"({"name":"ana17","firstname":"Ana","lastname":"Ruiz"})", PageKind::Table);
        QCOMPARE(Row::text(r.row.name), QStringLiteral("Ana Ruiz"));
        const Row half(R"({"name":"ana17","firstname":"Ana"})", PageKind::Table);
        QCOMPARE(Row::text(half.row.name), QStringLiteral("ana17"));
        const Row known(
            R"({"name":"ana17","displayName":"Dr. Ana","firstname":"Ana","lastname":"Ruiz"})", PageKind::Table);
        QCOMPARE(Row::text(known.row.name), QStringLiteral("Dr. Ana"));
    }
};
IDV_TEST(RowsOfAPage)
#include "tst_rowreader.moc"
