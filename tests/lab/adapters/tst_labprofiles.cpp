#include "lab/adapters/labcall.h"
#include "lab/profiles/identityattributes.h"
#include "lab/profiles/profiles.h"
#include "support/registry.h"

using namespace support;

namespace {

struct ProfileParts : LabParts
{
    lab::Profiles profiles{ends, options, labNow};
    QJsonArray list(const char *query = "") { return arrayOf(profiles.list(questioned(query))); }
    QString idNamed(const char *name)
    {
        const auto all = list();
        for (const auto &p : all) {
            if (textOf(p, "name") == QLatin1String(name))
                return textOf(p, "id");
        }
        return {};
    }
    QJsonObject one(const QString &id) { return objectOf(profiles.one(id)); }
    httpd::Response patch(const QString &id, const char *path, const QJsonValue &value)
    {
        return profiles.patch(
            id, asked("PATCH",
                    QJsonArray{QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
                        {QStringLiteral("path"), QLatin1String(path)}, {QStringLiteral("value"), value}}},
                    {patchType()}));
    }
    bool wantsRefresh(const QString &id) { return one(id).value(QLatin1String("identityRefreshRequired")).toBool(); }
    void later()
    {
        process();
        profiles.finalize(clock->now());
    }
};

QJsonObject night()
{
    return {{QStringLiteral("name"), QStringLiteral("Night")},
        {QStringLiteral("authoritativeSource"), QJsonObject{{QStringLiteral("id"), QStringLiteral("hr")}}}};
}

} // namespace

class SimulatedProfiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theyAreFoundSortedAndPaged()
    {
        ProfileParts p;
        QCOMPARE(p.list("filters=name%20eq%20%22board%22").size(), 1);
        QVERIFY(p.list("filters=name%20sw%20%22Zzz%22").isEmpty());
        QCOMPARE(p.profiles.list(questioned("filters=shoe%20eq%20%22x%22")).status, 400);
        const auto up = p.list("sorters=name"), down = p.list("sorters=-name");
        QCOMPARE(textOf(up.first(), "name"), textOf(down.last(), "name"));
        QCOMPARE(p.list("sorters=name&limit=1&offset=1").first(), up.at(1));
    }
    void aNewOneNeedsANameThatIsFreeAndASource()
    {
        ProfileParts p;
        const auto before = p.list().size();
        QCOMPARE(p.profiles.create({}).status, 400);
        auto nameless = night();
        nameless.remove(QLatin1String("authoritativeSource"));
        QCOMPARE(p.profiles.create(nameless).status, 400);
        const auto made = p.profiles.create(night());
        QCOMPARE(made.status, 201);
        QCOMPARE(p.profiles.create(night()).status, 400);
        QCOMPARE(p.list().size(), before + 1);
        const QString id = textOf(objectOf(made), "id");
        QVERIFY(p.profiles.contains(id) && !p.wantsRefresh(id));
        QCOMPARE(p.one(id).value(QLatin1String("identityCount")).toInt(), 0);
    }
    void aPatchKeepsWhatIsFixed()
    {
        ProfileParts p;
        const QString id = p.idNamed("Board");
        QCOMPARE(p.patch(id, "/priority", 5).status, 200);
        QCOMPARE(p.one(id).value(QLatin1String("priority")).toInt(), 5);
        QCOMPARE(p.patch(id, "/id", QStringLiteral("x")).status, 400);
        QCOMPARE(p.patch(id, "/identityCount", 7).status, 400);
        QCOMPARE(p.patch(QStringLiteral("none"), "/priority", 5).status, 404);
        QCOMPARE(p.profiles.patch(id, asked("PATCH", QJsonArray{})).status, 415);
        const QJsonArray stale{QJsonObject{{QStringLiteral("op"), QStringLiteral("test")},
                                   {QStringLiteral("path"), QStringLiteral("/priority")}, {QStringLiteral("value"), 4}},
            QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
                {QStringLiteral("path"), QStringLiteral("/priority")}, {QStringLiteral("value"), 6}}};
        QCOMPARE(p.profiles.patch(id, asked("PATCH", stale, {patchType()})).status, 400);
        QCOMPARE(p.one(id).value(QLatin1String("priority")).toInt(), 5);
    }
    void anotherMappingWantsARefresh()
    {
        ProfileParts p;
        const QString id = textOf(objectOf(p.profiles.create(night())), "id");
        QCOMPARE(p.patch(id, "/priority", 5).status, 200);
        QVERIFY(!p.wantsRefresh(id));
        QCOMPARE(p.patch(id, "/identityAttributeConfig/enabled", false).status, 200);
        QVERIFY(p.wantsRefresh(id));
        QCOMPARE(p.profiles.processIdentities(id).status, 202);
        QVERIFY(p.wantsRefresh(id));
        p.later();
        QVERIFY(!p.wantsRefresh(id));
        QCOMPARE(p.profiles.processIdentities(QStringLiteral("none")).status, 404);
    }
    void whatIsRemovedIsGoneAfterItsTask()
    {
        ProfileParts p;
        const QString id = p.idNamed("Board");
        p.profiles.removeLater({id, QStringLiteral("none")});
        QVERIFY(p.profiles.contains(id));
        p.profiles.finalize(labNow);
        QVERIFY(p.profiles.contains(id));
        p.later();
        QVERIFY(!p.profiles.contains(id));
        QCOMPARE(p.profiles.one(id).status, 404);
    }
    void whatWasExportedIsImportedOverTheSameName()
    {
        ProfileParts p;
        const auto exported = arrayOf(p.profiles.exported(questioned("filters=name%20eq%20%22Board%22")));
        QCOMPARE(exported.size(), 1);
        QCOMPARE(textOf(exported.first().toObject().value(QLatin1String("self")), "name"), QStringLiteral("Board"));
        QJsonArray both = exported;
        both.append(
            QJsonObject{{QStringLiteral("object"), QJsonObject{{QStringLiteral("name"), QStringLiteral("X")}}}});
        const auto before = p.list().size();
        const auto done = objectOf(p.profiles.import(asked("POST", both)));
        QCOMPARE(done.value(QLatin1String("importedObjects")).toArray().size(), 1);
        QCOMPARE(done.value(QLatin1String("errors")).toArray().size(), 1);
        QCOMPARE(p.list().size(), before);
        QVERIFY(p.wantsRefresh(p.idNamed("Board")));
        QCOMPARE(p.profiles.import(asked("POST", QJsonObject{})).status, 400);
    }
    void attributesHaveNamesOfTheirOwn()
    {
        lab::IdentityAttributes attributes(QStringList{});
        const auto call = [&](const char *method, const QJsonObject &body = {}, const QStringList &rest = {}) {
            return attributes.handle(
                {method, QStringLiteral("v2024"), QStringLiteral("/identity-attributes"), rest}, asked(method, body));
        };
        const auto before = arrayOf(call("GET")).size();
        const QJsonObject shoe{{QStringLiteral("name"), QStringLiteral("shoeSize")}};
        const QStringList named{QStringLiteral("shoeSize")};
        QCOMPARE(call("GET", {}, named).status, 404);
        QCOMPARE(call("POST", shoe).status, 201);
        QCOMPARE(call("POST", shoe).status, 400);
        QCOMPARE(call("POST").status, 400);
        QCOMPARE(arrayOf(call("GET")).size(), before + 1);
        QCOMPARE(textOf(objectOf(call("GET", {}, named)), "name"), QStringLiteral("shoeSize"));
        // What is said to be deleted is gone.
        QCOMPARE(call("DELETE", {}, named).status, 204);
        QCOMPARE(call("DELETE", {}, named).status, 404);
        QCOMPARE(arrayOf(call("GET")).size(), before);
    }
    void statesAndDefaultsBelongToAProfile()
    {
        ProfileParts p;
        const QString id = p.idNamed("Board");
        QCOMPARE(arrayOf(p.profiles.lifecycleStates(id)).size(), 3);
        QVERIFY(objectOf(p.profiles.defaultConfig(id)).value(QLatin1String("enabled")).toBool());
        QCOMPARE(p.profiles.lifecycleStates(QStringLiteral("none")).status, 404);
        QCOMPARE(p.profiles.defaultConfig(QStringLiteral("none")).status, 404);
    }
};
IDV_TEST(SimulatedProfiles)
#include "tst_labprofiles.moc"
