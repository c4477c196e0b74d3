#pragma once
#include "domain/text/messages.h"

namespace domain {

/// What kept a connection from being one, and what helps; of an error with a cause. `who`: the vendor's name.
UserMessage connectionMessage(const core::Error &error, const QString &who);

} // namespace domain
