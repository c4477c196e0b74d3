#pragma once
#include "domain/reverification/reverification.h"
#include <QString>

namespace models {

/// Why somebody is overdue, in a sentence's part: "SailPoint says REVOKED". Empty for who is not, and where only time
/// has passed.
QString overdueText(const domain::Identity &person, core::Instant now);
/// What SailPoint's attributes say against each other; empty when they agree.
QString contradictionText(const domain::Identity &person, const domain::StatusWords &words);
QString pastDueText(domain::PastDuePart part);
/// The chip of somebody overdue, with why, or with the days since it was due. `days`: 0 where nothing was due.
QString overdueChipText(domain::OverdueReason reason, int days);
/// "overdue", "due", "verified", …: the chip of a status.
QString chipKey(domain::StatusKind kind, domain::IdentityStatus status);
QString chipText(const QString &key);
/// A day, in the person's own time zone and language.
QString dateText(core::Instant at);

} // namespace models
