#include "httpd/server.h"
#include "services/operations/operations.h"
#include "services/readiness/connectiontest.h"
#include "services/recovery/recovery.h"
#include "support/iqfixture.h"
#include "support/registry.h"

using support::await;
using support::IqFixture;
using support::quick;

class IdentityIqTenants : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyIsCopiedAndThenOnlyWhatChanged()
    {
        auto o = quick();
        o.identities = 2300;
        IqFixture d(o);
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QCOMPARE(full->mode, QStringLiteral("full"));
        QCOMPARE(full->identities, 2300);
        QCOMPARE(d.asked("GET /scim/v2/Users"), 5); // three pages of 1,000, the one that brings nobody new, the count
        const auto again = d.sync();
        QVERIFY2(bool(again), again ? "" : qPrintable(again.error().text));
        QCOMPARE(again->mode, QStringLiteral("incremental"));
        QCOMPARE(again->changed, 0);
        QCOMPARE(d.asked("GET /scim/v2/Users"), 6);
        const auto p = d.anyone();
        QVERIFY(!p.email.isEmpty() && !p.name.isEmpty() && !p.firstName.isEmpty());
    }
    void whoLeftIsGoneAfterTheNextFullCopy()
    {
        auto o = quick();
        o.identities = 1400;
        o.fault = QStringLiteral("rows-deleted"); // somebody of the first page leaves while the second is read
        o.rateLimit = false;
        IqFixture d(o);
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QCOMPARE(full->identities, 1399); // nobody was skipped, and who left is not there
        QCOMPARE(d.sync({true, false})->gone, 0);
    }
    void withoutScimPeopleComeFromThePlugin()
    {
        auto o = quick();
        o.iiqScim = false;
        IqFixture d(o);
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QVERIFY(full->identities > 150 && full->identities < 200); // only active ones
        const auto p = d.anyone();
        QVERIFY(!p.id.isEmpty());
        QVERIFY(bool(await(d.tenantSession->refresh(p.id))));
        QCOMPARE(await(d.tenantSession->refresh(core::IdentityId(QStringLiteral("2c918000000000000000000000000000"))))
                     .error()
                     .code,
            core::ErrorCode::NotFound);
        QCOMPARE(d.sync()->mode, QStringLiteral("incremental"));
    }
    void whereScimIsNotThereLookingAtSomebodyDoesNotEraseThem()
    {
        auto o = quick();
        o.iiqScim = false;
        IqFixture d(o);
        QVERIFY(bool(d.sync()));
        const auto p = d.anyone();
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:GET /identityiq/scim*:status=404"),
            QStringLiteral("identityiq:tables:status=404")}));
        QCOMPARE(await(d.tenantSession->refresh(p.id)).error().code, core::ErrorCode::Protocol);
        QVERIFY(bool(await(d.tenantSession->person(p.id)))); // still in the copy
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:GET /identityiq/scim*:status=404")}));
        QVERIFY(bool(await(d.tenantSession->refresh(p.id)))); // the plug-in knows them
    }
    void aServerThatCannotFilterIsCopiedAsAWhole()
    {
        IqFixture d;
        QVERIFY(bool(d.sync()));
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:users:status=400,times=1")}));
        const auto again = d.sync();
        QVERIFY2(bool(again), again ? "" : qPrintable(again.error().text));
        QCOMPARE(again->mode, QStringLiteral("full"));
        QCOMPARE(again->identities, 200);
    }
    void aSecondPersonSignsInWithTheirOwnName()
    {
        auto o = quick("name-differs");
        IqFixture d(o);
        QVERIFY(bool(d.sync()));
        auto &v = d.tenantSession->verifier();
        v.watch();
        const auto &e = d.lab->endpoints();
        const auto word = [](const QString &t) { return core::makeSecret(t.toUtf8()); };
        auto &r = d.tenantSession->recovery();
        QVERIFY(await(d.ledger->setSetting(
            domain::operatorSetting(d.tenant.id, d.context->operatorName), QString()))); // nobody yet
        QCOMPARE(await(r.registerOperator(word(e.iiqOperatorName), word(QStringLiteral("wrong")))).error().code,
            core::ErrorCode::Unauthorized);
        // An answer that does not depend on the password signs nobody in, with the right one either.
        for (const auto &[status, code] : {std::pair{403, core::ErrorCode::Forbidden},
                 std::pair{500, core::ErrorCode::Server}, std::pair{404, core::ErrorCode::NotFound}}) {
            QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:ping:status=%1").arg(status)}));
            QCOMPARE(
                await(r.registerOperator(word(e.iiqOperatorName), word(QStringLiteral("wrong")))).error().code, code);
            QCOMPARE(
                await(r.registerOperator(word(e.iiqOperatorName), word(e.iiqOperatorPassword))).error().code, code);
            QVERIFY(await(r.operatorIdentity())->isEmpty());
        }
        QVERIFY(d.lab->setFaults({}));
        const auto here = await(r.registerOperator(word(e.iiqOperatorName), word(e.iiqOperatorPassword)));
        QVERIFY2(bool(here), here ? "" : qPrintable(here.error().text));
        const auto started = await(v.start(d.anyone(), d.request()));
        QVERIFY(bool(started));
        QTRY_COMPARE_WITH_TIMEOUT(await(v.session(started->id))->state, domain::SessionState::NeedsReview, 10000);
        QCOMPARE(await(r.review(started->id, true, QStringLiteral("same person"), word(e.iiqOperatorName),
                           word(e.iiqOperatorPassword)))
                     .error()
                     .code,
            core::ErrorCode::Conflict); // not the second one
        const auto decided = await(r.review(
            started->id, true, QStringLiteral("same person"), word(e.iiqReviewer), word(e.iiqReviewerPassword)));
        QVERIFY2(bool(decided), decided ? "" : qPrintable(decided.error().text));
        QCOMPARE(decided->state, domain::SessionState::Verified);
        QVERIFY(!decided->reviewer.isEmpty());
    }
    void withNeitherItSaysSo()
    {
        auto o = quick();
        o.iiqScim = o.iiqPlugin = false;
        IqFixture d(o);
        QCOMPARE(d.sync().error().code, core::ErrorCode::NotFound);
    }
    void aVerificationIsWrittenAndReadBack_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::newRow("replace the record") << int(domain::WriteBackStrategy::Scim);
        QTest::newRow("workflow") << int(domain::WriteBackStrategy::Workflow);
    }
    void aVerificationIsWrittenAndReadBack()
    {
        QFETCH(int, strategy);
        IqFixture d(quick(), [strategy](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy(strategy); });
        QVERIFY(bool(d.sync()));
        const auto person = d.anyone();
        auto r = d.request();
        r.identity = person.id;
        const auto phone = await(d.tenantSession->attributes(person.id))->value(QLatin1String("phone"));
        d.tenantSession->verifier().watch();
        const auto started = await(d.tenantSession->verifier().start(person, r));
        QVERIFY2(bool(started), started ? "" : qPrintable(started.error().text));
        const auto s = d.settled(started->id);
        QCOMPARE(s.state, domain::SessionState::Verified);
        QCOMPARE(s.writeBack, domain::writeBackKey(domain::WriteBackState::Written));
        const auto held = await(d.tenantSession->refresh(person.id));
        QCOMPARE(held->idv.sessionId, s.providerId.str());
        QCOMPARE(held->idv.verified, std::optional<bool>(true));
        QCOMPARE(await(d.tenantSession->attributes(person.id))->value(QLatin1String("phone")),
            phone); // nothing else was lost
        QCOMPARE(d.asked("PUT /scim/v2/Users"), strategy == int(domain::WriteBackStrategy::Scim) ? 1 : 0);
        QCOMPARE(
            d.asked("POST /scim/v2/LaunchedWorkflows"), strategy == int(domain::WriteBackStrategy::Workflow) ? 1 : 0);
    }
    void aReplacementWithoutAnswerIsReadBackNotRepeated()
    {
        auto o = quick();
        o.rules << QStringLiteral("identityiq:replace:reset");
        IqFixture d(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Scim; });
        QVERIFY(bool(d.sync()));
        const auto person = d.anyone();
        auto r = d.request();
        r.identity = person.id;
        d.tenantSession->verifier().watch();
        const auto started = await(d.tenantSession->verifier().start(person, r));
        QVERIFY(bool(started));
        QCOMPARE(d.settled(started->id).writeBack, domain::writeBackKey(domain::WriteBackState::Written));
        QCOMPARE(d.asked("PUT /scim/v2/Users"), 1);
    }
};
IDV_TEST(IdentityIqTenants)

class IdentityIqConnections : public QObject
{
    Q_OBJECT
    static services::TestReport test(IqFixture &d)
    {
        return *await(services::testConnection(
            *d.context, d.tenant, {}, services::TestParts::SailPoint, {}, d.tenantSession.get()));
    }
    static QString stateOf(const services::TestReport &r, const char *key)
    {
        for (const auto &c : r.capabilities) {
            if (c.key == QLatin1String(key))
                return domain::capabilityStateKey(c.state);
        }
        return {};
    }
    static bool says(const services::TestReport &r, const char *part)
    {
        return std::any_of(r.lines.begin(), r.lines.end(), [part](const services::TestLine &l) {
            return l.text.contains(QLatin1String(part)) || l.advice.contains(QLatin1String(part));
        });
    }
private Q_SLOTS:
    void everythingAnswers()
    {
        IqFixture d;
        const auto r = test(d);
        QVERIFY(r.isPassed());
        QVERIFY(r.isProven());
        QCOMPARE(r.capabilities.size(), 9);
        for (const auto &c : r.capabilities)
            QVERIFY2(c.state == domain::Capability::Answers, qPrintable(c.key));
        QVERIFY(r.attributes.contains(QStringLiteral("idvStatus")));
        QVERIFY(!says(r, "guess"));
    }
    void aPingThatAnswersAnybodyProvesNobody()
    {
        IqFixture d;
        const auto &e = d.lab->endpoints();
        const QByteArray client = "Basic " + (e.iiqClientId + QLatin1Char(':') + e.iiqClientSecret).toUtf8().toBase64();
        httpd::Server open([client](const httpd::Request &r) {
            httpd::Response a;
            a.status = 404;
            a.body = "{}";
            if (r.path == "/identityiq/rest/ping")
                a.status = 200;
            if (r.path == "/identityiq/oauth2/token") {
                a.status = r.header("Authorization") == client ? 200 : 401;
                a.body = "{\"access_token\":\"t\",\"expires_in\":600}";
            }
            return a;
        });
        d.tenant.sailpointUrl =
            QStringLiteral("http://127.0.0.1:%1/identityiq").arg(*open.listen(QHostAddress::LocalHost, 0));
        const auto r = test(d);
        QVERIFY(says(r, "Client ID and secret accepted"));
        QVERIFY(says(r, "answers without a sign-in as well"));
        QVERIFY(!r.isProven());
        for (const auto &l : r.lines)
            QVERIFY(l.level != services::TestLevel::Pass || l.text != domain::capabilityName(QStringLiteral("ping")));
    }
    void withoutThePluginOnlyItsPartIsOff()
    {
        auto o = quick();
        o.iiqPlugin = false;
        IqFixture d(o);
        const auto r = test(d);
        QVERIFY(r.isPassed());
        QCOMPARE(stateOf(r, "plugin-work-items"), QStringLiteral("missing"));
        QCOMPARE(stateOf(r, "users"), QStringLiteral("answers"));
        QVERIFY(says(r, "Approvals are decided in IdentityIQ, not here."));
    }
    void whatTheProxyUserMayNotIsNotAllowed()
    {
        auto o = quick();
        o.iiqScim = false;
        IqFixture d(o);
        const auto r = test(d);
        QVERIFY(r.isPassed()); // the plug-in has the people
        QCOMPARE(stateOf(r, "users"), QStringLiteral("not-allowed"));
        QVERIFY(!says(r, "guess"));
    }
    void withoutPeopleItDoesNotPass()
    {
        auto o = quick();
        o.iiqScim = o.iiqPlugin = false;
        IqFixture d(o);
        QVERIFY(!test(d).isPassed());
    }
    void anOldVersionIsSaidAsAGuess()
    {
        auto o = quick();
        o.iiqOld = true;
        IqFixture d(o);
        const auto r = test(d);
        QVERIFY(r.isPassed());
        QVERIFY(says(r, "This is a guess"));
    }
    void aWrongAddressIsNamed()
    {
        IqFixture d;
        d.tenant.sailpointUrl += QStringLiteral("x");
        const auto r = test(d);
        QVERIFY(!r.isPassed());
        QVERIFY(says(r, "IdentityIQ"));
    }
    void theCloudsActionsAreNotOffered()
    {
        IqFixture d;
        QVERIFY(d.sync());
        const auto p = d.anyone();
        const auto r = await(d.tenantSession->operations().deleteIdentity(p.id));
        QCOMPARE(r.error().field, QStringLiteral("unsupported"));
        const auto log = await(d.ledger->auditRecords(1, 100)); // nothing was even about to be asked
        QVERIFY(std::none_of(log->begin(), log->end(), [](const domain::AuditRecord &x) {
            return x.event.action == QLatin1String("identity.delete") ||
                   x.event.action == QLatin1String("operator.register");
        }));
    }
};
IDV_TEST(IdentityIqConnections)
#include "tst_identityiq.moc"
