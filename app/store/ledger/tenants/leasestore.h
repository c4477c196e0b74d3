#pragma once
#include "core/async.h"
#include "core/clock.h"
#include "core/ids.h"
#include <functional>

namespace store {

class LedgerFile;

/// Leases: one process at a time for what must not be done twice.
class LeaseStore
{
public:
    explicit LeaseStore(LedgerFile &file) : m_file(file) {}
    /// Takes or renews a lease; false while another holder's has not run out. A holder whose process
    /// (core::processName()) is gone from this host holds nothing: a killed job resumes at once.
    core::Async<bool> take(const QString &name, const QString &holder, std::chrono::milliseconds ttl);
    /// Does anybody hold it just now?
    core::Async<bool> isHeld(const QString &name);
    core::Async<core::Unit> release(const QString &name, const QString &holder);

private:
    LedgerFile &m_file;
};

} // namespace store
