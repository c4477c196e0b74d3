#include "net/sailpoint/readiness/oauthclientreader.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

class OauthClientsAsTheyAreRead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void clients_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isEnabled");
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("isDated");
        QTest::newRow("whole") << QByteArray(R"({"name":"c","enabled":true,"scope":["a","b"],)"
                                             R"("accessTokenValiditySeconds":750,"lastUsed":"2026-01-02T03:04:05Z"})")
                               << true << QStringList{QStringLiteral("a"), QStringLiteral("b")} << 750 << true;
        QTest::newRow("off") << QByteArray(R"({"enabled":false})") << false << QStringList() << 0 << false;
        QTest::newRow("missing") << QByteArray("{}") << false << QStringList() << 0 << false;
        QTest::newRow("null") << QByteArray(R"({"name":null,"enabled":null,"scope":null,"lastUsed":null})") << false
                              << QStringList() << 0 << false;
        QTest::newRow("other types") << QByteArray(R"({"name":1,"enabled":"true","scope":"a",)"
                                                   R"("accessTokenValiditySeconds":"750","lastUsed":true})")
                                     << true << QStringList() << 750 << false;
        QTest::newRow("an odd scope") << QByteArray(R"({"enabled":2,"scope":["a",5,null]})") << false
                                      << QStringList{QStringLiteral("a"), QString(), QString()} << 0 << false;
    }
    void clients()
    {
        QFETCH(QByteArray, json);
        const auto all = net::sailpoint::oauthClientsFrom(QJsonDocument::fromJson("[null," + json + "]").array());
        QCOMPARE(all.size(), 2);
        QVERIFY(!all.first().isEnabled && all.first().scopes.isEmpty());
        QTEST(all.last().isEnabled, "isEnabled");
        QTEST(all.last().scopes, "scopes");
        QTEST(all.last().tokenSeconds, "seconds");
        QTEST(all.last().lastUsed.has_value(), "isDated");
    }
};
IDV_TEST(OauthClientsAsTheyAreRead)
#include "tst_oauthclientreader.moc"
