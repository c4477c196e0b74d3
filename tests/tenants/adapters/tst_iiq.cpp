#include "lab/lab.h"
#include "net/iiq/plugin.h"
#include "net/iiq/scim.h"
#include "net/sailpoint/identitypage.h"
#include "support/await.h"
#include "support/registry.h"
#include "tenants/adapters/iiqstand.h"
#include <QJsonDocument>

using core::ErrorCode;
using domain::Field;
using net::sailpoint::IdentityPage;
using net::sailpoint::PageKind;
using support::await;
using support::IdentityIqStand;

namespace {

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

QJsonObject own(const QJsonObject &user)
{
    return user.value(net::iiq::userExtension()).toObject();
}

} // namespace

class IdentityIqCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void peopleComeInPagesFromOne()
    {
        IdentityIqStand s;
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
        IdentityIqStand s;
        const auto all = await(net::iiq::listUsers(*s.api, 0, 1, {}));
        const QString name = resources(*all).first().toObject().value(QLatin1String("userName")).toString();
        QCOMPARE(
            *await(net::iiq::listUsers(*s.api, 0, 10, domain::scimEquals(QStringLiteral("userName"), name)))->total, 1);
        QCOMPARE(*await(net::iiq::listUsers(*s.api, 0, 10,
                            domain::scimEquals(QStringLiteral("userName"),
                                QStringLiteral("x\" or userName pr or userName eq \"") + name)))
                      ->total,
            0);
        QVERIFY(*await(net::iiq::listUsers(*s.api, 0, 10, QStringLiteral("userName pr")))->total > 1);
        const auto refused = await(net::iiq::listUsers(*s.api, 0, 10, QStringLiteral("userName is somebody")));
        QVERIFY(!refused);
        QCOMPARE(refused.error().httpStatus, 400);
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
        IdentityIqStand s;
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
        QCOMPARE(own(changed).value(QLatin1String("phone")), own(*read).value(QLatin1String("phone")));
        QVERIFY(bool(await(net::iiq::putUser(*s.api, changed))));
        QCOMPARE(own(*await(net::iiq::getUser(*s.api, id))).value(QLatin1String("idvSessionId")).toString(),
            QStringLiteral("k1"));
        // The version that was read is old now.
        const auto late = await(net::iiq::putUser(
            *s.api, net::iiq::merged(*read, {{QStringLiteral("idvSessionId"), QStringLiteral("k2")}})));
        QCOMPARE(late.error().code, ErrorCode::Conflict);
        QVERIFY(!late.error().mayHaveReachedServer);
        QCOMPARE(own(*await(net::iiq::getUser(*s.api, id))).value(QLatin1String("idvSessionId")).toString(),
            QStringLiteral("k1"));
    }
    void aReplacementWithoutAnAnswerIsSentOnce()
    {
        IdentityIqStand s({}, QStringLiteral("identityiq:replace:reset"));
        const QJsonObject one = resources(*await(net::iiq::listUsers(*s.api, 0, 1, {}))).first().toObject();
        const auto r = await(net::iiq::putUser(*s.api, one));
        QVERIFY(!r);
        QVERIFY(r.error().mayHaveReachedServer);
        QCOMPARE(s.asked("PUT /scim/v2/Users"), 1);
    }
    void aWorkflowIsLaunchedByItsName()
    {
        IdentityIqStand s;
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
        IdentityIqStand s;
        s.tenant.identityIq.deniedState = QStringLiteral("Rejected");
        s.make();
        const auto items = await(net::iiq::workItems(*s.api, {}));
        QVERIFY(items->size() > 5);
        const QString id = items->first().id;
        QVERIFY(bool(await(net::iiq::workItem(*s.api, id))));
        QVERIFY(bool(await(net::iiq::decide(*s.api, net::iiq::PluginType::WorkItem, id,
            {s.simulator->endpoints().iiqOperatorId, QStringLiteral("Finished"), QStringLiteral("Fine")}))));
        QCOMPARE(await(net::iiq::workItem(*s.api, id)).error().code, ErrorCode::NotFound);
        QCOMPARE(s.asked("PUT /object/WorkItem"), 1);
        const auto members =
            await(net::iiq::workgroupMembers(*s.api, QStringLiteral("2c918084600000000000000000009999")));
        QCOMPARE(members->size(), 2);
        QVERIFY(members->at(1).id == s.simulator->endpoints().iiqOperatorId && !members->at(1).name.isEmpty());
        QVERIFY(!await(net::iiq::workgroupMembers(*s.api, s.simulator->endpoints().iiqOperatorId)));
        QCOMPARE(await(net::iiq::certifications(*s.api, {}))->size(), 3);
    }
    void theMethodIsSaidAndNeverTriedInTurn()
    {
        lab::Options o;
        o.iiqPost = true;
        IdentityIqStand s(o);
        const QString id = await(net::iiq::workItems(*s.api, {}))->first().id;
        const net::iiq::Decision d{s.simulator->endpoints().iiqOperatorId, QStringLiteral("Finished"), {}};
        QCOMPARE(await(net::iiq::decide(*s.api, net::iiq::PluginType::WorkItem, id, d)).error().httpStatus, 405);
        QCOMPARE(s.asked("POST /object/WorkItem"), 0);
        s.tenant.identityIq.method = domain::WorkItemMethod::Post;
        s.make();
        QVERIFY(bool(await(net::iiq::decide(*s.api, net::iiq::PluginType::WorkItem, id, d))));
        QCOMPARE(s.asked("POST /object/WorkItem"), 1);
    }
    void aMissingPluginIsNotThere()
    {
        lab::Options o;
        o.iiqPlugin = false;
        IdentityIqStand s(o);
        QCOMPARE(await(net::iiq::workItems(*s.api, {})).error().code, ErrorCode::NotFound);
    }
};
IDV_TEST(IdentityIqCalls)
#include "tst_iiq.moc"
