#include "audit/services/signedlog.h"
#include "services/backup/backup.h"
#include "services/backup/restore.h"
#include "support/registry.h"

using core::ErrorCode;
using services::RestoreOptions;
using services::RestoreReport;
using support::await;
using support::SignedLog;

namespace {

/// A ledger with one tenant, and a backup of it.
struct BackedUp : SignedLog
{
    BackedUp() : SignedLog(5)
    {
        domain::Tenant t;
        t.id = core::TenantId(QStringLiteral("t1"));
        t.name = QStringLiteral("Lab");
        domain::AuditEvent a;
        a.action = QStringLiteral("tenant.add");
        a.tenant = a.subject = t.id.str();
        a.outcome = QStringLiteral("done");
        QVERIFY(await(ledger->tenants().add(t, a)));
        (void)state();
        services::Backup backup(*trail, *context);
        const auto made = await(backup.create(file(), word()));
        QVERIFY2(bool(made), made ? "" : qPrintable(made.error().text));
        head = made->head;
    }
    QString file() const { return dir.filePath(QStringLiteral("kept.idvbackup")); }
    static core::SecretPtr word() { return core::makeSecret("correct horse battery"); }
    domain::ChainHead head;
};

/// Another computer: a folder and a keychain of its own.
struct Elsewhere
{
    core::Result<RestoreReport> run(const QString &file, const std::function<void(RestoreOptions &)> &change = {})
    {
        RestoreOptions o;
        o.file = file;
        o.dataDir = dir.path();
        o.passphrase = BackedUp::word();
        o.operatorName = QStringLiteral("somebody");
        if (change)
            change(o);
        services::Restore restore(vault, clock);
        return await(restore.run(o), 60000);
    }
    std::unique_ptr<store::Ledger> ledger()
    {
        return *store::Ledger::open(dir.filePath(QStringLiteral("ledger.db")), clock);
    }
    QStringList files() const { return QDir(dir.path()).entryList(QDir::Files); }
    QTemporaryDir dir;
    vault::MemoryVault vault;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
};

} // namespace

class BringingABackupBack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void elsewhereTheLogGoesOnWithAnEntryOfIt()
    {
        BackedUp b;
        Elsewhere e;
        const auto r = e.run(b.file());
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QVERIFY(r->backup.sequence >= b.head.sequence);
        QVERIFY(r->entries > r->backup.sequence);
        QCOMPARE(r->lost, 0);
        QCOMPARE(r->tenants, QStringList(QStringLiteral("Lab")));
        QCOMPARE(r->withoutSecrets, QStringList(QStringLiteral("Lab")));
        const auto l = e.ledger();
        QCOMPARE(*await(l->audit().verify()), 0);
        QVERIFY(await(l->tenants().all())->first().readOnly); // a person looks first
        bool isTold = false;
        const auto all = await(l->audit().records(1, 1000));
        for (const auto &x : *all)
            isTold |= x.event.action == QLatin1String("backup.restore") && x.event.actor == QLatin1String("somebody");
        QVERIFY(isTold);
        const auto left = e.files();
        QVERIFY(std::none_of(
            left.begin(), left.end(), [](const QString &f) { return f.startsWith(QLatin1String("restore-")); }));
    }
    void aLedgerWithEntriesIsNeverReplaced()
    {
        BackedUp b;
        Elsewhere e;
        QVERIFY(e.run(b.file()));
        const int before = int(await(e.ledger()->audit().records(1, 1000))->size());
        const auto again = e.run(b.file());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(int(await(e.ledger()->audit().records(1, 1000))->size()), before);
    }
    void whatIsNoBackupLeavesNothing_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("another passphrase") << 0;
        QTest::newRow("no passphrase") << 1;
        QTest::newRow("no file") << 2;
        QTest::newRow("a changed byte") << 3;
        QTest::newRow("an entry that it does not hold") << 4;
    }
    void whatIsNoBackupLeavesNothing()
    {
        QFETCH(int, what);
        BackedUp b;
        Elsewhere e;
        QString file = b.file();
        if (what == 2)
            file += QStringLiteral(".none");
        if (what == 3) {
            QFile f(file);
            QVERIFY(f.open(QIODevice::ReadWrite));
            QVERIFY(f.seek(f.size() - 40));
            f.write("changed");
        }
        const auto r = e.run(file, [what, &b](RestoreOptions &o) {
            if (what == 0)
                o.passphrase = core::makeSecret("correct horse batterz");
            if (what == 1)
                o.passphrase.reset();
            if (what == 4)
                o.atLeast = domain::ChainHead{b.head.sequence, QByteArray(32, 'x')};
        });
        QVERIFY(!r);
        QVERIFY(r.error().code == ErrorCode::Usage || r.error().code == ErrorCode::Unauthorized ||
                r.error().code == ErrorCode::Conflict);
        QCOMPARE(e.files(), QStringList());
    }
    void whatCameLaterIsNotLostInSilence()
    {
        BackedUp b;
        // The same place, the same keychain: it remembers more than the backup holds.
        for (int i = 0; i < 3; ++i)
            b.add(QStringLiteral("later"));
        (void)b.state();
        QVERIFY(await(b.trail->signNow()));
        const auto last = await(b.ledger->audit().head())->sequence;
        b.trail.reset();
        b.context.reset();
        b.ledger.reset();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(b.path() + QLatin1String(suffix));
        RestoreOptions o;
        o.file = b.file();
        o.dataDir = b.dir.path();
        o.passphrase = BackedUp::word();
        services::Restore restore(b.vault, b.clock);
        const auto refused = await(restore.run(o), 60000);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().text.contains(QLatin1String("--accept-loss")));
        QVERIFY(!QFile::exists(b.path()));
        o.acceptsLoss = true;
        const auto r = await(restore.run(o), 60000);
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QCOMPARE(r->lost, last - r->backup.sequence);
        QVERIFY(r->lost > 0);
    }
    void aBrokenLogIsTakenOnlyWhenItIsSaid()
    {
        BackedUp b;
        QVERIFY(b.sql(QStringLiteral("UPDATE audit SET outcome = 'odd' WHERE seq = 3")));
        (void)b.state();
        services::Backup backup(*b.trail, *b.context);
        const QString file = b.dir.filePath(QStringLiteral("broken.idvbackup"));
        const auto made = await(backup.create(file, BackedUp::word()));
        QVERIFY2(bool(made), made ? "" : qPrintable(made.error().text));
        QVERIFY(!made->problem.isEmpty());
        Elsewhere e;
        const auto refused = e.run(file);
        QVERIFY(!refused);
        QVERIFY(refused.error().text.contains(QLatin1String("--accept-broken")));
        QCOMPARE(e.files(), QStringList());
        QVERIFY(e.run(file, [](RestoreOptions &o) { o.acceptsBroken = true; }));
    }
};
IDV_TEST(BringingABackupBack)
#include "tst_restore.moc"
