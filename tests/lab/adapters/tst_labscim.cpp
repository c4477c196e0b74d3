#include "lab/adapters/labcall.h"
#include "lab/iiq/scimdiscovery.h"
#include "lab/iiq/scimfilter.h"
#include "lab/iiq/scimpath.h"
#include "lab/iiq/scimquery.h"
#include "support/registry.h"

using namespace support;

namespace {

const QString ext = QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:User");

QJsonObject somebody()
{
    return QJsonDocument::fromJson(R"({"id": "aB1", "schemas": ["x"], "userName": "Ann.Example", "active": true,
        "name": {"givenName": "Ann", "familyName": "Example"}, "meta": {"lastModified": "2026-07-01T10:00:00.000Z"},
        "emails": [{"type": "work", "value": "ann@example.com"}, {"type": "home", "value": "a@home.example"}],
        "urn:ietf:params:scim:schemas:sailpoint:1.0:User": {"riskScore": 640, "idvStatus": null}})")
        .object();
}

bool isKnown(const QString &name)
{
    return lab::isScimUserAttribute(name, {QStringLiteral("riskScore"), QStringLiteral("idvStatus")});
}

} // namespace

class SimulatedScim : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFilterHoldsOrNot_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("isHeld");
        const auto row = [](const char *filter, bool held) {
            QTest::newRow(filter) << QLatin1String(filter) + QString() << held;
        };
        row("userName eq \"ann.example\"", true);
        row("USERNAME EQ \"ann.example\"", true);
        row("id eq \"aB1\"", true);
        row("id eq \"ab1\"", false); // an id is exact
        row("userName ne \"x\"", true);
        row("title ne \"x\"", true); // who has none has another
        row("title eq null", true);
        row("title pr", false);
        row("urn:ietf:params:scim:schemas:sailpoint:1.0:User:idvStatus pr", false); // null is nothing
        row("urn:ietf:params:scim:schemas:sailpoint:1.0:User:riskScore ge 640", true);
        row("urn:ietf:params:scim:schemas:sailpoint:1.0:User:riskScore gt \"6\"", false); // a text is no number
        row("urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"ann\"", true);
        row("emails.value ew \"home.example\"", true);
        row("emails co \"ann@\"", true);
        row("emails[type eq \"home\" and value co \"ann\"]", false); // of one element, both
        row("emails[type eq \"work\" and value co \"ann\"]", true);
        row("meta.lastModified gt \"2026-07-01T11:59:59+02:00\"", true); // as times, not as texts
        row("meta.lastModified lt \"2026-07-01T12:00:00+02:00\"", false);
        row("active eq false or name.givenName sw \"a\" and name.familyName sw \"e\"", true);
        row("(active eq false or name.givenName sw \"a\") and name.familyName sw \"z\"", false);
        row("not (active eq false)", true);
        row("userName eq \"a \\\"quoted\\\" name\"", false);
    }
    void aFilterHoldsOrNot()
    {
        QFETCH(QString, filter);
        QFETCH(bool, isHeld);
        const auto test = lab::scimFilter(filter, isKnown);
        QVERIFY(test);
        QCOMPARE((*test)(somebody()), isHeld);
    }
    void whatIsNoFilterIsNone_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char *f : {"", "   ", "userName", "userName eq", "userName is \"x\"", "userName eq x", "eq \"x\"",
                 "userName eq \"x", "(userName pr", "userName pr)", "userName pr and", "not userName pr",
                 "shoeSize eq 4", "urn:none:User:userName pr", "emails[type pr", "emails[emails[type pr]]",
                 "userName pr pr", "name.given-name.x pr", "userName eq {}", "active gt false", "userName co 4",
                 "active sw true", "title gt null", "userName eq \"a\" \"b\""})
            QTest::newRow(f) << QString::fromLatin1(f);
        QString many = QStringLiteral("id pr");
        while (many.size() < 4200)
            many += QStringLiteral(" or id pr");
        QTest::newRow("long") << many;
        QTest::newRow("deep") << QString(5000, QLatin1Char('(')) + QStringLiteral("userName pr");
    }
    void whatIsNoFilterIsNone()
    {
        QFETCH(QString, filter);
        QVERIFY(!lab::scimFilter(filter, isKnown));
    }
    void onlyWhatIsAskedForIsShown()
    {
        const QJsonObject all = somebody();
        const auto keys = [](const QJsonObject &o) { return o.keys().join(QLatin1Char(' ')); };
        QCOMPARE(keys(lab::scimProjected(all, QStringLiteral("username,name.GIVENNAME,none"), {})),
            QStringLiteral("id name schemas userName"));
        QCOMPARE(keys(lab::scimProjected(all, QStringLiteral("name.givenName,name.familyName"), {})
                          .value(QLatin1String("name"))
                          .toObject()),
            QStringLiteral("familyName givenName"));
        const auto mails = lab::scimProjected(all, QStringLiteral("emails.type,emails.value,userName.x"), {});
        QCOMPARE(keys(mails), QStringLiteral("emails id schemas"));
        QCOMPARE(mails.value(QLatin1String("emails")), all.value(QLatin1String("emails")));
        const auto less = lab::scimProjected(all, {}, QStringLiteral("id,emails.value,") + ext);
        QCOMPARE(keys(less), QStringLiteral("active emails id meta name schemas userName"));
        QCOMPARE(keys(less.value(QLatin1String("emails")).toArray().first().toObject()), QStringLiteral("type"));
    }
    void aQueryIsReadInBothForms()
    {
        httpd::Response fault;
        const auto q = lab::scimQuery(
            questioned("startIndex=-3&count=5000&sortOrder=Descending&attributes=id&excludedAttributes=id"), isKnown,
            fault);
        QVERIFY(q);
        QCOMPARE(q->startIndex, 1);
        QCOMPARE(q->count, lab::mostOfAScimList);
        QCOMPARE(
            lab::scimQuery(questioned("startIndex=9223372036854775807"), isKnown, fault)->startIndex, 1'000'000'000);
        httpd::Request noObject = asked("POST", QJsonObject());
        noObject.body = "[]";
        QVERIFY(!lab::scimQuery(noObject, isKnown, fault));
        QVERIFY(q->isDescending && q->excluded.isEmpty());
        const auto body = asked(
            "POST", QJsonObject{{QStringLiteral("count"), 3},
                        {QStringLiteral("attributes"), QJsonArray{QStringLiteral("id"), QStringLiteral("meta")}}});
        QCOMPARE(lab::scimQuery(body, isKnown, fault)->attributes, QStringLiteral("id,meta"));
        QCOMPARE(lab::scimQuery(body, isKnown, fault)->count, 3);
        for (const char *wrong : {"count=x", "startIndex=1.5", "sortOrder=up", "sortBy=shoeSize", "filter=x"})
            QVERIFY2(!lab::scimQuery(questioned(wrong), isKnown, fault) && fault.status == 400, wrong);
    }
    void whatAServerSaysOfItselfIsFound()
    {
        const QJsonObject schema{{QStringLiteral("id"), ext}};
        QCOMPARE(lab::scimDiscovery({QStringLiteral("ResourceTypes"), QStringLiteral("User")}, schema)->status, 200);
        QCOMPARE(lab::scimDiscovery({QStringLiteral("ResourceTypes"), QStringLiteral("Shoe")}, schema)->status, 404);
        QCOMPARE(lab::scimDiscovery({QStringLiteral("Schemas"), ext}, schema)->status, 200);
        QVERIFY(!lab::scimDiscovery({QStringLiteral("Shoes")}, schema));
    }
};
IDV_TEST(SimulatedScim)
#include "tst_labscim.moc"
