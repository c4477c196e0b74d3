#include "net/iiq/personreader.h"
#include "net/sailpoint/identities/personreader.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using net::sailpoint::PageKind;

class PeopleAsTheyAreRead : public QObject
{
    Q_OBJECT
    static QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
    static QJsonArray list(const QByteArray &json) { return QJsonDocument::fromJson(json).array(); }
private Q_SLOTS:
    void attributesAsTexts_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << QByteArray("\"x\"") << "x";
        QTest::newRow("true") << QByteArray("true") << "true";
        QTest::newRow("false") << QByteArray("false") << "false";
        QTest::newRow("number") << QByteArray("2") << "2";
        QTest::newRow("null") << QByteArray("null") << QString();
        QTest::newRow("list") << QByteArray("[1,2]") << QString();
        QTest::newRow("object") << QByteArray(R"({"a":1})") << QString();
    }
    void attributesAsTexts()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, text);
        const QByteArray member = "{\"a\":" + value + "}";
        const auto cloud =
            net::sailpoint::cloudPersonFrom(object("{\"id\":\"i\",\"attributes\":" + member + "}"), PageKind::Search);
        QCOMPARE(cloud.attributes.texts, (QMap<QString, QString>{{QStringLiteral("a"), text}}));
        QCOMPARE(cloud.attributes.asSent, object(member));
        QCOMPARE(cloud.kind, PageKind::Search);
        const auto user = net::iiq::personFromUser(
            QJsonObject{{net::iiq::userExtension(), object(member)}, {QStringLiteral("b"), 1}});
        QCOMPARE(user.attributes.texts, cloud.attributes.texts);
        QCOMPARE(user.kind, PageKind::Scim);
    }
    void attributesThatAreNoneAreEmpty_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("missing") << QByteArray(R"({"id":"i"})");
        QTest::newRow("null") << QByteArray(R"({"id":"i","attributes":null})");
        QTest::newRow("a list") << QByteArray(R"({"id":"i","attributes":[{"a":"x"}]})");
        QTest::newRow("a text") << QByteArray(R"({"id":"i","attributes":"a"})");
    }
    void attributesThatAreNoneAreEmpty()
    {
        QFETCH(QByteArray, json);
        QVERIFY(net::sailpoint::cloudPersonFrom(object(json), PageKind::List).attributes.texts.isEmpty());
        QVERIFY(net::iiq::personFromUser(object(json)).attributes.texts.isEmpty());
    }
    void theWholeObjectIsAPageOfOne()
    {
        const auto one =
            net::sailpoint::cloudPersonFrom(object(R"({"id":"i","other":{"x":[1,null]}})"), PageKind::List);
        QCOMPARE(list(one.page).size(), 1);
        QCOMPARE(list(one.page).first().toObject(), object(R"({"id":"i","other":{"x":[1,null]}})"));
        net::sailpoint::IdentityPage page;
        QVERIFY(bool(page.parse(one.page, one.kind, {})));
        QCOMPARE(page.lastId(), QStringLiteral("i"));
    }
    void aRowIsTheOneThatWasAskedFor_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("it") << QByteArray(R"([{"id":"i","a":"x"}])") << true;
        QTest::newRow("among others") << QByteArray(R"([7,null,{"id":"j"},{"id":"i","a":"x"}])") << true;
        QTest::newRow("somebody else") << QByteArray(R"([{"id":"j","a":"x"}])") << false;
        QTest::newRow("another case") << QByteArray(R"([{"id":"I"}])") << false;
        QTest::newRow("a number") << QByteArray(R"([{"id":1}])") << false;
        QTest::newRow("nobody") << QByteArray("[]") << false;
    }
    void aRowIsTheOneThatWasAskedFor()
    {
        QFETCH(QByteArray, rows);
        const auto row = net::iiq::personFromRows(list(rows), core::IdentityId(QStringLiteral("i")));
        QTEST(row.has_value(), "isFound");
        if (row) {
            QCOMPARE(row->attributes.texts.value(QStringLiteral("a")), QStringLiteral("x"));
            QCOMPARE(row->kind, PageKind::Table);
        }
    }
    void liveIdentities_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("whole") << QByteArray(R"({"id":"i","name":"Ann","identityStatus":"REGISTERED"})")
                               << QStringList{QStringLiteral("i"), QStringLiteral("Ann"), QStringLiteral("REGISTERED")};
        QTest::newRow("a word of tomorrow") << QByteArray(R"({"id":"i","identityStatus":"FROZEN"})")
                                            << QStringList{QStringLiteral("i"), QString(), QStringLiteral("FROZEN")};
        for (const char *odd : {"{}", R"({"id":null,"name":null,"identityStatus":null})", R"({"id":1,"name":[]})"})
            QTest::newRow(odd) << QByteArray(odd) << QStringList{QString(), QString(), QString()};
    }
    void liveIdentities()
    {
        QFETCH(QByteArray, json);
        const auto all = net::sailpoint::liveIdentitiesFrom(list("[null," + json + "]"));
        QCOMPARE(all.all.size(), 2);
        QVERIFY(all.all.first().id.isEmpty());
        const auto &one = all.all.last();
        QTEST((QStringList{one.id, one.name, one.status}), "expected");
        QCOMPARE(one.asSent, object(json));
        QCOMPARE(all.asSent, list("[null," + json + "]"));
    }
    void loginNames_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("two") << QByteArray(R"({"Resources":[{"id":"1","userName":"ann"},{"id":"2","userName":"bo"}]})")
                             << QStringList{QStringLiteral("ann"), QStringLiteral("bo")};
        QTest::newRow("odd entries") << QByteArray(R"({"Resources":[null,{"userName":5}]})")
                                     << QStringList{QString(), QString()};
        for (const char *none : {"", "{}", "[]", "<html>", R"({"Resources":null})", R"({"Resources":{}})"})
            QTest::newRow(*none ? none : "nothing") << QByteArray(none) << QStringList();
    }
    void loginNames()
    {
        QFETCH(QByteArray, body);
        QStringList names;
        for (const auto &n : net::iiq::loginNamesFrom(body))
            names << n.userName;
        QTEST(names, "names");
    }
    void attributeNames()
    {
        QCOMPARE(net::iiq::attributeNamesFrom(object(R"({"attributes":[{"name":"a"},{"name":5},null]})")),
            (QStringList{QStringLiteral("a"), QString(), QString()}));
        QVERIFY(net::iiq::attributeNamesFrom(object(R"({"attributes":"a"})")).isEmpty());
        QVERIFY(net::iiq::attributeNamesFrom({}).isEmpty());
    }
};
IDV_TEST(PeopleAsTheyAreRead)
#include "tst_personreader.moc"
