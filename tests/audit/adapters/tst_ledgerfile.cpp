#include "store/connection.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include "support/registry.h"
#include "support/storefolder.h"
#include <QSqlQuery>

using core::ErrorCode;
using domain::SessionState;
using support::await;
using support::StoreFolder;

namespace {

domain::Session session(const char *id, const char *person = "p1")
{
    domain::Session s;
    s.id = core::SessionId(QString::fromLatin1(id));
    s.tenant = core::TenantId(QStringLiteral("t"));
    s.request.identity = core::IdentityId(QString::fromLatin1(person));
    s.request.documents = {QStringLiteral("passport")};
    s.personName = QStringLiteral("Ana");
    s.createdAt = 1000;
    return s;
}

domain::AuditEvent audit(const char *action = "test")
{
    domain::AuditEvent a;
    a.action = QString::fromLatin1(action);
    a.personal << domain::personal(QStringLiteral("name"), QStringLiteral("Ana"));
    return a;
}

void tamper(const QString &file, const QString &sql)
{
    {
        auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        db.setDatabaseName(file);
        db.open();
        QSqlQuery q(db);
        QVERIFY(q.exec(sql));
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

} // namespace

class LedgerFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneOpenSessionPerPersonAndPurpose()
    {
        StoreFolder f;
        auto l = f.ledger();
        QVERIFY(await(l->sessions().start(session("s1"), {}, audit())));
        const auto again = await(l->sessions().start(session("s2"), {}, audit()));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(again.error().detail, QStringLiteral("s1"));
        auto other = session("s3");
        other.request.reason = domain::Reason::Periodic;
        QVERIFY(await(l->sessions().start(other, {}, audit())));
        // A refused start leaves no trace in the log: three records would be one too many.
        QCOMPARE(await(l->audit().records(1, 10))->size(), 2);
    }
    void aStepIsAllOrNothing()
    {
        StoreFolder f;
        auto l = f.ledger();
        QVERIFY(await(l->sessions().start(session("s1"), {}, audit())));
        const auto r = await(l->sessions().change(
            core::SessionId(QStringLiteral("s1")), [](const domain::Session &now) -> core::Result<domain::SessionStep> {
                domain::SessionStep step;
                step.session = now;
                step.session.state = SessionState::Pending;
                domain::AuditEvent bad;
                bad.data = {{QStringLiteral("x"), 1.5}}; // cannot be written into the chain
                step.audit << bad;
                return step;
            }));
        QVERIFY(!r);
        QCOMPARE(await(l->sessions().session(core::SessionId(QStringLiteral("s1"))))->state, SessionState::Launching);
    }
    void theChainShowsItsFirstBadRecord()
    {
        StoreFolder f;
        {
            auto l = f.ledger();
            for (int i = 0; i < 5; ++i)
                QVERIFY(await(l->audit().append(audit())));
            QCOMPARE(*await(l->audit().verify()), 0);
        }
        tamper(f.path("ledger.db"), QStringLiteral("UPDATE audit SET outcome = 'done' WHERE seq = 3"));
        QCOMPARE(*await(f.ledger()->audit().verify()), 3);
    }
    void leasesRunOut()
    {
        StoreFolder f;
        const auto clock = std::make_shared<support::FakeClock>();
        f.clock = clock;
        auto l = f.ledger();
        const auto take = [&](const char *who, int ms) {
            return *await(
                l->leases().take(QStringLiteral("x"), QString::fromLatin1(who), std::chrono::milliseconds(ms)));
        };
        QVERIFY(take("a", 100));
        QVERIFY(!take("b", 100));
        QVERIFY(take("a", 100));
        clock->advance(150);
        QVERIFY(take("b", 100));
    }
    void anotherProcessIsSeenWithinASecond()
    {
        StoreFolder f;
        auto one = f.ledger();
        auto two = f.ledger();
        QSignalSpy seen(one.get(), &store::Ledger::changedElsewhere);
        // The watching is a real timer; what is written comes between two of its looks.
        QTest::qWait(700);
        QVERIFY(await(two->audit().append(audit())));
        QVERIFY(seen.wait(1000));
    }
    void aDamagedFileIsLeftUntouched_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("this is my shopping list, not a database at all, and it is longer than a "
                                            "header of 100 bytes would be....");
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("header then garbage") << QByteArray("SQLite format 3\0", 16) + QByteArray(9000, 'g');
    }
    void aDamagedFileIsLeftUntouched()
    {
        QFETCH(QByteArray, bytes);
        StoreFolder f;
        QFile file(f.path("ledger.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto l = store::Ledger::open(f.path("ledger.db"), f.clock);
        QVERIFY(!l);
        QCOMPARE(l.error().code, ErrorCode::Storage);
        QVERIFY(l.error().text.contains(QLatin1String("untouched")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }
    void aNewerFileIsRefused()
    {
        StoreFolder f;
        f.ledger();
        tamper(f.path("ledger.db"), QStringLiteral("PRAGMA user_version = 99"));
        const auto l = store::Ledger::open(f.path("ledger.db"), f.clock);
        QVERIFY(!l);
        QVERIFY(l.error().text.contains(QLatin1String("newer")));
    }
    void anotherProgramsFileIsRefused()
    {
        StoreFolder f;
        f.cache();
        const auto l = store::Ledger::open(f.path("mirror.db"), f.clock);
        QVERIFY(!l);
        QVERIFY(l.error().text.contains(QLatin1String("another program")));
    }
    void theFileIsPrivate()
    {
        StoreFolder f;
        f.ledger();
        QCOMPARE(QFileInfo(f.path("ledger.db")).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther |
                                                                    QFileDevice::WriteGroup | QFileDevice::WriteOther),
            QFileDevice::Permissions());
    }
};
IDV_TEST(LedgerFile)
#include "tst_ledgerfile.moc"
