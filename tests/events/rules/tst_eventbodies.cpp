#include "domain/events/eventrule.h"
#include "events/rules/eventbodies.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace domain;
using support::eventOf;
using support::objectOf;

class EventBodies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBodyIsKnownByWhatItSaysOrByItsShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("trigger");
        const auto row = [](const char *name, const char *json, const char *trigger) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(trigger);
        };
        row("said", R"({"_metadata":{"triggerId":"idn:source-updated"}})", "idn:source-updated");
        row("created", support::createdBody, "idn:identity-created");
        row("changed", R"({"identity":{"id":"i1"},"changes":[]})", "idn:identity-attributes-changed");
        row("asked", R"({"accessRequestId":"r","requestedItems":[]})", "idn:access-request-pre-approval");
        row("decided", R"({"accessRequestId":"r","requestedItemsStatus":[]})", "idn:access-request-post-approval");
        row("campaign", R"({"campaign":{"id":"c","status":"ACTIVE"}})", "idn:campaign-activated");
        row("campaign that ended", R"({"campaign":{"id":"c","status":"COMPLETED"}})", "idn:campaign-ended");
        row("an account's change is not its identity's",
            R"({"identity":{"id":"i1"},"account":{"id":"a"},"source":{},"changes":[]})",
            "idn:account-attributes-changed");
        row("a correlated account is no new identity",
            R"({"identity":{"id":"i1"},"account":{"id":"a"},"attributes":{}})", "idn:account-correlated");
        row("signed off", R"({"certification":{"id":"c"}})", "idn:certification-signed-off");
        row("provisioned", R"({"trackingNumber":"t","action":"IdentityRefresh"})", "idn:post-provisioning");
        row("aggregated", R"({"source":{},"status":"Success","stats":{},"completed":"x"})",
            "idn:account-aggregation-completed");
        row("collected", R"({"source":{},"status":"Success"})", "idn:aggregation-accounts-collected");
        row("a source", R"({"id":"s","name":"HR","type":"x","modified":"t"})", "idn:source-updated");
        row("something else", R"({"hello":1})", "");
        row("nothing", "{}", "");
    }
    void aBodyIsKnownByWhatItSaysOrByItsShape()
    {
        QFETCH(QByteArray, json);
        QTEST(triggerOf(QJsonDocument::fromJson(json).object()), "trigger");
    }
    void onlyWhatRulesNeedIsKept()
    {
        const auto e = eventOf(support::createdBody, {QStringLiteral("employeeType")});
        QCOMPARE(e.people, (QList<EventPerson>{{core::IdentityId(QStringLiteral("i1")), QStringLiteral("Ann")}}));
        QCOMPARE(e.values, (QMap<QString, QString>{{QStringLiteral("employeeType"), QStringLiteral("Contractor")}}));
        const QByteArray kept = QJsonDocument(toJson(eventOf(support::askedBody))).toJson();
        QVERIFY(!kept.contains("very-secret") && !kept.contains("Bob") && !kept.contains("acme.example"));
        QCOMPARE(completionSecret(objectOf(support::askedBody)), QStringLiteral("very-secret"));
    }
    void anAccessRequestIsReadInBothForms()
    {
        const auto one = eventOf(support::askedBody);
        QCOMPARE(one.object, QStringLiteral("r1"));
        QCOMPARE(one.items, QStringList{QStringLiteral("Database Admin")});
        QVERIFY(one.asksBack && one.mode == DispatchMode::Async);
        QCOMPARE(one.invocation, QStringLiteral("inv-1"));
        const auto list =
            eventOf(R"({"accessRequestId":"r1","requestedFor":[{"id":"i1","type":"IDENTITY"},{"id":"i3"},{"id":"i1"},)"
                    R"({"id":"g","type":"GOVERNANCE_GROUP"},{"id":"../etc"}],"requestedItems":[]})");
        QCOMPARE(list.people.size(), 2);
        QVERIFY(list.isPartial && !one.isPartial); // a group, and an id that is none
        QJsonArray many;
        for (int i = 0; i < 60; ++i)
            many.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("i%1").arg(i)}});
        const auto cut = *triggerEventFrom(
            {{QStringLiteral("accessRequestId"), QStringLiteral("r")}, {QStringLiteral("requestedItems"), QJsonArray()},
                {QStringLiteral("requestedFor"), many}},
            {});
        QVERIFY(cut.people.size() == 50 && cut.isPartial);
        const auto campaign =
            eventOf(R"({"campaign":{"id":"c1","name":"Managers","status":"ACTIVE","campaignOwner":{"id":"i9",)"
                    R"("displayName":"Ed"}}})");
        QCOMPARE(campaign.people.value(0).name, QStringLiteral("Ed"));
        QVERIFY(!triggerEventFrom(objectOf(R"({"identity":{"id":"a b"},"changes":[]})"), {}));
    }
    void anInvocationIsNamedInItsAddress_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("id");
        QTest::newRow("full") << "https://x.api.identitynow.com/beta/trigger-invocations/abc-1/complete"
                              << "abc-1";
        QTest::newRow("path") << "/v2024/trigger-invocations/abc-1/complete"
                              << "abc-1";
        QTest::newRow("hostile") << "https://x/trigger-invocations/..%2F..%2Foauth/complete"
                                 << "";
        QTest::newRow("other") << "https://evil.example/hook"
                               << "";
    }
    void anInvocationIsNamedInItsAddress()
    {
        QFETCH(QString, url);
        const QJsonObject b{{QStringLiteral("identity"), QJsonObject{{QStringLiteral("id"), QStringLiteral("i1")}}},
            {QStringLiteral("changes"), QJsonArray()},
            {QStringLiteral("_metadata"), QJsonObject{{QStringLiteral("triggerId"), trigger::attributesChanged},
                                              {QStringLiteral("callbackURL"), url}}}};
        QTEST(triggerEventFrom(b, {})->invocation, "id");
    }
};
IDV_TEST(EventBodies)
#include "tst_eventbodies.moc"
