#include "httpd/server.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
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
        QVERIFY(bool(await(d.tenantSession->directory().refresh(p.id))));
        QCOMPARE(await(d.tenantSession->directory().refresh(
                           core::IdentityId(QStringLiteral("2c918000000000000000000000000000"))))
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
        QCOMPARE(await(d.tenantSession->directory().refresh(p.id)).error().code, core::ErrorCode::Protocol);
        QVERIFY(bool(await(d.tenantSession->directory().person(p.id)))); // still in the copy
        QVERIFY(d.lab->setFaults({QStringLiteral("identityiq:GET /identityiq/scim*:status=404")}));
        QVERIFY(bool(await(d.tenantSession->directory().refresh(p.id)))); // the plug-in knows them
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
        v.monitor().watch();
        const auto &e = d.lab->endpoints();
        const auto word = [](const QString &t) { return core::makeSecret(t.toUtf8()); };
        auto &r = d.tenantSession->recovery();
        QVERIFY(await(d.ledger->settings().set(
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
        const auto started = await(v.starter().start(d.anyone(), d.request()));
        QVERIFY(bool(started));
        QTRY_COMPARE_WITH_TIMEOUT(
            await(v.sessions().session(started->id))->state, domain::SessionState::NeedsReview, 10000);
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
        const auto phone =
            await(d.tenantSession->directory().attributes(person.id))->texts.value(QStringLiteral("phone"));
        d.tenantSession->verifier().monitor().watch();
        const auto started = await(d.tenantSession->verifier().starter().start(person, r));
        QVERIFY2(bool(started), started ? "" : qPrintable(started.error().text));
        const auto s = d.settled(started->id);
        QCOMPARE(s.state, domain::SessionState::Verified);
        QCOMPARE(s.writeBack, domain::writeBackKey(domain::WriteBackState::Written));
        const auto held = await(d.tenantSession->directory().refresh(person.id));
        QCOMPARE(held->idv.sessionId, s.providerId.str());
        QCOMPARE(held->idv.verified, std::optional<bool>(true));
        QCOMPARE(await(d.tenantSession->directory().attributes(person.id))->texts.value(QStringLiteral("phone")),
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
        d.tenantSession->verifier().monitor().watch();
        const auto started = await(d.tenantSession->verifier().starter().start(person, r));
        QVERIFY(bool(started));
        QCOMPARE(d.settled(started->id).writeBack, domain::writeBackKey(domain::WriteBackState::Written));
        QCOMPARE(d.asked("PUT /scim/v2/Users"), 1);
    }
};
IDV_TEST(IdentityIqTenants)
#include "tst_identityiqtenants.moc"
