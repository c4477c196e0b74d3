#pragma once
#include "lab/sailpoint/people.h"
#include <QString>
#include <functional>
#include <optional>

namespace lab {

/// A search query or list filter that the simulator understands, as a test on one person.
struct Condition
{
    std::function<bool(const Person &)> holds;
    bool isEverything = false;
    /// Set when only people changed since then can match: spares a walk over everyone.
    std::optional<core::Instant> modifiedFrom;
    QByteArray id; ///< set when only this one can match
};

/// The part of SailPoint's query language that an IDV console needs: *, field:value, field:[a TO b], _exists_:field,
/// NOT, AND. Nothing for anything else: the server answers 400.
std::optional<Condition> parseSearchQuery(const QString &query);
/// filters of GET /identities: eq, in, sw on the documented fields, joined by and.
std::optional<Condition> parseFilters(const QString &filters);

} // namespace lab
