#include "callbacks/services/callbackstand.h"
#include "domain/readiness/diagnosis.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/callbacks/receiversecrets.h"
#include "services/tenants/vendorreach.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verificationpolicy.h"
#include "support/labfixture.h"
#include "support/registry.h"

using domain::SessionState;
using support::await;
using support::CallbackStand;
using support::LabFixture;
using support::quick;

class TwoSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSignedCallbackDecidesAndIsAskedAgain()
    {
        auto o = quick();
        o.journey = std::chrono::seconds(1);
        CallbackStand d(o);
        d.askSeldom(); // only a callback brings the query forward
        const auto s = d.ended(d.start().id);
        QCOMPARE(s.state, SessionState::Verified);
        QTRY_COMPARE_WITH_TIMEOUT(
            await(d.tenantSession->verifier().sessions().session(s.id))->source, QStringLiteral("both"), 10000);
        QVERIFY(d.kinds(s.id).contains(QStringLiteral("callback:applied")));
        const auto chain = await(d.ledger->audit().verify());
        QVERIFY(chain && *chain == 0);
    }
    void anUnsignedPassIsProvisionalUntilAQueryAgrees()
    {
        auto o = quick();
        o.callbackAuth = QStringLiteral("bearer");
        o.journey = std::chrono::milliseconds(1500);
        CallbackStand d(o);
        d.askSeldom();
        QList<SessionState> seen;
        const auto id = d.start().id;
        connect(&d.ledger->sessions(), &store::SessionStore::changed, this, [&](const core::SessionId &changed) {
            const auto now = await(d.tenantSession->verifier().sessions().session(changed));
            if (now && (seen.isEmpty() || seen.last() != now->state))
                seen << now->state;
        });
        const auto s = d.ended(id);
        QCOMPARE(s.state, SessionState::Verified);
        QCOMPARE(s.source, QStringLiteral("both"));
        bool wasProvisional = false;
        const auto list_n = *await(d.tenantSession->verifier().sessions().notes(id));
        for (const auto &n : list_n)
            wasProvisional = wasProvisional || (n.kind == QLatin1String("callback") &&
                                                   !n.detail.value(QLatin1String("decides")).toBool());
        QVERIFY(wasProvisional);
    }
    void thePolicyMayTrustASharedSecret()
    {
        auto o = quick();
        o.callbackAuth = QStringLiteral("none");
        CallbackStand d(o, [](domain::Tenant &t) { t.receiver.trustsUnsigned = true; });
        d.askSeldom();
        const auto s = d.ended(d.start().id);
        QCOMPARE(s.state, SessionState::Verified);
    }
    void contradictionsAreHeldAndNothingIsWritten_data()
    {
        QTest::addColumn<QString>("auth");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("signed says failed, the query verified") << "hmac" << QByteArray("verified");
        QTest::newRow("signed says verified, the query failed") << "hmac" << QByteArray("failed");
        QTest::newRow("unsigned says verified, the query failed") << "bearer" << QByteArray("failed");
    }
    void contradictionsAreHeldAndNothingIsWritten()
    {
        QFETCH(QString, auth);
        QFETCH(QByteArray, outcome);
        auto o = quick(outcome.constData());
        o.callbackAuth = auth;
        o.journey = std::chrono::seconds(1);
        o.callbackFaults << QStringLiteral("contradict");
        CallbackStand d(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::None; });
        d.askSeldom();
        const auto id = d.start().id;
        QTRY_COMPARE_WITH_TIMEOUT(
            await(d.tenantSession->verifier().sessions().session(id))->state, SessionState::NeedsReview, 15000);
        const auto s = *await(d.tenantSession->verifier().sessions().session(id));
        QCOMPARE(domain::reviewReasonFromKey(s.closingReason), domain::ReviewReason::Contradiction);
        // Both facts are there to be shown.
        QStringList words;
        const auto list_n = *await(d.tenantSession->verifier().sessions().notes(id));
        for (const auto &n : list_n) {
            if (n.kind == QLatin1String("callback") || n.kind == QLatin1String("result"))
                words << n.detail.value(QLatin1String("word")).toString();
        }
        QVERIFY2(words.contains(QStringLiteral("VERIFIED")) && words.contains(QStringLiteral("FAILED")),
            qPrintable(words.join(QLatin1Char(' '))));
    }
    void aRejectedCallbackChangesNothing()
    {
        auto o = quick();
        o.callbackFaults << QStringLiteral("bad-signature");
        CallbackStand d(o);
        const auto s = d.ended(d.start().id);
        QCOMPARE(s.state, SessionState::Verified);
        QCOMPARE(s.source, QStringLiteral("status-query"));
        QTRY_VERIFY(!d.tenantSession->receiving().lines().empty());
        QCOMPARE(d.tenantSession->receiving().lines().front().verdict, domain::CallbackVerdict::BadSignature);
        for (const QString &k : d.kinds(s.id))
            QVERIFY(!k.startsWith(QLatin1String("callback")));
    }
    void aTicketOfAnotherFormStartsNothing()
    {
        CallbackStand d(quick("never"));
        QVERIFY(!await(services::storePolicy(*d.context, {QStringLiteral("INC("), {}, {}, {}, {}})));
        QVERIFY(await(
            services::storePolicy(*d.context, {QStringLiteral("CHG\\d{3}"), QStringLiteral("CHG123"), {}, {}, {}})));
        const auto refused = await(d.tenantSession->verifier().starter().start(d.anyone(), d.request()));
        QCOMPARE(refused.error().field, QStringLiteral("ticket"));
        QVERIFY(refused.error().text.contains(QLatin1String("CHG123")));
        auto right = d.request();
        right.ticket = QStringLiteral("CHG042");
        QVERIFY(await(d.tenantSession->verifier().starter().start(d.anyone(), right)));
        bool isAudited = false;
        const auto records = *await(d.ledger->audit().records(1, 100));
        for (const auto &r : records)
            isAudited = isAudited || r.event.action == QLatin1String("policy.change");
        QVERIFY(isAudited);
    }
    void duplicatesChangeNothing()
    {
        auto o = quick();
        o.callbackFaults << QStringLiteral("duplicate");
        CallbackStand d(o);
        const auto s = d.ended(d.start().id);
        QTRY_COMPARE(int(d.tenantSession->receiving().counts().seen), 2);
        QTRY_VERIFY(
            await(d.ledger->callbacks().inState(d.tenantSession->tenant().id, QStringLiteral("new")))->isEmpty());
        // Which source comes first is the network's choice. One decides; the other may confirm it, once.
        QTRY_COMPARE(await(d.tenantSession->verifier().sessions().session(s.id))->source, domain::sourceBoth);
        int decisions = 0;
        int confirmations = 0;
        const auto list_r = *await(d.ledger->audit().records(1, 500));
        for (const auto &r : list_r) {
            if (r.event.action != QLatin1String("verification.result") || r.event.outcome != QLatin1String("done"))
                continue;
            (r.event.data.contains(QStringLiteral("word")) ? decisions : confirmations) += 1;
        }
        QCOMPARE(decisions, 1);
        QCOMPARE(confirmations, 1);
        QCOMPARE(s.state, SessionState::Verified);
    }
    void withoutAStatusQueryAnUnsignedPassIsHeld()
    {
        // Two minutes by the rule; the clock is what the rule asks.
        QCOMPARE(
            domain::next(SessionState::Provisional, domain::SessionEvent::PassToReview).to, SessionState::NeedsReview);
        QCOMPARE(
            domain::next(SessionState::Provisional, domain::SessionEvent::ClockExpired).to, SessionState::NeedsReview);
        QVERIFY(domain::onlyNewSessionHelps(domain::ReviewReason::Unconfirmed));
    }
    void theVendorsClocksAreCompared()
    {
        auto o = quick();
        o.clockOffset = std::chrono::minutes(6);
        LabFixture d(o);
        QVERIFY(d.sync());
        QTRY_VERIFY(d.tenantSession->reach().sailpoint().skewMs != 0);
        QVERIFY2(std::abs(d.tenantSession->reach().sailpoint().skewMs - 360'000) < 2'000,
            qPrintable(QString::number(d.tenantSession->reach().sailpoint().skewMs)));
        QVERIFY(!domain::skewText(d.tenantSession->reach().sailpoint().skewMs).isEmpty());
    }
    void aLabsReceiverStopsWhenNothingIsLeftToDo()
    {
        CallbackStand d(quick("never"));
        const auto id = d.start().id;
        QSignalSpy idle(&d.tenantSession->receiving(), &services::CallbackReceiver::stoppedIdle);
        d.tenantSession->receiving().stopWhenIdle(std::chrono::milliseconds(200));
        // The receiver looks by a real timer whether it may stop: four times in here.
        QTest::qWait(900);
        QVERIFY(d.tenantSession->receiving().isListening()); // somebody may still answer
        QCOMPARE(idle.size(), 0);
        QVERIFY(await(d.tenantSession->verifier().control().stop(id, QStringLiteral("test"))));
        QTRY_COMPARE(idle.size(), 1);
        QVERIFY(!d.tenantSession->receiving().isListening() && d.tenantSession->receiving().isAsleep());
        QVERIFY(await(d.tenantSession->receiving().start()));
        QVERIFY(!d.tenantSession->receiving().isAsleep());
    }
    void aStopAndAStartOfTheReceiverKeepItsSecretsInTheVault()
    {
        CallbackStand d(quick());
        QVERIFY(d.tenantSession->receiving().isListening());
        d.tenantSession->receiving().stop();
        QVERIFY(!d.tenantSession->receiving().isListening());
        const auto next = await(d.tenantSession->receiving().secrets().makeNext());
        QVERIFY(next && (*next)->reveal().startsWith("whsec_"));
        QVERIFY(await(d.tenantSession->receiving().start()));
        QVERIFY(await(d.tenantSession->receiving().secrets().makeNextCurrent()));
        const auto now = await(d.vault.read(services::secretKey(d.tenant.id, services::secretname::callback)));
        QVERIFY(now && (*now)->reveal() == (*next)->reveal());
        QVERIFY(!await(d.vault.read(services::secretKey(d.tenant.id, services::secretname::callbackNext))));
        QFile file(d.dir.filePath(QStringLiteral("ledger.db-wal")));
        QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains((*next)->reveal().toByteArray()));
    }
};
IDV_TEST(TwoSources)
#include "tst_callbacks.moc"
