#include "lab/faults/faultplan.h"
#include "lab/optionsjson.h"
#include "support/fakeclock.h"
#include "support/registry.h"
#include <QJsonObject>
#include <QtTest>

using lab::FaultPlan;

namespace {

httpd::Request call(const char *method, const char *path)
{
    httpd::Request r;
    r.method = method;
    r.path = path;
    return r;
}

} // namespace

class Faults : public QObject
{
    Q_OBJECT
    std::shared_ptr<support::FakeClock> m_clock = std::make_shared<support::FakeClock>(1'000'000);
    int m_asked = 0;
    httpd::Response through(FaultPlan &plan, const httpd::Request &r)
    {
        return plan.apply(r, [this] {
            ++m_asked;
            httpd::Response answer;
            answer.body = "123456789";
            return answer;
        });
    }
    static FaultPlan planOf(std::shared_ptr<support::FakeClock> clock, const char *vendor, const QStringList &texts)
    {
        FaultPlan plan(QLatin1String(vendor), clock);
        QList<lab::FaultRule> rules;
        for (const QString &t : texts)
            rules << *lab::faultFromText(t);
        plan.set(rules);
        return plan;
    }
private Q_SLOTS:
    void init() { m_asked = 0; }
    void rulesThatAreNoneSayWhatIsExpected_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("no form") << "reset"
                                 << "VENDOR:OPERATION:KIND";
        QTest::newRow("vendor") << "azure:create:reset"
                                << "\"identityiq\" or \"provider\"";
        QTest::newRow("operation") << "provider:token:reset"
                                   << "cancel, create, resend, status";
        QTest::newRow("kind") << "provider:create:explode"
                              << "no-answer";
        QTest::newRow("status") << "provider:create:status=200"
                                << "400 to 599";
        QTest::newRow("percent") << "provider:create:reset,percent=0"
                                 << "1 to 100";
        QTest::newRow("no number") << "provider:create:status=many"
                                   << "\"many\" is not a number";
        QTest::newRow("stray") << "provider:create:reset,often=2"
                               << "\"often\" is not known";
    }
    void rulesThatAreNoneSayWhatIsExpected()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto r = lab::faultFromText(text);
        QVERIFY(!r);
        QVERIFY2(r.error().text.contains(says), qPrintable(r.error().text));
    }
    void aStatusComesBeforeTheCallHasAnEffect()
    {
        auto plan = planOf(m_clock, "provider", {QStringLiteral("provider:create:status=503,times=2")});
        QCOMPARE(through(plan, call("POST", "/api/v1/community/c/idv/session")).status, 503);
        QCOMPARE(through(plan, call("GET", "/api/v1/community/c/idv/session/k1")).status, 200); // another operation
        QCOMPARE(through(plan, call("POST", "/api/v1/community/c/idv/session")).status, 503);
        QCOMPARE(through(plan, call("POST", "/api/v1/community/c/idv/session")).status, 200);
        QCOMPARE(m_asked, 2);
    }
    void damageComesBehindTheCall()
    {
        auto plan = planOf(m_clock, "provider",
            {QStringLiteral("provider:status:truncate"), QStringLiteral("provider:create:reset"),
                QStringLiteral("provider:*:latency=70")});
        const auto cut = through(plan, call("GET", "/api/v1/community/c/idv/session/k1"));
        QCOMPARE(cut.body.size(), 6);
        QCOMPARE(cut.delay, std::chrono::milliseconds(70));
        QCOMPARE(through(plan, call("POST", "/api/v1/community/c/idv/session")).damage, httpd::Damage::Reset);
        QCOMPARE(m_asked, 2);
    }
    void bothPathStylesAreTheSameCall()
    {
        auto plan = planOf(m_clock, "sailpoint",
            {QStringLiteral("sailpoint:list:status=429"), QStringLiteral("sailpoint:GET /v2024/sources/*:status=500")});
        QCOMPARE(through(plan, call("GET", "/v2024/identities")).status, 429);
        QCOMPARE(through(plan, call("GET", "/identities/v1")).status, 429);
        QCOMPARE(through(plan, call("GET", "/v2024/identities/x")).status, 200);
        QCOMPARE(through(plan, call("GET", "/sources/v1/s1")).status, 500);
        QCOMPARE(through(plan, call("GET", "/v2024/sources")).status, 200);
    }
    void aBudgetFillsUpAgainAfterTenSeconds()
    {
        auto plan = planOf(m_clock, "sailpoint", {QStringLiteral("sailpoint:*:budget=3")});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(through(plan, call("GET", "/v2024/search")).status, 200);
        const auto refused = through(plan, call("GET", "/v2024/search"));
        QCOMPARE(refused.status, 429);
        QVERIFY(std::any_of(
            refused.headers.begin(), refused.headers.end(), [](const auto &h) { return h.first == "Retry-After"; }));
        m_clock->advance(10'000);
        QCOMPARE(through(plan, call("GET", "/v2024/search")).status, 200);
    }
    void aShareOfCallsIsHit()
    {
        auto plan = planOf(m_clock, "sailpoint", {QStringLiteral("sailpoint:*:status=500,percent=20")});
        int hit = 0;
        for (int i = 0; i < 1000; ++i)
            hit += through(plan, call("GET", "/v2024/search")).status == 500 ? 1 : 0;
        QVERIFY2(hit > 140 && hit < 260, qPrintable(QString::number(hit)));
    }
    void optionsOfScenariosAreCheckedOneByOne()
    {
        QCOMPARE(
            lab::optionsFromJson({{QStringLiteral("journeyMs"), 30},
                                     {QStringLiteral("faults"), QJsonArray{QStringLiteral("provider:create:reset")}}},
                {})
                ->journey,
            std::chrono::milliseconds(30));
        const auto wrong = [](const QJsonObject &o) { return lab::optionsFromJson(o, {}).error(); };
        QCOMPARE(wrong({{QStringLiteral("colour"), 1}}).field, QStringLiteral("colour"));
        QVERIFY(wrong({{QStringLiteral("outcome"), QStringLiteral("won")}}).text.contains(QLatin1String("verified")));
        QVERIFY(wrong({{QStringLiteral("journeyMs"), QStringLiteral("30")}}).text.contains(QLatin1String("number")));
        QVERIFY(wrong({{QStringLiteral("faults"), QJsonArray{QStringLiteral("x")}}})
                    .text.contains(QLatin1String("VENDOR")));
        QVERIFY(wrong({{QStringLiteral("callbackFaults"), QJsonArray{QStringLiteral("nonsense")}}})
                    .text.contains(QLatin1String("duplicate")));
    }
};
IDV_TEST(Faults)
#include "tst_faultplan.moc"
