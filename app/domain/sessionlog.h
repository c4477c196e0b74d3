#pragma once
#include "domain/verification.h"
#include <QJsonObject>

namespace domain {

/// A line of a session's timeline. `kind` is a word ("created", "sent", "opened", "result", "held", …), `detail` JSON.
struct SessionNote
{
    core::Instant at = 0;
    QString kind;
    QJsonObject detail;
};

struct SessionFilter
{
    core::TenantId tenant;
    core::IdentityId identity;                 ///< empty: everyone
    QList<SessionState> states;        ///< empty: all
    std::optional<core::Instant> since;
    std::optional<core::Instant> until;        ///< exclusive
    QString text;                              ///< person, ticket or session id, folded contains
    QString campaign{};                        ///< empty: any
    int limit = 1000;
};

} // namespace domain
