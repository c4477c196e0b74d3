#pragma once
#include "core/clock.h"
#include "store/database.h"
#include "store/ledger/transaction.h"
#include <QString>

namespace store {

/// The file of the ledger, shared by its stores: one connection that writes, one that reads what takes long. All
/// functions return at once; jobs run on the connection's worker, those of one connection in order.
class LedgerFile
{
public:
    LedgerFile(std::unique_ptr<Database> writer, std::unique_ptr<Database> reader, std::shared_ptr<core::Clock> clock);

    /// Behind every write that was asked for before.
    template <class T>
    core::Async<T> read(std::function<core::Result<T>(Connection &)> job)
    {
        return m_writer->run<T>(std::move(job));
    }
    /// Beside the writes, for what takes long.
    template <class T>
    core::Async<T> readAside(std::function<core::Result<T>(Connection &)> job)
    {
        return m_reader->run<T>(std::move(job));
    }
    /// All or nothing; an Error rolls back.
    template <class T>
    core::Async<T> write(std::function<core::Result<T>(Transaction &)> job)
    {
        return m_writer->write<T>([job = std::move(job), now = now()](Connection &c) {
            Transaction transaction(c, now);
            return job(transaction);
        });
    }
    core::Instant now() const { return m_clock->now(); }
    /// Returns when everything queued so far has run. Blocks; for destructors only.
    void drain() { m_writer->drain(); }

private:
    std::unique_ptr<Database> m_writer;
    std::unique_ptr<Database> m_reader;
    std::shared_ptr<core::Clock> m_clock;
};

} // namespace store
