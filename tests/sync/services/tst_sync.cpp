#include "httpd/server.h"
#include "services/readiness/connectiontest.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::SessionState;
using support::await;

using support::LabFixture;
using support::quick;

class Synchronising : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFullCopyThenOnlyWhatChanged()
    {
        LabFixture d(quick());
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QCOMPARE(full->identities, 200);
        QCOMPARE(full->mode, QStringLiteral("full"));
        QCOMPARE(full->requests, 4); // token, page, the page beyond, count
        const auto next = d.sync();
        QCOMPARE(next->mode, QStringLiteral("incremental"));
        QCOMPARE(next->requests, 1);
        QCOMPARE(next->changed, 0);
    }
    void everyFaultEndsExactOrSaid_data()
    {
        QTest::addColumn<QString>("fault");
        for (const QString &f : lab::faults())
            QTest::newRow(qPrintable(f)) << f;
    }
    void everyFaultEndsExactOrSaid()
    {
        QFETCH(QString, fault);
        lab::Options o;
        o.identities = 31000; // four pages
        o.fault = fault;
        LabFixture d(o, {}, std::chrono::seconds(fault == QLatin1String("drip") ? 8 : 30));
        auto r = d.sync();
        if (!r && fault != QLatin1String("wrong-count"))
            r = d.sync(); // said, and resumable
        if (fault == QLatin1String("wrong-count")) {
            QVERIFY(!r);
            QVERIFY2(r.error().text.startsWith(QLatin1String("count differs")), qPrintable(r.error().text));
            return;
        }
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text + QLatin1Char(' ') + r.error().detail));
        const qint64 expected = fault == QLatin1String("rows-inserted")  ? 31040
                                : fault == QLatin1String("rows-deleted") ? 30960
                                                                         : 31000;
        QCOMPARE(r->identities, expected);
        QCOMPARE(await(d.tenantSession->counts())->everyone, expected);
    }
    void aKilledCopyGoesOn()
    {
        lab::Options o;
        o.identities = 45000;
        LabFixture d(o);
        int pages = 0;
        QObject::connect(
            &d.tenantSession->syncer(), &services::Syncer::progress, &d.tenantSession->syncer(), [&](qint64, qint64) {
                if (++pages == 2)
                    d.tenantSession->syncer().stop();
            });
        QVERIFY(!d.sync());
        const auto held = await(d.tenantSession->counts())->everyone;
        QVERIFY(held >= 20000 && held < 45000);
        d.open();
        const auto r = d.sync();
        QVERIFY(bool(r));
        QVERIFY(r->isResumed);
        QCOMPARE(r->identities, 45000);
        QVERIFY(r->added <= 45000 - held);
    }
    void withoutSearchItPages()
    {
        lab::Options o = quick();
        o.identities = 700;
        o.searchAllowed = false;
        LabFixture d(o);
        const auto r = d.sync();
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QCOMPARE(r->identities, 700);
    }
    void theUncorrelatedAreCountedApart()
    {
        LabFixture d(quick());
        services::SyncOptions o;
        o.includeUncorrelated = true;
        const auto r = d.sync(o);
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QCOMPARE(r->identities, 200);
        QCOMPARE(r->uncorrelated, 12);
    }
    void bothPathStyles()
    {
        LabFixture d(quick(), [](domain::Tenant &t) { t.pathStyle = domain::PathStyle::V1; });
        QCOMPARE(d.sync()->identities, 200);
    }
    void onlyOneProcessCopies()
    {
        LabFixture d(quick());
        QVERIFY(
            *await(d.ledger->takeLease(QStringLiteral("sync:t1"), QStringLiteral("other"), std::chrono::seconds(60))));
        const auto r = d.sync();
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Conflict);
    }
};
IDV_TEST(Synchronising)

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
        const auto before = await(d.ledger->auditRecords(1, 5));
        QVERIFY(!await(tenants.add(bad, {}, true)));
        QCOMPARE(await(tenants.list())->size(), 1); // the desk's own
        QCOMPARE(await(d.ledger->auditRecords(1, 5))->size(), before->size());
    }
};
IDV_TEST(ConnectionTests)

class Verifying : public QObject
{
    Q_OBJECT
    static void useAccount(domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Account; }
private Q_SLOTS:
    void fromNeverToVerifiedAndWritten_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::newRow("account") << int(domain::WriteBackStrategy::Account);
        QTest::newRow("workflow") << int(domain::WriteBackStrategy::Workflow);
        QTest::newRow("seed") << int(domain::WriteBackStrategy::DirectPatch);
    }
    void fromNeverToVerifiedAndWritten()
    {
        QFETCH(int, strategy);
        auto o = quick();
        o.directPatch = true;
        LabFixture d(o, [&](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy(strategy); });
        QVERIFY(bool(d.sync()));
        const auto person = d.anyone();
        QVERIFY(!person.id.isEmpty());
        auto &v = d.tenantSession->verifier();
        v.watch();
        const auto s = await(v.start(person, d.request()));
        QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
        QCOMPARE(s->state, SessionState::Pending);
        QVERIFY(v.link(s->id).startsWith(d.tenant.idvUrl));
        const auto end = d.settled(s->id);
        QCOMPARE(end.state, SessionState::Verified);
        QCOMPARE(end.writeBack, QStringLiteral("written"));
        QCOMPARE(end.writeBackDetail, QStringLiteral("7/7"));
        QVERIFY(v.link(s->id).isEmpty()); // the link is gone with the session
        const auto after = await(d.tenantSession->refresh(person.id));
        QCOMPARE(after->idv.sessionId, end.providerId.str());
        QCOMPARE(after->idv.date.at.value_or(0), *end.completedAt);
        const auto status = [&] {
            const auto fresh = await(d.tenantSession->person(person.id));
            return domain::statusAt(fresh->kind, domain::dueAt(fresh->idv, {}), d.clock->now(), {});
        };
        QTRY_COMPARE(status(), domain::IdentityStatus::Verified);
        QCOMPARE(*await(d.ledger->verifyAudit()), 0);
        const auto log = await(d.ledger->auditRecords(1, 100));
        const auto first = std::find_if(log->begin(), log->end(),
            [](const auto &a) { return !a.event.action.startsWith(QLatin1String("tenant.")); });
        QVERIFY(first != log->end());
        QCOMPARE(first->event.outcome, QStringLiteral("intent"));
    }
    void outcomesBecomeTheirStates_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("why");
        QTest::newRow("failed") << QStringLiteral("failed") << QStringLiteral("failed") << QString();
        QTest::newRow("declined") << QStringLiteral("declined") << QStringLiteral("declined") << QString();
        QTest::newRow("name") << QStringLiteral("name-differs") << QStringLiteral("held")
                              << QStringLiteral("name-differs");
        QTest::newRow("level") << QStringLiteral("level-too-low") << QStringLiteral("held")
                               << QStringLiteral("level-too-low");
    }
    void outcomesBecomeTheirStates()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, state);
        QFETCH(QString, why);
        LabFixture d(quick(outcome.toLatin1().constData()), useAccount);
        QVERIFY(bool(d.sync()));
        d.tenantSession->verifier().watch();
        const auto s = await(d.tenantSession->verifier().start(d.anyone(), d.request()));
        const auto end = d.settled(s->id);
        QCOMPARE(domain::stateKey(end.state), state);
        if (!why.isEmpty())
            QCOMPARE(end.closingReason, why);
        if (state == QLatin1String("held"))
            QCOMPARE(end.writeBack, QStringLiteral("not-needed"));
    }
    void anUnansweredStartIsUnknownAndNeverRepeated()
    {
        auto o = quick();
        o.idvFaults = {QStringLiteral("create-no-answer")};
        LabFixture d(o, useAccount);
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        v.watch();
        const auto person = d.anyone();
        const auto s = await(v.start(person, d.request()));
        QVERIFY(bool(s));
        QCOMPARE(s->state, SessionState::LaunchUnknown);
        QTest::qWait(1500);
        QCOMPARE(await(v.session(s->id))->state, SessionState::LaunchUnknown);
        const auto again = await(v.start(person, d.request()));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(again.error().detail, s->id.str());
        QCOMPARE(await(v.stop(s->id, QStringLiteral("operator")))->state, SessionState::Cancelled);
        QCOMPARE(await(v.start(person, d.request()))->state, SessionState::Pending);
    }
    void aRefusedStartIsKnownToHaveFailed()
    {
        auto o = quick();
        o.idvFaults = {QStringLiteral("create-refused")};
        LabFixture d(o);
        QVERIFY(bool(d.sync()));
        const auto s = await(d.tenantSession->verifier().start(d.anyone(), d.request()));
        QCOMPARE(s->state, SessionState::LaunchFailed);
        QVERIFY(!s->closingReason.isEmpty());
    }
    void a500IsNotAFailure()
    {
        auto o = quick();
        o.idvFaults = {QStringLiteral("create-500")};
        LabFixture d(o);
        QVERIFY(bool(d.sync()));
        QCOMPARE(await(d.tenantSession->verifier().start(d.anyone(), d.request()))->state, SessionState::LaunchUnknown);
    }
    void aLinkThatNobodyUsesExpires()
    {
        auto o = quick("never");
        o.linkLifetime = std::chrono::milliseconds(700);
        LabFixture d(o);
        QVERIFY(bool(d.sync()));
        d.tenantSession->verifier().watch();
        const auto s = await(d.tenantSession->verifier().start(d.anyone(), d.request()));
        QCOMPARE(d.settled(s->id).state, SessionState::Expired);
    }
    void aCancelReachesTheProvider()
    {
        LabFixture d(quick("never"),
            [](domain::Tenant &t) { t.provider.cancelPath = t.provider.statusPath + QStringLiteral("/cancel"); });
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        QVERIFY(v.canCancel());
        const auto s = await(v.start(d.anyone(), d.request()));
        QCOMPARE(await(v.stop(s->id, QStringLiteral("hung up")))->state, SessionState::Cancelled);
    }
    void aClientWithoutAUserReadsBackFromTheIndex()
    {
        auto o = quick();
        o.hasUser = false;
        LabFixture d(o, useAccount);
        QVERIFY(bool(d.sync()));
        d.tenantSession->verifier().watch();
        const auto s = await(d.tenantSession->verifier().start(d.anyone(), d.request()));
        const auto end = d.settled(s->id, 25000);
        QCOMPARE(end.state, SessionState::Verified);
        QCOMPARE(end.writeBack, QStringLiteral("written"));
    }
    void aHeldSessionCanBeEndedAndANewOneStarted()
    {
        LabFixture d(quick("level-too-low"),
            [](domain::Tenant &t) { t.provider.cancelPath = t.provider.statusPath + QStringLiteral("/cancel"); });
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        v.watch();
        const auto person = d.anyone();
        const auto s = await(v.start(person, d.request()));
        QCOMPARE(d.settled(s->id).state, SessionState::NeedsReview);
        QVERIFY(!await(v.start(person, d.request())));
        QCOMPARE(await(v.stop(s->id, QStringLiteral("level too low")))->state, SessionState::Cancelled);
        QCOMPARE(await(v.start(person, d.request()))->state, SessionState::Pending);
    }
    void aStartOnItsWayIsKnown()
    {
        LabFixture d(quick());
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        QSignalSpy idle(&v, &services::Verifier::idle);
        const auto starting = v.start(d.anyone(), d.request());
        QVERIFY(v.isLaunching());
        QVERIFY(await(starting));
        QTRY_COMPARE(idle.count(), 1);
        QVERIFY(!v.isLaunching());
    }
    void aSessionTheProviderForgotExpires()
    {
        auto o = quick("never");
        o.linkLifetime = std::chrono::milliseconds(200);
        LabFixture d(o, [](domain::Tenant &t) { t.provider.linkLifetimeMinutes = 1; });
        QVERIFY(bool(d.sync()));
        const auto s = await(d.tenantSession->verifier().start(d.anyone(), d.request()));
        // Another provider at the same address knows nothing of it; the link's lifetime and grace are over.
        const auto aged =
            await(d.ledger->changeSession(s->id, [](const domain::Session &now) -> core::Result<store::SessionStep> {
                store::SessionStep step;
                step.session = now;
                step.session.providerId = core::ProviderSessionId(QStringLiteral("forgotten"));
                step.session.expiresAt = now.createdAt - 2 * core::minuteMs;
                return step;
            }));
        QVERIFY(bool(aged));
        d.tenantSession->verifier().watch();
        QCOMPARE(d.settled(s->id).state, SessionState::Expired);
    }
    void aPassAfterTheEndIsHeld()
    {
        LabFixture d(quick());
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        const auto s = await(v.start(d.anyone(), d.request()));
        QCOMPARE(await(v.stop(s->id, QStringLiteral("no longer watched")))->state, SessionState::Cancelled);
        QTest::qWait(500);
        const auto late = await(v.check(s->id));
        QCOMPARE(late->state, SessionState::NeedsReview);
        QCOMPARE(late->closingReason, QStringLiteral("contradiction"));
    }
    void theSeedsPatchIsProbedFirst()
    {
        LabFixture d(quick(), [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::DirectPatch; });
        QVERIFY(bool(d.sync()));
        d.tenantSession->verifier().watch();
        const auto s = await(d.tenantSession->verifier().start(d.anyone(), d.request()));
        const auto end = d.settled(s->id);
        QCOMPARE(end.state, SessionState::Verified); // never lost by the writing
        QCOMPARE(end.writeBack, QStringLiteral("failed"));
        QCOMPARE(*await(d.ledger->setting(QStringLiteral("seed-patch:t1"))), QStringLiteral("no"));
    }
    void aLockedTenantSendsNothing()
    {
        LabFixture d(quick(), [](domain::Tenant &t) { t.readOnly = true; });
        QVERIFY(bool(d.sync()));
        domain::PeopleQuery q;
        const auto people = await(d.tenantSession->people(*await(d.tenantSession->quick(q, 1))->rows));
        const auto r = await(d.tenantSession->verifier().start(people->first(), d.request()));
        QVERIFY(!r);
        QVERIFY(await(d.tenantSession->verifier().sessions({}))->isEmpty());
    }
    void badRequestsNameTheirField()
    {
        LabFixture d(quick());
        QVERIFY(bool(d.sync()));
        const auto p = d.anyone();
        const auto fault = [&](const std::function<void(domain::VerificationRequest &)> &change) {
            auto r = d.request();
            change(r);
            const auto s = await(d.tenantSession->verifier().start(p, r));
            return s ? QString() : s.error().field;
        };
        QCOMPARE(fault([](auto &r) { r.ticket = QStringLiteral("  "); }), QStringLiteral("ticket"));
        QCOMPARE(fault([](auto &r) { r.ticket = QString(65, QLatin1Char('x')); }), QStringLiteral("ticket"));
        QCOMPARE(fault([](auto &r) { r.requiredIal = 3; }), QStringLiteral("ial"));
        QCOMPARE(fault([](auto &r) { r.documents.clear(); }), QStringLiteral("documents"));
        QCOMPARE(fault([](auto &r) { r.documents = {QStringLiteral("library_card")}; }), QStringLiteral("documents"));
    }
    void theCadence()
    {
        using namespace std::chrono_literals;
        QCOMPARE(services::nextPause(0ms, 0, 2s).count(), 2000);
        auto p = 2000ms;
        for (int i = 0; i < 20; ++i)
            p = services::nextPause(p, 1000, 2s);
        QCOMPARE(p.count(), 10000);
        QCOMPARE(services::nextPause(p, core::hourMs, 2s).count(), 60000);
    }
};
IDV_TEST(Verifying)

#include "tst_sync.moc"
