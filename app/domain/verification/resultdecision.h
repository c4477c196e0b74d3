#pragma once
#include "domain/callbacks/callbackrecord.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/resultevaluation.h"

// What an evaluated result does to its session: who may decide, which source it is from, what it is held for.
namespace domain {

/// May this callback decide by itself? A signature over the body and our one-time value decide at once; the tenant's
/// policy may let a matching value do, with a shared secret or a simulator.
bool isTrustedAlone(const InboxEntry &entry, const Tenant &tenant);
/// A callback that says only "verified": where there is a status query, it knows the rest.
bool isThin(ReviewReason cause);
/// Does what was evaluated decide? A status query's answer always does (`entry` is nothing).
bool isProof(const std::optional<InboxEntry> &entry, const Tenant &tenant, ReviewReason cause);
/// What a callback that cannot be trusted alone still says: a claimed pass is provisional, anything else only a hint.
SessionEvent unproven(SessionEvent event);

/// next(), but what a second person accepted stays accepted while the provider says the same.
Transition transitionAfter(
    const Session &session, const ProviderResult &result, SessionEvent event, ReviewReason cause);
/// The other of the two sources says again what the session holds: its source is sourceBoth then.
bool agreesWithOtherSource(const Session &session, bool isCallback, Transition transition, SessionEvent event);
/// Which source a session's result has, by the states before and after.
QString sourceAfter(bool isCallback, SessionState before, SessionState after);
/// Why the session is held after `transition`: a contradiction never hides a cause that nobody may accept.
ReviewReason causeAfter(const Session &before, ReviewReason evaluated, Transition transition);
/// Where a callback stands in the timeline: "applied", "duplicate", "hint" or "out-of-order".
QLatin1String callbackPlace(Transition transition, bool isProof);

} // namespace domain
