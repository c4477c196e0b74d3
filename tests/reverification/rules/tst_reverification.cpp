#include "domain/reverification/reverificationpolicy.h"
#include "support/registry.h"
#include "support/statustable.h"
#include <QJsonDocument>
#include <QtTest>

using domain::ReverificationPolicy;
using domain::ReverificationRule;
using domain::Segment;

static ReverificationRule rule(const char *name, int interval, int warn = 0, int grace = 0)
{
    ReverificationRule r;
    r.name = QString::fromLatin1(name);
    r.rule = {interval, warn, grace};
    return r;
}

static QJsonObject parsed(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

class ReverificationRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStrictestRuleThatMatchesDecides()
    {
        ReverificationPolicy p;
        auto contractors = rule("Contractors", 180, 30, 14);
        contractors.profiles << QStringLiteral("contractors");
        auto admins = rule("Admins", 90, 21, 7);
        admins.riskGroups << QStringLiteral("Privileged admins");
        admins.isHighRisk = true;
        auto both = rule("Contractors on leave", 30);
        both.profiles << QStringLiteral("Contractors");
        both.lifecycles << QStringLiteral("leave");
        auto board = rule("Board", 730);
        board.profiles << QStringLiteral("Board");
        p.rules = {contractors, admins, both, board};
        const auto name = [&p](const Segment &s) { return domain::ruleFor(p, s, 0).name; };
        QCOMPARE(name({QStringLiteral("Employees"), {}, {}, {}, {}}), QString());
        QCOMPARE(
            name({QStringLiteral("CONTRACTORS"), {}, {}, {}, {}}), QStringLiteral("Contractors")); // letter case aside
        QCOMPARE(name({QStringLiteral("Contractors"), {}, {}, {}, QStringLiteral("Privileged admins")}),
            QStringLiteral("Admins"));
        QCOMPARE(
            name({QStringLiteral("Contractors"), QStringLiteral("leave"), {}, {}, QStringLiteral("Privileged admins")}),
            QStringLiteral("Contractors on leave"));
        QCOMPARE(name({QStringLiteral("Board"), {}, {}, {}, {}}),
            QStringLiteral("Board")); // a rule may give more time than the standard
        QVERIFY(domain::ruleFor(p, {{}, {}, {}, {}, QStringLiteral("Privileged admins")}, 0).isHighRisk);
    }
    void ofTwoWithOneIntervalTheEarlierWarningThenLessGraceThenTheFirst()
    {
        ReverificationPolicy p;
        for (auto r : {rule("A", 90, 10, 5), rule("B", 90, 20, 9), rule("C", 90, 20, 3), rule("D", 90, 20, 3)}) {
            r.profiles << QStringLiteral("X");
            p.rules << r;
        }
        QCOMPARE(domain::ruleFor(p, {QStringLiteral("X"), {}, {}, {}, {}}, 0).name, QStringLiteral("C"));
        p.rules.removeAt(2);
        QCOMPARE(domain::ruleFor(p, {QStringLiteral("X"), {}, {}, {}, {}}, 0).name, QStringLiteral("D"));
    }
    void aRuleBeginsOnItsDay()
    {
        ReverificationPolicy p;
        auto later = rule("Later", 30);
        later.profiles << QStringLiteral("X");
        later.startsAt = 1000;
        p.rules << later;
        const Segment x{QStringLiteral("X"), {}, {}, {}, {}};
        QCOMPARE(domain::ruleFor(p, x, 999).name, QString());
        QCOMPARE(domain::ruleFor(p, x, 1000).name, QStringLiteral("Later"));
        QCOMPARE(domain::nextStart(p, 999).value_or(0), 1000);
        QVERIFY(!domain::nextStart(p, 1000));
    }
    void whatCannotBeSavedIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *json, const char *field) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(field);
        };
        row("good",
            R"({"standard":{"intervalDays":365},"rules":[{"name":"A","profiles":["X"],"intervalDays":1,)"
            R"("warnDays":0,"graceDays":0}]})",
            "");
        row("nothing", "{}", "");
        row("interval 0", R"({"standard":{"intervalDays":0}})", "standard.interval");
        row("interval 1096", R"({"standard":{"intervalDays":1096}})", "standard.interval");
        row("interval 1095", R"({"standard":{"intervalDays":1095}})", "");
        row("grace too long", R"({"standard":{"intervalDays":10,"graceDays":11}})", "standard.grace");
        row("warn too long", R"({"standard":{"intervalDays":10,"warnDays":11}})", "standard.warn");
        row("days as text", R"({"standard":{"intervalDays":"ten"}})", "standard.intervalDays");
        row("half a day", R"({"standard":{"intervalDays":1.5}})", "standard.intervalDays");
        row("negative", R"({"standard":{"warnDays":-1}})", "standard.warnDays");
        row("no name", R"({"rules":[{"profiles":["X"]}]})", "rules[0].name");
        row("two of a name", R"({"rules":[{"name":"a","profiles":["X"]},{"name":"A","profiles":["Y"]}]})",
            "rules[1].name");
        row("of nobody in particular", R"({"rules":[{"name":"A"}]})", "rules[0].applies");
        row("profiles no list", R"({"rules":[{"name":"A","profiles":"X"}]})", "rules[0].profiles");
        row("profiles of numbers", R"({"rules":[{"name":"A","profiles":[1]}]})", "rules[0].profiles");
        row("rules no list", R"({"rules":{}})", "rules");
        row("rule no object", R"({"rules":[7]})", "rules[0]");
        row("start no date", R"({"rules":[{"name":"A","profiles":["X"],"startsAt":"soon"}]})", "rules[0].startsAt");
        row("overlapping rules are fine", R"({"rules":[{"name":"A","profiles":["X"]},{"name":"B","profiles":["X"]}]})",
            "");
    }
    void whatCannotBeSavedIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const auto p = domain::reverificationFromJson(QJsonDocument::fromJson(json).object());
        QCOMPARE(p ? QString() : p.error().field, field);
        if (!p)
            QVERIFY(!p.error().text.isEmpty());
    }
    void itSurvivesBeingKept()
    {
        ReverificationPolicy p;
        p.standard = {400, 40, 4};
        auto r = rule("Ünal & Söhne", 90, 21, 7);
        r.profiles << QStringLiteral("X") << QString();
        r.lifecycles << QStringLiteral("active");
        r.sources << QStringLiteral("HR");
        r.accountStates << QStringLiteral("REGISTERED");
        r.riskGroups << QStringLiteral("Admins");
        r.isHighRisk = true;
        r.startsAt = 1'787'393'700'000;
        p.rules << r;
        QCOMPARE(*domain::reverificationFromJson(domain::toJson(p)), p);
        QVERIFY(parsed("{").isEmpty());
    }
};
IDV_TEST(ReverificationRules)
#include "tst_reverification.moc"
