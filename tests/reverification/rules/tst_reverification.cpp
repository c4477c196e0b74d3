#include "domain/reverification/reverificationpolicy.h"
#include "domain/tenants/tenant.h"
#include "support/registry.h"
#include "support/statustable.h"
#include <QJsonArray>
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

class StatusTable : public QObject
{
    Q_OBJECT
    static domain::IdvFacts facts(const char *word, const char *flag, const QString &date)
    {
        domain::IdvFacts f;
        f.status = QString::fromUtf8(word);
        f.verifiedRaw = QString::fromLatin1(flag);
        f.verified = domain::parseFlag(f.verifiedRaw);
        f.dateRaw = date;
        f.date = domain::parseInstant(date, support::statustable::now);
        return f;
    }
private Q_SLOTS:
    void everyWordWithEveryFlagDateAndOverlay()
    {
        using namespace support::statustable;
        int verified = 0, pastDue = 0;
        for (const Case &c : all()) {
            const auto due = domain::dueAt(c.facts, yearly);
            const auto warnAt = due ? std::optional(*due - yearly.warnDays * core::dayMs) : std::nullopt;
            const auto kind = domain::kindOf(c.facts, c.overlay);
            const auto status = domain::statusOf(c.facts, c.overlay, yearly, now);
            QVERIFY2(status == c.status, qPrintable(c.name + QStringLiteral(": ") + domain::statusKey(status)));
            QCOMPARE(domain::statusAt(kind, due, warnAt, now), status); // two numbers say the same as the texts
            QVERIFY2(domain::overdueReasonAt(kind, due, now) == c.reason, qPrintable(c.name));
            QVERIFY2(domain::pastDueOf(c.facts, c.overlay, due, now) == c.part, qPrintable(c.name));
            // Overdue is always past due; a green status never is, and never stands beside a false flag or another
            // word.
            QVERIFY(status != domain::IdentityStatus::Overdue || c.part);
            const bool isGreen =
                status == domain::IdentityStatus::Verified || status == domain::IdentityStatus::DueSoon;
            QVERIFY2(!isGreen || (!c.part && c.facts.verified != false &&
                                     domain::wordOf(c.word, {}) != domain::StatusWord::Other),
                qPrintable(c.name));
            verified += isGreen ? 1 : 0;
            pastDue += c.part ? 1 : 0;
        }
        QCOMPARE(verified, 80);
        QVERIFY(pastDue > 1000);
    }
    void theFiguresOfTheOldStatusesStay()
    {
        // They stand in files.
        QCOMPARE(int(domain::StatusKind::Dated), 0);
        QCOMPARE(int(domain::StatusKind::Never), 1);
        QCOMPARE(int(domain::StatusKind::Failed), 2);
        QCOMPARE(int(domain::StatusKind::Pending), 3);
        QCOMPARE(int(domain::StatusKind::Held), 4);
        QCOMPARE(int(domain::StatusKind::BadDate), 5);
        QCOMPARE(int(domain::StatusKind::Reset), 6);
        QCOMPARE(int(domain::StatusKind::Withdrawn), 7);
    }
    void aTenantsOwnWords()
    {
        domain::StatusWords w;
        w.pass = {QStringLiteral("OK"), QStringLiteral("Geprüft")};
        w.fail = {};
        w.pending = {QStringLiteral("läuft")};
        const QString fresh = domain::formatInstant(support::statustable::now - core::dayMs);
        const auto status = [&](const char *word) {
            return domain::statusOf(
                facts(word, "true", fresh), {}, support::statustable::yearly, support::statustable::now, w);
        };
        QCOMPARE(status("ok"), domain::IdentityStatus::Verified);
        QCOMPARE(status(" GEPRÜFT "), domain::IdentityStatus::Verified);
        QCOMPARE(status("LÄUFT"), domain::IdentityStatus::Pending);
        for (const char *other : {"VERIFIED", "FAILED", "PENDING", "O K", "OK!"})
            QVERIFY2(status(other) == domain::IdentityStatus::Overdue, other);
        QCOMPARE(status(""), domain::IdentityStatus::Verified); // no word at all
    }
    void wordsSurviveBeingKeptAndOldTenantsHaveTheUsualOnes()
    {
        domain::Tenant t;
        t.id = core::TenantId(QStringLiteral("t"));
        t.statusWords = {{QStringLiteral("OK")}, {}, {QStringLiteral("WAIT"), QStringLiteral("OPEN")}};
        QJsonObject o = domain::tenantToJson(t);
        QCOMPARE(domain::tenantFromJson(o)->statusWords, t.statusWords);
        o.remove(QStringLiteral("statusWords"));
        QCOMPARE(domain::tenantFromJson(o)->statusWords, domain::StatusWords());
        for (const QJsonValue &bad : {QJsonValue(7), QJsonValue(QStringLiteral("OK")), QJsonValue(QJsonArray()),
                 QJsonValue(QJsonValue::Null), QJsonValue(QJsonObject{{QStringLiteral("pass"), QStringLiteral("OK")}}),
                 QJsonValue(QJsonObject{{QStringLiteral("pass"), QJsonArray{7}}}),
                 QJsonValue(QJsonObject{{QStringLiteral("pass"), QJsonArray{}}}),
                 QJsonValue(QJsonObject{{QStringLiteral("fail"), QJsonArray{QStringLiteral("verified")}}}),
                 QJsonValue(QJsonObject{{QStringLiteral("pending"), QJsonArray{QStringLiteral(" ")}}})}) {
            o.insert(QStringLiteral("statusWords"), bad);
            QVERIFY(!domain::tenantFromJson(o)); // never the usual lists instead
        }
    }
    void aReadingHasAVersion()
    {
        domain::Reading a, b;
        QCOMPARE(a.version(), b.version());
        b.words.pass << QStringLiteral("OK");
        QVERIFY(a.version() != b.version());
        QCOMPARE(a.mapVersion(), b.mapVersion());
        domain::Reading c;
        c.map.set(domain::Field::IdvStatus, QStringLiteral("otherStatus"));
        QVERIFY(a.version() != c.version() && a.mapVersion() != c.mapVersion());
    }
    void whatContradictsItselfIsSaid()
    {
        using C = domain::Contradiction;
        const auto of = [](const char *word, const char *flag) {
            return domain::contradictionOf(facts(word, flag, {}));
        };
        QVERIFY(of("VERIFIED", "false") == C::PassWordFalseFlag);
        QVERIFY(of("REVOKED", "true") == C::OtherWordTrueFlag);
        QVERIFY(of("FAILED", "true") == C::OtherWordTrueFlag);
        QVERIFY(of("VERIFIED", "maybe") == C::FlagUnreadable);
        for (const auto &[word, flag] : {std::pair{"VERIFIED", "true"}, std::pair{"REVOKED", "false"},
                 std::pair{"", "false"}, std::pair{"PENDING", "true"}, std::pair{"VERIFIED", ""}})
            QVERIFY2(!of(word, flag), word);
    }
    void oneThatWasResetIsNotDueSomeDay()
    {
        using domain::StatusKind;
        QVERIFY(!domain::shownDue(StatusKind::Reset, 100, 50));
        QVERIFY(!domain::shownDue(StatusKind::Withdrawn, 100, 50));
        QCOMPARE(domain::shownDue(StatusKind::Reset, 100, 100).value_or(0), 100); // its date has passed as well
        QCOMPARE(domain::shownDue(StatusKind::Dated, 100, 50).value_or(0), 100);
    }
    void keysLeadThereAndBack()
    {
        for (int i = 0; i < domain::pastDuePartCount; ++i)
            QVERIFY(domain::pastDueFromKey(domain::pastDueKey(domain::PastDuePart(i))) == domain::PastDuePart(i));
        QVERIFY(!domain::pastDueFromKey(QStringLiteral("all")) && !domain::pastDueFromKey({}));
    }
};
IDV_TEST(StatusTable)
#include "tst_reverification.moc"
