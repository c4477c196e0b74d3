#pragma once
#include "domain/audit/audit.h"
#include "store/connection.h"
#include <functional>
#include <string>

// The audit log read in order, a million records at a time: from the bytes that are stored, without an object for each.
namespace store::sql {

/// Proves the records behind `from`: each names the hash before it, has the next number, and hashes to what it says;
/// each recorded value has the digest that the hash covers.
core::Result<domain::ChainState> proveChain(Connection &c, domain::ChainState from, int limit);
core::Result<qint64> visitAudit(Connection &c, qint64 from, qint64 to, const std::function<bool(qint64)> &hasValues,
    const std::function<bool(const std::string &)> &line);

} // namespace store::sql
