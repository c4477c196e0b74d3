#pragma once
#include "domain/identities/people.h"
#include "domain/verification/writeback/storedresult.h"

namespace ui {

/// "50 overdue, 3 date unusable, 20 failed, 10 held, 5 in renewal"
QString pastDueParts(const domain::StatusCounts &counts);
/// "of them 3 verified here, not stored"; empty when there are none.
QString notStoredText(const domain::StoredFacts &stored);

} // namespace ui
