#include "services/operations/profilefile.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

class ProfileFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyAListIsAnExport_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isList");
        QTest::addColumn<bool>("isJson");
        QTest::addColumn<int>("profiles");
        QTest::newRow("nothing") << QByteArray() << false << false << 0;
        QTest::newRow("no JSON") << QByteArray("[{]") << false << false << 0;
        QTest::newRow("an object") << QByteArray("{}") << false << true << 0;
        QTest::newRow("an empty list") << QByteArray("[]") << true << true << 0;
        QTest::newRow("a list of something else") << QByteArray(R"([5,{"object":{"name":"A"}}])") << true << true << 2;
    }
    void onlyAListIsAnExport()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isJson);
        const auto file = services::readProfileFile(text);
        QTEST(file.isList, "isList");
        QCOMPARE(file.fault.isEmpty(), isJson);
        QTEST(int(file.profiles.size()), "profiles");
        if (!file.profiles.isEmpty()) {
            QVERIFY(file.profiles.first().profile.name.isEmpty());
            QCOMPARE(file.profiles.last().profile.name, QStringLiteral("A"));
        }
    }
    void whatIsNotKnownComesThroughAFile()
    {
        const QByteArray text = R"([{"later":{"x":[1,null]},"object":{"name":"A","other":1.5},"self":{"name":"A"}}])";
        const QByteArray written = services::profileFileText(services::readProfileFile(text).profiles);
        QCOMPARE(QJsonDocument::fromJson(written), QJsonDocument::fromJson(text));
        QCOMPARE(services::profileFileText(services::readProfileFile(written).profiles), written);
    }
};
IDV_TEST(ProfileFiles)
#include "tst_profilefiles.moc"
