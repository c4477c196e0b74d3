#pragma once
#include "core/result.h"
#include "domain/verification/sessionstep.h"

namespace store {

class Connection;

using domain::SessionFacts;

namespace sql {

/// What an account depends on is what the log says: a column or a note that was set by hand is not a fact.
core::Result<SessionFacts> readFacts(Connection &c, const domain::Session &s);

} // namespace sql

} // namespace store
