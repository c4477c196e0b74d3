#include "domain/tenants/tenantedit.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QtTest>

using domain::Tenant;
using domain::TenantEditGiven;
using Change = std::function<void(Tenant &)>;
Q_DECLARE_METATYPE(Change)

// A tenant that is there is edited, field by field.
class TenantEdits : public QObject
{
    Q_OBJECT
    static Tenant stored()
    {
        Tenant t;
        t.id = core::TenantId(QStringLiteral("t1"));
        t.name = QStringLiteral("Acme");
        t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
        t.clientId = QStringLiteral("b61429f5");
        t.idvUrl = QStringLiteral("https://acme.1kosmos.net");
        t.communityId = QStringLiteral("5f3d");
        return t;
    }
    static void row(const char *name, const char *members, const char *needs, const char *fault, const Change &change)
    {
        QTest::newRow(name) << change << QString::fromLatin1(members) << QString::fromLatin1(needs)
                            << QString::fromLatin1(fault);
    }
    static void addPlaces()
    {
        row("nothing", "", "", "nothing", [](Tenant &) {});
        row("what others set", "", "", "nothing", [](Tenant &t) {
            t.readOnly = t.secretsMissing = true;
            t.addedAt = 5;
            t.organisation = QStringLiteral("x");
            t.receiver.port = 1;
            t.statusWords.pass = {QStringLiteral("X")};
            t.reverification.intervalDays = 30;
        });
        row("the name", "name", "", "", [](Tenant &t) { t.name = QStringLiteral("Other"); });
        row("another SailPoint", "sailpointUrl", "s", "client-secret",
            [](Tenant &t) { t.sailpointUrl = QStringLiteral("https://acme2.api.identitynow.com"); });
        row("another port", "sailpointUrl", "s", "client-secret",
            [](Tenant &t) { t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com:8443"); });
        row("its port, said", "sailpointUrl", "", "",
            [](Tenant &t) { t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com:443"); });
        row("another client", "clientId", "s", "client-secret", [](Tenant &t) { t.clientId = QStringLiteral("n"); });
        row("no address", "sailpointUrl", "s", "sailpoint-url", [](Tenant &t) { t.sailpointUrl.clear(); });
        row("another provider", "idvUrl", "ko", "api-key",
            [](Tenant &t) { t.idvUrl = QStringLiteral("https://other.1kosmos.net"); });
        row("a path at the provider's", "idvUrl", "o", "",
            [](Tenant &t) { t.idvUrl = QStringLiteral("https://acme.1kosmos.net/eu"); });
        row("another community", "communityId", "o", "", [](Tenant &t) { t.communityId = QStringLiteral("c2"); });
        row("a path of the provider", "provider.statusPath", "o", "",
            [](Tenant &t) { t.provider.statusPath = QStringLiteral("/s/{sessionId}"); });
        row("pointers", "provider.sessionIdAt", "o", "", [](Tenant &t) {
            t.provider.sessionIdAt = {QStringLiteral("/a"), QStringLiteral("/b")};
        });
        row("where a result stands", "provider.results.answer.status", "or", "reason", [](Tenant &t) {
            QVERIFY(domain::putPlaces(
                t.provider.results, domain::ResultSource::Answer, QStringLiteral("status=/data/status")));
        });
        row("what a word means", "provider.results.statusWords.approved", "or", "reason",
            [](Tenant &t) { QVERIFY(domain::putStatusWord(t.provider.results, QStringLiteral("APPROVED=passed"))); });
        row("words of documents", "provider.documentWords.passport", "o", "",
            [](Tenant &t) { t.provider.documentWords[QStringLiteral("passport")] = QStringLiteral("pp"); });
    }
    static void addTheRest()
    {
        row("the mapping", "map.idvStatus", "r", "reason",
            [](Tenant &t) { t.map.set(domain::Field::IdvStatus, QStringLiteral("idvState")); });
        row("path style", "pathStyle,pathsInUse", "", "", [](Tenant &t) { t.pathStyle = domain::PathStyle::V1; });
        row("proxy", "proxy", "", "", [](Tenant &t) { t.proxy = QStringLiteral("http://proxy.acme.example:8080"); });
        row("a proxy that asks", "proxy,proxySignsIn", "p", "proxy-password", [](Tenant &t) {
            t.proxy = QStringLiteral("http://proxy.acme.example:8080");
            t.proxySignsIn = true;
        });
        row("a sign-in without a proxy", "proxySignsIn", "p", "proxy", [](Tenant &t) { t.proxySignsIn = true; });
        row("a proxy that is none", "proxy", "", "proxy", [](Tenant &t) { t.proxy = QStringLiteral("proxy:8080"); });
        row("a file that is not there", "caFile", "", "ca", [](Tenant &t) { t.caFile = QStringLiteral("/no.pem"); });
        row("callback base", "callbackBaseUrl", "", "",
            [](Tenant &t) { t.callbackBaseUrl = QStringLiteral("https://relay.acme.example"); });
        row("time zone", "timeZone", "", "", [](Tenant &t) { t.timeZone = QStringLiteral("Europe/Oslo"); });
        row("no time zone", "timeZone", "", "time-zone", [](Tenant &t) { t.timeZone = QStringLiteral("Mars"); });
        row("environment", "environment", "", "", [](Tenant &t) { t.environment = domain::Environment::Sandbox; });
        row("a simulator elsewhere", "environment", "", "environment",
            [](Tenant &t) { t.environment = domain::Environment::Simulator; });
        row("write-back", "writeBack", "", "idv-source",
            [](Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; });
        row("another product", "pathsInUse,product", "", "product", [](Tenant &t) {
            t.product = domain::Product::IdentityIq;
            t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
        });
    }
private Q_SLOTS:
    void eachFieldAsksForWhatItNeeds_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("members"); // that differ
        QTest::addColumn<QString>("needs");   // s: client secret, k: key, r: reason, o: no open sessions
        QTest::addColumn<QString>("fault");   // the field of the first one, when nothing is given
        addPlaces();
        addTheRest();
    }
    void eachFieldAsksForWhatItNeeds()
    {
        QFETCH(Change, change);
        QFETCH(QString, needs);
        QFETCH(QString, fault);
        const Tenant before = stored();
        Tenant after = before;
        change(after);
        QStringList members;
        for (const auto &c : domain::changesBetween(before, after)) {
            members << c.member;
            QVERIFY(c.before != c.after);
        }
        QTEST(members.join(QLatin1Char(',')), "members");
        QCOMPARE(domain::toJson(domain::changesBetween(before, after)).size(), members.size());
        const auto n = domain::needsOf(before, after);
        QCOMPARE(n.clientSecret, needs.contains(QLatin1Char('s')));
        QCOMPARE(n.proxySignIn, needs.contains(QLatin1Char('p')));
        QCOMPARE(n.apiKey, needs.contains(QLatin1Char('k')));
        QCOMPARE(n.reason, needs.contains(QLatin1Char('r')));
        QCOMPARE(n.noOpenSessions, needs.contains(QLatin1Char('o')));
        const auto faults = domain::editFaults(before, after, {});
        if (fault == QLatin1String("nothing")) {
            QCOMPARE(faults.size(), 1);
            QVERIFY(faults.first().field.isEmpty());
            return;
        }
        QCOMPARE(faults.isEmpty() ? QString() : faults.first().field, fault);
        const bool isAsked = fault == QLatin1String("client-secret") || fault == QLatin1String("api-key") ||
                             fault == QLatin1String("proxy-password") || fault == QLatin1String("reason");
        if (isAsked)
            QVERIFY(domain::editFaults(before, after, {true, true, true, QStringLiteral("agreed")}).isEmpty());
    }
    void aReasonHasALength()
    {
        const Tenant before = stored();
        Tenant after = before;
        after.map.set(domain::Field::IdvStatus, QStringLiteral("idvState"));
        for (const auto &[reason, isTaken] : {std::pair{QStringLiteral("  ab "), false},
                 std::pair{QStringLiteral("abc"), true}, std::pair{QString(501, QLatin1Char('x')), false}})
            QCOMPARE(domain::editFaults(before, after, {false, false, false, reason}).isEmpty(), isTaken);
    }
    void anotherOrganisationIsAnotherTenant_data()
    {
        QTest::addColumn<QString>("noted");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("said"); // by the token
        QTest::addColumn<bool>("isRefused");
        const auto row = [](const char *name, const char *noted, const char *from, const char *to, const char *said,
                             bool isRefused) {
            QTest::newRow(name) << QString::fromLatin1(noted) << QString::fromLatin1(from) << QString::fromLatin1(to)
                                << QString::fromLatin1(said) << isRefused;
        };
        const char *acme = "https://acme.api.identitynow.com", *own = "https://identity.acme.example";
        row("the same address", "", acme, acme, "", false);
        row("its own domain", "", acme, own, "acme", false);
        row("a domain that looks like a cloud's", "", "https://sso.api.acme.example", own, "acme", true);
        row("another one under the same address", "acme", acme, acme, "globex", true);
        row("letter case", "", acme, own, "ACME", false);
        row("another", "", acme, "https://globex.api.identitynow.com", "globex", true);
        row("an address that lies", "", acme, "https://acme.api.identitynow.com.example", "globex", true);
        row("a token that says nothing", "", acme, own, "", true);
        row("noted", "acme", own, "https://id2.acme.example", "acme", false);
        row("noted, another", "acme", own, "https://id2.acme.example", "globex", true);
        row("noted, and the address says otherwise", "acme", "https://x.api.identitynow.com", own, "acme", false);
        row("never noted", "", own, "https://id2.acme.example", "acme", true);
    }
    void anotherOrganisationIsAnotherTenant()
    {
        QFETCH(QString, noted);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, said);
        Tenant before = stored();
        before.organisation = noted;
        before.sailpointUrl = from;
        Tenant after = before;
        after.sailpointUrl = to;
        const auto fault = domain::organisationFault(before, after, said);
        QTEST(fault.has_value(), "isRefused");
        if (fault) {
            QCOMPARE(fault->code, core::ErrorCode::Conflict);
            QCOMPARE(fault->field, QStringLiteral("sailpoint-url"));
        }
    }
};
IDV_TEST(TenantEdits)
#include "tst_tenantedit.moc"
