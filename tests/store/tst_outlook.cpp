#include "store/mirror/mirror.h"
#include "support/await.h"
#include "support/registry.h"
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
    std::string id, name, profile, lifecycle, risk, date, status;
    domain::SessionOverlay overlay;
};

std::vector<Invented> invent(int count, core::Instant now)
{
    QRandomGenerator random(3);
    const auto one = [&random](std::initializer_list<const char *> list) { return std::string(*(list.begin() + random.bounded(int(list.size())))); };
    std::vector<Invented> out;
    out.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        Invented p;
        p.id = std::to_string(1'000'000 + i);
        p.name = "Person " + p.id;
        p.profile = one({"Employees", "Contractors", "Board", ""});
        p.lifecycle = one({"active", "leave"});
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
        p.status = one({"VERIFIED", "VERIFIED", "VERIFIED", "VERIFIED", "FAILED", "PENDING", ""});
        if (random.bounded(50) == 0)
            p.overlay = {domain::SessionOverlay::Kind(1 + random.bounded(3)), now - qint64(random.bounded(400)) * core::dayMs};
        out.push_back(p);
    }
    return out;
}

domain::FreshnessPolicy strictPolicy()
{
    domain::FreshnessPolicy p{{365, 30, 14}, {}};
    domain::PolicyRule contractors, admins, board, later;
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
    explicit Copy(int count, const domain::FreshnessPolicy &policy = {}) : people(invent(count, clock->at))
    {
        mirror = *store::Mirror::open(dir.filePath(QStringLiteral("m.db")), policy, clock);
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
            rows.push_back(r);
        }
        domain::SyncState s;
        s.runningMode = QStringLiteral("search");
        QVERIFY(await(mirror->beginFull(s)));
        store::PageSpan span;
        span.isLast = true;
        QVERIFY(await(mirror->applyPage(span, [&rows]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &rows; }), 60000));
        QVERIFY(await(mirror->finishFull(s, true), 60000));
        QHash<QString, domain::SessionOverlay> overlays;
        for (const Invented &p : people) {
            if (p.overlay.kind != domain::SessionOverlay::None)
                overlays.insert(QString::fromStdString(p.id), p.overlay);
        }
        QVERIFY(await(mirror->replaceOverlays(overlays), 60000));
    }
    /// Everyone's status by the pure rule.
    std::array<QSet<QString>, domain::identityStatusCount> expected(const domain::FreshnessPolicy &policy) const
    {
        std::array<QSet<QString>, domain::identityStatusCount> out;
        for (const Invented &p : people) {
            const auto text = [](const std::string &s) { return QString::fromStdString(s); };
            domain::IdvFacts f;
            f.status = text(p.status);
            f.date = domain::parseInstant(text(p.date), clock->at);
            const auto applied = domain::ruleFor(policy, {text(p.profile), text(p.lifecycle), {}, {}, text(p.risk)}, clock->at);
            out[size_t(domain::statusOf(f, p.overlay, applied.rule, clock->at))].insert(text(p.id));
        }
        return out;
    }
    void compare(const domain::FreshnessPolicy &policy)
    {
        const auto wanted = expected(policy);
        const auto counts = *await(mirror->counts(), 60000);
        qint64 sum = 0;
        for (int i = 0; i < domain::identityStatusCount; ++i) {
            domain::PeopleQuery q;
            q.status = IdentityStatus(i);
            QSet<QString> found;
            const auto ids = *await(mirror->idsOf(await(mirror->all(q), 60000)->rows, 1'000'000), 60000);
            for (const auto &id : ids)
                found.insert(id.str());
            QVERIFY2(found == wanted[size_t(i)], qPrintable(domain::statusKey(IdentityStatus(i)) + QStringLiteral(": %1 found, %2 expected").arg(found.size()).arg(wanted[size_t(i)].size())));
            QCOMPARE(counts.byStatus[size_t(i)], found.size());
            QVERIFY(!found.isEmpty());
            sum += found.size();
        }
        QCOMPARE(sum, counts.everyone);
    }
    QTemporaryDir dir;
    std::shared_ptr<MovableClock> clock = std::make_shared<MovableClock>();
    std::vector<Invented> people;
    std::unique_ptr<store::Mirror> mirror;
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
        QVERIFY(await(c.mirror->setPolicy(strictPolicy()), 60000));
        c.compare(strictPolicy());
    }
    void aNewPolicyReachesEveryoneAndThePreviewSaidSo()
    {
        Copy c(20'000);
        c.compare({});
        const auto boundaries = weeks(c.clock->at);
        const auto before = *await(c.mirror->outlook({}, boundaries), 30000);
        const auto preview = *await(c.mirror->outlook(strictPolicy(), boundaries), 30000);
        QCOMPARE(before.overdue, await(c.mirror->counts())->byStatus[size_t(IdentityStatus::Overdue)]);
        QVERIFY(preview.overdue > before.overdue);
        QCOMPARE(await(c.mirror->counts())->byStatus[size_t(IdentityStatus::Overdue)], before.overdue); // it was only a look
        QVERIFY(await(c.mirror->setPolicy(strictPolicy()), 60000));
        c.compare(strictPolicy());
        const auto counts = *await(c.mirror->counts());
        QCOMPARE(counts.byStatus[size_t(IdentityStatus::Overdue)], preview.overdue);
        QCOMPARE(counts.byStatus[size_t(IdentityStatus::DueSoon)], preview.dueSoon);
        const auto forecast = *await(c.mirror->forecast(boundaries));
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
        QVERIFY(await(c.mirror->setPolicy(strictPolicy()), 60000));
        c.mirror.reset();
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("side"));
            db.setDatabaseName(c.dir.filePath(QStringLiteral("m.db")));
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("UPDATE identity SET due = date_at, warn_at = date_at WHERE rid > 25000 AND due IS NOT NULL")));
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("INSERT OR REPLACE INTO meta (name, value) VALUES ('applying', 25000)")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("side"));
        c.mirror = *store::Mirror::open(c.dir.filePath(QStringLiteral("m.db")), {}, c.clock);
        QVERIFY(await(c.mirror->setPolicy(strictPolicy()), 60000));
        c.compare(strictPolicy());
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
        QVERIFY(await(c.mirror->applyPage(span, [&rows]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &rows; })));
        const auto p = *await(c.mirror->person(core::IdentityId(QString::fromStdString(contractor->id))));
        QCOMPARE(p.rule, QStringLiteral("Contractors"));
        QCOMPARE(p.due.value_or(0), c.clock->at + 170 * core::dayMs);
        QCOMPARE(p.graceEnds.value_or(0), *p.due + 14 * core::dayMs);
    }
};
IDV_TEST(LookingAhead)
#include "tst_outlook.moc"
