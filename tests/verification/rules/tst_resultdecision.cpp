#include "domain/verification/resultdecision.h"
#include "support/registry.h"
#include <QTest>

using domain::CallbackTrust;
using domain::Environment;
using domain::InboxEntry;
using domain::NonceMatch;
using domain::ReviewReason;
using domain::Session;
using domain::SessionEvent;
using domain::SessionState;
using domain::Transition;

namespace {

constexpr int lastReviewReason = int(ReviewReason::PassWithFailureReason);

Session acceptedSession()
{
    Session s;
    s.state = SessionState::Verified;
    s.reviewer = QStringLiteral("bob");
    s.ial = 2;
    s.verifiedName = QStringLiteral("Ann Lee");
    s.documentType = QStringLiteral("passport");
    return s;
}

domain::ProviderResult sameResult()
{
    domain::ProviderResult r;
    r.ial = 2;
    r.verifiedName = QStringLiteral("Ann Lee");
    r.documentType = QStringLiteral("passport");
    return r;
}

} // namespace

// Who may decide, what stays accepted, which source and cause a session has: each table over all its facts.
class ResultDecisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whichCallbackDecidesAlone()
    {
        for (const auto nonce : {NonceMatch::Absent, NonceMatch::Matched, NonceMatch::Wrong}) {
            for (const auto trust : {CallbackTrust::None, CallbackTrust::SharedSecret, CallbackTrust::Signature}) {
                for (const bool trustsUnsigned : {true, false}) {
                    for (const auto where : {Environment::Production, Environment::Sandbox, Environment::Simulator}) {
                        InboxEntry e;
                        e.nonce = nonce;
                        e.callback.trust = trust;
                        domain::Tenant t;
                        t.environment = where;
                        t.receiver.trustsUnsigned = trustsUnsigned;
                        const bool isSecretEnough =
                            trust == CallbackTrust::SharedSecret || where == Environment::Simulator;
                        const bool wanted = nonce == NonceMatch::Matched &&
                                            (trust == CallbackTrust::Signature || (trustsUnsigned && isSecretEnough));
                        QCOMPARE(domain::isTrustedAlone(e, t), wanted);
                    }
                }
            }
        }
    }
    void whatCountsAsProof()
    {
        const QList<ReviewReason> thin{
            ReviewReason::LevelMissing, ReviewReason::CompletedAtMissing, ReviewReason::NameMissing};
        for (int cause = 0; cause <= lastReviewReason; ++cause) {
            QCOMPARE(domain::isThin(ReviewReason(cause)), thin.contains(ReviewReason(cause)));
            for (const bool hasPath : {true, false}) {
                for (const bool isSigned : {true, false}) {
                    domain::Tenant t;
                    if (!hasPath)
                        t.provider.statusPath.clear();
                    InboxEntry e;
                    e.nonce = NonceMatch::Matched;
                    e.callback.trust = isSigned ? CallbackTrust::Signature : CallbackTrust::None;
                    QVERIFY(domain::isProof(std::nullopt, t, ReviewReason(cause)));
                    QCOMPARE(domain::isProof(e, t, ReviewReason(cause)),
                        isSigned && !(hasPath && thin.contains(ReviewReason(cause))));
                }
            }
        }
    }
    void whichProviderCanBeAsked()
    {
        domain::ProviderProfile p;
        for (const auto kind : {domain::ProviderKind::Bearer, domain::ProviderKind::DocuVerify}) {
            for (const QString &path : {QString(), QStringLiteral("/status")}) {
                p.kind = kind;
                p.statusPath = path;
                QCOMPARE(domain::hasStatusQuery(p), kind == domain::ProviderKind::DocuVerify || !path.isEmpty());
            }
        }
    }
    void whatIsUnprovenSaysLess()
    {
        for (int event = 0; event < domain::sessionEventCount; ++event) {
            const auto e = SessionEvent(event);
            const bool isPass = e == SessionEvent::Pass || e == SessionEvent::PassToReview;
            QCOMPARE(domain::unproven(e), isPass ? SessionEvent::UnprovenPass : SessionEvent::StillOpen);
        }
    }
    void otherwiseTheStateMachineDecides()
    {
        for (int state = 0; state < domain::sessionStateCount; ++state) {
            for (int event = 0; event < domain::sessionEventCount; ++event) {
                Session s;
                s.state = SessionState(state);
                const auto t = domain::transitionAfter(s, sameResult(), SessionEvent(event), ReviewReason::NameDiffers);
                const auto wanted = domain::next(s.state, SessionEvent(event));
                QCOMPARE(int(t.kind), int(wanted.kind));
                QCOMPARE(t.to, wanted.to);
            }
        }
    }
    void whatWasAcceptedStaysAccepted()
    {
        const auto kindOf = [](const Session &s, const domain::ProviderResult &r, ReviewReason cause) {
            return domain::transitionAfter(s, r, SessionEvent::PassToReview, cause).kind;
        };
        for (int cause = 0; cause <= lastReviewReason; ++cause)
            QCOMPARE(int(kindOf(acceptedSession(), sameResult(), ReviewReason(cause))),
                domain::onlyNewSessionHelps(ReviewReason(cause)) ? int(Transition::Dispute) : int(Transition::Repeat));
        // One fact changed each.
        auto s = acceptedSession();
        s.reviewer.clear();
        QCOMPARE(int(kindOf(s, sameResult(), ReviewReason::NameDiffers)), int(Transition::Dispute));
        auto r = sameResult();
        r.ial = 1;
        QCOMPARE(int(kindOf(acceptedSession(), r, ReviewReason::NameDiffers)), int(Transition::Dispute));
        r = sameResult();
        r.verifiedName = QStringLiteral("Bo Lee");
        QCOMPARE(int(kindOf(acceptedSession(), r, ReviewReason::NameDiffers)), int(Transition::Dispute));
        r = sameResult();
        r.documentType = QStringLiteral("national_id");
        QCOMPARE(int(kindOf(acceptedSession(), r, ReviewReason::NameDiffers)), int(Transition::Dispute));
    }
    void twoSourcesAgree()
    {
        for (const auto &source : {QString(), QString(domain::sourceStatusQuery), QString(domain::sourceCallback),
                 QString(domain::sourceBoth)}) {
            for (const bool isCallback : {true, false}) {
                for (const auto kind : {Transition::Move, Transition::Repeat, Transition::Late, Transition::Dispute}) {
                    for (const auto event : {SessionEvent::Pass, SessionEvent::StillOpen}) {
                        Session s;
                        s.source = source;
                        const QString other = isCallback ? domain::sourceStatusQuery : domain::sourceCallback;
                        QCOMPARE(domain::agreesWithOtherSource(s, isCallback, {kind, s.state}, event),
                            kind == Transition::Repeat && event == SessionEvent::Pass && source == other);
                    }
                }
            }
        }
    }
    void theSourceByBothStates()
    {
        for (int before = 0; before < domain::sessionStateCount; ++before) {
            for (int after = 0; after < domain::sessionStateCount; ++after) {
                const auto from = SessionState(before), to = SessionState(after);
                const bool isBoth = from == SessionState::Provisional && to == SessionState::Verified;
                QCOMPARE(domain::sourceAfter(true, from, to), QString(domain::sourceCallback));
                QCOMPARE(domain::sourceAfter(false, from, to),
                    QString(isBoth ? domain::sourceBoth : domain::sourceStatusQuery));
            }
        }
    }
    void noContradictionHidesAHarderCause()
    {
        for (const auto state : {SessionState::NeedsReview, SessionState::Verified}) {
            for (int old = 0; old <= lastReviewReason; ++old) {
                for (int now = 0; now <= lastReviewReason; ++now) {
                    Session s;
                    s.state = state;
                    s.closingReason = domain::reviewReasonKey(ReviewReason(old));
                    const auto was = ReviewReason(old), found = ReviewReason(now);
                    QCOMPARE(domain::causeAfter(s, found, {Transition::Move, SessionState::NeedsReview}), found);
                    ReviewReason wanted = ReviewReason::Contradiction;
                    if (domain::onlyNewSessionHelps(found))
                        wanted = found;
                    if (state == SessionState::NeedsReview && domain::onlyNewSessionHelps(was))
                        wanted = was;
                    QCOMPARE(domain::causeAfter(s, found, {Transition::Dispute, SessionState::NeedsReview}), wanted);
                }
            }
        }
    }
    void whereACallbackStands()
    {
        const auto place = [](Transition::Kind kind, bool isProof) {
            return QString(domain::callbackPlace({kind, SessionState::Verified}, isProof));
        };
        for (const bool isProof : {true, false}) {
            QCOMPARE(place(Transition::Move, isProof), QStringLiteral("applied"));
            QCOMPARE(place(Transition::Dispute, isProof), QStringLiteral("applied"));
            QCOMPARE(place(Transition::Illegal, isProof), QStringLiteral("applied"));
            QCOMPARE(place(Transition::Late, isProof), QStringLiteral("out-of-order"));
        }
        QCOMPARE(place(Transition::Repeat, true), QStringLiteral("duplicate"));
        QCOMPARE(place(Transition::Repeat, false), QStringLiteral("hint"));
    }
};
IDV_TEST(ResultDecisions)
#include "tst_resultdecision.moc"
