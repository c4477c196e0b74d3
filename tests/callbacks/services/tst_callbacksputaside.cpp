#include "callbacks/services/callbackstand.h"
#include "services/callbacks/unmatchedcallbacks.h"
#include "services/verification/sessions.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::SessionState;
using support::await;
using support::CallbackStand;
using support::quick;

// To which session a callback belongs, when its start was not answered or it names somebody else.
class CallbacksPutAside : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ourOneTimeValueResolvesAnUnknownLaunch()
    {
        auto o = quick();
        o.journey = std::chrono::milliseconds(1500);
        o.idvFaults << QStringLiteral("create-no-answer");
        CallbackStand d(o);
        const auto started = d.start();
        QCOMPARE(started.state, SessionState::LaunchUnknown);
        const auto s = d.ended(started.id);
        QCOMPARE(s.state, SessionState::Verified);
        QVERIFY(!s.providerId.isEmpty());
    }
    void anAnswerThatNamesAnotherUserIsHeld()
    {
        CallbackStand d(quick("other-user"));
        const auto s = d.ended(d.start().id);
        QCOMPARE(s.state, SessionState::NeedsReview);
        QCOMPARE(domain::reviewReasonFromKey(s.closingReason), domain::ReviewReason::OtherPerson);
        QVERIFY(!domain::canBeAccepted(s));
        bool isFlagged = false;
        const auto notes = *await(d.tenantSession->verifier().sessions().notes(s.id));
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
        CallbackStand d(o);
        d.askSeldom();
        const auto started = d.start();
        QCOMPARE(started.state, SessionState::Pending);
        QList<domain::InboxEntry> aside;
        QTRY_VERIFY_WITH_TIMEOUT(!(aside = *await(d.tenantSession->unmatchedCallbacks().entries())).isEmpty(), 10000);
        QCOMPARE(await(d.tenantSession->verifier().sessions().session(started.id))->state, SessionState::Pending);
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
        const auto records = *await(d.ledger->audit().records(1, 500));
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
        CallbackStand d(o);
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
        d.ledger->callbacks().store(
            {stranger}, [&isStored](const QList<domain::CallbackVerdict> &) { isStored = true; });
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
};
IDV_TEST(CallbacksPutAside)
#include "tst_callbacksputaside.moc"
