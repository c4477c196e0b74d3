#include "net/iiq/taskresultreader.h"
#include "net/sailpoint/identities/ownershipreader.h"
#include "net/sailpoint/identities/taskreader.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

class OperationsAsTheyAreRead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ownershipInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("entities");
        QTest::newRow("nested list") << QByteArray(
                                            R"({"associationDetails":[{"associationType":"ROLE_OWNER",)"
                                            R"("entities":[{"identityEntity":{"id":"1","name":"A","type":"ROLE"}}]}]})")
                                     << 1;
        QTest::newRow("flat entities")
            << QByteArray(R"({"associationDetails":[{"associationType":"ROLE_OWNER","entities":[{"id":"1","name":"A",)"
                          R"("type":"ROLE"},{"id":"2","name":"B"}]}]})")
            << 2;
        QTest::newRow("one object") << QByteArray(
                                           R"({"message":"x","associationDetails":{"associationType":"CAMPAIGN_OWNER",)"
                                           R"("entities":[{"id":"1","name":"A"}]}})")
                                    << 1;
        QTest::newRow("none") << QByteArray(R"({"associationDetails":[]})") << 0;
        QTest::newRow("absent") << QByteArray("{}") << 0;
        QTest::newRow("nonsense") << QByteArray(
                                         R"({"associationDetails":[7,{"associationType":"X","entities":["a",null]}]})")
                                  << 0;
    }
    void ownershipInEveryShape()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, entities);
        QCOMPARE(int(net::sailpoint::ownershipFrom(QJsonDocument::fromJson(json).object()).count()), entities);
    }
    void tasksInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("over");
        QTest::addColumn<bool>("good");
        QTest::newRow("running") << QByteArray(R"({"completionStatus":null,"completed":null,"percentComplete":40})")
                                 << false << false;
        QTest::newRow("SUCCESS") << QByteArray(R"({"completionStatus":"SUCCESS","completed":"2026-01-01T00:00:00Z"})")
                                 << true << true;
        QTest::newRow("Success") << QByteArray(R"({"completionStatus":"Success"})") << true << true;
        QTest::newRow("Warning") << QByteArray(R"({"completionStatus":"Warning"})") << true << true;
        QTest::newRow("TEMP_ERROR") << QByteArray(R"({"completionStatus":"TEMP_ERROR"})") << true << false;
        QTest::newRow("TempError") << QByteArray(R"({"completionStatus":"TempError"})") << true << false;
        QTest::newRow("a word of tomorrow") << QByteArray(R"({"completionStatus":"PAUSED_FOREVER"})") << true << false;
        QTest::newRow("completed without a word")
            << QByteArray(R"({"completed":"Mon Aug 21 14:57:39 CDT 2023"})") << true << true;
    }
    void tasksInEveryShape()
    {
        QFETCH(QByteArray, json);
        const auto t = net::sailpoint::taskFrom(QJsonDocument::fromJson(json).object());
        QTEST(t.isOver, "over");
        QTEST(t.isGood, "good");
    }
    void oddTasksAreNotGood_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("over");
        QTest::addColumn<int>("percent");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << QByteArray("{}") << false << -1 << QString();
        QTest::newRow("null") << QByteArray(R"({"completionStatus":null,"completed":null,"messages":null})") << false
                              << -1 << QString();
        QTest::newRow("numbers") << QByteArray(R"({"completionStatus":1,"completed":2,"percentComplete":"40"})") << true
                                 << 40 << QString();
        QTest::newRow("over, with a word that is none")
            << QByteArray(R"({"completionStatus":{"word":"SUCCESS"},"completed":"2026-02-16T03:04:45Z"})") << true << -1
            << QString();
        QTest::newRow("a list for a word")
            << QByteArray(R"({"completionStatus":["SUCCESS"],"percentComplete":7})") << false << 7 << QString();
        QTest::newRow("messages") << QByteArray(R"({"completionStatus":"ERROR","messages":[7,{"localizedText":null},)"
                                                R"({"localizedText":{"message":"first"}},{"localizedText":"second"}]})")
                                  << true << -1 << "first";
    }
    void oddTasksAreNotGood()
    {
        QFETCH(QByteArray, json);
        const auto t = net::sailpoint::taskFrom(QJsonDocument::fromJson(json).object());
        QTEST(t.isOver, "over");
        QVERIFY(!t.isGood);
        QTEST(t.percent, "percent");
        QTEST(t.message, "message");
    }
    void taskResultsOfIdentityIq_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("over");
        QTest::addColumn<bool>("good");
        QTest::newRow("Success") << QByteArray(R"({"completionStatus":"Success"})") << true << true;
        QTest::newRow("Warning") << QByteArray(R"({"completionStatus":"Warning"})") << true << true;
        QTest::newRow("Error") << QByteArray(R"({"completionStatus":"Error"})") << true << false;
        QTest::newRow("another case") << QByteArray(R"({"completionStatus":"SUCCESS"})") << true << false;
        QTest::newRow("of tomorrow") << QByteArray(R"({"completionStatus":"Paused"})") << true << false;
        QTest::newRow("null") << QByteArray(R"({"completionStatus":null})") << false << false;
        QTest::newRow("a number") << QByteArray(R"({"completionStatus":1})") << false << false;
        QTest::newRow("missing") << QByteArray("{}") << false << false;
    }
    void taskResultsOfIdentityIq()
    {
        QFETCH(QByteArray, json);
        const auto t = net::iiq::taskStateFrom(QJsonDocument::fromJson(json).object());
        QTEST(t.isOver, "over");
        QTEST(t.isGood, "good");
    }
    void roleAssignments_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("role");
        QTest::addColumn<bool>("isDated");
        QTest::newRow("whole") << QByteArray(R"({"id":"a","role":{"id":"r","name":"Role"},"assigner":{"name":"Ann"},)"
                                             R"("addedDate":"2026-01-02T03:04:05Z"})")
                               << "Role" << true;
        QTest::newRow("null") << QByteArray(R"({"id":"a","role":null,"assigner":null,"addedDate":null})") << QString()
                              << false;
        QTest::newRow("other types") << QByteArray(R"({"id":5,"role":"Role","assigner":[],"addedDate":true})")
                                     << QString() << false;
        QTest::newRow("missing") << QByteArray("{}") << QString() << false;
    }
    void roleAssignments()
    {
        QFETCH(QByteArray, json);
        const auto r = net::sailpoint::roleAssignmentFrom(QJsonDocument::fromJson(json).object());
        QTEST(r.roleName, "role");
        QTEST(r.added.has_value(), "isDated");
    }
};
IDV_TEST(OperationsAsTheyAreRead)
#include "tst_operationreaders.moc"
