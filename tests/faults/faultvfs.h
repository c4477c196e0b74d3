#pragma once
#include <QByteArray>
#include <QHash>
#include <QString>

namespace faults {

enum class Kind {
    Full,   ///< a write finds the disk full
    Broken, ///< a write or a sync is answered with an error of the disk
    Busy,   ///< a lock is refused
};

/// A layer under SQLite, for every database that this process opens from then on. It counts what is done to the ledger
/// (its file and the one of its log) and lets one of these things fail. Thread: any.
void install();
/// The n-th write or sync (of Busy: lock) from now on fails, and all after it for `ms`. 0: only counts.
void arm(Kind kind, int n, int ms);
/// Nothing fails any more; how many writes, syncs or locks there were since arm().
int disarm();
/// Has something failed since arm()?
bool hasFailed();
/// What would be on the disk if the power went now: each file as it was when it was last synced. By path.
QHash<QString, QByteArray> durable();

} // namespace faults
