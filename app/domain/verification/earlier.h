#pragma once
#include "domain/verification/verification.h"

namespace domain {

/// What an agent has to know of a person before another verification is started.
struct EarlierVerification
{
    enum Kind {
        None,
        Open,   ///< one for the same reason, also while its result is held
        Passed, ///< within a day, at IAL2 or above: it may be enough
    } kind = None;
    Session session;
};
/// Of the person's `sessions`, newest first. An open one counts before a pass.
EarlierVerification earlierVerification(const QList<Session> &sessions, Reason reason, core::Instant now);

} // namespace domain
