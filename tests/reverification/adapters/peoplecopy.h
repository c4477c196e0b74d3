#pragma once
#include "store/cache/identitycache.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include "support/statustable.h"
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace support {

/// What a copy knows of one person.
struct InventedPerson
{
    std::string id, name, profile, lifecycle, risk, date, status, flag;
    domain::SessionOverlay overlay;
};

/// The same people for the same number.
inline std::vector<InventedPerson> inventPeople(int count, core::Instant now)
{
    QRandomGenerator random(3);
    const auto one = [&random](std::initializer_list<const char *> list) {
        return std::string(*(list.begin() + random.bounded(int(list.size()))));
    };
    std::vector<InventedPerson> out;
    out.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        InventedPerson p;
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

/// Four rules, one of which begins in a week.
inline domain::ReverificationPolicy strictPolicy()
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

/// A local copy of invented people, and what the pure rule says of them.
struct PeopleCopy
{
    explicit PeopleCopy(int count, const domain::ReverificationPolicy &policy = {})
        : PeopleCopy(inventPeople(count, 1'787'393'700'000), policy)
    {
    }
    explicit PeopleCopy(std::vector<InventedPerson> all, const domain::ReverificationPolicy &policy = {})
        : people(std::move(all))
    {
        cache = *store::IdentityCache::open(dir.filePath(QStringLiteral("m.db")), policy, clock);
        std::vector<domain::IdentityRow> rows;
        for (const InventedPerson &p : people) {
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
        QVERIFY(await(cache->writer().beginFull(s)));
        store::PageSpan span;
        span.isLast = true;
        QVERIFY(await(cache->writer().applyPage(
                          span, [&rows]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &rows; }),
            60000));
        QVERIFY(await(cache->writer().finishFull(s, true), 60000));
        QHash<QString, domain::SessionOverlay> overlays;
        for (const InventedPerson &p : people) {
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
        for (const InventedPerson &p : people) {
            const auto text = [](const std::string &s) { return QString::fromStdString(s); };
            domain::IdvFacts f;
            f.status = text(p.status);
            f.date = domain::parseInstant(text(p.date), clock->now());
            const auto applied =
                domain::ruleFor(policy, {text(p.profile), text(p.lifecycle), {}, {}, text(p.risk)}, clock->now());
            f.verifiedRaw = text(p.flag);
            f.verified = domain::parseFlag(f.verifiedRaw);
            out.byStatus[size_t(domain::statusOf(f, p.overlay, applied.rule, clock->now(), words))].insert(text(p.id));
            const auto due = domain::dueAt(f, applied.rule);
            if (const auto reason = domain::overdueReasonAt(domain::kindOf(f, p.overlay, words), due, clock->now()))
                ++out.byReason[size_t(*reason)];
            if (const auto part = domain::pastDueOf(f, p.overlay, due, clock->now(), words)) {
                out.pastDue[size_t(*part)].insert(text(p.id));
                out.inactive += p.lifecycle == "inactive" ? 1 : 0;
            }
        }
        return out;
    }
    QSet<QString> found(const domain::PeopleQuery &q) const
    {
        QSet<QString> out;
        const auto ids = *await(cache->reader().idsOf(await(cache->reader().all(q), 60000)->rows, 1'000'000), 60000);
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
        for (const InventedPerson &p : people) {
            if (exempt.size() < 50)
                exempt << QString::fromStdString(p.id);
        }
        const qint64 spared =
            std::count_if(exempt.begin(), exempt.end(), [&](const QString &id) { return pastDue.contains(id); });
        const auto numbers = *await(cache->reader().counts(exempt + QStringList{QStringLiteral("nobody")}), 60000);
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
        const auto outlook =
            *await(cache->reader().outlook(policy, {clock->now(), clock->now() + 7 * core::dayMs}), 60000);
        QCOMPARE(outlook.pastDue, pastDue.size());
        QCOMPARE(outlook.overdue, wanted[size_t(domain::IdentityStatus::Overdue)].size());
        const auto counts = *await(cache->reader().counts(), 60000);
        qint64 sum = 0;
        for (int i = 0; i < domain::identityStatusCount; ++i) {
            domain::PeopleQuery q;
            q.status = domain::IdentityStatus(i);
            const QSet<QString> found = this->found(q);
            QVERIFY2(found == wanted[size_t(i)],
                qPrintable(domain::statusKey(domain::IdentityStatus(i)) +
                           QStringLiteral(": %1 found, %2 expected").arg(found.size()).arg(wanted[size_t(i)].size())));
            QCOMPARE(counts.byStatus[size_t(i)], found.size());
            QVERIFY(!found.isEmpty());
            sum += found.size();
        }
        QCOMPARE(sum, counts.everyone);
    }
    QTemporaryDir dir;
    std::shared_ptr<support::FakeClock> clock = std::make_shared<support::FakeClock>(1'787'393'700'000);
    std::vector<InventedPerson> people;
    std::unique_ptr<store::IdentityCache> cache;
};

} // namespace support
