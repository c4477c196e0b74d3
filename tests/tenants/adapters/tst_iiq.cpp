#include "httpd/server.h"
#include "lab/lab.h"
#include "net/iiq/plugin.h"
#include "net/iiq/scim.h"
#include "net/sailpoint/identitypage.h"
#include "support/await.h"
#include "support/registry.h"
#include <QJsonDocument>

using core::ErrorCode;
using domain::Field;
using net::sailpoint::IdentityPage;
using net::sailpoint::PageKind;
using support::await;

namespace {

struct Stand
{
    explicit Stand(lab::Options o = {}, const QString &fault = {})
    {
        if (o.identities == 5000)
            o.identities = 60;
        if (!fault.isEmpty())
            o.rules << fault;
        simulator = *lab::Lab::start(o, clock);
        const auto &e = simulator->endpoints();
        tenant.product = domain::Product::IdentityIq;
        tenant.sailpointUrl = e.iiqUrl;
        tenant.clientId = e.iiqClientId;
        secret = e.iiqClientSecret.toUtf8();
        make();
    }
    void make()
    {
        api = std::make_unique<net::sailpoint::Api>(
            tenant, http, [this] { return core::ready<core::SecretPtr>(core::makeSecret(secret)); }, clock);
    }
    qint64 asked(const char *what)
    {
        return simulator->counters()
            .value(QLatin1String("identityiq"))
            .toObject()
            .value(QLatin1String(what))
            .toInteger();
    }
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    net::Http http{[] {
                       net::HttpOptions o;
                       o.proxy = QStringLiteral("none");
                       o.tries = 1;
                       return o;
                   }(),
        std::make_shared<net::NoLimiter>(), clock};
    std::unique_ptr<lab::Lab> simulator;
    domain::Tenant tenant;
    QByteArray secret;
    std::unique_ptr<net::sailpoint::Api> api;
};

const QByteArray scimPage =
    "{\"totalResults\":1,\"startIndex\":1,\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],"
    "\"Resources\":[{\"id\":\"c0b4\",\"userName\":\"Mock.User\",\"di"
    "splayName\":\"Mock User\",\"name\":{\"formatted\":\"M. "
    "User\",\"familyName\":\"User\",\"givenName\":\"Mock\"},\"userType\":\"employee\",\"active\":false,\"emails\":[{"
    "\"value\":\""
    "other@x.example\"},{\"value\":\"mock@x.example\",\"primary\":\"true\"}],\"urn:ietf:params:scim:schemas:sailpoint:"
    "1.0:User\":{\"idvVerified\":true,\"idvIAL\":2,\"idvVe"
    "rifiedDate\":\"2026-01-02T03:04:05.000Z\",\"phone\":\"+15551234567\",\"capabilities\":[\"SystemAdministrator\"],"
    "\"accounts\":[{\"value\":\"x\"}]},\"urn:ietf:params:scim"
    ":schemas:extension:enterprise:2.0:User\":{\"manager\":{\"displayName\":\"Bob "
    "Smith\"}},\"meta\":{\"lastModified\":\"2022-02-11T01:08:45.866-05:00\",\"version\":\"W\\\"1"
    "\\\"\"}}]}";
const QByteArray tablePage =
    "{\"count\":1,\"objects\":[{\"id\":\"8a80\",\"name\":\"ann\",\"displayName\":\"Ann "
    "Example\",\"firstname\":\"Ann\",\"lastname\":\"Example\",\"email\":\"ann@x.example\",\"inactive\":"
    "false,\"modified\":1318884600000,\"idvStatus\":\"VERIFIED\"}]}";

QJsonArray resources(const net::sailpoint::RawPage &p)
{
    return QJsonDocument::fromJson(p.body).object().value(QLatin1String("Resources")).toArray();
}

} // namespace

class IdentityIqCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsInWithBasicAndPings()
    {
        Stand s;
        const auto info = await(s.api->signIn());
        QVERIFY(bool(info));
        QVERIFY(info->hasUser);
        QVERIFY(info->lifetime.count() > 60);
        QVERIFY(bool(await(net::iiq::ping(*s.api))));
        QCOMPARE(s.asked("token"), 1);
    }
    void aWrongSecretIsSaid()
    {
        Stand s;
        s.secret = "wrong";
        QCOMPARE(await(s.api->signIn()).error().code, ErrorCode::Unauthorized);
    }
    void onlyAnAnswerThatDependsOnThePasswordSignsIn_data()
    {
        QTest::addColumn<int>("toNobody");
        QTest::addColumn<int>("toThePerson");
        QTest::addColumn<int>("calls");
        QTest::addColumn<QString>("outcome"); // empty: signed in
        const auto row = [](const char *name, int toNobody, int toThePerson, int calls, ErrorCode code) {
            QTest::newRow(name) << toNobody << toThePerson << calls << core::codeName(code);
        };
        QTest::newRow("an ordinary server") << 401 << 200 << 2 << QString();
        QTest::newRow("one that refuses with 403") << 403 << 200 << 2 << QString();
        QTest::newRow("one that answers without a body") << 401 << 204 << 2 << QString();
        row("a wrong password", 401, 401, 2, ErrorCode::Unauthorized);
        row("403 to everything", 403, 403, 2, ErrorCode::Forbidden);
        row("403 to the person", 401, 403, 2, ErrorCode::Forbidden);
        row("200 to everything", 200, 200, 1, ErrorCode::Conflict);
        row("200 to everybody but the person", 204, 401, 1, ErrorCode::Conflict);
        row("nothing there", 404, 404, 1, ErrorCode::NotFound);
        row("404 to nobody, 200 to the person", 404, 200, 1, ErrorCode::NotFound);
        row("a page elsewhere", 302, 200, 1, ErrorCode::Protocol);
        row("a redirect for the person", 401, 302, 2, ErrorCode::Protocol);
        row("out of order", 503, 200, 1, ErrorCode::Server);
        row("asked to wait", 429, 200, 1, ErrorCode::RateLimited);
        row("out of order for the person", 401, 500, 2, ErrorCode::Server);
    }
    void onlyAnAnswerThatDependsOnThePasswordSignsIn()
    {
        QFETCH(int, toNobody);
        QFETCH(int, toThePerson);
        QList<QByteArray> names;
        QList<QByteArray> passwords;
        httpd::Server server([&](const httpd::Request &r) {
            const QByteArray pair = QByteArray::fromBase64(r.header("Authorization").mid(6));
            names << pair.left(pair.indexOf(':'));
            passwords << pair.mid(pair.indexOf(':') + 1);
            httpd::Response a;
            a.status = names.last() == "ann" ? toThePerson : toNobody;
            return a;
        });
        Stand s;
        s.tenant.sailpointUrl =
            QStringLiteral("http://127.0.0.1:%1/identityiq").arg(*server.listen(QHostAddress::LocalHost, 0));
        s.make();
        const auto r =
            await(net::iiq::signInOnce(*s.api, QStringLiteral("ann"), core::makeSecret(QByteArrayLiteral("her:own"))));
        QTEST(r ? QString() : core::codeName(r.error().code), "outcome");
        QTEST(int(names.size()), "calls");
        QVERIFY(names.first() != "ann" && names.first().size() > 20); // a failed try must not lock her account
        QVERIFY(passwords.first() != "her:own");
        if (names.size() > 1) {
            QCOMPARE(names.at(1), QByteArray("ann"));
            QCOMPARE(passwords.at(1), QByteArray("her:own"));
        }
        if (toNobody < 300)
            QVERIFY(r.error().text.contains(QLatin1String("proves nothing")));
    }
    void aServerThatIsAwaySignsNobodyIn()
    {
        Stand s;
        s.tenant.sailpointUrl = QStringLiteral("http://127.0.0.1:1/identityiq");
        s.make();
        QCOMPARE(await(net::iiq::signInOnce(*s.api, QStringLiteral("ann"), core::makeSecret(QByteArrayLiteral("x"))))
                     .error()
                     .code,
            ErrorCode::Offline);
    }
    void anOddNameIsNotSent()
    {
        Stand s;
        for (const QString &name : {QString(), QStringLiteral("ann:x")})
            QCOMPARE(await(net::iiq::signInOnce(*s.api, name, core::makeSecret(QByteArrayLiteral("x")))).error().code,
                ErrorCode::Usage);
    }
    void theSimulatorLooksAtNamesAndPasswords()
    {
        Stand s;
        const auto &e = s.simulator->endpoints();
        const auto with = [&s](const QString &name, const QString &password) {
            return await(net::iiq::signInOnce(*s.api, name, core::makeSecret(password.toUtf8())));
        };
        QVERIFY(bool(with(e.iiqReviewer, e.iiqReviewerPassword)));
        QCOMPARE(with(e.iiqReviewer, QStringLiteral("wrong")).error().code, ErrorCode::Unauthorized);
        QCOMPARE(with(QStringLiteral("nobody"), e.iiqReviewerPassword).error().code, ErrorCode::Unauthorized);
    }
    void anAddressThatIsNoIdentityIqIsSaid()
    {
        Stand s;
        s.tenant.sailpointUrl = s.simulator->endpoints().iiqUrl + QStringLiteral("/define");
        s.make();
        const auto r = await(s.api->signIn());
        QCOMPARE(r.error().code, ErrorCode::NotFound);
        QVERIFY(r.error().text.contains(QLatin1String("IdentityIQ")));
    }
    void callsOfTheOtherProductNeverLeave()
    {
        Stand s;
        const auto r = await(net::sailpoint::getIdentity(*s.api, core::IdentityId(QStringLiteral("x"))));
        QCOMPARE(r.error().field, QStringLiteral("unsupported"));
        QCOMPARE(r.error().text, QStringLiteral("Not available with IdentityIQ."));
        QCOMPARE(s.asked("token"), 0);
        s.tenant.product = domain::Product::SecurityCloud;
        s.make();
        QCOMPARE(await(net::iiq::ping(*s.api)).error().field, QStringLiteral("unsupported"));
    }
    void peopleComeInPagesFromOne()
    {
        Stand s;
        const auto first = await(net::iiq::listUsers(*s.api, 0, 25, {})),
                   second = await(net::iiq::listUsers(*s.api, 25, 25, {})),
                   third = await(net::iiq::listUsers(*s.api, 50, 25, {})),
                   after = await(net::iiq::listUsers(*s.api, 75, 25, {}));
        QCOMPARE(*first->total, 60);
        QSet<QString> ids;
        QStringList names;
        for (const auto *page : {&first, &second, &third}) {
            const QJsonArray all = resources(**page);
            for (const auto &v : all) {
                ids << v.toObject().value(QLatin1String("id")).toString();
                names << v.toObject().value(QLatin1String("userName")).toString();
            }
        }
        QCOMPARE(ids.size(), 60);
        QVERIFY(std::is_sorted(names.begin(), names.end()));
        IdentityPage page;
        QVERIFY(bool(page.parse(after->body, PageKind::Scim, {})));
        QVERIFY(page.rows().empty());
    }
    void aFilterFromAPersonStaysOneValue()
    {
        Stand s;
        const auto all = await(net::iiq::listUsers(*s.api, 0, 1, {}));
        const QString name = resources(*all).first().toObject().value(QLatin1String("userName")).toString();
        QCOMPARE(
            *await(net::iiq::listUsers(*s.api, 0, 10, domain::scimEquals(QStringLiteral("userName"), name)))->total, 1);
        QCOMPARE(*await(net::iiq::listUsers(*s.api, 0, 10,
                            domain::scimEquals(QStringLiteral("userName"),
                                QStringLiteral("x\" or userName pr or userName eq \"") + name)))
                      ->total,
            0);
        QCOMPARE(await(net::iiq::listUsers(*s.api, 0, 10, QStringLiteral("userName pr"))).error().httpStatus, 400);
    }
    void aScimPageBecomesRows()
    {
        IdentityPage page;
        QVERIFY(bool(page.parse(scimPage, PageKind::Scim, {})));
        QCOMPARE(page.rows().size(), size_t(1));
        const auto &r = page.rows().front();
        const auto field = [&r](Field f) { return std::string(r.fields[size_t(f)]); };
        QCOMPARE(std::string(r.id), std::string("c0b4"));
        QCOMPARE(std::string(r.name), std::string("Mock User"));
        QCOMPARE(std::string(r.alias), std::string("Mock.User"));
        QCOMPARE(std::string(r.email), std::string("mock@x.example"));
        QCOMPARE(std::string(r.lifecycle), std::string("inactive"));
        QCOMPARE(std::string(r.manager), std::string("Bob Smith"));
        QCOMPARE(std::string(r.profile), std::string("employee"));
        QCOMPARE(field(Field::FirstName), std::string("Mock"));
        QCOMPARE(field(Field::LastName), std::string("User"));
        QCOMPARE(field(Field::IdvVerified), std::string("true"));
        QCOMPARE(field(Field::IdvIal), std::string("2"));
        QCOMPARE(field(Field::Mobile), std::string("+15551234567"));
        QCOMPARE(std::string(r.modified), std::string("2022-02-11T01:08:45.866-05:00"));
    }
    void onlyWhatIsSaidIsActive_data()
    {
        QTest::addColumn<QByteArray>("active");
        QTest::addColumn<QString>("lifecycle");
        for (const char *yes : {"true", "\"true\"", "\"True\"", "1", "\"1\""})
            QTest::newRow(yes) << QByteArray(yes) << QStringLiteral("active");
        for (const char *no : {"false", "\"False\"", "\"false\"", "0", "\"0\""})
            QTest::newRow(no) << QByteArray(no) << QStringLiteral("inactive");
        for (const char *odd : {"null", "\"\"", "\"perhaps\"", "2", "[]", "{}"})
            QTest::newRow(odd) << QByteArray(odd) << QString();
    }
    void onlyWhatIsSaidIsActive()
    {
        QFETCH(QByteArray, active);
        QFETCH(QString, lifecycle);
        IdentityPage page;
        const auto word = [](std::string_view v) { return QString::fromUtf8(v.data(), qsizetype(v.size())); };
        QVERIFY(bool(page.parse(
            "{\"totalResults\":1,\"Resources\":[{\"id\":\"i1\",\"userName\":\"ann\",\"active\":" + active + "}]}",
            PageKind::Scim, {})));
        QCOMPARE(word(page.rows().front().lifecycle), lifecycle);
        QVERIFY(bool(page.parse("[{\"id\":\"i1\",\"name\":\"ann\",\"active\":" + active + "}]", PageKind::Table, {})));
        QCOMPARE(word(page.rows().front().lifecycle), lifecycle);
        QVERIFY(bool(page.parse(
            "{\"totalResults\":1,\"Resources\":[{\"id\":\"i1\",\"userName\":\"ann\"}]}", PageKind::Scim, {})));
        QCOMPARE(word(page.rows().front().lifecycle), QString());
    }
    void aLogInNameIsNobodysName()
    {
        IdentityPage page;
        const auto word = [](std::string_view v) { return QString::fromUtf8(v.data(), qsizetype(v.size())); };
        QVERIFY(bool(
            page.parse(R"({"totalResults":1,"Resources":[{"id":"i1","userName":"aschmidt","name":{"givenName":"Anna",)"
                       R"("familyName":"Schmidt"}}]})",
                PageKind::Scim, {})));
        QCOMPARE(word(page.rows().front().name), QStringLiteral("Anna Schmidt"));
        QVERIFY(bool(page.parse(
            R"({"totalResults":1,"Resources":[{"id":"i1","userName":"aschmidt","displayName":"Schmidt, Anna",)"
            R"("name":{"givenName":"Anna","familyName":"Schmidt"}}]})",
            PageKind::Scim, {})));
        QCOMPARE(word(page.rows().front().name), QStringLiteral("Schmidt, Anna"));
        QVERIFY(bool(
            page.parse(R"({"totalResults":1,"Resources":[{"id":"i1","userName":"aschmidt"}]})", PageKind::Scim, {})));
        QCOMPARE(word(page.rows().front().name), QStringLiteral("aschmidt"));
    }
    void aTablePageBecomesRows()
    {
        IdentityPage page;
        QVERIFY(bool(page.parse(tablePage, PageKind::Table, {})));
        const auto &r = page.rows().front();
        QCOMPARE(std::string(r.name), std::string("Ann Example"));
        QCOMPARE(std::string(r.modified), std::string("1318884600000"));
        QCOMPARE(std::string(r.fields[size_t(Field::IdvStatus)]), std::string("VERIFIED"));
        QVERIFY(bool(page.parse("[]", PageKind::Table, {})));
        QVERIFY(page.rows().empty());
        for (const char *bad : {"{}", "\"x\"", "{\"Resources\":5}", "{\"objects\":[{\"name\":\"x\"}]}",
                 "{\"totalResults\":1,\"Resources\":[{}]}"})
            QVERIFY2(!page.parse(bad, PageKind::Scim, {}), bad);
    }
    void aRecordIsReplacedWholeAndOnlyWhenNobodyWasFaster()
    {
        Stand s;
        const QJsonObject one = resources(*await(net::iiq::listUsers(*s.api, 0, 1, {}))).first().toObject();
        const core::IdentityId id(one.value(QLatin1String("id")).toString());
        const auto read = await(net::iiq::getUser(*s.api, id));
        QVERIFY(bool(read));
        const QJsonObject changed =
            net::iiq::merged(*read, {{QStringLiteral("idvStatus"), QStringLiteral("VERIFIED")},
                                        {QStringLiteral("idvSessionId"), QStringLiteral("k1")}});
        // Everything that was read is still there.
        for (auto it = read->begin(); it != read->end(); ++it)
            QVERIFY2(changed.contains(it.key()), qPrintable(it.key()));
        QCOMPARE(net::iiq::extensionOf(changed).value(QLatin1String("phone")),
            net::iiq::extensionOf(*read).value(QLatin1String("phone")));
        QVERIFY(bool(await(net::iiq::putUser(*s.api, changed))));
        QCOMPARE(net::iiq::extensionOf(*await(net::iiq::getUser(*s.api, id)))
                     .value(QLatin1String("idvSessionId"))
                     .toString(),
            QStringLiteral("k1"));
        // The version that was read is old now.
        const auto late = await(net::iiq::putUser(
            *s.api, net::iiq::merged(*read, {{QStringLiteral("idvSessionId"), QStringLiteral("k2")}})));
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QVERIFY(!late.error().mayHaveReachedServer);
        QCOMPARE(net::iiq::extensionOf(*await(net::iiq::getUser(*s.api, id)))
                     .value(QLatin1String("idvSessionId"))
                     .toString(),
            QStringLiteral("k1"));
    }
    void aReplacementWithoutAnAnswerIsSentOnce()
    {
        Stand s({}, QStringLiteral("identityiq:replace:reset"));
        const QJsonObject one = resources(*await(net::iiq::listUsers(*s.api, 0, 1, {}))).first().toObject();
        const auto r = await(net::iiq::putUser(*s.api, one));
        QVERIFY(!r);
        QVERIFY(r.error().mayHaveReachedServer);
        QCOMPARE(s.asked("PUT /scim/v2/Users"), 1);
    }
    void aWorkflowIsLaunchedByItsName()
    {
        Stand s;
        const QString id = resources(*await(net::iiq::listUsers(*s.api, 0, 1, {})))
                               .first()
                               .toObject()
                               .value(QLatin1String("id"))
                               .toString();
        const QJsonObject input{{QStringLiteral("identityId"), id},
            {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("idvStatus"), QStringLiteral("VERIFIED")}}}};
        const auto task = await(net::iiq::launchWorkflow(*s.api, s.simulator->endpoints().iiqWorkflow, input));
        QVERIFY2(bool(task), task ? "" : qPrintable(task.error().detail));
        QVERIFY(bool(await(net::iiq::taskResult(*s.api, *task))));
        const auto no = await(net::iiq::launchWorkflow(*s.api, QStringLiteral("No such"), input));
        QCOMPARE(no.error().code, ErrorCode::Rejected);
        QVERIFY(no.error().detail.contains(QLatin1String("workflow")));
    }
    void thePluginListsAndDecides()
    {
        Stand s;
        s.tenant.identityIq.deniedState = QStringLiteral("Rejected");
        s.make();
        const auto items = await(net::iiq::objects(*s.api, QStringLiteral("WorkItem"), {}));
        QVERIFY(items->size() > 5);
        const QString id = items->first().toObject().value(QLatin1String("id")).toString();
        QVERIFY(bool(await(net::iiq::object(*s.api, QStringLiteral("WorkItem"), id))));
        QVERIFY(bool(await(net::iiq::decide(*s.api, QStringLiteral("WorkItem"), id,
            {s.simulator->endpoints().iiqOperatorId, QStringLiteral("Finished"), QStringLiteral("Fine")}))));
        QCOMPARE(await(net::iiq::object(*s.api, QStringLiteral("WorkItem"), id)).error().code, ErrorCode::NotFound);
        QCOMPARE(s.asked("PUT /object/WorkItem"), 1);
        const auto members =
            await(net::iiq::workgroupMembers(*s.api, QStringLiteral("2c918084600000000000000000009999")));
        QCOMPARE(members->size(), 2);
        QVERIFY(members->at(1).id == s.simulator->endpoints().iiqOperatorId && !members->at(1).name.isEmpty());
        QVERIFY(!await(net::iiq::workgroupMembers(*s.api, s.simulator->endpoints().iiqOperatorId)));
        QCOMPARE(await(net::iiq::rows(*s.api, QStringLiteral("CertificationEntity"), {}))->size(), 3);
    }
    void theMethodIsSaidAndNeverTriedInTurn()
    {
        lab::Options o;
        o.iiqPost = true;
        Stand s(o);
        const QString id = await(net::iiq::objects(*s.api, QStringLiteral("WorkItem"), {}))
                               ->first()
                               .toObject()
                               .value(QLatin1String("id"))
                               .toString();
        const net::iiq::Decision d{s.simulator->endpoints().iiqOperatorId, QStringLiteral("Finished"), {}};
        QCOMPARE(await(net::iiq::decide(*s.api, QStringLiteral("WorkItem"), id, d)).error().httpStatus, 405);
        QCOMPARE(s.asked("POST /object/WorkItem"), 0);
        s.tenant.identityIq.method = domain::WorkItemMethod::Post;
        s.make();
        QVERIFY(bool(await(net::iiq::decide(*s.api, QStringLiteral("WorkItem"), id, d))));
        QCOMPARE(s.asked("POST /object/WorkItem"), 1);
    }
    void aMissingPluginIsNotThere()
    {
        lab::Options o;
        o.iiqPlugin = false;
        Stand s(o);
        QCOMPARE(await(net::iiq::objects(*s.api, QStringLiteral("WorkItem"), {})).error().code, ErrorCode::NotFound);
    }
};
IDV_TEST(IdentityIqCalls)
#include "tst_iiq.moc"
