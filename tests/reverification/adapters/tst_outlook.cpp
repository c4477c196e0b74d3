#include "reverification/adapters/peoplecopy.h"
#include "store/cache/identitycache.h"
#include "support/await.h"
#include "support/registry.h"
#include "support/statustable.h"
#include <QSqlDatabase>
#include <QSqlQuery>

using domain::IdentityStatus;
using support::await;
using support::InventedPerson;
using support::PeopleCopy;
using support::strictPolicy;

namespace {

std::vector<core::Instant> weeks(core::Instant from)
{
    std::vector<core::Instant> out;
    for (int i = 0; i <= 12; ++i)
        out.push_back(from + i * 7 * core::dayMs);
    return out;
}

} // namespace

class LookingAhead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The property test: SQL over the copy says of 100,000 random people what the pure function says.
    void sqlAgreesWithTheRuleOverAHundredThousand()
    {
        PeopleCopy c(100'000, strictPolicy());
        c.compare(strictPolicy());
        // Time passes, and a rule starts: nothing is written but what that rule changes.
        c.clock->advance(8 * core::dayMs);
        QVERIFY(await(c.cache->setPolicy(strictPolicy()), 60000));
        c.compare(strictPolicy());
    }
    void aNewPolicyReachesEveryoneAndThePreviewSaidSo()
    {
        PeopleCopy c(20'000);
        c.compare({});
        const auto boundaries = weeks(c.clock->now());
        const auto before = *await(c.cache->reader().outlook({}, boundaries), 30000);
        const auto preview = *await(c.cache->reader().outlook(strictPolicy(), boundaries), 30000);
        QCOMPARE(before.pastDue, await(c.cache->reader().counts())->allPastDue());
        QCOMPARE(before.overdue, await(c.cache->reader().counts())->byStatus[size_t(IdentityStatus::Overdue)]);
        QVERIFY(preview.overdue > before.overdue);
        QCOMPARE(await(c.cache->reader().counts())->byStatus[size_t(IdentityStatus::Overdue)],
            before.overdue); // it was only a look
        QVERIFY(await(c.cache->setPolicy(strictPolicy()), 60000));
        c.compare(strictPolicy());
        const auto counts = *await(c.cache->reader().counts());
        QCOMPARE(counts.byStatus[size_t(IdentityStatus::Overdue)], preview.overdue);
        QCOMPARE(counts.allPastDue(), preview.pastDue);
        QCOMPARE(counts.byStatus[size_t(IdentityStatus::DueSoon)], preview.dueSoon);
        const auto forecast = *await(c.cache->reader().forecast(boundaries));
        QCOMPARE(forecast.size(), 12);
        qint64 people = 0, high = 0;
        for (int i = 0; i < 12; ++i) {
            QCOMPARE(forecast.at(i).due, preview.weeks.at(i).due);
            QCOMPARE(forecast.at(i).highRisk, preview.weeks.at(i).highRisk);
            high += forecast.at(i).highRisk;
        }
        for (const auto &r : preview.rules)
            people += r.people;
        QCOMPARE(people, qint64(c.people.size()));
        QVERIFY(high > 0 && preview.pastGrace > 0);
        QCOMPARE(preview.rules.size(), 5); // four and the standard
    }
    void aPolicyThatWasKilledHalfwayGoesOn()
    {
        PeopleCopy c(60'000);
        // As after a kill: the segments say the new rule, the first slice of people follows, the rest does not.
        QVERIFY(await(c.cache->setPolicy(strictPolicy()), 60000));
        c.cache.reset();
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("side"));
            db.setDatabaseName(c.dir.filePath(QStringLiteral("m.db")));
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral(
                "UPDATE identity SET due = date_at, warn_at = date_at WHERE rid > 25000 AND due IS NOT NULL")));
            QVERIFY(QSqlQuery(db).exec(
                QStringLiteral("INSERT OR REPLACE INTO meta (name, value) VALUES ('applying', 25000)")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("side"));
        c.cache = *store::IdentityCache::open(c.dir.filePath(QStringLiteral("m.db")), {}, c.clock);
        QVERIFY(await(c.cache->setPolicy(strictPolicy()), 60000));
        c.compare(strictPolicy());
    }
    // The table itself, row by row through the file: SQL, the row that is read back and the pure function say the same.
    void theWholeTableThroughTheFile()
    {
        using namespace support::statustable;
        const auto cases = all();
        std::vector<InventedPerson> people;
        for (size_t i = 0; i < cases.size(); ++i)
            people.push_back({std::to_string(1'000'000 + i), "P", "", "active", "", cases[i].date.toStdString(),
                cases[i].word.toStdString(), cases[i].flag.toStdString(), cases[i].overlay});
        PeopleCopy c(people);
        QCOMPARE(c.clock->now(), now);
        c.compare({});
        const auto rows = await(c.cache->reader().rowsOf([&people] {
            QStringList ids;
            for (const auto &p : people)
                ids << QString::fromStdString(p.id);
            return ids;
        }()));
        const auto read = *await(c.cache->reader().people(**rows), 60000);
        QCOMPARE(size_t(read.size()), cases.size());
        for (size_t i = 0; i < cases.size(); ++i) {
            const auto &p = read.at(qsizetype(i));
            QVERIFY2(domain::statusAt(p.kind, p.due, p.warnAt, now) == cases[i].status, qPrintable(cases[i].name));
            QVERIFY2(domain::pastDuePart(p.kind, p.lapse, p.due, now) == cases[i].part, qPrintable(cases[i].name));
            QVERIFY2(domain::overdueReasonAt(p.kind, p.due, now) == cases[i].reason, qPrintable(cases[i].name));
        }
    }
    void whateverIsTriedNobodyLeavesThePastDue()
    {
        PeopleCopy c(3000);
        const auto before = *await(c.cache->reader().counts());
        domain::PeopleQuery q;
        q.pastDuePart = domain::PastDuePart::Overdue;
        const auto ids = *await(c.cache->reader().idsOf(await(c.cache->reader().all(q))->rows, 30));
        QCOMPARE(ids.size(), 30);
        using P = domain::PastDuePart;
        using O = domain::SessionOverlay;
        for (const auto &[overlay, part] :
            {std::pair{O::Open, P::InRenewal}, std::pair{O::Held, P::Held}, std::pair{O::Failed, P::Failed}}) {
            for (const auto &id : ids)
                QVERIFY(await(c.cache->setOverlay(
                    id, {overlay, c.clock->now() + 2 * core::dayMs}))); // later than any date among them
            const auto after = *await(c.cache->reader().counts());
            QCOMPARE(after.allPastDue(), before.allPastDue());
            QCOMPARE(after.pastDue[size_t(P::Overdue)], before.pastDue[size_t(P::Overdue)] - 30);
            QCOMPARE(after.pastDue[size_t(part)], before.pastDue[size_t(part)] + 30);
            const auto outlook =
                *await(c.cache->reader().outlook({}, {c.clock->now(), c.clock->now() + 7 * core::dayMs}));
            QCOMPARE(outlook.pastDue, before.allPastDue()); // grace is counted over all of them
        }
    }
    void whoseDateIsUnusableComesLast()
    {
        PeopleCopy c(3000);
        for (const bool isDescending : {false, true}) {
            domain::PeopleQuery q;
            q.onlyPastDue = true;
            q.sort = domain::SortBy::Due;
            q.descending = isDescending;
            const auto people = *await(c.cache->reader().people(*await(c.cache->reader().all(q))->rows), 30000);
            bool isAtEnd = false;
            std::optional<core::Instant> last;
            for (const auto &p : people) {
                const bool isUnusable = p.lapse == domain::StatusKind::BadDate;
                QVERIFY(!isAtEnd || isUnusable);
                isAtEnd = isUnusable;
                if (!isUnusable && p.due && last)
                    QVERIFY(isDescending ? *p.due <= *last : *p.due >= *last);
                if (p.due)
                    last = p.due;
            }
            QVERIFY(isAtEnd);
        }
    }
    // A file as the version before left it: whoever was reset or withdrawn stands there as dated.
    void aCopyOfTheVersionBeforeIsReadAnewWhenItOpens()
    {
        PeopleCopy c(60'000, strictPolicy());
        QVERIFY(await(c.cache->setPolicy(strictPolicy()), 60000));
        c.cache.reset();
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("older"));
            db.setDatabaseName(c.dir.filePath(QStringLiteral("m.db")));
            QVERIFY(db.open());
            for (const char *sql : {"UPDATE identity SET kind = CASE WHEN date_quality = 0 THEN 1 WHEN date_quality IN "
                                    "(4, 5) THEN 5 ELSE 0 END WHERE kind IN (0, 1, 5, 6, 7)",
                     "UPDATE identity SET base_kind = kind", "DELETE FROM meta WHERE name LIKE 'reading%'",
                     "DROP INDEX by_status", "DROP INDEX by_future",
                     "CREATE INDEX by_status ON identity (kind, due, warn_at, sid)", "PRAGMA user_version = 3"})
                QVERIFY2(QSqlQuery(db).exec(QLatin1String(sql)), sql);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("older"));
        c.cache = *store::IdentityCache::open(c.dir.filePath(QStringLiteral("m.db")), strictPolicy(), c.clock);
        c.compare(strictPolicy()); // before anything is synchronised
    }
    void aChangedListOfWordsReachesEverybody()
    {
        PeopleCopy c(5000);
        c.compare({});
        c.cache.reset();
        domain::Reading reading;
        reading.words = {{QStringLiteral("VERIFIED"), QStringLiteral("verified?")}, {QStringLiteral("REVOKED")},
            {QStringLiteral("PENDING")}};
        const QString path = c.dir.filePath(QStringLiteral("m.db"));
        c.cache = *store::IdentityCache::open(path, {}, c.clock, reading);
        c.compare({}, reading.words);
        // The same words once more change nothing; the old ones lead back.
        c.cache.reset();
        c.cache = *store::IdentityCache::open(path, {}, c.clock, reading);
        c.compare({}, reading.words);
        c.cache.reset();
        c.cache = *store::IdentityCache::open(path, {}, c.clock);
        c.compare({});
    }
    void aChangedMappingAsksForAFullCopy()
    {
        PeopleCopy c(50);
        domain::SyncState s = *await(c.cache->writer().syncState());
        s.hasFull = true;
        s.lastFullAt = c.clock->now();
        QVERIFY(await(c.cache->writer().setSyncState(s)));
        const QString path = c.dir.filePath(QStringLiteral("m.db"));
        domain::Reading words, map;
        words.words.pass << QStringLiteral("OK");
        map.words = words.words;
        map.map.set(domain::Field::IdvStatus, QStringLiteral("otherStatus"));
        c.cache.reset();
        c.cache = *store::IdentityCache::open(path, {}, c.clock, words);
        QCOMPARE(
            await(c.cache->writer().syncState())->lastFullAt, c.clock->now()); // the texts are the right ones still
        c.cache.reset();
        c.cache = *store::IdentityCache::open(path, {}, c.clock, map);
        QCOMPARE(await(c.cache->writer().syncState())->lastFullAt, 0);
    }
    void oneCopyNeverHoldsTwoReadings()
    {
        PeopleCopy c(50);
        domain::Reading other;
        other.words.pass = {QStringLiteral("OK")}; // what was a pass is withdrawn
        const auto second = *store::IdentityCache::open(c.dir.filePath(QStringLiteral("m.db")), {}, c.clock, other);
        std::vector<domain::IdentityRow> nobody;
        store::PageSpan span;
        span.isChanges = true;
        const auto write = [&](store::IdentityCache &m) {
            return await(m.writer().applyPage(
                span, [&nobody]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &nobody; }));
        };
        const auto refused = write(*c.cache);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Conflict);
        QVERIFY(write(*second));
        // A session that ends meanwhile is told by the words of the file.
        const auto it = std::find_if(
            c.people.begin(), c.people.end(), [](const InventedPerson &p) { return p.status == "VERIFIED"; });
        QVERIFY(it != c.people.end());
        const core::IdentityId id(QString::fromStdString(it->id));
        QVERIFY(await(c.cache->setOverlay(id, {domain::SessionOverlay::Open, c.clock->now()})));
        QVERIFY(await(c.cache->setOverlay(id, {})));
        QCOMPARE(await(second->reader().person(id))->kind, domain::StatusKind::Withdrawn);
    }
    void anAnswerWithoutAProfileKeepsTheRule()
    {
        PeopleCopy c(2000, strictPolicy());
        const InventedPerson *contractor = nullptr;
        for (const InventedPerson &p : c.people) {
            if (p.profile == "Contractors" && p.risk.empty() && p.overlay.kind == domain::SessionOverlay::None)
                contractor = &p;
        }
        QVERIFY(contractor);
        domain::IdentityRow r; // a GET of one person says nothing of the profile
        r.id = contractor->id;
        r.name = contractor->name;
        r.lifecycle = contractor->lifecycle;
        const std::string date = domain::formatInstant(c.clock->now() - 10 * core::dayMs).toStdString();
        r.fields[size_t(domain::Field::IdvVerifiedDate)] = date;
        std::vector<domain::IdentityRow> rows{r};
        store::PageSpan span;
        span.isChanges = true;
        QVERIFY(await(c.cache->writer().applyPage(
            span, [&rows]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &rows; })));
        const auto p = *await(c.cache->reader().person(core::IdentityId(QString::fromStdString(contractor->id))));
        QCOMPARE(p.rule, QStringLiteral("Contractors"));
        QCOMPARE(p.due.value_or(0), c.clock->now() + 170 * core::dayMs);
        QCOMPARE(p.graceEnds.value_or(0), *p.due + 14 * core::dayMs);
    }
};
IDV_TEST(LookingAhead)
#include "tst_outlook.moc"
