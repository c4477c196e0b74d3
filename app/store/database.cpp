#include "store/database.h"
#include "core/log.h"
#include "store/connection.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlError>
#include <QThread>
#include <atomic>

namespace store {

using core::ErrorCode;

struct Database::Private
{
    DatabaseOptions options;
    QThread thread;
    QObject *worker = nullptr;
    std::unique_ptr<Connection> connection; ///< touched on the worker only
    QString name;
};

core::Status begin(Connection &c)
{
    return c.exec(QStringLiteral("BEGIN IMMEDIATE"));
}
core::Status commit(Connection &c)
{
    return c.exec(QStringLiteral("COMMIT"));
}
void rollback(Connection &c)
{
    if (const auto r = c.exec(QStringLiteral("ROLLBACK")); !r)
        qCWarning(lcStore) << "rollback:" << r.error().detail;
}

namespace {

// Statements end with a semicolon at the end of a line; comments stand on lines of their own.
QStringList statementsOf(const QString &resource)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList out;
    QString current;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (line.trimmed().startsWith(QLatin1String("--")))
            continue;
        current += line + QLatin1Char('\n');
        if (line.trimmed().endsWith(QLatin1Char(';'))) {
            out << current;
            current.clear();
        }
    }
    return out;
}

core::Status migrate(Connection &c, const DatabaseOptions &o)
{
    const auto version = c.value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    int at = version->toInt();
    int newest = 0;
    while (QFile::exists(QStringLiteral("%1_%2.sql").arg(o.migrationPrefix).arg(newest + 1, 3, 10, QLatin1Char('0'))))
        ++newest;
    if (at > newest)
        return core::makeError(ErrorCode::Storage,
            QStringLiteral(
                "\"%1\" was written by a newer version of IDV Console. It was left untouched; use that version.")
                .arg(o.path));
    for (; at < newest; ++at) {
        if (const auto r = begin(c); !r)
            return r;
        // Another process may have been faster while this one waited for the lock.
        const auto now = c.value(QStringLiteral("PRAGMA user_version"));
        if (!now || now->toInt() != at) {
            rollback(c);
            if (!now)
                return now.error();
            at = now->toInt() - 1;
            continue;
        }
        const auto list =
            statementsOf(QStringLiteral("%1_%2.sql").arg(o.migrationPrefix).arg(at + 1, 3, 10, QLatin1Char('0')));
        for (const QString &sql : list) {
            if (const auto r = c.exec(sql); !r) {
                rollback(c);
                return r;
            }
        }
        if (const auto r = c.exec(QStringLiteral("PRAGMA user_version = %1").arg(at + 1)); !r) {
            rollback(c);
            return r;
        }
        if (const auto r = commit(c); !r)
            return r;
    }
    return core::ok();
}

// A full disk, a lock or a folder that may not be written says nothing about the file.
core::Error unreadable(const QString &path, const core::Error &why)
{
    return core::makeError(ErrorCode::Storage,
        QStringLiteral("\"%1\" cannot be opened now. %2 It was left untouched.").arg(path, why.text), why.detail);
}

core::Status prepare(Connection &c, const DatabaseOptions &o, bool isNew)
{
    const auto foreign = [&o](const QString &why) {
        return core::makeError(ErrorCode::Storage, QStringLiteral("\"%1\" %2 It was left untouched.").arg(o.path, why));
    };
    if (!isNew) {
        const auto id = c.value(QStringLiteral("PRAGMA application_id"));
        if (!id)
            return isDamage(id.error()) ? foreign(QStringLiteral("is damaged or is no database."))
                                        : unreadable(o.path, id.error());
        const auto version = c.value(QStringLiteral("PRAGMA user_version"));
        if (id->toInt() != o.applicationId && !(id->toInt() == 0 && version && version->toInt() == 0))
            return foreign(QStringLiteral("is a file of another program."));
        if (o.quickCheck) {
            const auto check = c.value(QStringLiteral("PRAGMA quick_check(1)"));
            if (!check && !isDamage(check.error()))
                return unreadable(o.path, check.error());
            if (!check || check->toString() != QLatin1String("ok"))
                return foreign(QStringLiteral("is damaged."));
        }
    }
    const QStringList pragmas{QStringLiteral("PRAGMA busy_timeout = 5000"),
        QStringLiteral("PRAGMA application_id = %1").arg(o.applicationId), QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral("PRAGMA synchronous = %1").arg(o.fullSync ? QStringLiteral("FULL") : QStringLiteral("NORMAL")),
        QStringLiteral("PRAGMA foreign_keys = ON"),
        QStringLiteral("PRAGMA secure_delete = %1").arg(o.fullSync ? QStringLiteral("ON") : QStringLiteral("OFF")),
        QStringLiteral("PRAGMA cache_size = -%1").arg(o.cacheKiB)};
    for (const QString &p : pragmas) {
        if (isNew || !p.contains(QLatin1String("application_id"))) {
            if (const auto r = c.rows(p); !r)
                return r.error();
        }
    }
    return migrate(c, o);
}

} // namespace

Database::Database(std::unique_ptr<Private> p) : d(std::move(p)) {}

core::Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions &options)
{
    static std::atomic<int> counter{0};
    auto p = std::make_unique<Private>();
    p->options = options;
    p->name = QStringLiteral("idv-%1").arg(++counter);
    p->thread.setObjectName(QFileInfo(options.path).fileName());
    p->worker = new QObject;
    p->worker->moveToThread(&p->thread);
    p->thread.start();

    Private *raw = p.get();
    core::Status opened = core::ok();
    QMetaObject::invokeMethod(
        raw->worker,
        [raw, &opened] {
            const bool isNew = !QFile::exists(raw->options.path) || QFileInfo(raw->options.path).size() == 0;
            if (isNew) {
                QFile file(raw->options.path);
                if (!file.open(QIODevice::ReadWrite)) {
                    opened = core::makeError(ErrorCode::Storage,
                        QStringLiteral("\"%1\" cannot be created.").arg(raw->options.path), file.errorString());
                    return;
                }
                file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            }
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), raw->name);
            db.setDatabaseName(raw->options.path);
            if (!db.open()) {
                opened = core::makeError(ErrorCode::Storage,
                    QStringLiteral("\"%1\" cannot be opened.").arg(raw->options.path), db.lastError().text());
                return;
            }
            raw->connection = std::make_unique<Connection>(db);
            opened = prepare(*raw->connection, raw->options, isNew);
            // Changing the journal, and another process that closes as the last one, are refused at once instead of
            // waited for.
            for (int i = 0; i < 100 && !opened && opened.error().detail.endsWith(QLatin1String("[5]")); ++i) {
                QThread::msleep(20 + unsigned(QRandomGenerator::global()->bounded(60)));
                opened = prepare(*raw->connection, raw->options, isNew);
            }
        },
        Qt::BlockingQueuedConnection);

    std::unique_ptr<Database> database(new Database(std::move(p)));
    if (!opened)
        return opened.error();
    return database;
}

Database::~Database()
{
    Private *raw = d.get();
    QMetaObject::invokeMethod(
        raw->worker,
        [raw] {
            if (raw->connection)
                raw->connection->db().close();
            raw->connection.reset();
            QSqlDatabase::removeDatabase(raw->name);
        },
        Qt::BlockingQueuedConnection);
    raw->thread.quit();
    raw->thread.wait();
    delete raw->worker;
}

void Database::post(std::function<void(Connection &)> job)
{
    Private *raw = d.get();
    QMetaObject::invokeMethod(
        raw->worker,
        [raw, job = std::move(job)] {
            if (raw->connection)
                job(*raw->connection);
        },
        Qt::QueuedConnection);
}

void Database::drain()
{
    QMetaObject::invokeMethod(
        d->worker, [] {}, Qt::BlockingQueuedConnection);
}

const QString &Database::path() const
{
    return d->options.path;
}

} // namespace store
