#include "domain/eventrule.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace domain;

namespace {

QJsonObject object(const char *json) { return QJsonDocument::fromJson(json).object(); }
TriggerEvent eventOf(const char *json, const QSet<QString> &wanted = {}) { return triggerEventFrom(object(json), wanted).value_or(TriggerEvent{}); }

const char *const created = R"({"identity":{"id":"i1","name":"Ann","type":"IDENTITY"},"attributes":{"employeeType":"Contractor","phone":"+1"}})";
const char *const asked = R"({"accessRequestId":"r1","requestedFor":{"id":"i1","name":"Ann","type":"IDENTITY"},"requestedItems":[{"id":"x","name":"Database Admin"}],"requestedBy":{"id":"i2","name":"Bob"},
  "_metadata":{"triggerId":"idn:access-request-pre-approval","triggerType":"requestResponse","responseMode":"async","secret":"very-secret","callbackURL":"https://acme.example/beta/trigger-invocations/inv-1/complete"}})";

} // namespace

Q_DECLARE_METATYPE(domain::EventRule)

class EventRulesOfTheConsole : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBodyIsKnownByWhatItSaysOrByItsShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("trigger");
        const auto row = [](const char *name, const char *json, const char *trigger) { QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(trigger); };
        row("said", R"({"_metadata":{"triggerId":"idn:source-updated"}})", "idn:source-updated");
        row("created", created, "idn:identity-created");
        row("changed", R"({"identity":{"id":"i1"},"changes":[]})", "idn:identity-attributes-changed");
        row("asked", R"({"accessRequestId":"r","requestedItems":[]})", "idn:access-request-pre-approval");
        row("decided", R"({"accessRequestId":"r","requestedItemsStatus":[]})", "idn:access-request-post-approval");
        row("campaign", R"({"campaign":{"id":"c","status":"ACTIVE"}})", "idn:campaign-activated");
        row("campaign that ended", R"({"campaign":{"id":"c","status":"COMPLETED"}})", "idn:campaign-ended");
        row("an account's change is not its identity's", R"({"identity":{"id":"i1"},"account":{"id":"a"},"source":{},"changes":[]})", "idn:account-attributes-changed");
        row("a correlated account is no new identity", R"({"identity":{"id":"i1"},"account":{"id":"a"},"attributes":{}})", "idn:account-correlated");
        row("signed off", R"({"certification":{"id":"c"}})", "idn:certification-signed-off");
        row("provisioned", R"({"trackingNumber":"t","action":"IdentityRefresh"})", "idn:post-provisioning");
        row("aggregated", R"({"source":{},"status":"Success","stats":{},"completed":"x"})", "idn:account-aggregation-completed");
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
        const auto e = eventOf(created, {QStringLiteral("employeeType")});
        QCOMPARE(e.people, (QList<EventPerson>{{core::IdentityId(QStringLiteral("i1")), QStringLiteral("Ann")}}));
        QCOMPARE(e.values, (QMap<QString, QString>{{QStringLiteral("employeeType"), QStringLiteral("Contractor")}}));
        const QByteArray kept = QJsonDocument(toJson(eventOf(asked))).toJson();
        QVERIFY(!kept.contains("very-secret") && !kept.contains("Bob") && !kept.contains("acme.example"));
        QCOMPARE(completionSecret(object(asked)), QStringLiteral("very-secret"));
    }
    void anAccessRequestIsReadInBothForms()
    {
        const auto one = eventOf(asked);
        QCOMPARE(one.object, QStringLiteral("r1"));
        QCOMPARE(one.items, QStringList{QStringLiteral("Database Admin")});
        QVERIFY(one.asksBack && one.mode == DispatchMode::Async);
        QCOMPARE(one.invocation, QStringLiteral("inv-1"));
        const auto list = eventOf(R"({"accessRequestId":"r1","requestedFor":[{"id":"i1","type":"IDENTITY"},{"id":"i3"},{"id":"i1"},{"id":"g","type":"GOVERNANCE_GROUP"},{"id":"../etc"}],"requestedItems":[]})");
        QCOMPARE(list.people.size(), 2);
        QVERIFY(list.isPartial && !one.isPartial); // a group, and an id that is none
        QJsonArray many;
        for (int i = 0; i < 60; ++i)
            many.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("i%1").arg(i)}});
        const auto cut = *triggerEventFrom({{QStringLiteral("accessRequestId"), QStringLiteral("r")}, {QStringLiteral("requestedItems"), QJsonArray()}, {QStringLiteral("requestedFor"), many}}, {});
        QVERIFY(cut.people.size() == 50 && cut.isPartial);
        const auto campaign = eventOf(R"({"campaign":{"id":"c1","name":"Managers","status":"ACTIVE","campaignOwner":{"id":"i9","displayName":"Ed"}}})");
        QCOMPARE(campaign.people.value(0).name, QStringLiteral("Ed"));
        QVERIFY(!triggerEventFrom(object(R"({"identity":{"id":"a b"},"changes":[]})"), {}));
    }
    void anInvocationIsNamedInItsAddress_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("id");
        QTest::newRow("full") << "https://x.api.identitynow.com/beta/trigger-invocations/abc-1/complete" << "abc-1";
        QTest::newRow("path") << "/v2024/trigger-invocations/abc-1/complete" << "abc-1";
        QTest::newRow("hostile") << "https://x/trigger-invocations/..%2F..%2Foauth/complete" << "";
        QTest::newRow("other") << "https://evil.example/hook" << "";
    }
    void anInvocationIsNamedInItsAddress()
    {
        QFETCH(QString, url);
        const QJsonObject b{{QStringLiteral("identity"), QJsonObject{{QStringLiteral("id"), QStringLiteral("i1")}}}, {QStringLiteral("changes"), QJsonArray()}, {QStringLiteral("_metadata"), QJsonObject{{QStringLiteral("triggerId"), trigger::attributesChanged}, {QStringLiteral("callbackURL"), url}}}};
        QTEST(triggerEventFrom(b, {})->invocation, "id");
    }
    void eventsAndRulesSurviveTheirJson()
    {
        auto e = eventOf(asked);
        e.values.insert(QStringLiteral("a"), QStringLiteral("b"));
        auto again = triggerEventFromJson(toJson(e));
        again.triggerId = e.triggerId; // a column of its own
        QCOMPARE(again, e);
        const auto rules = usualEventRules();
        const auto read = eventRulesFromJson(toJson(rules));
        QVERIFY(read);
        QCOMPARE(*read, rules);
    }
    void theFirstRuleThatMatchesCounts()
    {
        const auto rules = usualEventRules();
        const auto wanted = attributesOf(rules);
        QCOMPARE(ruleFor(rules, eventOf(created, wanted))->reason, Reason::NonEmployee); // without regard to case
        QCOMPARE(ruleFor(rules, eventOf(R"({"identity":{"id":"i1"},"attributes":{"employeeType":"staff"}})", wanted))->reason, Reason::Onboarding);
        QCOMPARE(ruleFor(rules, eventOf(asked))->reason, Reason::PrivilegedAccess);
        QVERIFY(!ruleFor(rules, eventOf(R"({"accessRequestId":"r","requestedFor":{"id":"i1"},"requestedItems":[{"name":"Mailbox"}]})")));
        QCOMPARE(ruleFor(rules, eventOf(R"({"campaign":{"id":"c","status":"ACTIVE","campaignOwner":{"id":"i9"}}})"))->reason, Reason::Periodic);
        QVERIFY(!ruleFor(rules, eventOf(R"({"identity":{"id":"i1"},"changes":[{"attribute":"phone","newValue":"1"}]})", wanted)));
        auto off = rules;
        for (auto &r : off.rules)
            r.isOn = false;
        QVERIFY(!ruleFor(off, eventOf(asked)));
    }
    void badRulesAreNamed_data()
    {
        QTest::addColumn<EventRule>("rule");
        QTest::addColumn<QString>("field");
        const EventRule good{QStringLiteral("R"), true, trigger::identityCreated, {}, {}, {}, Reason::Onboarding, 2, Delivery::Email, false};
        const auto row = [&good](const char *field, const std::function<void(EventRule &)> &spoil) {
            auto r = good;
            spoil(r);
            QTest::newRow(field) << r << QString::fromLatin1(field);
        };
        row("name", [](EventRule &r) { r.name = QStringLiteral("  "); });
        row("trigger", [](EventRule &r) { r.triggerId = QStringLiteral("idn:source-updated"); });
        row("attribute", [](EventRule &r) { r.triggerId = trigger::attributesChanged; });
        row("item", [](EventRule &r) { r.item = QStringLiteral("x"); });
        row("ial", [](EventRule &r) { r.requiredIal = 3; });
        row("reason", [](EventRule &r) { r.reason = Reason::AccountRecovery; });
        row("delivery", [](EventRule &r) {
            r.startsItself = true;
            r.delivery = Delivery::Link;
        });
    }
    void badRulesAreNamed()
    {
        QFETCH(EventRule, rule);
        EventRules all;
        all.rules << rule;
        const auto r = validate(all);
        QVERIFY(!r);
        QTEST(r.error().field, "field");
    }
    void twoRulesOfOneNameAndUnknownWords()
    {
        auto all = usualEventRules();
        all.rules[1].name = all.rules[0].name;
        QVERIFY(!validate(all));
        const auto r = eventRulesFromJson(object(R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding"},{"name":"b","trigger":"idn:identity-created","reason":"holiday"}]})"));
        QVERIFY(!r);
        QCOMPARE(r.error().field, QStringLiteral("rules[1].reason"));
        QVERIFY(!eventRulesFromJson({}));
    }
    void whoStandsWellEnough_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("ial");
        QTest::addColumn<qint64>("due");
        QTest::addColumn<bool>("isEnough");
        QTest::newRow("fresh") << int(StatusKind::Dated) << 2 << qint64(100) << true;
        QTest::newRow("at the very end") << int(StatusKind::Dated) << 2 << qint64(51) << true;
        QTest::newRow("due now") << int(StatusKind::Dated) << 2 << qint64(50) << false;
        QTest::newRow("lower level") << int(StatusKind::Dated) << 1 << qint64(100) << false;
        QTest::newRow("no level") << int(StatusKind::Dated) << 0 << qint64(100) << false;
        QTest::newRow("never") << int(StatusKind::Never) << 2 << qint64(100) << false;
        QTest::newRow("failed") << int(StatusKind::Failed) << 2 << qint64(100) << false;
        QTest::newRow("pending") << int(StatusKind::Pending) << 2 << qint64(100) << false;
        QTest::newRow("unreadable date") << int(StatusKind::BadDate) << 2 << qint64(100) << false;
    }
    void whoStandsWellEnough()
    {
        QFETCH(int, kind);
        QFETCH(int, ial);
        QFETCH(qint64, due);
        Identity p;
        p.kind = StatusKind(kind);
        if (ial > 0)
            p.idv.ial = ial;
        p.due = due;
        p.warnAt = due - 10;
        const auto s = standingOf(p, 2, 50);
        QTEST(s.isEnough, "isEnough");
        QCOMPARE(s.why.isEmpty(), s.isEnough);
    }
    void anAnswerHasAllThreeMembers()
    {
        const auto yes = accessAnswer({{true, {}}, {true, {}}}, QStringLiteral("ann"));
        QCOMPARE(yes.value(QLatin1String("approved")), QJsonValue(true));
        const auto no = accessAnswer({{true, {}}, {false, QStringLiteral("reason")}}, QStringLiteral("ann"));
        QCOMPARE(no.value(QLatin1String("approved")), QJsonValue(false));
        QVERIFY(no.value(QLatin1String("comment")).toString().contains(QLatin1String("reason")));
        for (const auto &a : {yes, no})
            QCOMPARE(a.keys(), (QStringList{QStringLiteral("approved"), QStringLiteral("approver"), QStringLiteral("comment")}));
    }
    void aProposalAsksForItsVerification()
    {
        Proposal p;
        p.identity = core::IdentityId(QStringLiteral("i1"));
        p.reason = Reason::PrivilegedAccess;
        p.object = QString(80, QLatin1Char('x'));
        const auto r = requestFor(p);
        QCOMPARE(r.ticket.size(), 64);
        QCOMPARE(r.documents, documentTypes());
        for (const auto s : {Proposal::Open, Proposal::Starting, Proposal::Started, Proposal::Dismissed})
            QCOMPARE(proposalStateFromKey(proposalStateKey(s)), s);
    }
};
IDV_TEST(EventRulesOfTheConsole)
#include "tst_eventrule.moc"
