#include "store/cache/identitycache.h"
#include "support/await.h"
#include "support/registry.h"
#include "support/statustable.h"
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using domain::IdentityStatus;
using support::await;

namespace {

struct MovableClock : core::Clock
{
    core::Instant at = 1'787'393'700'000;
    core::Instant now() const override { return at; }
};

struct Invented
{
    std::string id, name, profile, lifecycle, risk, date, status, flag;
    domain::SessionOverlay overlay;
};

std::vector<Invented> invent(int count, core::Instant now)
{
    QRandomGenerator random(3);
    const auto one = [&random](std::initializer_list<const char *> list) {
        return std::string(*(list.begin() + random.bounded(int(list.size()))));
    };
    std::vector<Invented> out;
    out.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        Invented p;
        p.id = std::to_string(1'000'000 + i);
        p.name = "Person " + p.id;
        p.profile = one({"Employees", "Contractors", "Board", ""});
        p.lifecycle = one({"active", "leave", "active", "inactive"});
        p.risk = one({"", "", "", "Admins", "admins"});
        // Dates that hit the borders exactly, and dates of every bad kind.
        const qint64 days = random.bounded(800);
        switch (random.bounded(12)) {
        case 0: break;
        case 1: p.date = "gibberish"; break;
        case 2: p.date = domain::formatInstant(now + core::dayMs).toStdString(); break;
        case 3: p.date = "2025-07-01"; break;
        case 4: p.date = "2025-07-01T10:00:00"; break;
        default: p.date = domain::formatInstant(now - days * core::dayMs + (random.bounded(3) - 1)).toStdString();
        }
        p.status = one({"VERIFIED", "VERIFIED", "VERIFIED", "verified", " Verified ", "FAILED", "PENDING", "",
            "REVOKED", "VERIFIED?"});
        p.flag = one({"true", "true", "true", "false", "", "maybe"});
        if (random.bounded(50) == 0)
            p.overlay = {
                domain::SessionOverlay::Kind(1 + random.bounded(3)), now - qint64(random.bounded(400)) * core::dayMs};
        out.push_back(p);
    }
    return out;
}

domain::ReverificationPolicy strictPolicy()
{
    domain::ReverificationPolicy p{{365, 30, 14}, {}};
    domain::ReverificationRule contractors, admins, board, later;
    contractors.name = QStringLiteral("Contractors");
    contractors.profiles << QStringLiteral("Contractors");
    contractors.rule = {180, 30, 14};
    admins.name = QStringLiteral("Admins");
    admins.riskGroups << QStringLiteral("Admins");
    admins.isHighRisk = true;
    admins.rule = {90, 21, 7};
    board.name = QStringLiteral("Board");
    board.profiles << QStringLiteral("Board");
    board.rule = {730, 60, 30};
    later.name = QStringLiteral("Leave, from next week");
    later.lifecycles << QStringLiteral("leave");
    later.rule = {30, 5, 5};
    later.startsAt = 1'787'393'700'000 + 7 * core::dayMs;
    p.rules = {contractors, admins, board, later};
    return p;
}

struct Copy
{
    explicit Copy(int count, const domain::ReverificationPolicy &policy = {})
        : Copy(invent(count, 1'787'393'700'000), policy)
    {
    }
    explicit Copy(std::vector<Invented> all, const domain::ReverificationPolicy &policy = {}) : people(std::move(all))
    {
        cache = *store::IdentityCache::open(dir.filePath(QStringLiteral("m.db")), policy, clock);
        std::vector<domain::IdentityRow> rows;
        for (const Invented &p : people) {
            domain::IdentityRow r;
            r.id = p.id;
            r.name = p.name;
            r.profile = p.profile.empty() ? std::string_view("") : std::string_view(p.profile);
            r.source = "";
            r.lifecycle = p.lifecycle;
            r.fields[size_t(domain::Field::RiskGroup)] = p.risk;
            r.fields[size_t(domain::Field::IdvVerifiedDate)] = p.date;
            r.fields[size_t(domain::Field::IdvStatus)] = p.status;
            r.fields[size_t(domain::Field::IdvVerified)] = p.flag;
            rows.push_back(r);
        }
        domain::SyncState s;
        s.runningMode = QStringLiteral("search");
        QVERIFY(await(cache->beginFull(s)));
        store::PageSpan span;
        span.isLast = true;
        QVERIFY(await(cache->applyPage(
                          span, [&rows]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &rows; }),
            60000));
        QVERIFY(await(cache->finishFull(s, true), 60000));
        QHash<QString, domain::SessionOverlay> overlays;
        for (const Invented &p : people) {
            if (p.overlay.kind != domain::SessionOverlay::None)
                overlays.insert(QString::fromStdString(p.id), p.overlay);
        }
        QVERIFY(await(cache->replaceOverlays(overlays), 60000));
    }
    struct Expected
    {
        std::array<QSet<QString>, domain::identityStatusCount> byStatus;
        std::array<QSet<QString>, domain::pastDuePartCount> pastDue;
        std::array<qint64, domain::overdueReasonCount> byReason{};
        qint64 inactive = 0;
    };
    /// Everyone's status by the pure rule.
    Expected expected(const domain::ReverificationPolicy &policy, const domain::StatusWords &words) const
    {
        Expected out;
        for (const Invented &p : people) {
            const auto text = [](const std::string &s) { return QString::fromStdString(s); };
            domain::IdvFacts f;
            f.status = text(p.status);
            f.date = domain::parseInstant(text(p.date), clock->at);
            const auto applied =
                domain::ruleFor(policy, {text(p.profile), text(p.lifecycle), {}, {}, text(p.risk)}, clock->at);
            f.verifiedRaw = text(p.flag);
            f.verified = domain::parseFlag(f.verifiedRaw);
            out.byStatus[size_t(domain::statusOf(f, p.overlay, applied.rule, clock->at, words))].insert(text(p.id));
            const auto due = domain::dueAt(f, applied.rule);
            if (const auto reason = domain::overdueReasonAt(domain::kindOf(f, p.overlay, words), due, clock->at))
                ++out.byReason[size_t(*reason)];
            if (const auto part = domain::pastDueOf(f, p.overlay, due, clock->at, words)) {
                out.pastDue[size_t(*part)].insert(text(p.id));
                out.inactive += p.lifecycle == "inactive" ? 1 : 0;
            }
        }
        return out;
    }
    QSet<QString> found(const domain::PeopleQuery &q) const
    {
        QSet<QString> out;
        const auto ids = *await(cache->idsOf(await(cache->all(q), 60000)->rows, 1'000'000), 60000);
        for (const auto &id : ids)
            out.insert(id.str());
        return out;
    }
    void compare(const domain::ReverificationPolicy &policy, const domain::StatusWords &words = {})
    {
        const auto all = expected(policy, words);
        const auto &wanted = all.byStatus;
        QSet<QString> pastDue;
        QStringList exempt;
        for (const auto &part : all.pastDue)
            pastDue += part;
        for (const Invented &p : people) {
            if (exempt.size() < 50)
                exempt << QString::fromStdString(p.id);
        }
        const qint64 spared =
            std::count_if(exempt.begin(), exempt.end(), [&](const QString &id) { return pastDue.contains(id); });
        const auto numbers = *await(cache->counts(exempt + QStringList{QStringLiteral("nobody")}), 60000);
        for (int i = 0; i < domain::pastDuePartCount; ++i) {
            domain::PeopleQuery q;
            q.pastDuePart = domain::PastDuePart(i);
            q.sort = domain::SortBy::Due;
            QVERIFY2(found(q) == all.pastDue[size_t(i)], qPrintable(domain::pastDueKey(*q.pastDuePart)));
            QCOMPARE(numbers.pastDue[size_t(i)], all.pastDue[size_t(i)].size());
            QVERIFY(!all.pastDue[size_t(i)].isEmpty());
        }
        domain::PeopleQuery everyPart;
        everyPart.onlyPastDue = true;
        everyPart.sort = domain::SortBy::Due;
        QVERIFY(found(everyPart) == pastDue);
        QCOMPARE(numbers.allPastDue(), pastDue.size());
        QCOMPARE(numbers.pastDueExempt, spared);
        QCOMPARE(numbers.pastDueInactive, all.inactive);
        for (int i = 0; i < domain::overdueReasonCount; ++i)
            QCOMPARE(numbers.byReason[size_t(i)], all.byReason[size_t(i)]);
        QCOMPARE(numbers.badDates, all.byReason[size_t(domain::OverdueReason::DateUnusable)]);
        const auto outlook = *await(cache->outlook(policy, {clock->at, clock->at + 7 * core::dayMs}), 60000);
        QCOMPARE(outlook.pastDue, pastDue.size());
        QCOMPARE(outlook.overdue, wanted[size_t(IdentityStatus::Overdue)].size());
        const auto counts = *await(cache->counts(), 60000);
        qint64 sum = 0;
        for (int i = 0; i < domain::identityStatusCount; ++i) {
            domain::PeopleQuery q;
            q.status = IdentityStatus(i);
            const QSet<QString> found = this->found(q);
            QVERIFY2(found == wanted[size_t(i)],
                qPrintable(domain::statusKey(IdentityStatus(i)) +
                           QStringLiteral(": %1 found, %2 expected").arg(found.size()).arg(wanted[size_t(i)].size())));
            QCOMPARE(counts.byStatus[size_t(i)], found.size());
            QVERIFY(!found.isEmpty());
            sum += found.size();
        }
        QCOMPARE(sum, counts.everyone);
    }
    QTemporaryDir dir;
    std::shared_ptr<MovableClock> clock = std::make_shared<MovableClock>();
    std::vector<Invented> people;
    std::unique_ptr<store::IdentityCache> cache;
};

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
        Copy c(100'000, strictPolicy());
        c.compare(strictPolicy());
        // Time passes, and a rule starts: nothing is written but what that rule changes.
        c.clock->at += 8 * core::dayMs;
        QVERIFY(await(c.cache->setPolicy(strictPolicy()), 60000));
        c.compare(strictPolicy());
    }
    void aNewPolicyReachesEveryoneAndThePreviewSaidSo()
    {
        Copy c(20'000);
        c.compare({});
        const auto boundaries = weeks(c.clock->at);
        const auto before = *await(c.cache->outlook({}, boundaries), 30000);
        const auto preview = *await(c.cache->outlook(strictPolicy(), boundaries), 30000);
        QCOMPARE(before.pastDue, await(c.cache->counts())->allPastDue());
        QCOMPARE(before.overdue, await(c.cache->counts())->byStatus[size_t(IdentityStatus::Overdue)]);
        QVERIFY(preview.overdue > before.overdue);
        QCOMPARE(
            await(c.cache->counts())->byStatus[size_t(IdentityStatus::Overdue)], before.overdue); // it was only a look
        QVERIFY(await(c.cache->setPolicy(strictPolicy()), 60000));
        c.compare(strictPolicy());
        const auto counts = *await(c.cache->counts());
        QCOMPARE(counts.byStatus[size_t(IdentityStatus::Overdue)], preview.overdue);
        QCOMPARE(counts.allPastDue(), preview.pastDue);
        QCOMPARE(counts.byStatus[size_t(IdentityStatus::DueSoon)], preview.dueSoon);
        const auto forecast = *await(c.cache->forecast(boundaries));
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
        Copy c(60'000);
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
        std::vector<Invented> people;
        for (size_t i = 0; i < cases.size(); ++i)
            people.push_back({std::to_string(1'000'000 + i), "P", "", "active", "", cases[i].date.toStdString(),
                cases[i].word.toStdString(), cases[i].flag.toStdString(), cases[i].overlay});
        Copy c(people);
        QCOMPARE(c.clock->at, now);
        c.compare({});
        const auto rows = await(c.cache->rowsOf([&people] {
            QStringList ids;
            for (const auto &p : people)
                ids << QString::fromStdString(p.id);
            return ids;
        }()));
        const auto read = *await(c.cache->people(**rows), 60000);
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
        Copy c(3000);
        const auto before = *await(c.cache->counts());
        domain::PeopleQuery q;
        q.pastDuePart = domain::PastDuePart::Overdue;
        const auto ids = *await(c.cache->idsOf(await(c.cache->all(q))->rows, 30));
        QCOMPARE(ids.size(), 30);
        using P = domain::PastDuePart;
        using O = domain::SessionOverlay;
        for (const auto &[overlay, part] :
            {std::pair{O::Open, P::InRenewal}, std::pair{O::Held, P::Held}, std::pair{O::Failed, P::Failed}}) {
            for (const auto &id : ids)
                QVERIFY(await(c.cache->setOverlay(
                    id, {overlay, c.clock->at + 2 * core::dayMs}))); // later than any date among them
            const auto after = *await(c.cache->counts());
            QCOMPARE(after.allPastDue(), before.allPastDue());
            QCOMPARE(after.pastDue[size_t(P::Overdue)], before.pastDue[size_t(P::Overdue)] - 30);
            QCOMPARE(after.pastDue[size_t(part)], before.pastDue[size_t(part)] + 30);
            const auto outlook = *await(c.cache->outlook({}, {c.clock->at, c.clock->at + 7 * core::dayMs}));
            QCOMPARE(outlook.pastDue, before.allPastDue()); // grace is counted over all of them
        }
    }
    void whoseDateIsUnusableComesLast()
    {
        Copy c(3000);
        for (const bool isDescending : {false, true}) {
            domain::PeopleQuery q;
            q.onlyPastDue = true;
            q.sort = domain::SortBy::Due;
            q.descending = isDescending;
            const auto people = *await(c.cache->people(*await(c.cache->all(q))->rows), 30000);
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
        Copy c(60'000, strictPolicy());
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
        Copy c(5000);
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
        Copy c(50);
        domain::SyncState s = *await(c.cache->syncState());
        s.hasFull = true;
        s.lastFullAt = c.clock->at;
        QVERIFY(await(c.cache->setSyncState(s)));
        const QString path = c.dir.filePath(QStringLiteral("m.db"));
        domain::Reading words, map;
        words.words.pass << QStringLiteral("OK");
        map.words = words.words;
        map.map.set(domain::Field::IdvStatus, QStringLiteral("otherStatus"));
        c.cache.reset();
        c.cache = *store::IdentityCache::open(path, {}, c.clock, words);
        QCOMPARE(await(c.cache->syncState())->lastFullAt, c.clock->at); // the texts are the right ones still
        c.cache.reset();
        c.cache = *store::IdentityCache::open(path, {}, c.clock, map);
        QCOMPARE(await(c.cache->syncState())->lastFullAt, 0);
    }
    void oneCopyNeverHoldsTwoReadings()
    {
        Copy c(50);
        domain::Reading other;
        other.words.pass = {QStringLiteral("OK")}; // what was a pass is withdrawn
        const auto second = *store::IdentityCache::open(c.dir.filePath(QStringLiteral("m.db")), {}, c.clock, other);
        std::vector<domain::IdentityRow> nobody;
        store::PageSpan span;
        span.isChanges = true;
        const auto write = [&](store::IdentityCache &m) {
            return await(m.applyPage(
                span, [&nobody]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &nobody; }));
        };
        const auto refused = write(*c.cache);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::Conflict);
        QVERIFY(write(*second));
        // A session that ends meanwhile is told by the words of the file.
        const auto it =
            std::find_if(c.people.begin(), c.people.end(), [](const Invented &p) { return p.status == "VERIFIED"; });
        QVERIFY(it != c.people.end());
        const core::IdentityId id(QString::fromStdString(it->id));
        QVERIFY(await(c.cache->setOverlay(id, {domain::SessionOverlay::Open, c.clock->at})));
        QVERIFY(await(c.cache->setOverlay(id, {})));
        QCOMPARE(await(second->person(id))->kind, domain::StatusKind::Withdrawn);
    }
    void anAnswerWithoutAProfileKeepsTheRule()
    {
        Copy c(2000, strictPolicy());
        const Invented *contractor = nullptr;
        for (const Invented &p : c.people) {
            if (p.profile == "Contractors" && p.risk.empty() && p.overlay.kind == domain::SessionOverlay::None)
                contractor = &p;
        }
        QVERIFY(contractor);
        domain::IdentityRow r; // a GET of one person says nothing of the profile
        r.id = contractor->id;
        r.name = contractor->name;
        r.lifecycle = contractor->lifecycle;
        const std::string date = domain::formatInstant(c.clock->at - 10 * core::dayMs).toStdString();
        r.fields[size_t(domain::Field::IdvVerifiedDate)] = date;
        std::vector<domain::IdentityRow> rows{r};
        store::PageSpan span;
        span.isChanges = true;
        QVERIFY(await(c.cache->applyPage(
            span, [&rows]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &rows; })));
        const auto p = *await(c.cache->person(core::IdentityId(QString::fromStdString(contractor->id))));
        QCOMPARE(p.rule, QStringLiteral("Contractors"));
        QCOMPARE(p.due.value_or(0), c.clock->at + 170 * core::dayMs);
        QCOMPARE(p.graceEnds.value_or(0), *p.due + 14 * core::dayMs);
    }
};
IDV_TEST(LookingAhead)
#include "tst_outlook.moc"
