#include "store/connection.h"
#include "store/database.h"
#include "support/await.h"
#include "support/registry.h"
#include <QThread>

using core::Result;
using core::Unit;
using store::Connection;
using store::Database;
using support::await;

namespace {

struct Opened
{
    QTemporaryDir dir;
    store::DatabaseOptions options()
    {
        store::DatabaseOptions o;
        o.path = dir.filePath(QStringLiteral("some.db"));
        o.applicationId = 0x1234;
        o.migrationPrefix = QStringLiteral(":/sql/mirror");
        return o;
    }
    std::unique_ptr<Database> file = *Database::open(options());
};

core::Async<qint64> countOf(Database &d)
{
    return d.run<qint64>([](Connection &c) -> Result<qint64> {
        const auto n = c.value(QStringLiteral("SELECT COUNT(*) FROM seen"));
        if (!n)
            return n.error();
        return n->toLongLong();
    });
}

core::Status seen(Connection &c, const char *id)
{
    return c.exec(QStringLiteral("INSERT INTO seen (id) VALUES (?)"), {QString::fromLatin1(id)});
}

} // namespace

class OneFileOneThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jobsRunInTheirOrderOnAThreadOfTheirOwn()
    {
        Opened o;
        QList<int> order;
        QThread *worker = nullptr;
        for (int i = 0; i < 20; ++i)
            (void)o.file->run<Unit>([&order, &worker, i](Connection &) -> core::Status {
                order << i;
                worker = QThread::currentThread();
                return core::ok();
            });
        o.file->drain();
        QCOMPARE(order.size(), 20);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QVERIFY(worker && worker != QThread::currentThread());
    }
    void aWriteIsAllOrNothing()
    {
        Opened o;
        QVERIFY(await(o.file->write<Unit>([](Connection &c) { return seen(c, "a"); })));
        const auto r = await(o.file->write<Unit>([](Connection &c) -> core::Status {
            if (const auto done = seen(c, "b"); !done)
                return done;
            return core::makeError(core::ErrorCode::Conflict, QStringLiteral("no"));
        }));
        QCOMPARE(r.error().code, core::ErrorCode::Conflict);
        QCOMPARE(*await(countOf(*o.file)), 1);
        QVERIFY(!await(o.file->write<Unit>([](Connection &c) { return seen(c, "a"); })));
        QCOMPARE(*await(countOf(*o.file)), 1);
        QVERIFY(await(o.file->write<Unit>([](Connection &c) { return seen(c, "c"); })));
        QCOMPARE(*await(countOf(*o.file)), 2);
    }
    void oneThatOnlyReadsSeesTheLastWholeState()
    {
        Opened o;
        const auto other = *Database::open(o.options());
        QVERIFY(await(o.file->run<Unit>([](Connection &c) { return store::begin(c); })));
        QVERIFY(await(o.file->run<Unit>([](Connection &c) { return seen(c, "a"); })));
        QCOMPARE(*await(countOf(*other)), 0);
        QVERIFY(await(o.file->run<Unit>([](Connection &c) { return store::commit(c); })));
        QCOMPARE(*await(countOf(*other)), 1);
    }
    void whatIsQueuedWhenItEndsIsCancelledAndNothingHangs()
    {
        Opened o;
        core::Async<Unit> last;
        for (int i = 0; i < 50; ++i)
            last = o.file->run<Unit>([](Connection &) -> core::Status {
                QThread::msleep(1);
                return core::ok();
            });
        o.file.reset();
        QTRY_VERIFY(last.isFinished());
    }
    void theSchemaIsMadeOnceAndStays()
    {
        Opened o;
        QVERIFY(await(o.file->write<Unit>([](Connection &c) { return seen(c, "a"); })));
        const auto version = [](Database &d) {
            return await(d.run<QVariant>([](Connection &c) { return c.value(QStringLiteral("PRAGMA user_version")); }));
        };
        const int at = version(*o.file)->toInt();
        QVERIFY(at > 0);
        o.file.reset();
        o.file = *Database::open(o.options());
        QCOMPARE(version(*o.file)->toInt(), at);
        QCOMPARE(*await(countOf(*o.file)), 1);
    }
    void aFileWithForeignMarkIsRefusedAndLeftAlone()
    {
        Opened o;
        o.file.reset();
        auto options = o.options();
        QFile file(options.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        options.applicationId = 0x9999;
        const auto r = Database::open(options);
        QVERIFY(!r);
        QCOMPARE(r.error().code, core::ErrorCode::Storage);
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), before);
    }
    void damageIsFoundWhereItIsLookedFor()
    {
        Opened o;
        QVERIFY(await(o.file->write<Unit>([](Connection &c) -> core::Status {
            for (int i = 0; i < 2000; ++i) {
                if (const auto r = seen(c, qPrintable(QStringLiteral("somebody-%1").arg(i))); !r)
                    return r;
            }
            return core::ok();
        })));
        o.file.reset();
        auto options = o.options();
        QFile file(options.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 40'000);
        QVERIFY(file.seek(file.size() - 8192));
        file.write(QByteArray(8192, 'x'));
        file.close();
        options.quickCheck = true;
        const auto r = Database::open(options);
        QVERIFY(!r);
        QVERIFY(r.error().text.contains(QLatin1String("damaged")));
    }
    void aFolderThatIsNotThereIsSaid()
    {
        store::DatabaseOptions o;
        o.path = QStringLiteral("/nonexistent/folder/some.db");
        o.migrationPrefix = QStringLiteral(":/sql/mirror");
        const auto r = Database::open(o);
        QVERIFY(!r);
        QCOMPARE(r.error().code, core::ErrorCode::Storage);
        QVERIFY(r.error().text.contains(o.path));
    }
};
IDV_TEST(OneFileOneThread)
#include "tst_database.moc"
