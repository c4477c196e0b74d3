#pragma once
#include "domain/verification/verification.h"
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
    core::IdentityId identity;  ///< empty: everyone
    QList<SessionState> states; ///< empty: all
    std::optional<core::Instant> since;
    std::optional<core::Instant> until; ///< exclusive
    QString text;                       ///< person, ticket or session id, folded contains
    QString campaign{};                 ///< empty: any
    bool isDecided = false;             ///< only held ones and those that a second person decided
    bool isByHand = false;              ///< only those that no campaign started
    int limit = 1000;
};

/// What a tenant's sessions ask of a person.
struct SessionSummary
{
    qint64 openRenewals = 0; ///< of campaigns
    qint64 openOthers = 0;
    qint64 held = 0;
    qint64 unknown = 0;                       ///< starts without an answer
    qint64 failedLately = 0;                  ///< within 24 hours
    std::optional<core::Instant> lastWritten; ///< the last result that SailPoint shows
    qint64 notStored = 0;                     ///< results of the last 30 days that SailPoint does not show
};

} // namespace domain
