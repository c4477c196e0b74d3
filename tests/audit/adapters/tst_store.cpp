#include "domain/tenants/principal.h"
#include "store/cache/cachesql.h"
#include "store/cache/identitycache.h"
#include "store/connection.h"
#include "store/ledger/ledger.h"
#include "support/await.h"
#include "support/registry.h"
#include <QRandomGenerator>
#include <QSqlQuery>

using core::ErrorCode;
using domain::SessionState;
using support::await;

namespace {

struct Folder
{
    QTemporaryDir dir;
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    QString path(const char *name) const { return dir.filePath(QLatin1String(name)); }
    std::unique_ptr<store::Ledger> ledger()
    {
        auto l = *store::Ledger::open(path("ledger.db"), clock);
        (void)await(l->setSetting(
            domain::operatorSetting(core::TenantId(QStringLiteral("t")), {}), QStringLiteral("somebody")));
        return l;
    }
    std::unique_ptr<store::IdentityCache> cache() { return *store::IdentityCache::open(path("mirror.db"), {}, clock); }
};

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

struct People
{
    std::vector<std::string> text;
    std::vector<domain::IdentityRow> rows;
    void add(const std::string &id, const std::string &name, const std::string &email = {},
        const std::string &date = {}, const std::string &status = {})
    {
        for (const auto &s : {id, name, email, date, status})
            text.push_back(s);
    }
    const std::vector<domain::IdentityRow> &make()
    {
        rows.clear();
        for (size_t i = 0; i < text.size(); i += 5) {
            domain::IdentityRow r;
            r.id = text[i];
            r.name = text[i + 1];
            r.email = text[i + 2];
            r.fields[size_t(domain::Field::IdvVerifiedDate)] = text[i + 3];
            r.fields[size_t(domain::Field::IdvStatus)] = text[i + 4];
            rows.push_back(r);
        }
        return rows;
    }
};

void load(store::IdentityCache &m, People &people, bool build = true)
{
    domain::SyncState s;
    s.runningMode = QStringLiteral("search");
    QVERIFY(await(m.beginFull(s)));
    store::PageSpan span;
    span.isLast = true;
    QVERIFY(await(
        m.applyPage(span, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &people.make(); })));
    QVERIFY(await(m.finishFull(s, true)));
    if (build)
        QVERIFY(await(m.buildSearch()));
}

QStringList names(store::IdentityCache &m, const domain::PeopleQuery &q)
{
    QStringList out;
    const auto list = await(m.people(*await(m.quick(q))->rows));
    for (const auto &p : *list)
        out << p.name;
    return out;
}

} // namespace

class LedgerFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneOpenSessionPerPersonAndPurpose()
    {
        Folder f;
        auto l = f.ledger();
        QVERIFY(await(l->startSession(session("s1"), {}, audit())));
        const auto again = await(l->startSession(session("s2"), {}, audit()));
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(again.error().detail, QStringLiteral("s1"));
        auto other = session("s3");
        other.request.reason = domain::Reason::Periodic;
        QVERIFY(await(l->startSession(other, {}, audit())));
        // A refused start leaves no trace in the log: three records would be one too many.
        QCOMPARE(await(l->auditRecords(1, 10))->size(), 2);
    }
    void aStepIsAllOrNothing()
    {
        Folder f;
        auto l = f.ledger();
        QVERIFY(await(l->startSession(session("s1"), {}, audit())));
        const auto r = await(l->changeSession(
            core::SessionId(QStringLiteral("s1")), [](const domain::Session &now) -> core::Result<store::SessionStep> {
                store::SessionStep step;
                step.session = now;
                step.session.state = SessionState::Pending;
                domain::AuditEvent bad;
                bad.data = {{QStringLiteral("x"), 1.5}}; // cannot be written into the chain
                step.audit << bad;
                return step;
            }));
        QVERIFY(!r);
        QCOMPARE(await(l->session(core::SessionId(QStringLiteral("s1"))))->state, SessionState::Launching);
    }
    void theChainShowsItsFirstBadRecord()
    {
        Folder f;
        {
            auto l = f.ledger();
            for (int i = 0; i < 5; ++i)
                QVERIFY(await(l->audit(audit())));
            QCOMPARE(*await(l->verifyAudit()), 0);
        }
        tamper(f.path("ledger.db"), QStringLiteral("UPDATE audit SET outcome = 'done' WHERE seq = 3"));
        QCOMPARE(*await(f.ledger()->verifyAudit()), 3);
    }
    void leasesRunOut()
    {
        Folder f;
        auto l = f.ledger();
        const auto take = [&](const char *who, int ms) {
            return *await(l->takeLease(QStringLiteral("x"), QString::fromLatin1(who), std::chrono::milliseconds(ms)));
        };
        QVERIFY(take("a", 100));
        QVERIFY(!take("b", 100));
        QVERIFY(take("a", 100));
        QTest::qWait(150);
        QVERIFY(take("b", 100));
    }
    void anotherProcessIsSeenWithinASecond()
    {
        Folder f;
        auto one = f.ledger();
        auto two = f.ledger();
        QSignalSpy seen(one.get(), &store::Ledger::changedElsewhere);
        QTest::qWait(700);
        QVERIFY(await(two->audit(audit())));
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
        Folder f;
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
        Folder f;
        f.ledger();
        tamper(f.path("ledger.db"), QStringLiteral("PRAGMA user_version = 99"));
        const auto l = store::Ledger::open(f.path("ledger.db"), f.clock);
        QVERIFY(!l);
        QVERIFY(l.error().text.contains(QLatin1String("newer")));
    }
    void anotherProgramsFileIsRefused()
    {
        Folder f;
        f.cache();
        const auto l = store::Ledger::open(f.path("mirror.db"), f.clock);
        QVERIFY(!l);
        QVERIFY(l.error().text.contains(QLatin1String("another program")));
    }
    void theFileIsPrivate()
    {
        Folder f;
        f.ledger();
        QCOMPARE(QFileInfo(f.path("ledger.db")).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther |
                                                                    QFileDevice::WriteGroup | QFileDevice::WriteOther),
            QFileDevice::Permissions());
    }
};
IDV_TEST(LedgerFile)

class IdentityCacheFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAnyWordByItsBeginning()
    {
        Folder f;
        auto m = f.cache();
        People p;
        p.add("1", "María-Fernanda Echeverría", "mf.eche@hv.example");
        p.add("2", "Iñaki Echenagusia", "i.echenagusia@hv.example");
        p.add("3", "佐々木 遥香", "h.sasaki@hv.example");
        p.add("4", "Bo Grant", "bo@hv.example");
        load(*m, p);
        const auto find = [&](const char *t) { return names(*m, {QString::fromUtf8(t), {}, {}, {}}); };
        QCOMPARE(find("e").size(), 2 + 0 + 2); // a first letter: two names, and "example" of everyone
        QCOMPARE(find("ech"),
            QStringList({QString::fromUtf8("Iñaki Echenagusia"), QString::fromUtf8("María-Fernanda Echeverría")}));
        QCOMPARE(find("ECHEVERRÍA mar"), QStringList({QString::fromUtf8("María-Fernanda Echeverría")}));
        QCOMPARE(find("inaki"), QStringList({QString::fromUtf8("Iñaki Echenagusia")}));
        QCOMPARE(find("佐"), QStringList({QString::fromUtf8("佐々木 遥香")}));
        QCOMPARE(find("sasaki@hv"), QStringList({QString::fromUtf8("佐々木 遥香")}));
        QVERIFY(find("zzz").isEmpty());
        QVERIFY(find("\"*(").isEmpty());
        QVERIFY(find("' OR 1=1 --").isEmpty());
    }
    void aChangedPersonIsFoundByTheNewNameOnly()
    {
        Folder f;
        auto m = f.cache();
        People p;
        for (int i = 0; i < 50; ++i)
            p.add(std::to_string(1000 + i), "Person " + std::string(1, char('a' + i % 26)) + std::to_string(i));
        load(*m, p);
        People changed;
        changed.add("1007", "Zebedee New");
        changed.add("2000", "Aaron Newcomer");
        store::PageSpan span;
        span.isChanges = true;
        const auto r = await(m->applyPage(
            span, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &changed.make(); }));
        QCOMPARE(r->added, 1);
        QCOMPARE(r->changed, 1);
        QCOMPARE(names(*m, {QStringLiteral("zebedee"), {}, {}, {}}), QStringList({QStringLiteral("Zebedee New")}));
        QVERIFY(names(*m, {QStringLiteral("h7"), {}, {}, {}}).isEmpty());
        QCOMPARE(names(*m, {QStringLiteral("new"), {}, {}, {}}),
            QStringList({QStringLiteral("Aaron Newcomer"), QStringLiteral("Zebedee New")}));
        QVERIFY(await(m->remove(core::IdentityId(QStringLiteral("2000")))));
        QCOMPARE(names(*m, {QStringLiteral("new"), {}, {}, {}}).size(), 1);
    }
    void unchangedPeopleAreNotRewritten()
    {
        Folder f;
        auto m = f.cache();
        People p;
        p.add("1", "A");
        p.add("2", "B");
        load(*m, p);
        store::PageSpan span;
        span.isLast = true;
        const auto r = await(
            m->applyPage(span, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &p.make(); }));
        QCOMPARE(r->unchanged, 2);
    }
    void goneOnlyAfterACompleteCopy()
    {
        Folder f;
        auto m = f.cache();
        People p;
        for (const char *id : {"1", "2", "3", "4"})
            p.add(id, std::string("P") + id);
        load(*m, p);
        domain::SyncState s;
        s.runningMode = QStringLiteral("search");
        QVERIFY(await(m->beginFull(s)));
        People less;
        less.add("1", "P1");
        less.add("3", "P3");
        store::PageSpan span;
        span.last = QStringLiteral("3");
        QVERIFY(await(m->applyPage(
            span, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &less.make(); })));
        QCOMPARE(names(*m, {}).size(), 4);
        QCOMPARE(*await(m->metCount(false)), 3);
        store::PageSpan tail;
        tail.after = QStringLiteral("3");
        tail.isLast = true;
        People nobody;
        QVERIFY(await(m->applyPage(
            tail, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &nobody.make(); })));
        QCOMPARE(*await(m->finishFull(s, true)), 2);
        QCOMPARE(names(*m, {}), QStringList({QStringLiteral("P1"), QStringLiteral("P3")}));
    }
    void aPageIsNeverHalfApplied()
    {
        Folder f;
        auto m = f.cache();
        People p;
        p.add("1", "A");
        load(*m, p);
        store::PageSpan span;
        span.isChanges = true;
        const auto r = await(m->applyPage(span, []() -> core::Result<const std::vector<domain::IdentityRow> *> {
            return core::makeError(ErrorCode::Protocol, QStringLiteral("broken"));
        }));
        QVERIFY(!r);
        QCOMPARE(names(*m, {}).size(), 1);
    }
    void countsEqualThePureRule()
    {
        Folder f;
        const core::Instant now = f.clock->now();
        const domain::ReverificationInterval rule;
        auto m = f.cache();
        People p;
        QRandomGenerator random(3);
        std::array<qint64, domain::identityStatusCount> expected{};
        for (int i = 0; i < 3000; ++i) {
            std::string date, status;
            switch (random.bounded(7)) {
            case 0: break;
            case 1: date = "rubbish"; break;
            case 2: date = std::to_string(now - qint64(random.bounded(800)) * core::dayMs); break;
            case 3: date = domain::formatInstant(now + 90 * core::dayMs).toStdString(); break;
            default:
                date = domain::formatInstant(now - qint64(random.bounded(800)) * core::dayMs - 5000).toStdString();
                break;
            }
            if (random.bounded(20) == 0)
                status = random.bounded(2) ? "FAILED" : "PENDING";
            p.add(std::to_string(100000 + i), "N" + std::to_string(i), {}, date, status);
            domain::IdvFacts facts;
            facts.status = QString::fromStdString(status);
            facts.date = domain::parseInstant(QString::fromStdString(date), now);
            ++expected[size_t(domain::statusOf(facts, {}, rule, now))];
        }
        load(*m, p);
        const auto counts = *await(m->counts());
        qint64 sum = 0;
        for (size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(counts.byStatus[i], expected[i]);
            sum += counts.byStatus[i];
            const auto rows = await(m->all({{}, domain::IdentityStatus(i), domain::SortBy::Due, true}));
            QCOMPARE(qint64(rows->rows->size()), expected[i]);
        }
        QCOMPARE(sum, counts.everyone);
    }
    void anOverlayDecidesAndIsForgotten()
    {
        Folder f;
        auto m = f.cache();
        People p;
        p.add("1", "A");
        load(*m, p);
        const core::IdentityId id(QStringLiteral("1"));
        QVERIFY(await(m->setOverlay(id, {domain::SessionOverlay::Open, 1})));
        QCOMPARE(await(m->counts())->byStatus[size_t(domain::IdentityStatus::Pending)], 1);
        QVERIFY(await(m->replaceOverlays({})));
        QCOMPARE(await(m->counts())->byStatus[size_t(domain::IdentityStatus::Never)], 1);
    }
};
IDV_TEST(IdentityCacheFile)

#include "tst_store.moc"
