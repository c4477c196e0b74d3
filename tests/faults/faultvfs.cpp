#include "faults/faultvfs.h"
#include <QElapsedTimer>
#include <QMutex>
#include <atomic>
#include <cstring>
#include <sqlite3.h>

namespace faults {

namespace {

struct State
{
    QMutex mutex;
    Kind kind = Kind::Full;
    int at = 0;
    int ms = 0;
    int count = 0;
    bool isArmed = false;
    bool isFailing = false;
    bool hasFailed = false;
    QElapsedTimer since;
    QHash<QString, QByteArray> durable;
};
State &state()
{
    static State one;
    return one;
}

/// Ours before SQLite's own.
struct File
{
    sqlite3_file base;
    bool isLedger;
    char path[1024];
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};
File *of(sqlite3_file *f)
{
    return reinterpret_cast<File *>(f);
}

bool fails(File *f, bool isLock)
{
    auto &s = state();
    const QMutexLocker lock(&s.mutex);
    if (!f->isLedger || !s.isArmed || isLock != (s.kind == Kind::Busy))
        return false;
    ++s.count;
    if (s.at > 0 && s.count == s.at) {
        s.isFailing = s.hasFailed = true;
        s.since.start();
    }
    if (s.isFailing && s.since.elapsed() > s.ms)
        s.isFailing = false;
    return s.isFailing || (s.at > 0 && s.count == s.at);
}

int xClose(sqlite3_file *f)
{
    const int rc = of(f)->real()->pMethods ? of(f)->real()->pMethods->xClose(of(f)->real()) : SQLITE_OK;
    return rc;
}
int xRead(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    return of(f)->real()->pMethods->xRead(of(f)->real(), to, n, at);
}
int xWrite(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    if (fails(of(f), false))
        return state().kind == Kind::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    return of(f)->real()->pMethods->xWrite(of(f)->real(), from, n, at);
}
int xTruncate(sqlite3_file *f, sqlite3_int64 n)
{
    return of(f)->real()->pMethods->xTruncate(of(f)->real(), n);
}
int xFileSize(sqlite3_file *f, sqlite3_int64 *n)
{
    return of(f)->real()->pMethods->xFileSize(of(f)->real(), n);
}
int xSync(sqlite3_file *f, int flags)
{
    if (fails(of(f), false))
        return state().kind == Kind::Full ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
    const int rc = of(f)->real()->pMethods->xSync(of(f)->real(), flags);
    sqlite3_int64 size = 0;
    if (rc == SQLITE_OK && of(f)->isLedger && xFileSize(f, &size) == SQLITE_OK) {
        QByteArray content(qsizetype(size), '\0');
        if (size == 0 || xRead(f, content.data(), int(size), 0) == SQLITE_OK) {
            const QMutexLocker lock(&state().mutex);
            state().durable.insert(QString::fromUtf8(of(f)->path), content);
        }
    }
    return rc;
}
int xLock(sqlite3_file *f, int how)
{
    return of(f)->real()->pMethods->xLock(of(f)->real(), how);
}
int xUnlock(sqlite3_file *f, int how)
{
    return of(f)->real()->pMethods->xUnlock(of(f)->real(), how);
}
int xCheckReservedLock(sqlite3_file *f, int *out)
{
    return of(f)->real()->pMethods->xCheckReservedLock(of(f)->real(), out);
}
int xFileControl(sqlite3_file *f, int op, void *arg)
{
    return of(f)->real()->pMethods->xFileControl(of(f)->real(), op, arg);
}
int xSectorSize(sqlite3_file *f)
{
    return of(f)->real()->pMethods->xSectorSize(of(f)->real());
}
int xDeviceCharacteristics(sqlite3_file *f)
{
    return of(f)->real()->pMethods->xDeviceCharacteristics(of(f)->real());
}
int xShmMap(sqlite3_file *f, int page, int size, int extend, void volatile **to)
{
    return of(f)->real()->pMethods->xShmMap(of(f)->real(), page, size, extend, to);
}
int xShmLock(sqlite3_file *f, int offset, int n, int flags)
{
    constexpr int writer = 0; // the lock that whoever writes into the log of a ledger holds
    const bool isWriter = offset == writer && n == 1 && (flags & SQLITE_SHM_EXCLUSIVE) && (flags & SQLITE_SHM_LOCK);
    if (isWriter && fails(of(f), true))
        return SQLITE_BUSY;
    return of(f)->real()->pMethods->xShmLock(of(f)->real(), offset, n, flags);
}
void xShmBarrier(sqlite3_file *f)
{
    of(f)->real()->pMethods->xShmBarrier(of(f)->real());
}
int xShmUnmap(sqlite3_file *f, int isDelete)
{
    return of(f)->real()->pMethods->xShmUnmap(of(f)->real(), isDelete);
}
int xFetch(sqlite3_file *f, sqlite3_int64 at, int n, void **out)
{
    return of(f)->real()->pMethods->xFetch(of(f)->real(), at, n, out);
}
int xUnfetch(sqlite3_file *f, sqlite3_int64 at, void *p)
{
    return of(f)->real()->pMethods->xUnfetch(of(f)->real(), at, p);
}

const sqlite3_io_methods methods{3, xClose, xRead, xWrite, xTruncate, xSync, xFileSize, xLock, xUnlock,
    xCheckReservedLock, xFileControl, xSectorSize, xDeviceCharacteristics, xShmMap, xShmLock, xShmBarrier, xShmUnmap,
    xFetch, xUnfetch};

sqlite3_vfs *below = nullptr;

int xOpen(sqlite3_vfs *, const char *name, sqlite3_file *f, int flags, int *out)
{
    File *ours = of(f);
    ours->isLedger = name && std::strstr(name, "/ledger.db") && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL));
    std::strncpy(ours->path, name ? name : "", sizeof ours->path - 1);
    ours->path[sizeof ours->path - 1] = '\0';
    ours->real()->pMethods = nullptr;
    const int rc = below->xOpen(below, name, ours->real(), flags, out);
    f->pMethods = ours->real()->pMethods ? &methods : nullptr;
    return rc;
}

} // namespace

void install()
{
    static sqlite3_vfs ours;
    if (below)
        return;
    below = sqlite3_vfs_find(nullptr);
    ours = *below;
    ours.zName = "faults";
    ours.szOsFile = int(sizeof(File)) + below->szOsFile;
    ours.pNext = nullptr;
    ours.xOpen = xOpen;
    // The others take the layer as an argument and look only at what they were given.
    ours.xDelete = [](sqlite3_vfs *, const char *n, int s) { return below->xDelete(below, n, s); };
    ours.xAccess = [](sqlite3_vfs *, const char *n, int f, int *o) { return below->xAccess(below, n, f, o); };
    ours.xFullPathname = [](sqlite3_vfs *, const char *n, int s, char *o) {
        return below->xFullPathname(below, n, s, o);
    };
    sqlite3_vfs_register(&ours, 1);
}

void arm(Kind kind, int n, int ms)
{
    auto &s = state();
    const QMutexLocker lock(&s.mutex);
    s.kind = kind;
    s.at = n;
    s.ms = ms;
    s.count = 0;
    s.isArmed = true;
    s.isFailing = s.hasFailed = false;
}

int disarm()
{
    auto &s = state();
    const QMutexLocker lock(&s.mutex);
    s.isArmed = s.isFailing = false;
    return s.count;
}

bool hasFailed()
{
    auto &s = state();
    const QMutexLocker lock(&s.mutex);
    return s.hasFailed;
}

QHash<QString, QByteArray> durable()
{
    auto &s = state();
    const QMutexLocker lock(&s.mutex);
    return s.durable;
}

} // namespace faults
