#pragma once
#include "core/clock.h"
#include "domain/identities/attributes.h"
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace domain {

/// One person on the way from an answer into the cache: views into the answer's buffer, so that a million people cost
/// no allocation each. A null profile or source means "not part of such an answer": the mirror keeps what it has.
struct IdentityRow
{
    std::string_view id;
    std::string_view name;
    std::string_view alias;
    std::string_view email;
    std::string_view profile;
    std::string_view lifecycle;
    std::string_view manager;
    std::string_view source;
    std::string_view sailpointStatus;
    std::string_view modified;
    bool isProtected = false;
    bool correlated = true;
    bool hasProcessingError = false;
    /// By Field: attribute values as text, whatever JSON type they came in.
    std::array<std::string_view, fieldCount> fields{};
};

} // namespace domain
