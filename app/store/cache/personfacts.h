#pragma once
#include "domain/identities/identity.h"
#include "domain/reverification/reverification.h"
#include <string>
#include <string_view>

namespace store {

/// The instant that a text says; quick for the form that SailPoint writes.
domain::ParsedInstant instantOf(std::string_view text, core::Instant now);
/// What decides a person's status, from the texts as SailPoint holds them and as the copy keeps them.
domain::IdvFacts factsOf(std::string_view flag, std::string_view status, std::string_view date, core::Instant now);
std::optional<int> levelOf(std::string_view ial);

/// The text that search finds a person by.
std::string searchText(
    std::string_view name, std::string_view email, std::string_view alias, std::string_view employee);

} // namespace store
