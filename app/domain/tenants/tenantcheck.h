#pragma once
#include "core/error.h"
#include <QList>
#include <optional>

namespace domain {

struct Tenant;

/// Checks every field and returns all faults, each with the option's name and a sentence with the way out.
QList<core::Error> validate(const Tenant &tenant);
/// A tenant that is no simulator and has an address on this computer: whether that is a tunnel has been said. Usage
/// with the field "environment" or "tunnel".
std::optional<core::Error> environmentFault(const Tenant &tenant);

} // namespace domain
