#pragma once
#include "core/error.h"

namespace cli {

/// The exit codes of idvctl, as `idvctl help` tells them.
enum Exit {
    Done = 0,
    InternalFault = 1,
    Usage = 2,
    NotVerified = 3,
    NoConnection = 4,
    NoVault = 5,
    IsHeld = 6,
    IsUnknown = 7,
    WriteBackFailed = 8,
    Refused = 9,
    RefusedHere = 10,
    NotProved = 11
};

int exitCodeOf(const core::Error &error);

} // namespace cli
