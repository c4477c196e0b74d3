#pragma once
#include "core/error.h"
#include "domain/identities/people.h"
#include "domain/tenants/tenant.h"
#include <QJsonObject>

namespace domain {

/// That copying fails, and since when. Kept beside the time of the last success, which stays what it was.
struct SyncFailure
{
    core::Instant since = 0; ///< of the first try that failed after the last success, UTC ms
    core::Instant at = 0;    ///< of the last one
    core::Error error;       ///< code, text and whose word it is; no vendor's text
};
QJsonObject toJson(const SyncFailure &failure);
/// Nothing for an empty object. One that cannot be read is a failure all the same: Internal.
std::optional<SyncFailure> syncFailureFromJson(const QJsonObject &json);

struct SyncHealth
{
    SyncState state;
    std::optional<SyncFailure> failure; ///< of the last try; nothing when it succeeded
};

struct SyncLine
{
    enum Kind { Never, Fresh, Old, Failed } kind = Never;
    QString text;   ///< what leads: the failure and since when, else how fresh the copy is
    QString copy;   ///< "Copy from 14:33", or that there is none
    QString advice; ///< of a failure
};
/// `isOffline`: SailPoint does not answer at the moment. `now` in UTC ms.
SyncLine syncLine(const SyncHealth &health, Product product, bool isOffline, core::Instant now);
QString syncLineKey(SyncLine::Kind k); ///< "never", "fresh", "old", "failed"

} // namespace domain
