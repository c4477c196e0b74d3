#pragma once
#include "faults/flow.h"

namespace faults {

/// Of a verified session: what is wrong with the number of its results.
inline QString resultOnce(Product &p, const core::SessionId &id)
{
    const auto s = p.session(id);
    if (s.state != domain::SessionState::Verified)
        return QStringLiteral("the session is ") + domain::stateKey(s.state);
    // One result; where the provider was asked about a callback it may be noted that it agrees.
    const auto results = p.audited().count(QStringLiteral("verification.result/done"));
    if (results == 1 || (results == 2 && s.source == QLatin1String("both")))
        return {};
    return equals("results recorded", results, 1);
}

} // namespace faults
