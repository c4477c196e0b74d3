#include "lab/adapters/labcall.h"
#include "lab/iiq/iiqpeople.h"
#include "lab/iiq/iiqplugin.h"
#include "lab/iiq/iiqusers.h"
#include "lab/iiq/iiqworkitems.h"
#include "support/registry.h"

using namespace support;

namespace {

const QString schemaOfUser = QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:User");

struct IiqParts : LabParts
{
    explicit IiqParts(const std::function<void(lab::Options &)> &change = {}) : LabParts(change) {}
    lab::Directory directory{options, labNow};
    lab::IiqUsers users{options, directory, clock};
    lab::IiqPlugin plugin{options, ends, directory, clock};

    QJsonObject list(const char *query) { return objectOf(users.handle({}, questioned(query))); }
    QString id(quint32 position) const { return QString::fromLatin1(idOf(position)); }
    QJsonObject user(quint32 position) { return objectOf(users.handle({id(position)}, asked("GET"))); }
    httpd::Response put(quint32 position, const QJsonObject &record, const QByteArray &tag = {})
    {
        QList<httpd::Header> headers;
        if (!tag.isEmpty())
            headers.append({"If-Match", tag});
        return users.handle({id(position)}, asked("PUT", record, headers));
    }
    httpd::Response decide(const char *method, const char *type, const QString &what, const QJsonObject &body)
    {
        return plugin.handle(method, {QStringLiteral("object"), QLatin1String(type), what}, asked(method, body));
    }
    QJsonArray open() { return plugin.workItems().open(); }
    QJsonArray table(const char *name, const char *query = "")
    {
        return objectOf(plugin.handle("GET", {QStringLiteral("table"), QLatin1String(name)}, questioned(query)))
            .value(QLatin1String("objects"))
            .toArray();
    }
    QJsonObject finished(const QString &by) const
    {
        return {{QStringLiteral("state"), QStringLiteral("Finished")}, {QStringLiteral("approver"), by},
            {QStringLiteral("comment"), QStringLiteral("fine")}};
    }
    QString ownItem()
    {
        const auto all = open();
        for (const auto &i : all) {
            if (textOf(i.toObject().value(QLatin1String("owner")), "id") == ends.iiqOperatorId &&
                textOf(i, "type") == QLatin1String("Approval"))
                return textOf(i, "id");
        }
        return {};
    }
};

} // namespace

class SimulatedIdentityIq : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void usersAreListedByNameInPages()
    {
        IiqParts p;
        const auto first = p.list("startIndex=1&count=50");
        QCOMPARE(first.value(QLatin1String("totalResults")).toInt(), 120);
        const auto page = first.value(QLatin1String("Resources")).toArray();
        QCOMPARE(page.size(), 50);
        QVERIFY(textOf(page.at(0), "userName") < textOf(page.at(1), "userName"));
        QCOMPARE(p.list("startIndex=101&count=50").value(QLatin1String("Resources")).toArray().size(), 20);
        QVERIFY(!p.list("startIndex=500&count=50").contains(QLatin1String("Resources")));
    }
    void aFilterThatIsNotKnownIsRefused()
    {
        IiqParts p;
        const QString name = textOf(p.user(4), "userName");
        const auto found = p.list("filter=userName%20eq%20%22" + name.toUtf8().toPercentEncoding() + "%22")
                               .value(QLatin1String("Resources"));
        QCOMPARE(found.toArray().size(), 1);
        const auto refused = p.users.handle({}, questioned("filter=shoe%20eq%20%22x%22"));
        QCOMPARE(refused.status, 400);
        QCOMPARE(textOf(objectOf(refused), "scimType"), QStringLiteral("invalidFilter"));
        QCOMPARE(p.users.handle({QStringLiteral("nobody")}, asked("GET")).status, 404);
        QCOMPARE(p.users.handle({}, asked("POST", QJsonObject{})).status, 501);
        QCOMPARE(p.users.handle({p.id(4)}, asked("PATCH", QJsonObject{})).status, 501);
    }
    void aRecordIsReplacedWhole()
    {
        IiqParts p;
        QJsonObject record = p.user(4);
        QJsonObject own = record.value(schemaOfUser).toObject();
        own.insert(QStringLiteral("idvStatus"), QStringLiteral("VERIFIED"));
        own.remove(QStringLiteral("employeeNumber"));
        record.insert(schemaOfUser, own);
        p.clock->advance(1000);
        const QByteArray tag =
            record.value(QLatin1String("meta")).toObject().value(QLatin1String("version")).toString().toLatin1();
        QCOMPARE(p.put(4, record, "W/\"another\"").status, 412);
        QCOMPARE(p.put(4, record, tag).status, 200);
        const auto after = p.user(4).value(schemaOfUser).toObject();
        QCOMPARE(after.value(QLatin1String("idvStatus")).toString(), QStringLiteral("VERIFIED"));
        QVERIFY(after.value(QLatin1String("employeeNumber")).toString().isEmpty());
        QCOMPARE(p.put(4, record, tag).status, 412); // it has another version now
        record.insert(QStringLiteral("userName"), QStringLiteral("somebody.else"));
        QCOMPARE(p.put(4, record).status, 400);
    }
    void whatATenantDoesNotHaveIsNeitherShownNorKept()
    {
        IiqParts p([](lab::Options &o) { o.missingAttributes = {QStringLiteral("idvStatus")}; });
        QJsonObject record = p.user(4);
        QVERIFY(!record.value(schemaOfUser).toObject().contains(QLatin1String("idvStatus")));
        QJsonObject own = record.value(schemaOfUser).toObject();
        own.insert(QStringLiteral("idvStatus"), QStringLiteral("VERIFIED"));
        record.insert(schemaOfUser, own);
        QCOMPARE(p.put(4, record).status, 200);
        QVERIFY(!p.user(4).value(schemaOfUser).toObject().contains(QLatin1String("idvStatus")));
        QVERIFY(!QJsonDocument(p.users.schema()).toJson().contains("idvStatus"));
    }
    void aWorkItemIsDecidedByItsOwnerOnce()
    {
        IiqParts p;
        const QString item = p.ownItem();
        QVERIFY(!item.isEmpty());
        const auto open = p.open().size();
        QCOMPARE(p.decide("PUT", "WorkItem", item, p.finished(QStringLiteral("somebody"))).status, 403);
        QCOMPARE(p.decide("PUT", "WorkItem", item, p.finished({})).status, 400);
        auto odd = p.finished(p.ends.iiqOperatorId);
        odd.insert(QStringLiteral("state"), QStringLiteral("Maybe"));
        QCOMPARE(p.decide("PUT", "WorkItem", item, odd).status, 400);
        QCOMPARE(p.open().size(), open);
        QCOMPARE(p.decide("PUT", "WorkItem", item, p.finished(p.ends.iiqOperatorId)).status, 200);
        QCOMPARE(p.open().size(), open - 1);
        QCOMPARE(p.decide("PUT", "WorkItem", item, p.finished(p.ends.iiqOperatorId)).status, 404);
    }
    void whoDecidedStandsInTheRequest()
    {
        IiqParts p;
        const QString item = p.ownItem();
        QCOMPARE(p.decide("PUT", "WorkItem", item, p.finished(p.ends.iiqOperatorId)).status, 200);
        bool isTold = false;
        const auto requests = p.plugin.workItems().requests();
        for (const auto &r : requests) {
            const auto steps = r.toObject().value(QLatin1String("approvalSummaries")).toArray();
            for (const auto &s : steps)
                isTold |= textOf(s, "workItemId") == item && textOf(s, "state") == QLatin1String("Finished") &&
                          !textOf(s, "completer").isEmpty();
        }
        QVERIFY(isTold);
    }
    void aGroupsItemIsDecidedByItsMembers()
    {
        IiqParts p;
        QString ours, foreign;
        const auto all = p.open();
        for (const auto &i : all) {
            const QString owner = textOf(i.toObject().value(QLatin1String("owner")), "id");
            ours = owner == lab::iiqWorkgroup() ? textOf(i, "id") : ours;
            foreign = owner == lab::iiqForeignGroup() ? textOf(i, "id") : foreign;
        }
        QVERIFY(!ours.isEmpty() && !foreign.isEmpty());
        QCOMPARE(p.decide("PUT", "WorkItem", foreign, p.finished(p.ends.iiqOperatorId)).status, 403);
        QCOMPARE(p.decide("PUT", "WorkItem", ours, p.finished(p.ends.iiqOperatorId)).status, 200);
        QCOMPARE(p.plugin
                     .handle("GET",
                         {QStringLiteral("object"), QStringLiteral("workgroup"), QStringLiteral("x"),
                             QStringLiteral("members")},
                         asked("GET"))
                     .status,
            400);
    }
    void somebodyElseDecidesMeanwhile()
    {
        IiqParts p;
        const QString item = p.ownItem();
        p.plugin.workItems().decideElsewhere(item, false, QStringLiteral("Dvora"));
        QCOMPARE(p.decide("PUT", "WorkItem", item, p.finished(p.ends.iiqOperatorId)).status, 404);
    }
    void aReviewIsSignedWhenItIsWhole()
    {
        IiqParts p;
        const auto reviews = p.table("CertificationEntity", "limit=10");
        QCOMPARE(reviews.size(), 3);
        const QString one = textOf(reviews.first(), "id");
        const auto decide = [&](const char *state) {
            return p.decide("PUT", "CertificationEntity", one,
                {{QStringLiteral("state"), QLatin1String(state)}, {QStringLiteral("approver"), p.ends.iiqOperatorId}});
        };
        QCOMPARE(decide("Signed").status, 400);
        QCOMPARE(decide("Sometime").status, 400);
        QCOMPARE(decide("Finished").status, 200);
        const auto done = decide("Signed");
        QCOMPARE(done.status, 200);
        QVERIFY(!objectOf(done).value(QLatin1String("completed")).isNull());
    }
    void theMethodIsWhatThePluginTakes()
    {
        IiqParts put, post([](lab::Options &o) { o.iiqPost = true; });
        QCOMPARE(put.decide("POST", "WorkItem", put.ownItem(), put.finished(put.ends.iiqOperatorId)).status, 405);
        QCOMPARE(post.decide("PUT", "WorkItem", post.ownItem(), post.finished(post.ends.iiqOperatorId)).status, 405);
        QCOMPARE(post.decide("POST", "WorkItem", post.ownItem(), post.finished(post.ends.iiqOperatorId)).status, 200);
    }
    void tablesAreReadInPagesByKnownFilters()
    {
        IiqParts p;
        QCOMPARE(p.table("Identity", "limit=100").size(), 100);
        QCOMPARE(p.table("Identity", "limit=100&offset=100").size(), 20);
        const auto active = p.table("Identity", "limit=100&filter=active%20%3D%3D%20true");
        QVERIFY(!active.isEmpty());
        for (const auto &one : active)
            QVERIFY(!one.toObject().value(QLatin1String("inactive")).toBool());
        const auto refused =
            p.plugin.handle("GET", {QStringLiteral("table"), QStringLiteral("Identity")}, questioned("filter=shoe"));
        QCOMPARE(refused.status, 400);
        QCOMPARE(p.plugin.handle("GET", {QStringLiteral("table"), QStringLiteral("Shoes")}, asked("GET")).status, 404);
        QCOMPARE(
            p.plugin.handle("DELETE", {QStringLiteral("table"), QStringLiteral("Identity")}, asked("DELETE")).status,
            405);
    }
};
IDV_TEST(SimulatedIdentityIq)
#include "tst_labiiq.moc"
