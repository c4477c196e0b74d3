#include "net/sailpoint/writeback/accountreader.h"
#include "net/sailpoint/writeback/attributepatch.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

class AccountsAsTheyAreRead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accounts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("two") << QByteArray(R"([{"id":"a","name":"x"},{"id":"b"}])")
                             << QStringList{QStringLiteral("a"), QStringLiteral("b")};
        QTest::newRow("odd") << QByteArray(R"([{"id":5},{"id":null},{},null,"a"])")
                             << QStringList{QString(), QString(), QString(), QString(), QString()};
        QTest::newRow("none") << QByteArray("[]") << QStringList();
    }
    void accounts()
    {
        QFETCH(QByteArray, json);
        QStringList ids;
        for (const auto &a : net::sailpoint::accountsFrom(QJsonDocument::fromJson(json).array()))
            ids << a.id;
        QTEST(ids, "ids");
    }
    void theTaskOfAChange_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("task");
        QTest::newRow("named") << QByteArray(R"({"id":"t"})") << "t";
        for (const char *odd : {"{}", R"({"id":null})", R"({"id":7})", R"({"id":["t"]})"})
            QTest::newRow(odd) << QByteArray(odd) << QString();
    }
    void theTaskOfAChange()
    {
        QFETCH(QByteArray, json);
        QTEST(net::sailpoint::accountTaskFrom(QJsonDocument::fromJson(json).object()), "task");
    }
    void aPatchAddsEachValueAsText()
    {
        const QList<domain::AttributeWrite> writes{
            {domain::Field::IdvStatus, QStringLiteral("idvStatus"), QStringLiteral("VERIFIED")},
            {domain::Field::IdvIal, QStringLiteral("level"), QStringLiteral("2")}};
        QCOMPARE(QJsonDocument(net::sailpoint::attributePatch(writes)).toJson(QJsonDocument::Compact),
            QByteArray(R"([{"op":"add","path":"/attributes/idvStatus","value":"VERIFIED"},)"
                       R"({"op":"add","path":"/attributes/level","value":"2"}])"));
        QVERIFY(net::sailpoint::attributePatch({}).isEmpty());
    }
};
IDV_TEST(AccountsAsTheyAreRead)
#include "tst_accountreader.moc"
