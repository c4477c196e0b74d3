#include "httpd/server.h"
#include "services/readiness/connectiontest.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using support::await;
using support::LabFixture;
using support::quick;

class ConnectionTests : public QObject
{
    Q_OBJECT
    static core::ErrorCode firstFailure(
        LabFixture &d, const domain::Tenant &t, const services::TenantSecrets &s, QString *text)
    {
        const auto r =
            await(services::testConnection(*d.context, t, s, services::TestParts::Both, {}, d.tenantSession.get()));
        for (const auto &l : r->lines) {
            if (l.level == services::TestLevel::Fail) {
                *text = l.text;
                return l.error->code;
            }
        }
        return ErrorCode::Internal;
    }
private Q_SLOTS:
    void passesOnTheLab()
    {
        LabFixture d(quick());
        const auto r = await(
            services::testConnection(*d.context, d.tenant, {}, services::TestParts::Both, {}, d.tenantSession.get()));
        QVERIFY(r->isPassed());
        QVERIFY(r->isProven());
        QVERIFY(std::any_of(r->lines.begin(), r->lines.end(), [](const auto &l) {
            return l.level == services::TestLevel::Pass && l.text.contains(QLatin1String("accepts the API key"));
        }));
        QVERIFY(r->attributes.contains(QStringLiteral("idvVerifiedDate")));
    }
    void aKeyIsProvenByComparisonOnly_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("toOthers");
        QTest::addColumn<int>("calls");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, int status, const char *type, const char *body, int toOthers, int calls,
                             const char *level, const char *says) {
            QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << toOthers << calls
                                << QString::fromLatin1(level) << QString::fromLatin1(says);
        };
        const char *json = "application/json";
        row("the ordinary provider", 404, json, "{\"message\":\"session not found\"}", 401, 2, "pass",
            "accepts the API key");
        row("one that says 403", 404, json, "{}", 403, 2, "pass", "accepts the API key");
        row("one that answers 200", 200, json, "{\"status\":\"UNKNOWN\"}", 401, 2, "pass", "accepts the API key");
        row("another server", 404, json, "{\"message\":\"Not Found\"}", 404, 2, "not-proven", "was not proven");
        row("200 to everybody", 200, json, "{}", 200, 2, "not-proven", "was not proven");
        row("no comparison", 404, json, "{}", 503, 2, "not-proven", "was not proven");
        row("404 without JSON", 404, "text/plain", "not found", 401, 2, "not-proven", "no JSON");
        row("a website", 404, "text/html", "<html>not here</html>", 401, 1, "fail", "page for people");
        row("a page that says it is none", 200, json, "<!doctype html>", 200, 1, "fail", "page for people");
        row("a redirect", 302, "text/html", "<html></html>", 302, 1, "fail", "sends elsewhere");
        row("a wrong key", 401, json, "{}", 401, 1, "fail", "not accepted");
        row("out of order", 503, json, "{}", 401, 1, "fail", "");
    }
    void aKeyIsProvenByComparisonOnly()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, toOthers);
        QFETCH(QString, level);
        QFETCH(QString, says);
        QList<QByteArray> keys;
        QSet<QByteArray> paths;
        httpd::Server provider([&](const httpd::Request &r) {
            keys << r.header("Authorization");
            paths << r.path;
            const bool isOurs = keys.last() == "Bearer the-right-key";
            httpd::Response a;
            a.status = isOurs ? status : toOthers;
            a.contentType = isOurs ? type : QByteArrayLiteral("application/json");
            a.body = isOurs ? body : QByteArrayLiteral("{}");
            return a;
        });
        LabFixture d(quick());
        auto t = d.tenant;
        t.idvUrl = QStringLiteral("http://127.0.0.1:%1").arg(*provider.listen(QHostAddress::LocalHost, 0));
        services::TenantSecrets given;
        given.idv = core::makeSecret(QByteArrayLiteral("the-right-key"));
        const auto r = await(
            services::testConnection(*d.context, t, given, services::TestParts::Provider, {}, d.tenantSession.get()));
        QVERIFY(r);
        QCOMPARE(r->lines.size(), 1);
        const auto &line = r->lines.first();
        QCOMPARE(services::testLevelKey(line.level), level);
        QVERIFY2(line.text.contains(says), qPrintable(line.text));
        QCOMPARE(r->isPassed(), level != QLatin1String("fail"));
        QCOMPARE(r->isProven(), level == QLatin1String("pass"));
        if (level != QLatin1String("fail"))
            QVERIFY(line.advice.contains(QLatin1String("first verification"))); // what would prove the rest
        QTEST(int(keys.size()), "calls");
        QCOMPARE(keys.first(), QByteArray("Bearer the-right-key"));
        QCOMPARE(paths.size(), 1); // the same session that cannot exist
        QCOMPARE(QSet<QByteArray>(keys.begin(), keys.end()).size(), keys.size());
    }
    void aWrongPathOfAGuardedServerIsNoClaimAboutThePath()
    {
        LabFixture d(quick());
        auto t = d.tenant;
        t.provider.statusPath = QStringLiteral("/api/v9/nothing/{sessionId}");
        const auto r = await(
            services::testConnection(*d.context, t, {}, services::TestParts::Provider, {}, d.tenantSession.get()));
        QCOMPARE(r->lines.size(), 1);
        QCOMPARE(r->lines.first().level, services::TestLevel::Pass); // of the key
        QVERIFY(r->lines.first().advice.contains(QLatin1String("paths")));
    }
    void aProviderWithoutAStatusQueryIsNotAsked()
    {
        LabFixture d(quick());
        auto t = d.tenant;
        t.provider.statusPath.clear();
        const auto r = await(
            services::testConnection(*d.context, t, {}, services::TestParts::Provider, {}, d.tenantSession.get()));
        QCOMPARE(r->lines.size(), 1);
        QCOMPARE(r->lines.first().level, services::TestLevel::NotProven);
    }
    void theKeyOfDocuVerifyIsComparedToo()
    {
        LabFixture d(quick());
        auto t = d.tenant;
        t.provider.kind = domain::ProviderKind::DocuVerify;
        t.provider.dvcId = QStringLiteral("lab-dvc");
        const auto levelOf = [&d, &t](const services::TenantSecrets &s) {
            const auto r = await(
                services::testConnection(*d.context, t, s, services::TestParts::Provider, {}, d.tenantSession.get()));
            return services::testLevelKey(r->lines.first().level);
        };
        QCOMPARE(levelOf({}), QStringLiteral("pass"));
        services::TenantSecrets wrong;
        wrong.idv = core::makeSecret(QByteArrayLiteral("wrong"));
        QCOMPARE(levelOf(wrong), QStringLiteral("fail"));
        QVERIFY(
            d.lab->setFaults({QStringLiteral("provider:POST /docuverify/document_share_session/result:status=404")}));
        QCOMPARE(levelOf({}), QStringLiteral("not-proven"));
        QCOMPARE(levelOf(wrong), QStringLiteral("not-proven"));
    }
    void aServerThatGivesTokensToAnybodyProvesNoSecret()
    {
        httpd::Server open([](const httpd::Request &r) {
            httpd::Response a;
            a.status = r.path == "/oauth/token" ? 200 : 404;
            a.body = a.status == 200 ? "{\"access_token\":\"t\",\"expires_in\":600}" : "{}";
            return a;
        });
        LabFixture d(quick());
        auto t = d.tenant;
        t.sailpointUrl = QStringLiteral("http://127.0.0.1:%1").arg(*open.listen(QHostAddress::LocalHost, 0));
        const auto r = await(
            services::testConnection(*d.context, t, {}, services::TestParts::SailPoint, {}, d.tenantSession.get()));
        QVERIFY(!r->isProven());
        QVERIFY(std::any_of(r->lines.begin(), r->lines.end(), [](const auto &l) {
            return l.level == services::TestLevel::NotProven && l.text.contains(QLatin1String("secret was not proven"));
        }));
        QVERIFY(std::none_of(r->lines.begin(), r->lines.end(),
            [](const auto &l) { return l.text.contains(QLatin1String("secret accepted")); }));
    }
    void everyFaultHasItsOwnMessage()
    {
        LabFixture d(quick());
        QSet<QString> texts;
        QString text;
        services::TenantSecrets wrong;
        wrong.sailpoint = core::makeSecret(QByteArrayView("wrong"));
        QCOMPARE(firstFailure(d, d.tenant, wrong, &text), ErrorCode::Unauthorized);
        texts << text;
        auto t = d.tenant;
        t.sailpointUrl = QStringLiteral("http://127.0.0.1:1");
        QCOMPARE(firstFailure(d, t, {}, &text), ErrorCode::Offline);
        texts << text;
        t = d.tenant;
        httpd::Server website([](const httpd::Request &) {
            httpd::Response r;
            r.status = 404;
            r.contentType = "text/html";
            r.body = "<html>not here</html>";
            return r;
        });
        t.sailpointUrl = QStringLiteral("http://127.0.0.1:%1").arg(*website.listen(QHostAddress::LocalHost, 0));
        firstFailure(d, t, {}, &text);
        texts << text;
        services::TenantSecrets wrongKey;
        wrongKey.idv = core::makeSecret(QByteArrayView("wrong"));
        QCOMPARE(firstFailure(d, d.tenant, wrongKey, &text), ErrorCode::Unauthorized);
        texts << text;
        QCOMPARE(texts.size(), 4);
        core::Error certificate = core::makeError(ErrorCode::Certificate, {});
        QVERIFY(!texts.contains(domain::userMessage(certificate, domain::Vendor::SailPoint).headline));
    }
    void aPlainClientIsToldWhatIsOff()
    {
        auto o = quick();
        o.hasUser = false;
        LabFixture d(o);
        const auto r = await(services::testConnection(
            *d.context, d.tenant, {}, services::TestParts::SailPoint, {}, d.tenantSession.get()));
        QVERIFY(r->isPassed());
        QVERIFY(std::any_of(r->lines.begin(), r->lines.end(), [](const auto &l) {
            return l.level == services::TestLevel::Warn && l.text.contains(QLatin1String("no user"));
        }));
    }
    void nothingIsStoredWhenAFieldIsWrong()
    {
        LabFixture d(quick());
        services::Tenants tenants(*d.context);
        domain::Tenant bad = d.tenant;
        bad.id = {};
        bad.sailpointUrl = QStringLiteral("http://acme.example");
        const auto before = await(d.ledger->audit().records(1, 5));
        QVERIFY(!await(tenants.add(bad, {}, true)));
        QCOMPARE(await(tenants.list())->size(), 1); // the desk's own
        QCOMPARE(await(d.ledger->audit().records(1, 5))->size(), before->size());
    }
};
IDV_TEST(ConnectionTests)
#include "tst_connectiontests.moc"
