#include "net/sailpoint/profiles.h"
#include "support/registry.h"
#include "support/sailpointpeer.h"
#include <QUrlQuery>

using core::ErrorCode;
using support::await;
using support::SailPointPeer;

namespace {

const QString profileId = QStringLiteral("p/1 ?");

/// So many profiles, the first of them with this number.
QByteArray pageOfProfiles(int first, int count)
{
    QJsonArray page;
    for (int i = 0; i < count; ++i)
        page.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("p%1").arg(first + i)}});
    return QJsonDocument(page).toJson();
}

QString filtersOf(const SailPointPeer &p)
{
    return QUrlQuery(QString::fromLatin1(p.last().query)).queryItemValue(QStringLiteral("filters"), QUrl::FullyDecoded);
}

} // namespace

class ProfileCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListIsReadToItsEnd()
    {
        SailPointPeer p;
        int asked = 0;
        p.answersBy([&asked](const httpd::Request &) {
            ++asked;
            return pageOfProfiles(250 * (asked - 1), asked == 1 ? 250 : 3);
        });
        const auto all = await(net::sailpoint::listProfiles(*p.api));
        QVERIFY(all);
        QCOMPARE(all->size(), 253);
        QCOMPARE(all->last().id, QStringLiteral("p252"));
        QCOMPARE(p.seen.size(), 2);
        QVERIFY(p.seen.first().query.startsWith("limit=250&offset=0"));
        QCOMPARE(p.line(), QByteArray("GET /v2024/identity-profiles?limit=250&offset=250&sorters=name"));
    }
    void whatIsAskedForIsSaidInSailPointsLanguage()
    {
        SailPointPeer p;
        p.answers("[]");
        QVERIFY(await(net::sailpoint::listProfiles(*p.api, QStringLiteral("name eq \"A & B\""), {}))->isEmpty());
        QCOMPARE(filtersOf(p), QStringLiteral("name eq \"A & B\""));
        QVERIFY(!p.last().query.contains("sorters"));
        QVERIFY(await(net::sailpoint::exportProfiles(*p.api, QStringLiteral("a\"b"))));
        QVERIFY(p.line().startsWith("GET /v2024/identity-profiles/export?"));
        QCOMPARE(filtersOf(p), QStringLiteral("id eq \"a\\\"b\""));
        QVERIFY(await(net::sailpoint::exportProfiles(*p.api)));
        QVERIFY(!p.last().query.contains("filters"));
    }
    void aFaultOnALaterPageIsTheListsFault()
    {
        SailPointPeer p;
        int asked = 0;
        p.answersBy(
            [&asked](const httpd::Request &) { return ++asked < 2 ? pageOfProfiles(0, 250) : QByteArray("{}"); });
        const auto all = await(net::sailpoint::listProfiles(*p.api));
        QVERIFY(!all);
        QCOMPARE(all.error().code, ErrorCode::Protocol);
    }
    void idsAreOneSegmentOfTheAddress_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("one") << QByteArray("GET /v2024/identity-profiles/p%2F1%20%3F");
        QTest::newRow("delete") << QByteArray("DELETE /v2024/identity-profiles/p%2F1%20%3F");
        QTest::newRow("process") << QByteArray("POST /v2024/identity-profiles/p%2F1%20%3F/process-identities");
        QTest::newRow("default") << QByteArray(
            "GET /v2024/identity-profiles/p%2F1%20%3F/default-identity-attribute-config");
        QTest::newRow("states") << QByteArray("GET /v2024/identity-profiles/p%2F1%20%3F/lifecycle-states?limit=250");
    }
    void idsAreOneSegmentOfTheAddress()
    {
        SailPointPeer p;
        const QByteArray what = QTest::currentDataTag();
        p.answers(what == "states" ? "[]" : "{}");
        if (what == "one")
            QVERIFY(await(net::sailpoint::getProfile(*p.api, profileId)));
        else if (what == "delete")
            QVERIFY(await(net::sailpoint::deleteProfile(*p.api, profileId)));
        else if (what == "process")
            QVERIFY(await(net::sailpoint::processProfile(*p.api, profileId)));
        else if (what == "default")
            QVERIFY(await(net::sailpoint::defaultAttributeConfig(*p.api, profileId)));
        else
            QVERIFY(await(net::sailpoint::lifecycleStates(*p.api, profileId)));
        QTEST(p.line(), "line");
    }
    void whatIsSentIsWhatWasShown()
    {
        SailPointPeer p;
        p.answers(R"({"id":"p1","name":"Night"})");
        const auto wanted =
            domain::newProfile(QStringLiteral("Night"), domain::sourceById(QStringLiteral("hr")), QString());
        QCOMPARE(await(net::sailpoint::createProfile(*p.api, wanted))->name, QStringLiteral("Night"));
        QCOMPARE(p.line(), QByteArray("POST /v2024/identity-profiles"));
        QCOMPARE(p.body(), wanted.raw);
        const domain::ProfilePatch patch{QJsonArray{QJsonObject{{QStringLiteral("op"), QStringLiteral("replace")},
            {QStringLiteral("path"), QStringLiteral("/priority")}, {QStringLiteral("value"), 5}}}};
        QVERIFY(await(net::sailpoint::patchProfile(*p.api, QStringLiteral("p1"), patch)));
        QCOMPARE(p.line(), QByteArray("PATCH /v2024/identity-profiles/p1"));
        QCOMPARE(p.last().header("Content-Type"), QByteArray("application/json-patch+json"));
        QCOMPARE(QJsonDocument::fromJson(p.last().body).array(), patch.operations);
        const auto attribute = domain::textAttribute(QStringLiteral("idvIAL"));
        QVERIFY(await(net::sailpoint::createIdentityAttribute(*p.api, attribute)));
        QCOMPARE(p.line(), QByteArray("POST /v2024/identity-attributes"));
        QCOMPARE(p.body(), attribute.raw);
        QVERIFY(await(net::sailpoint::bulkDeleteProfiles(*p.api, {QStringLiteral("p1"), QStringLiteral("p2")})));
        QCOMPARE(p.line(), QByteArray("POST /v2024/identity-profiles/bulk-delete"));
        QCOMPARE(
            QJsonDocument::fromJson(p.last().body).array(), (QJsonArray{QStringLiteral("p1"), QStringLiteral("p2")}));
    }
    void anImportSendsItsObjectsAsTheyCame()
    {
        SailPointPeer p;
        const QByteArray exported = R"([{"self":{"name":"Night"},"object":{"name":"Night","later":[1]}}])";
        p.answers(exported);
        const auto all = await(net::sailpoint::exportProfiles(*p.api));
        QCOMPARE(all->size(), 1);
        p.answers(R"({"importedObjects":[{"name":"Night"}],"errors":[]})");
        const auto done = await(net::sailpoint::importProfiles(*p.api, *all));
        QCOMPARE(p.line(), QByteArray("POST /v2024/identity-profiles/import"));
        QCOMPARE(QJsonDocument::fromJson(p.last().body), QJsonDocument::fromJson(exported));
        QVERIFY(done && done->imported == QStringList{QStringLiteral("Night")} && done->faults.isEmpty());
    }
    void onlyWhatChangesNothingIsAskedTwice_data()
    {
        QTest::addColumn<int>("times");
        QTest::newRow("reading") << 3;
        QTest::newRow("a preview") << 3; // it saves nothing
        QTest::newRow("creating") << 1;
        QTest::newRow("deleting") << 1;
    }
    void onlyWhatChangesNothingIsAskedTwice()
    {
        SailPointPeer p;
        p.answers("{}", 503);
        const QByteArray what = QTest::currentDataTag();
        if (what == "reading")
            QVERIFY(!await(net::sailpoint::getProfile(*p.api, profileId)));
        else if (what == "a preview")
            QVERIFY(!await(net::sailpoint::previewIdentity(*p.api, core::IdentityId(QStringLiteral("i")), {})));
        else if (what == "creating")
            QVERIFY(!await(net::sailpoint::createProfile(*p.api, {})));
        else
            QVERIFY(!await(net::sailpoint::deleteProfile(*p.api, profileId)));
        QTEST(int(p.seen.size()), "times");
    }
};
IDV_TEST(ProfileCalls)
#include "tst_profilecalls.moc"
