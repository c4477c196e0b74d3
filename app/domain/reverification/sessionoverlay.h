#pragma once
#include "domain/reverification/reverification.h"
#include "domain/verification/verification.h"

// What a person's sessions lay over SailPoint's attributes.
namespace domain {

/// `at`: when it closed; of an open one, when it was created. UTC ms.
SessionOverlay overlayOf(SessionState state, core::Instant at);
/// `before` and one session more, in the order of their starts: an open or held one stands whatever closed later; of
/// closed ones the latest decides, and those that expired, were cancelled or never started say nothing. Nothing where
/// `before` stands.
std::optional<SessionOverlay> overlaid(const SessionOverlay &before, SessionState state, core::Instant at);

} // namespace domain
