#pragma once
#include "domain/identities/people.h"

namespace domain {

/// What a number of renewals a week means for the weeks ahead.
struct LoadAdvice
{
    QList<core::Instant> over; ///< weeks in which more falls due than that
    qint64 early = 0;          ///< renewals that have to start in an earlier week to keep every week under it
    qint64 unplaced = 0;       ///< part of them for which the weeks up to now have no room
};
LoadAdvice spread(const QList<WeekLoad> &weeks, qint64 capacity);

} // namespace domain
