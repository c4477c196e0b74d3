#include "net/sailpoint/identityactions.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QJsonDocument>

class OperationAnswers : public QObject
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
    void theLooksGetRarerAndEnd()
    {
        core::Instant pause = 0, at = 0;
        QList<core::Instant> pauses;
        while ((pause = domain::nextLook(0, pause, at)) != 0) {
            pauses << pause;
            at += pause;
        }
        QCOMPARE(pauses.first(), 2000);
        QCOMPARE(pauses.last(), 15000);
        QVERIFY(at >= domain::followFor && at < domain::followFor + 20'000);
    }
};
IDV_TEST(OperationAnswers)
#include "tst_operationanswers.moc"
