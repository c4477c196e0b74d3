#include "domain/verification/resultdecision.h"

namespace domain {

bool isTrustedAlone(const InboxEntry &e, const Tenant &t)
{
    if (e.nonce != NonceMatch::Matched)
        return false;
    if (e.callback.trust == CallbackTrust::Signature)
        return true;
    return t.receiver.trustsUnsigned &&
           (e.callback.trust == CallbackTrust::SharedSecret || t.environment == Environment::Simulator);
}

bool isThin(ReviewReason cause)
{
    return cause == ReviewReason::LevelMissing || cause == ReviewReason::CompletedAtMissing ||
           cause == ReviewReason::NameMissing;
}

bool isProof(const std::optional<InboxEntry> &entry, const Tenant &t, ReviewReason cause)
{
    return !entry || (isTrustedAlone(*entry, t) && !(hasStatusQuery(t.provider) && isThin(cause)));
}

SessionEvent unproven(SessionEvent e)
{
    return e == SessionEvent::Pass || e == SessionEvent::PassToReview ? SessionEvent::UnprovenPass
                                                                      : SessionEvent::StillOpen;
}

Transition transitionAfter(const Session &s, const ProviderResult &r, SessionEvent event, ReviewReason cause)
{
    const Transition t = next(s.state, event);
    const bool isAccepted = s.state == SessionState::Verified && !s.reviewer.isEmpty() && !onlyNewSessionHelps(cause);
    const bool isSame = s.ial == r.ial && s.verifiedName == r.verifiedName && s.documentType == r.documentType;
    if (t.kind == Transition::Dispute && event == SessionEvent::PassToReview && isAccepted && isSame)
        return {Transition::Repeat, s.state};
    return t;
}

bool agreesWithOtherSource(const Session &s, bool isCallback, Transition t, SessionEvent event)
{
    return t.kind == Transition::Repeat && event != SessionEvent::StillOpen &&
           s.source == (isCallback ? sourceStatusQuery : sourceCallback);
}

QString sourceAfter(bool isCallback, SessionState before, SessionState after)
{
    if (isCallback)
        return sourceCallback;
    return before == SessionState::Provisional && after == SessionState::Verified ? sourceBoth : sourceStatusQuery;
}

ReviewReason causeAfter(const Session &before, ReviewReason evaluated, Transition t)
{
    if (t.kind != Transition::Dispute)
        return evaluated;
    const ReviewReason old =
        before.state == SessionState::NeedsReview ? reviewReasonFromKey(before.closingReason) : ReviewReason::None;
    if (onlyNewSessionHelps(old))
        return old;
    return onlyNewSessionHelps(evaluated) ? evaluated : ReviewReason::Contradiction;
}

QLatin1String callbackPlace(Transition t, bool isProof)
{
    if (t.kind == Transition::Repeat)
        return isProof ? QLatin1String("duplicate") : QLatin1String("hint");
    return t.kind == Transition::Late ? QLatin1String("out-of-order") : QLatin1String("applied");
}

} // namespace domain
