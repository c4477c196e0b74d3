#include "services/verification/resultapplier.h"
#include "support/ownparts.h"
#include "support/registry.h"

using domain::CallbackTrust;
using domain::ProviderStatus;
using domain::ReviewReason;
using domain::Session;
using domain::SessionState;
using support::await;
using support::OwnParts;

namespace {

struct Applied : OwnParts
{
    services::ResultApplier applier{connections, *context, sessions};
    Session apply(const Session &s, const domain::ProviderResult &r)
    {
        const auto done = await(applier.apply(s.id, r, std::nullopt));
        return done ? *done : Session();
    }
    Session apply(const Session &s, const domain::InboxEntry &entry)
    {
        const auto done = await(applier.apply(s.id, entry.callback.result, entry));
        return done ? *done : Session();
    }
    domain::ProviderResult failed() const
    {
        domain::ProviderResult r;
        r.status = ProviderStatus::Failed;
        r.statusWord = QStringLiteral("FAILED");
        r.session = core::ProviderSessionId(QStringLiteral("k1-1"));
        r.failureReason = QStringLiteral("no face");
        return r;
    }
};

const QByteArray nonce = QByteArray::fromHex("aa11");

} // namespace

class ApplyingResults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPassOfAStatusQueryIsWrittenWithItsEntry()
    {
        Applied d;
        const auto s = d.apply(d.open("s1"), d.pass());
        QCOMPARE(s.state, SessionState::Verified);
        QCOMPARE(s.ial, 2);
        QCOMPARE(s.verifiedName, QStringLiteral("ANA RUIZ"));
        QCOMPARE(s.documentType, QStringLiteral("passport"));
        QCOMPARE(s.source, QStringLiteral("status-query"));
        QVERIFY(s.completedAt && s.closedAt && s.lastCheckedAt);
        QCOMPARE(d.notes(s.id).count(QStringLiteral("result")), 1);
        QVERIFY(d.audited(s.id).contains(QStringLiteral("verification.result/done")));
        QCOMPARE(await(d.ledger->sessions().prove({}, 10))->proved, 1); // and the row is what the log says
    }
    void theSameAnswerAgainChangesNothing()
    {
        Applied d;
        const auto first = d.apply(d.open("s1"), d.pass());
        const auto again = d.apply(first, d.pass());
        QCOMPARE(again.state, SessionState::Verified);
        QCOMPARE(again.source, first.source);
        QCOMPARE(again.closedAt, first.closedAt);
        QCOMPARE(d.notes(first.id).count(QStringLiteral("result")), 1);
    }
    void whatDoesNotHoldIsHeld_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("cause");
        QTest::newRow("level") << 0 << int(ReviewReason::LevelTooLow);
        QTest::newRow("no level") << 1 << int(ReviewReason::LevelMissing);
        QTest::newRow("name") << 2 << int(ReviewReason::NameDiffers);
        QTest::newRow("document") << 3 << int(ReviewReason::DocumentNotAllowed);
        QTest::newRow("time") << 4 << int(ReviewReason::CompletedAtMissing);
        QTest::newRow("session") << 5 << int(ReviewReason::OtherSession);
        QTest::newRow("reason beside it") << 6 << int(ReviewReason::PassWithFailureReason);
    }
    void whatDoesNotHoldIsHeld()
    {
        QFETCH(int, what);
        QFETCH(int, cause);
        Applied d;
        const auto s = d.open("s1");
        auto r = d.pass();
        switch (what) {
        case 0: r.ial = 1; break;
        case 1: r.ial.reset(); break;
        case 2: r.verifiedName = QStringLiteral("JORDAN UNRELATED"); break;
        case 3: r.documentType = QStringLiteral("library_card"); break;
        case 4: r.completedAt = {}; break;
        case 5: r.session = core::ProviderSessionId(QStringLiteral("k1-2")); break;
        default: r.failureReason = QStringLiteral("odd"); break;
        }
        const auto after = d.apply(s, r);
        QCOMPARE(after.state, SessionState::NeedsReview);
        QCOMPARE(int(domain::reviewReasonFromKey(after.closingReason)), cause);
        QVERIFY(!after.closedAt);
        QCOMPARE(after.writeBack, domain::writeBackKey(domain::WriteBackState::NotNeeded));
    }
    void whatACallbackMayDecide_data()
    {
        QTest::addColumn<int>("trust");
        QTest::addColumn<bool>("hasNonce");
        QTest::addColumn<bool>("trustsUnsigned");
        QTest::addColumn<bool>("isSimulator");
        QTest::addColumn<int>("state");
        const auto row = [](const char *name, CallbackTrust t, bool n, bool u, bool s, SessionState state) {
            QTest::newRow(name) << int(t) << n << u << s << int(state);
        };
        using T = CallbackTrust;
        using S = SessionState;
        row("signed, with our value", T::Signature, true, false, false, S::Verified);
        row("signed, without it", T::Signature, false, false, false, S::Provisional);
        row("signed, without it, and trusted", T::Signature, false, true, true, S::Provisional);
        row("a shared secret", T::SharedSecret, true, false, false, S::Provisional);
        row("a shared secret that is trusted", T::SharedSecret, true, true, false, S::Verified);
        row("nothing at all", T::None, true, false, true, S::Provisional);
        row("nothing at all, trusted", T::None, true, true, false, S::Provisional);
        row("nothing at all, trusted in a simulator", T::None, true, true, true, S::Verified);
    }
    void whatACallbackMayDecide()
    {
        QFETCH(int, trust);
        QFETCH(bool, hasNonce);
        QFETCH(bool, trustsUnsigned);
        QFETCH(bool, isSimulator);
        QFETCH(int, state);
        Applied d;
        d.connections.tenant.receiver.trustsUnsigned = trustsUnsigned;
        d.connections.tenant.environment =
            isSimulator ? domain::Environment::Simulator : domain::Environment::Production;
        const QByteArray given = hasNonce ? nonce : QByteArray();
        const auto s = d.open("s1", given);
        const auto entry = d.stored(d.pass(), CallbackTrust(trust), given);
        QCOMPARE(entry.session.str(), QStringLiteral("s1"));
        const auto after = d.apply(s, entry);
        QCOMPARE(int(after.state), state);
        QCOMPARE(d.notes(s.id).count(QStringLiteral("callback")), 1);
        // It is settled, whatever it decided.
        QVERIFY(await(d.ledger->callbacks().inState(d.tenant.id, QStringLiteral("new")))->isEmpty());
    }
    void anUnprovenFailureIsAHintOnly()
    {
        Applied d;
        const auto s = d.open("s1", nonce);
        const auto after = d.apply(s, d.stored(d.failed(), CallbackTrust::SharedSecret, nonce));
        QCOMPARE(after.state, SessionState::Pending);
        const auto proven = d.apply(s, d.stored(d.failed(), CallbackTrust::Signature, nonce));
        QCOMPARE(proven.state, SessionState::Failed);
        QCOMPARE(proven.closingReason, QStringLiteral("no face"));
        QCOMPARE(proven.source, QStringLiteral("callback"));
    }
    void aSignedPassThatSaysLittleWaitsForTheQuery()
    {
        Applied d;
        const auto s = d.open("s1", nonce);
        auto thin = d.pass();
        thin.ial.reset();
        QCOMPARE(d.apply(s, d.stored(thin, CallbackTrust::Signature, nonce)).state, SessionState::Provisional);
        const auto whole = d.apply(s, d.pass());
        QCOMPARE(whole.state, SessionState::Verified);
        QCOMPARE(whole.source, QStringLiteral("both"));
    }
    void withoutAQueryItIsHeld()
    {
        Applied d;
        d.connections.tenant.provider.statusPath.clear();
        const auto s = d.open("s1", nonce);
        auto thin = d.pass();
        thin.ial.reset();
        QCOMPARE(d.apply(s, d.stored(thin, CallbackTrust::Signature, nonce)).state, SessionState::NeedsReview);
    }
    void twoSourcesThatAgreeAreBoth()
    {
        Applied d;
        const auto s = d.open("s1", nonce);
        QCOMPARE(d.apply(s, d.pass()).source, QStringLiteral("status-query"));
        const auto after = d.apply(s, d.stored(d.pass(), CallbackTrust::Signature, nonce));
        QCOMPARE(after.state, SessionState::Verified);
        QCOMPARE(after.source, QStringLiteral("both"));
    }
    void twoSourcesThatContradictAreHeldAndTheFactsStay()
    {
        Applied d;
        const auto s = d.open("s1", nonce);
        QCOMPARE(d.apply(s, d.pass()).state, SessionState::Verified);
        const auto after = d.apply(s, d.stored(d.failed(), CallbackTrust::Signature, nonce));
        QCOMPARE(after.state, SessionState::NeedsReview);
        QCOMPARE(domain::reviewReasonFromKey(after.closingReason), ReviewReason::Contradiction);
        QCOMPARE(after.ial, 2);
        QCOMPARE(after.verifiedName, QStringLiteral("ANA RUIZ"));
    }
    void aContradictionHidesNoCauseThatNobodyMayAccept()
    {
        Applied d;
        const auto s = d.open("s1");
        auto other = d.pass();
        other.session = core::ProviderSessionId(QStringLiteral("k1-2"));
        QCOMPARE(d.apply(s, other).state, SessionState::NeedsReview);
        const auto after = d.apply(s, d.failed());
        QVERIFY(domain::onlyNewSessionHelps(domain::reviewReasonFromKey(after.closingReason)));
        QVERIFY(!domain::canBeAccepted(after));
    }
    void anUnknownWordIsNotedWhenItIsNew()
    {
        Applied d;
        const auto s = d.open("s1");
        domain::ProviderResult r;
        r.session = core::ProviderSessionId(QStringLiteral("k1-1"));
        r.statusWord = QStringLiteral("SENT_TO_REVIEW");
        const auto noted = [&] { return d.notes(s.id).count(QStringLiteral("unknown-word")); };
        QCOMPARE(d.apply(s, r).state, SessionState::Pending);
        (void)d.apply(s, r);
        QCOMPARE(noted(), 1);
        r.statusWord = QStringLiteral("ON_HOLIDAY");
        (void)d.apply(s, r);
        QCOMPARE(noted(), 2);
        d.applier.forget(s.id);
        (void)d.apply(s, r);
        QCOMPARE(noted(), 3);
    }
    void ofAnotherTenantsSessionNothingIsKnown()
    {
        Applied d;
        const auto r = await(d.applier.apply(core::SessionId(QStringLiteral("none")), d.pass(), std::nullopt));
        QVERIFY(!r);
        QCOMPARE(r.error().code, core::ErrorCode::NotFound);
    }
};
IDV_TEST(ApplyingResults)
#include "tst_resultapplier.moc"
