#pragma once
#include "core/async.h"
#include <QStringList>
#include <functional>
#include <memory>

namespace store {

class Connection;

struct DatabaseOptions
{
    QString path;
    int applicationId = 0;   ///< marks a file as ours, and of this kind
    QString migrationPrefix; ///< ":/sql/ledger" -> ledger_001.sql, ledger_002.sql, …
    bool fullSync = false;   ///< synchronous=FULL instead of NORMAL
    int cacheKiB = 4096;
    bool quickCheck = false; ///< look for damage before use
};

/// One SQLite file, one connection, one worker thread; closures go in, Async results come out. WAL, foreign keys,
/// busy time-out 5 s, file mode 0600. A damaged or newer file is refused with Storage and left untouched.
class Database
{
public:
    static core::Result<std::unique_ptr<Database>> open(const DatabaseOptions &options);
    ~Database();

    /// Runs `job` on the worker. Jobs run in order; those still queued when the database dies end Cancelled.
    template <class T>
    core::Async<T> run(std::function<core::Result<T>(Connection &)> job)
    {
        core::Deferred<T> out;
        post([out, job = std::move(job)](Connection &c) { out.resolve(job(c)); });
        return out.future();
    }
    /// As run(), inside BEGIN IMMEDIATE … COMMIT; an Error rolls back.
    template <class T>
    core::Async<T> write(std::function<core::Result<T>(Connection &)> job);

    /// Returns when every job queued so far has run. Blocks.
    void drain();
    const QString &path() const;

private:
    struct Private;
    explicit Database(std::unique_ptr<Private> p);
    void post(std::function<void(Connection &)> job);
    std::unique_ptr<Private> d;
};

core::Status begin(Connection &c);
core::Status commit(Connection &c);
void rollback(Connection &c);

template <class T>
core::Async<T> Database::write(std::function<core::Result<T>(Connection &)> job)
{
    return run<T>([job = std::move(job)](Connection &c) -> core::Result<T> {
        if (const auto started = begin(c); !started)
            return started.error();
        core::Result<T> r = job(c);
        if (!r) {
            rollback(c);
            return r;
        }
        if (const auto committed = commit(c); !committed) {
            rollback(c);
            return committed.error();
        }
        return r;
    });
}

} // namespace store
