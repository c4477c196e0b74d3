#include "net/http/jsonreader.h"
#include "net/provider/bearerprovider.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/identitypage.h"
#include "net/sailpoint/paths.h"
#include "support/registry.h"
#include "support/sailpointpeer.h"
#include <QJsonDocument>
#include <QtTest>

using core::ErrorCode;

class SailPointParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothPathStyles()
    {
        using namespace net::sailpoint;
        using domain::apiPath;
        QCOMPARE(apiPath(domain::PathStyle::V2024, QStringLiteral("/identities"), QStringLiteral("/x")),
            QStringLiteral("/v2024/identities/x"));
        QCOMPARE(apiPath(domain::PathStyle::V1, QStringLiteral("/search"), QStringLiteral("/count")),
            QStringLiteral("/search/v1/count"));
        QCOMPARE(queryItem("filters", QStringLiteral("name eq \"A & B+\"")),
            QByteArray("filters=name%20eq%20%22A%20%26%20B%2B%22"));
        QCOMPARE(quoted(QStringLiteral("a\"b\\c")), QStringLiteral("\"a\\\"b\\\\c\""));
    }
    // The example of the provider's guide, whatever paths the tenant has.
    void thePatchIsTheGuides()
    {
        for (const auto style : {domain::PathStyle::V2024, domain::PathStyle::V1}) {
            support::SailPointPeer s;
            s.tenant.pathStyle = style;
            s.api->adoptPaths(style, 0);
            s.answers({}, 204);
            using domain::Field;
            QVERIFY(support::await(net::sailpoint::patchIdentityDirect(*s.api, core::IdentityId(QStringLiteral("i1")),
                {{Field::IdvVerified, QStringLiteral("idvVerified"), QStringLiteral("true")},
                    {Field::IdvIal, QStringLiteral("idvIAL"), QStringLiteral("2")}})));
            QCOMPARE(s.line(), QByteArray("PATCH /v3/identities/i1"));
            QCOMPARE(s.last().header("Content-Type"), QByteArray("application/json"));
            QCOMPARE(QJsonDocument::fromJson(s.last().body),
                QJsonDocument::fromJson(R"([{"op":"replace","path":"/attributes/idvVerified","value":true},
                    {"op":"replace","path":"/attributes/idvIAL","value":2}])"));
        }
    }
    void aPageKeepsEveryTypeAsText()
    {
        net::sailpoint::IdentityPage page;
        const QByteArray body =
            R"([{"id":"a","name":"ana","displayName":"Ana","email":null,"attributes":{"idvVerified":true,)"
            R"("idvIAL":2,"idvVerifiedDate":1787393700000,"phone":null,"idvStatus":"VERIFIED","odd":[1]}}])";
        QVERIFY(page.parse(body, net::sailpoint::PageKind::Search, {}));
        QCOMPARE(page.rows().size(), size_t(1));
        const auto &r = page.rows().front();
        using domain::Field;
        QCOMPARE(r.fields[size_t(Field::IdvVerified)], std::string_view("true"));
        QCOMPARE(r.fields[size_t(Field::IdvIal)], std::string_view("2"));
        QCOMPARE(r.fields[size_t(Field::IdvVerifiedDate)], std::string_view("1787393700000"));
        QCOMPARE(r.name, std::string_view("Ana"));
        QCOMPARE(r.alias, std::string_view("ana"));
        QCOMPARE(page.lastId(), QStringLiteral("a"));
    }
    void aBadPageIsRefusedWhole_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("truncated") << QByteArray(R"([{"id":"a"},{"id":)");
        QTest::newRow("object") << QByteArray(R"({"id":"a"})");
        QTest::newRow("no id") << QByteArray(R"([{"id":"a"},{"name":"b"}])");
        QTest::newRow("id is a number") << QByteArray(R"([{"id":7}])");
        QTest::newRow("not json") << QByteArray("<html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("bad utf-8") << QByteArray("[{\"id\":\"\xff\xfe\"}]");
        QTest::newRow("deep") << QByteArray(3000, '[');
    }
    void aBadPageIsRefusedWhole()
    {
        QFETCH(QByteArray, body);
        net::sailpoint::IdentityPage page;
        const auto r = page.parse(body, net::sailpoint::PageKind::Search, {});
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Protocol);
        QVERIFY(page.rows().empty());
    }
    void theSeedBody()
    {
        net::CreateRequest r;
        r.userIdentifier = QStringLiteral("a@b");
        r.firstName = QStringLiteral("A");
        r.lastName = QStringLiteral("B");
        r.documents = {QStringLiteral("passport")};
        QCOMPARE(QJsonDocument(net::createBody(r)).toJson(QJsonDocument::Compact),
            QByteArray(R"({"document_types":["passport"],"first_name":"A","last_name":"B","required_ial":2,)"
                       R"("user_identifier":"a@b"})"));
        r.phone = QStringLiteral("+34600");
        r.callbackUrl = QStringLiteral("https://x");
        QVERIFY(net::createBody(r).contains(QLatin1String("phone")) &&
                net::createBody(r).contains(QLatin1String("callback_url")));
    }
    void pointersFindWhatTheyName()
    {
        const QJsonObject o = QJsonDocument::fromJson(R"({"data":{"a/b":[{"id":"x"}]}})").object();
        QCOMPARE(net::atPointer(o, QStringLiteral("/data/a~1b/0/id")).toString(), QStringLiteral("x"));
        QVERIFY(net::atPointer(o, QStringLiteral("/data/none")).isUndefined());
    }
};
IDV_TEST(SailPointParts)
#include "tst_sailpointparts.moc"
