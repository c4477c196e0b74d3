#pragma once
#include <QString>

namespace services {

struct TrailState;

/// What may be said of the audit log of this data folder: one decision for window, idvctl and reports.
enum class TrailVerdict {
    Unknown, ///< not checked, or being checked
    Broken,
    RowsDiffer,  ///< the log holds, a session beside it does not, or they could not be compared
    NotAnchored, ///< it hangs together, but nothing outside remembers it: exchanged as a whole, it would look the same
    Anchored,    ///< unchanged, and complete up to what is remembered outside
};
TrailVerdict verdictOf(const TrailState &state);
/// A sentence for a person, with what it rests on.
QString verdictText(const TrailState &state);

} // namespace services
