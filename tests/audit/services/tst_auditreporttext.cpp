#include "domain/tenants/tenant.h"
#include "services/audit/auditreporttext.h"
#include "support/registry.h"
#include <QtTest>

using services::AuditReportFacts;
using services::AuditReportText;

namespace {

struct Report
{
    Report()
    {
        tenant.name = QStringLiteral("Acme | Lab");
        tenant.sailpointUrl = QStringLiteral("https://acme.api.example");
        domain::ReverificationRule rule;
        rule.name = QStringLiteral("Admins");
        rule.rule.intervalDays = 30;
        policy.rules = {rule};
        policy.standard.intervalDays = 365;
        facts.at = 1'800'000'000'000;
        facts.counts.everyone = 8;
        facts.counts.byStatus[size_t(domain::IdentityStatus::Verified)] = 6;
        facts.counts.byStatus[size_t(domain::IdentityStatus::Overdue)] = 2;
        facts.outlook.rules = {{QStringLiteral("Admins"), 3, 1, 0, 1}, {QString(), 5, 1, 1, 1}};
        facts.trail.kind = services::TrailState::Whole;
        facts.trail.entries = 41;
        facts.trail.head = QByteArray(32, '\x11');
        facts.trail.unsignedWhy = QStringLiteral("no keychain");
    }
    QString text() const { return AuditReportText(facts, tenant, policy, QStringLiteral("tester")).markdown(); }
    bool has(const char *words) const { return text().contains(QString::fromUtf8(words)); }
    AuditReportFacts facts;
    domain::Tenant tenant;
    domain::ReverificationPolicy policy;
};

domain::Session decided()
{
    domain::Session s;
    s.request.identity = core::IdentityId(QStringLiteral("id-17"));
    s.personName = QStringLiteral("Ana Ruiz");
    s.request.ticket = QStringLiteral("INC1");
    s.operatorName = QStringLiteral("desk");
    s.reviewer = QStringLiteral("second");
    s.state = domain::SessionState::Verified;
    s.createdAt = 1'800'000'000'000;
    return s;
}

} // namespace

class TextOfAnAuditReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyPartHasItsHeading()
    {
        const Report r;
        const QString text = r.text();
        int last = -1;
        for (const char *heading : {"# Identity verification: report for auditors", "## Policy", "## Coverage",
                 "## Campaigns", "## Held results and second-person decisions", "## Proof of the audit log"}) {
            const int at = int(text.indexOf(QLatin1String(heading)));
            QVERIFY2(at > last, heading);
            last = at;
        }
        QVERIFY(r.has("https://acme.api.example") || r.has("acme.api.example"));
        QVERIFY(r.has("tester"));
    }
    void eachRuleHasItsNumbersAndTheStandardIsLast()
    {
        const Report r;
        const QString text = r.text();
        QVERIFY(text.contains(QLatin1String("| Admins | 30 |")));
        QVERIFY(text.contains(QLatin1String("| Everyone else | 365 |")));
        QVERIFY(text.indexOf(QLatin1String("| Admins")) < text.indexOf(QLatin1String("| Everyone else")));
    }
    void aShareIsOfEverybody()
    {
        Report r;
        QVERIFY2(r.has("| Verified | 6 | 75\\.0 % |"), qPrintable(r.text()));
        r.facts.counts = {};
        QVERIFY(!r.has(" % |")); // of nobody there is no share
    }
    void whatThereIsNotIsSaid()
    {
        const Report r;
        QCOMPARE(r.text().count(QLatin1String("None.")), 2);
        QVERIFY(!r.has("Exempt from renewal"));
    }
    void aDecisionIsNamedOrNumbered()
    {
        Report r;
        r.facts.decided = {decided()};
        QVERIFY(r.has("Ana Ruiz") && r.has("second") && !r.has("id-17"));
        r.facts.options.numbersForNames = true;
        QVERIFY(!r.has("Ana Ruiz") && r.text().remove(QLatin1Char('\\')).contains(QLatin1String("id-17")));
    }
    void anExemptionSaysWhoAllowedIt()
    {
        Report r;
        domain::Exemption e;
        e.identity = core::IdentityId(QStringLiteral("id-17"));
        e.reason = QStringLiteral("on leave");
        e.approver = QStringLiteral("the boss");
        r.facts.exemptions.insert(QStringLiteral("id-17"), e);
        r.facts.names.insert(QStringLiteral("id-17"), QStringLiteral("Ana Ruiz"));
        QVERIFY(r.has("Exempt from renewal") && r.has("on leave") && r.has("the boss") && r.has("Ana Ruiz"));
        r.facts.options.numbersForNames = true;
        QVERIFY(!r.has("Ana Ruiz"));
    }
    void aCampaignSaysWhatCameOfIt()
    {
        Report r;
        domain::Campaign k;
        k.plan.name = QStringLiteral("Nightly");
        k.operatorName = QStringLiteral("desk");
        domain::CampaignCounts n;
        n.sessions[size_t(domain::SessionState::Verified)] = 4;
        n.sessions[size_t(domain::SessionState::Failed)] = 2;
        n.leftOut = 7;
        r.facts.campaigns = {k};
        r.facts.campaignCounts = {n};
        QVERIFY(r.has("| Nightly |"));
        QVERIFY2(r.has("| 6 | 4 | 2 | 7 |"), qPrintable(r.text()));
    }
    void theProofNamesTheHeadAndWhyNothingIsSigned()
    {
        Report r;
        const QString plain = r.text().remove(QLatin1Char('\\'));
        QVERIFY(plain.contains(QStringLiteral("41:") + QString(64, QLatin1Char('1'))));
        QVERIFY(plain.contains(QLatin1String("no keychain")));
        r.facts.trail.signedUpTo = 40;
        r.facts.trail.publicKey = QByteArray(32, 'k');
        QVERIFY(!r.has("no keychain"));
    }
    void whatSomebodyElseWroteIsNoMarkup()
    {
        Report r;
        auto s = decided();
        s.personName = QStringLiteral("Ana | [x](http://evil.example) <b>");
        r.facts.decided = {s};
        const QString text = r.text();
        QVERIFY(!text.contains(QLatin1String("[x](http")));
        QVERIFY(!text.contains(QLatin1String("<b>")));
        QVERIFY(!text.contains(QLatin1String("Acme | Lab"))); // it would be another column
    }
    void daysAndNumbersAreThisComputers()
    {
        QVERIFY(services::reportDay({}).isEmpty());
        QCOMPARE(services::reportDay(1'800'000'000'000).size(), 10);
        QCOMPARE(services::reportTime(1'800'000'000'000).size(), 16);
        QCOMPARE(services::reportNumber(17), QStringLiteral("17"));
        QVERIFY(services::reportHeading("Policy").startsWith(QLatin1String("## Policy")));
    }
};
IDV_TEST(TextOfAnAuditReport)
#include "tst_auditreporttext.moc"
