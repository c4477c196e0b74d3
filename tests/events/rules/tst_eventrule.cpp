#include "domain/events/eventrule.h"
#include "events/rules/eventbodies.h"
#include "support/registry.h"
#include <QJsonArray>

using namespace domain;
using support::eventOf;
using support::objectOf;

Q_DECLARE_METATYPE(domain::EventRule)

class EventRulesOfTheConsole : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // "Domain Admin" in every dress, and what nobody can read, is never "no rule matches".
    void whatCannotBeReadMatchesTheRule_data()
    {
        QTest::addColumn<QJsonValue>("items");
        QTest::addColumn<bool>("isPartial");
        QTest::addColumn<bool>("isAsked");
        const auto item = [](const QString &name) {
            return QJsonObject{{QStringLiteral("id"), QStringLiteral("x")}, {QStringLiteral("name"), name}};
        };
        const auto list = [&item](const QStringList &names) {
            QJsonArray all;
            for (const QString &n : names)
                all.append(item(n));
            return all;
        };
        QStringList many;
        for (int i = 0; i < 50; ++i)
            many << QStringLiteral("Mailbox %1").arg(i);
        const auto row = [](const char *name, const QJsonValue &items, bool isPartial, bool isAsked) {
            QTest::newRow(name) << items << isPartial << isAsked;
        };
        row("harmless", list({QStringLiteral("Mailbox")}), false, false);
        row("harmless, one object", item(QStringLiteral("Mailbox")), false, false);
        row("fifty harmless ones", list(many), false, false);
        row("fifty harmless ones, then one that counts", list(many + QStringList{QStringLiteral("Domain Admin")}),
            false, true);
        row("a thousand and one", list(QStringList(1001, QStringLiteral("Mailbox"))), true, true);
        row("a name of 201 characters", list({QString(201, QLatin1Char('x'))}), false, false);
        row("a name of 501 characters", list({QString(501, QLatin1Char('x'))}), true, true);
        row("the word behind 201 characters", list({QString(201, QLatin1Char('x')) + QStringLiteral(" admin")}), false,
            true);
        row("without a name", QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("x")}}}, true, true);
        row("a blank name", list({QStringLiteral("  ")}), true, true);
        row("a number for a name", QJsonArray{QJsonObject{{QStringLiteral("name"), 5}}}, true, true);
        row("no name (null)", QJsonArray{QJsonObject{{QStringLiteral("name"), QJsonValue()}}}, true, true);
        row("items as strings", QJsonArray{QStringLiteral("Mailbox")}, true, true);
        row("items as lists", QJsonArray{QJsonArray{item(QStringLiteral("Mailbox"))}}, true, true);
        row("one readable, one not", QJsonArray{item(QStringLiteral("Mailbox")), QStringLiteral("Domain Admin")}, true,
            true);
        row("an empty list", QJsonArray(), true, true);
        row("not there", QJsonValue(QJsonValue::Undefined), true, true);
        row("a text", QStringLiteral("Domain Admin"), true, true);
        row("null", QJsonValue(), true, true);
        row("small letters", list({QStringLiteral("domain admin")}), false, true);
        row("capitals", list({QStringLiteral("DOMAIN ADMIN")}), false, true);
        row("Cyrillic a", list({QString::fromUtf8("Domain \u0430dmin")}), false, true);
        row("Cyrillic capitals", list({QString::fromUtf8("DOM\u0410IN \u0410DMIN")}), false, true);
        row("Greek and Cyrillic", list({QString::fromUtf8("\u0391dm\u0456n")}), false, true);
        row("full width", list({QString::fromUtf8("\uff21\uff44\uff4d\uff49\uff4e")}), false, true);
        row("accent", list({QString::fromUtf8("\u00c0dm\u00edn")}), false, true);
        row("accent apart", list({QString::fromUtf8("A\u0300dmi\u0301n")}), false, true);
        row("soft hyphen", list({QString::fromUtf8("Ad\u00admin")}), false, true);
        row("zero width space", list({QString::fromUtf8("Ad\u200bmin")}), false, true);
        row("zero width joiner", list({QString::fromUtf8("Adm\u200din")}), false, true);
        row("one for i", list({QStringLiteral("Adm1n")}), false, true);
        row("small l for capital I", list({QStringLiteral("ADMlN")}), false, true);
        row("dotless i", list({QString::fromUtf8("Adm\u0131n")}), false, true);
        row("mathematical letters", list({QString::fromUtf8("\U0001d41a\U0001d41d\U0001d426\U0001d422\U0001d427")}),
            false, true);
    }
    void whatCannotBeReadMatchesTheRule()
    {
        QFETCH(QJsonValue, items);
        QJsonObject body{{QStringLiteral("accessRequestId"), QStringLiteral("r1")},
            {QStringLiteral("requestedFor"), QJsonObject{{QStringLiteral("id"), QStringLiteral("i1")}}},
            {QStringLiteral("_metadata"), QJsonObject{{QStringLiteral("triggerId"), trigger::accessRequested}}}};
        if (!items.isUndefined())
            body.insert(QStringLiteral("requestedItems"), items);
        const auto e = triggerEventFrom(body, {});
        QVERIFY(e);
        QTEST(e->isPartial, "isPartial");
        QTEST(ruleFor(usualEventRules(), *e).has_value(), "isAsked");
        // The same after it was kept on disk.
        auto kept = triggerEventFromJson(toJson(*e));
        kept.triggerId = e->triggerId;
        QTEST(ruleFor(usualEventRules(), kept).has_value(), "isAsked");
    }
    void whatIsPartialIsAskedForAtTheHighestLevelAndByNobodysHand()
    {
        EventRules rules;
        EventRule first{QStringLiteral("a"), true, trigger::accessRequested, {}, {}, QStringLiteral("vpn"),
            Reason::PrivilegedAccess, 1, Delivery::Email, true};
        EventRule second = first;
        second.name = second.item = QStringLiteral("admin");
        second.requiredIal = 2;
        rules.rules = {first, second};
        const auto partial = eventOf(R"({"accessRequestId":"r","requestedFor":{"id":"i1"},"requestedItems":["x"]})");
        const auto found = ruleFor(rules, partial);
        QVERIFY(found);
        QCOMPARE(found->requiredIal, 2);
        QVERIFY(!found->startsItself);
        const auto whole =
            eventOf(R"({"accessRequestId":"r","requestedFor":{"id":"i1"},"requestedItems":[{"name":"VPN"}]})");
        QVERIFY(ruleFor(rules, whole)->startsItself);
        QCOMPARE(ruleFor(rules, whole)->requiredIal, 1);
        // An event that an earlier version kept says nothing of what it left out.
        QVERIFY(triggerEventFromJson({}).isPartial);
    }
    void anAttributeThatCannotBeReadMatchesToo()
    {
        const auto rules = usualEventRules();
        const auto wanted = attributesOf(rules);
        for (const char *json : {R"({"identity":{"id":"i1"},"attributes":{"employeeType":["contractor"]}})",
                 R"({"identity":{"id":"i1"},"attributes":{"employeeType":{"value":"contractor"}}})",
                 "{\"identity\":{\"id\":\"i1\"},\"attributes\":{\"employeeType\":\"c\xd0\xbentractor\"}}"})
            QCOMPARE(ruleFor(rules, eventOf(json, wanted))->reason, Reason::NonEmployee);
    }
    void eventsAndRulesSurviveTheirJson()
    {
        auto e = eventOf(support::askedBody);
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
        QCOMPARE(ruleFor(rules, eventOf(support::createdBody, wanted))->reason,
            Reason::NonEmployee); // without regard to case
        QCOMPARE(ruleFor(rules, eventOf(R"({"identity":{"id":"i1"},"attributes":{"employeeType":"staff"}})", wanted))
                     ->reason,
            Reason::Onboarding);
        QCOMPARE(ruleFor(rules, eventOf(support::askedBody))->reason, Reason::PrivilegedAccess);
        QVERIFY(!ruleFor(rules,
            eventOf(R"({"accessRequestId":"r","requestedFor":{"id":"i1"},"requestedItems":[{"name":"Mailbox"}]})")));
        QCOMPARE(
            ruleFor(rules, eventOf(R"({"campaign":{"id":"c","status":"ACTIVE","campaignOwner":{"id":"i9"}}})"))->reason,
            Reason::Periodic);
        QVERIFY(!ruleFor(
            rules, eventOf(R"({"identity":{"id":"i1"},"changes":[{"attribute":"phone","newValue":"1"}]})", wanted)));
        auto off = rules;
        for (auto &r : off.rules)
            r.isOn = false;
        QVERIFY(!ruleFor(off, eventOf(support::askedBody)));
    }
    void badRulesAreNamed_data()
    {
        QTest::addColumn<EventRule>("rule");
        QTest::addColumn<QString>("field");
        const EventRule good{QStringLiteral("R"), true, trigger::identityCreated, {}, {}, {}, Reason::Onboarding, 2,
            Delivery::Email, false};
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
        const auto r = eventRulesFromJson(
            objectOf(R"({"rules":[{"name":"a","trigger":"idn:identity-created","reason":"onboarding"},{"name":"b",)"
                     R"("trigger":"idn:identity-created","reason":"holiday"}]})"));
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
        const auto s = eligibilityOf(p, 2, 50);
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
        // "In order" only where somebody looked.
        QVERIFY(yes.value(QLatin1String("comment")).toString().contains(QLatin1String("in order")));
        QVERIFY(!accessAnswer({}, QStringLiteral("ann"))
                     .value(QLatin1String("comment"))
                     .toString()
                     .contains(QLatin1String("in order")));
        for (const auto &a : {yes, no})
            QCOMPARE(a.keys(),
                (QStringList{QStringLiteral("approved"), QStringLiteral("approver"), QStringLiteral("comment")}));
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
