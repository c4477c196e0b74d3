#include "domain/readiness/diagnosis.h"
#include "services/callbacks/receiving.h"
#include "services/callbacks/unmatchedcallbacks.h"
#include "services/verification/verificationpolicy.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::SessionState;
using support::await;
using support::LabFixture;
using support::quick;

namespace {

/// A console that receives the simulated provider's callbacks. `isQuerying` false keeps the timer off: only a callback
/// brings anything forward.
struct Stand : LabFixture
{
    explicit Stand(lab::Options o, const std::function<void(domain::Tenant &)> &change = {})
        : LabFixture(o, [o, change](domain::Tenant &t) {
              t.environment = domain::Environment::Simulator;
              t.receiver.port = 0;
              t.receiver.auth = domain::callbackAuthFromKey(o.callbackAuth).value_or(domain::CallbackAuth::Hmac);
              if (change)
                  change(t);
          })
    {
        const auto l = await(tenantSession->receiving().start());
        QVERIFY2(bool(l), l ? "" : qPrintable(l.error().text));
        tenantSession->verifier().watch();
        QVERIFY(sync());
    }
    domain::Session start()
    {
        const auto s = await(tenantSession->verifier().start(anyone(), request()));
        return s ? *s : domain::Session();
    }
    domain::Session ended(const core::SessionId &id)
    {
        domain::Session s;
        (void)QTest::qWaitFor(
            [&] {
                s = *await(tenantSession->verifier().session(id));
                return !domain::isOpen(s.state);
            },
            15000);
        return s;
    }
    QStringList kinds(const core::SessionId &id)
    {
        QStringList out;
        const auto list_n = *await(tenantSession->verifier().notes(id));
        for (const auto &n : list_n)
            out << n.kind + QLatin1Char(':') +
                       n.detail.value(QLatin1String(n.kind == QLatin1String("callback") ? "place" : "state"))
                           .toString();
        return out;
    }
};

} // namespace

class TwoSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSignedCallbackDecidesAndIsAskedAgain()
    {
        auto o = quick();
        o.journey = std::chrono::seconds(1);
        Stand d(o);
        d.context->pollStart = std::chrono::hours(1); // only a callback brings the query forward
        const auto s = d.ended(d.start().id);
        QCOMPARE(s.state, SessionState::Verified);
        QTRY_COMPARE_WITH_TIMEOUT(
            await(d.tenantSession->verifier().session(s.id))->source, QStringLiteral("both"), 10000);
        QVERIFY(d.kinds(s.id).contains(QStringLiteral("callback:applied")));
        const auto chain = await(d.ledger->verifyAudit());
        QVERIFY(chain && *chain == 0);
    }
    void anUnsignedPassIsProvisionalUntilAQueryAgrees()
    {
        auto o = quick();
        o.callbackAuth = QStringLiteral("bearer");
        o.journey = std::chrono::milliseconds(1500);
        Stand d(o);
        d.context->pollStart = std::chrono::hours(1);
        QList<SessionState> seen;
        const auto id = d.start().id;
        connect(d.ledger.get(), &store::Ledger::sessionChanged, this, [&](const core::SessionId &changed) {
            const auto now = await(d.tenantSession->verifier().session(changed));
            if (now && (seen.isEmpty() || seen.last() != now->state))
                seen << now->state;
        });
        const auto s = d.ended(id);
        QCOMPARE(s.state, SessionState::Verified);
        QCOMPARE(s.source, QStringLiteral("both"));
        bool wasProvisional = false;
        const auto list_n = *await(d.tenantSession->verifier().notes(id));
        for (const auto &n : list_n)
            wasProvisional = wasProvisional || (n.kind == QLatin1String("callback") &&
                                                   !n.detail.value(QLatin1String("decides")).toBool());
        QVERIFY(wasProvisional);
    }
    void thePolicyMayTrustASharedSecret()
    {
        auto o = quick();
        o.callbackAuth = QStringLiteral("none");
        Stand d(o, [](domain::Tenant &t) { t.receiver.trustsUnsigned = true; });
        d.context->pollStart = std::chrono::hours(1);
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
        Stand d(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::None; });
        d.context->pollStart = std::chrono::hours(1);
        const auto id = d.start().id;
        QTRY_COMPARE_WITH_TIMEOUT(
            await(d.tenantSession->verifier().session(id))->state, SessionState::NeedsReview, 15000);
        const auto s = *await(d.tenantSession->verifier().session(id));
        QCOMPARE(domain::reviewReasonFromKey(s.closingReason), domain::ReviewReason::Contradiction);
        // Both facts are there to be shown.
        QStringList words;
        const auto list_n = *await(d.tenantSession->verifier().notes(id));
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
        Stand d(o);
        const auto s = d.ended(d.start().id);
        QCOMPARE(s.state, SessionState::Verified);
        QCOMPARE(s.source, QStringLiteral("status-query"));
        QTRY_VERIFY(!d.tenantSession->receiving().lines().empty());
        QCOMPARE(d.tenantSession->receiving().lines().front().verdict, domain::CallbackVerdict::BadSignature);
        for (const QString &k : d.kinds(s.id))
            QVERIFY(!k.startsWith(QLatin1String("callback")));
    }
    void ourOneTimeValueResolvesAnUnknownLaunch()
    {
        auto o = quick();
        o.journey = std::chrono::milliseconds(1500);
        o.idvFaults << QStringLiteral("create-no-answer");
        Stand d(o);
        const auto started = d.start();
        QCOMPARE(started.state, SessionState::LaunchUnknown);
        const auto s = d.ended(started.id);
        QCOMPARE(s.state, SessionState::Verified);
        QVERIFY(!s.providerId.isEmpty());
    }
    void anAnswerThatNamesAnotherUserIsHeld()
    {
        Stand d(quick("other-user"));
        const auto s = d.ended(d.start().id);
        QCOMPARE(s.state, SessionState::NeedsReview);
        QCOMPARE(domain::reviewReasonFromKey(s.closingReason), domain::ReviewReason::OtherPerson);
        QVERIFY(!domain::canBeAccepted(s));
        bool isFlagged = false;
        const auto notes = *await(d.tenantSession->verifier().notes(s.id));
        for (const auto &n : notes)
            isFlagged = isFlagged || n.detail.value(QLatin1String("otherUser")).toBool();
        QVERIFY(isFlagged);
        QFile file(d.dir.filePath(QStringLiteral("ledger.db-wal")));
        QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains("somebody.else"));
    }
    // A callback without our one-time value is only a hint once a person has handed it over: the query decides.
    void whatIsPutAsideIsHandedOverAsAHint()
    {
        auto o = quick();
        o.callbackFaults << QStringLiteral("no-nonce");
        Stand d(o);
        d.context->pollStart = std::chrono::hours(1);
        const auto started = d.start();
        QCOMPARE(started.state, SessionState::Pending);
        QList<domain::InboxEntry> aside;
        QTRY_VERIFY_WITH_TIMEOUT(!(aside = *await(d.tenantSession->unmatchedCallbacks().entries())).isEmpty(), 10000);
        QCOMPARE(await(d.tenantSession->verifier().session(started.id))->state, SessionState::Pending);
        const auto fit = *await(d.tenantSession->unmatchedCallbacks().candidates(aside.first()));
        QCOMPARE(fit.size(), 1);
        QCOMPARE(fit.first().id.str(), started.id.str());
        QVERIFY(await(d.tenantSession->unmatchedCallbacks().assignToSession(aside.first().sequence, started.id)));
        const auto s = d.ended(started.id);
        QCOMPARE(s.state, SessionState::Verified);
        QVERIFY2(s.source != QLatin1String("callback"), qPrintable(s.source));
        QVERIFY(d.kinds(s.id).contains(QStringLiteral("adopted:")));
        // Once only, by whomever.
        QCOMPARE(await(d.tenantSession->unmatchedCallbacks().assignToSession(aside.first().sequence, started.id))
                     .error()
                     .code,
            ErrorCode::Conflict);
        QCOMPARE(await(d.tenantSession->unmatchedCallbacks().dismiss(aside.first().sequence, {})).error().code,
            ErrorCode::Conflict);
        QCOMPARE(await(d.tenantSession->unmatchedCallbacks().assignToSession(4711, started.id)).error().code,
            ErrorCode::NotFound);
        bool isAudited = false;
        const auto records = *await(d.ledger->auditRecords(1, 500));
        for (const auto &r : records)
            isAudited =
                isAudited || (r.event.action == QLatin1String("callback.adopt") && r.event.subject == started.id.str());
        QVERIFY(isAudited);
    }
    void anUnansweredStartTakesOnlyACallbackThatNamesItsUser()
    {
        auto o = quick();
        o.callbackFaults << QStringLiteral("no-nonce");
        o.idvFaults << QStringLiteral("create-no-answer");
        Stand d(o);
        const auto started = d.start();
        QCOMPARE(started.state, SessionState::LaunchUnknown);
        QList<domain::InboxEntry> aside;
        QTRY_VERIFY_WITH_TIMEOUT(!(aside = *await(d.tenantSession->unmatchedCallbacks().entries())).isEmpty(), 10000);
        // One from somebody else's verification, which names nobody.
        domain::Callback stranger = aside.first().callback;
        stranger.replayKey = QByteArray(32, 's');
        stranger.result.session = core::ProviderSessionId(QStringLiteral("k1-stranger"));
        stranger.result.userHash.clear();
        std::atomic<bool> isStored = false;
        d.ledger->storeCallbacks({stranger}, [&isStored](const QList<domain::CallbackVerdict> &) { isStored = true; });
        QTRY_VERIFY(isStored);
        const auto all = *await(d.tenantSession->unmatchedCallbacks().entries());
        QCOMPARE(all.size(), 2);
        QCOMPARE(
            await(d.tenantSession->unmatchedCallbacks().assignToSession(all.last().sequence, started.id)).error().code,
            ErrorCode::Conflict);
        QVERIFY(await(d.tenantSession->unmatchedCallbacks().dismiss(all.last().sequence, QStringLiteral("not ours"))));
        QVERIFY(await(d.tenantSession->unmatchedCallbacks().assignToSession(all.first().sequence, started.id)));
        QCOMPARE(d.ended(started.id).state, SessionState::Verified);
        QVERIFY(await(d.tenantSession->unmatchedCallbacks().entries())->isEmpty());
    }
    void aTicketOfAnotherFormStartsNothing()
    {
        Stand d(quick("never"));
        QVERIFY(!await(services::storePolicy(*d.context, {QStringLiteral("INC("), {}, {}, {}, {}})));
        QVERIFY(await(
            services::storePolicy(*d.context, {QStringLiteral("CHG\\d{3}"), QStringLiteral("CHG123"), {}, {}, {}})));
        const auto refused = await(d.tenantSession->verifier().start(d.anyone(), d.request()));
        QCOMPARE(refused.error().field, QStringLiteral("ticket"));
        QVERIFY(refused.error().text.contains(QLatin1String("CHG123")));
        auto right = d.request();
        right.ticket = QStringLiteral("CHG042");
        QVERIFY(await(d.tenantSession->verifier().start(d.anyone(), right)));
        bool isAudited = false;
        const auto records = *await(d.ledger->auditRecords(1, 100));
        for (const auto &r : records)
            isAudited = isAudited || r.event.action == QLatin1String("policy.change");
        QVERIFY(isAudited);
    }
    void duplicatesChangeNothing()
    {
        auto o = quick();
        o.callbackFaults << QStringLiteral("duplicate");
        Stand d(o);
        const auto s = d.ended(d.start().id);
        QTRY_COMPARE(int(d.tenantSession->receiving().seen()), 2);
        int results = 0;
        const auto list_r = *await(d.ledger->auditRecords(1, 500));
        for (const auto &r : list_r)
            results +=
                r.event.action == QLatin1String("verification.result") && r.event.outcome == QLatin1String("done") ? 1
                                                                                                                   : 0;
        QCOMPARE(results, 1);
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
        QTRY_VERIFY(d.tenantSession->sailpointLink().skewMs != 0);
        QVERIFY2(std::abs(d.tenantSession->sailpointLink().skewMs - 360'000) < 2'000,
            qPrintable(QString::number(d.tenantSession->sailpointLink().skewMs)));
        QVERIFY(!domain::skewText(d.tenantSession->sailpointLink().skewMs).isEmpty());
    }
    void aLabsReceiverStopsWhenNothingIsLeftToDo()
    {
        Stand d(quick("never"));
        const auto id = d.start().id;
        QSignalSpy idle(&d.tenantSession->receiving(), &services::Receiving::stoppedIdle);
        d.tenantSession->receiving().stopWhenIdle(std::chrono::milliseconds(200));
        QTest::qWait(900);
        QVERIFY(d.tenantSession->receiving().isListening()); // somebody may still answer
        QCOMPARE(idle.size(), 0);
        QVERIFY(await(d.tenantSession->verifier().stop(id, QStringLiteral("test"))));
        QTRY_COMPARE(idle.size(), 1);
        QVERIFY(!d.tenantSession->receiving().isListening() && d.tenantSession->receiving().isAsleep());
        QVERIFY(await(d.tenantSession->receiving().start()));
        QVERIFY(!d.tenantSession->receiving().isAsleep());
    }
    void aStopAndAStartOfTheReceiverKeepItsSecretsInTheVault()
    {
        Stand d(quick());
        QVERIFY(d.tenantSession->receiving().isListening());
        d.tenantSession->receiving().stop();
        QVERIFY(!d.tenantSession->receiving().isListening());
        const auto next = await(d.tenantSession->receiving().makeNextSecret());
        QVERIFY(next && (*next)->reveal().startsWith("whsec_"));
        QVERIFY(await(d.tenantSession->receiving().start()));
        QVERIFY(await(d.tenantSession->receiving().makeNextCurrent()));
        const auto now = await(d.vault.read(services::secretKey(d.tenant.id, services::secretname::callback)));
        QVERIFY(now && (*now)->reveal() == (*next)->reveal());
        QVERIFY(!await(d.vault.read(services::secretKey(d.tenant.id, services::secretname::callbackNext))));
        QFile file(d.dir.filePath(QStringLiteral("ledger.db-wal")));
        QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains((*next)->reveal().toByteArray()));
    }
};
IDV_TEST(TwoSources)
#include "tst_callbacks.moc"
