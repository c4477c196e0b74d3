#include "store/cache/identitycache.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include "support/registry.h"
#include <QRandomGenerator>
#include <QTemporaryDir>

using support::await;

namespace {

const core::Instant now = 1'787'393'700'000;

/// What one invented person has, kept to be asked in plain code.
struct Facts
{
    std::string id, name, profile, lifecycle, status, phone, mail, date, ial;
    bool hasError = false;
    std::optional<core::Instant> verifiedAt;
};

std::vector<Facts> invent(int count)
{
    QRandomGenerator random(7);
    const auto one = [&random](std::initializer_list<const char *> list) {
        return std::string(*(list.begin() + random.bounded(int(list.size()))));
    };
    std::vector<Facts> out;
    for (int i = 0; i < count; ++i) {
        Facts f;
        f.id = std::to_string(100000 + i);
        f.name = one({"Ada", "Bo", "Çelik", "Đặng"}) + " " + one({"Quill", "Grant", "Öst"}) + std::to_string(i);
        f.profile = one({"Employees", "Contractors", "O'Brien; DROP TABLE identity --", ""});
        f.lifecycle = one({"active", "leave", "inactive", ""});
        f.status = one({"REGISTERED", "UNREGISTERED"});
        f.phone = one({"+4790000000", "", ""});
        f.mail = one({"a@hv.example", "", "b@hv.example"});
        f.ial = one({"", "1", "2"});
        f.hasError = random.bounded(10) == 0;
        if (random.bounded(3) > 0) {
            f.verifiedAt = now - qint64(random.bounded(800)) * core::dayMs;
            f.date = domain::formatInstant(*f.verifiedAt).toStdString();
        }
        out.push_back(f);
    }
    return out;
}

bool matches(const Facts &p, const domain::PeopleFilter &f, const domain::ReverificationInterval &rule)
{
    const auto among = [](const QStringList &list, const std::string &value) {
        return list.isEmpty() || list.contains(QString::fromStdString(value));
    };
    const auto within = [](const std::optional<core::Instant> &at, const std::optional<core::Instant> &from,
                            const std::optional<core::Instant> &before) {
        return (!from && !before) || (at && (!from || *at >= *from) && (!before || *at < *before));
    };
    std::optional<core::Instant> due;
    if (p.verifiedAt)
        due.emplace(*p.verifiedAt + rule.intervalDays * core::dayMs);
    const bool hasContact = f.contact == domain::ContactFilter::Any ||
                            (f.contact == domain::ContactFilter::Phone && !p.phone.empty()) ||
                            (f.contact == domain::ContactFilter::Email && !p.mail.empty()) ||
                            (f.contact == domain::ContactFilter::None && p.phone.empty() && p.mail.empty());
    return among(f.profiles, p.profile) && among(f.lifecycles, p.lifecycle) && among(f.accountStates, p.status) &&
           within(p.verifiedAt, f.verifiedFrom, f.verifiedBefore) && within(due, f.dueFrom, f.dueBefore) &&
           hasContact && (!f.onlyProcessingErrors || p.hasError) &&
           (!f.ial || (p.ial.empty() ? *f.ial == 0 : std::to_string(*f.ial) == p.ial));
}

domain::PeopleFilter anyFilter(QRandomGenerator &random)
{
    domain::PeopleFilter f;
    const auto sometimes = [&random] { return random.bounded(3) == 0; };
    if (sometimes())
        f.profiles = random.bounded(2) ? QStringList{QStringLiteral("Contractors"), QString()}
                                       : QStringList{QStringLiteral("O'Brien; DROP TABLE identity --")};
    if (sometimes())
        f.lifecycles = {QStringLiteral("active"), QStringLiteral("leave")};
    if (sometimes())
        f.accountStates = {QStringLiteral("REGISTERED")};
    if (sometimes())
        f.ial = int(random.bounded(3));
    if (sometimes())
        f.verifiedFrom = now - qint64(random.bounded(800)) * core::dayMs;
    if (sometimes())
        f.verifiedBefore = now - qint64(random.bounded(400)) * core::dayMs;
    if (sometimes())
        f.dueFrom = now - 100 * core::dayMs;
    if (sometimes())
        f.dueBefore = now + qint64(random.bounded(300)) * core::dayMs;
    f.contact = domain::ContactFilter(random.bounded(4));
    f.onlyProcessingErrors = random.bounded(5) == 0;
    return f;
}

struct Copy
{
    Copy()
    {
        cache = *store::IdentityCache::open(
            dir.filePath(QStringLiteral("m.db")), {rule, {}}, std::make_shared<support::FakeClock>(now));
        people = invent(3000);
        std::vector<domain::IdentityRow> rows;
        for (const Facts &p : people) {
            domain::IdentityRow r;
            r.id = p.id;
            r.name = p.name;
            r.profile = p.profile.empty() ? std::string_view("") : std::string_view(p.profile);
            r.source = "";
            r.lifecycle = p.lifecycle;
            r.sailpointStatus = p.status;
            r.email = p.mail;
            r.hasProcessingError = p.hasError;
            r.fields[size_t(domain::Field::Mobile)] = p.phone;
            r.fields[size_t(domain::Field::IdvVerifiedDate)] = p.date;
            r.fields[size_t(domain::Field::IdvIal)] = p.ial;
            rows.push_back(r);
        }
        domain::SyncState s;
        s.runningMode = QStringLiteral("search");
        QVERIFY(await(cache->writer().beginFull(s)));
        store::PageSpan span;
        span.isLast = true;
        QVERIFY(await(cache->writer().applyPage(
            span, [&rows]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &rows; })));
        QVERIFY(await(cache->writer().finishFull(s, true)));
    }
    QStringList ids(const domain::PeopleQuery &q)
    {
        QStringList out;
        const auto found = *await(cache->reader().idsOf(await(cache->reader().all(q))->rows, 100'000));
        for (const auto &id : found)
            out << id.str();
        out.sort();
        return out;
    }
    QTemporaryDir dir;
    domain::ReverificationInterval rule;
    std::vector<Facts> people;
    std::unique_ptr<store::IdentityCache> cache;
};

} // namespace

class FilteringPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListOfPeopleIsNobodyElse()
    {
        Copy c;
        QStringList some{QString::fromStdString(c.people.at(5).id), QString::fromStdString(c.people.at(900).id),
            QStringLiteral("nobody"), QStringLiteral("'); DROP TABLE identity; --"), QStringLiteral("\"]")};
        domain::PeopleQuery q;
        q.onlyIds = some;
        QStringList known = some.mid(0, 2);
        known.sort();
        QCOMPARE(c.ids(q), known);
        q.onlyIds = QStringList();
        QCOMPARE(c.ids(q), QStringList());
        q.onlyIds.reset();
        QCOMPARE(c.ids(q).size(), int(c.people.size()));
        // With everything else that narrows, and however many they are.
        QStringList all;
        for (const Facts &p : c.people)
            all << QString::fromStdString(p.id);
        for (int i = 0; i < 40'000; ++i)
            all << QStringLiteral("x%1").arg(i);
        domain::PeopleQuery due;
        due.onlyPastDue = true;
        due.sort = domain::SortBy::Due;
        const QStringList pastDue = c.ids(due);
        QVERIFY(!pastDue.isEmpty());
        due.onlyIds = all;
        QCOMPARE(c.ids(due), pastDue);
        due.onlyIds = QStringList{pastDue.first(), QStringLiteral("nobody")};
        QCOMPARE(c.ids(due), QStringList{pastDue.first()});
        // While something is typed as well.
        QVERIFY(await(c.cache->writer().buildSearch()));
        domain::PeopleQuery typed;
        typed.text = QString::fromStdString(c.people.at(5).name);
        typed.onlyIds = known;
        QCOMPARE(c.ids(typed), QStringList{QString::fromStdString(c.people.at(5).id)});
    }
    void findsWhomPlainCodeFinds()
    {
        Copy c;
        QRandomGenerator random(11);
        int found = 0, narrowed = 0;
        for (int round = 0; round < 300; ++round) {
            domain::PeopleQuery q;
            q.filter = anyFilter(random);
            q.sort = domain::SortBy(random.bounded(8));
            QStringList expected;
            for (const Facts &p : c.people) {
                if (matches(p, q.filter, c.rule))
                    expected << QString::fromStdString(p.id);
            }
            expected.sort();
            QCOMPARE(c.ids(q), expected);
            found += int(expected.size());
            narrowed += expected.size() < qsizetype(c.people.size()) ? 1 : 0;
        }
        QVERIFY(found > 1000);
        QVERIFY(narrowed > 250);
    }
    void goesTogetherWithTheSearchText()
    {
        Copy c;
        domain::PeopleQuery q;
        q.filter.profiles = {QStringLiteral("O'Brien; DROP TABLE identity --")};
        q.text = QStringLiteral("ada qui");
        QStringList expected;
        for (const Facts &p : c.people) {
            if (matches(p, q.filter, c.rule) && p.name.starts_with("Ada Quill"))
                expected << QString::fromStdString(p.id);
        }
        QVERIFY(expected.size() > 20);
        QCOMPARE(c.ids(q), expected); // while the search index is not there yet
        QVERIFY(await(c.cache->writer().buildSearch()));
        for (const auto sort : {domain::SortBy::Name, domain::SortBy::Email}) {
            q.sort = sort;
            QCOMPARE(c.ids(q), expected);
        }
    }
    void facetsCountEveryone()
    {
        Copy c;
        const auto f = *await(c.cache->reader().facets());
        for (const auto *list : {&f.profiles, &f.lifecycles, &f.accountStates}) {
            qint64 sum = 0;
            for (const auto &v : *list)
                sum += v.count;
            QCOMPARE(sum, qint64(c.people.size()));
        }
        QCOMPARE(f.profiles.size(), 4);
    }
    void everyoneIsInOneGroupOfActivity()
    {
        Copy c;
        QHash<QString, qint64> expected;
        for (const Facts &p : c.people)
            ++expected[QString::fromStdString(p.profile + '|' + p.lifecycle + '|' + p.status)];
        QHash<QString, qint64> found;
        qint64 before = std::numeric_limits<qint64>::max();
        const auto groups = *await(c.cache->reader().activityGroups());
        for (const auto &g : groups) {
            found.insert(g.profile + QLatin1Char('|') + g.word + QLatin1Char('|') + g.status, g.people);
            QVERIFY(g.people <= before && !g.identityState);
            before = g.people;
        }
        QCOMPARE(found, expected);
        QCOMPARE(domain::peopleIn(groups), qint64(c.people.size()));
    }
    void aVisitEndsWhenItIsToldTo()
    {
        Copy c;
        const auto rows = await(c.cache->reader().all({}))->rows;
        int seen = 0;
        const auto r =
            await(c.cache->reader().visit(rows, [&seen](const domain::PersonCells &) { return ++seen < 10; }));
        QCOMPARE(r.error().code, core::ErrorCode::Cancelled);
        QCOMPARE(seen, 10);
    }
};
IDV_TEST(FilteringPeople)
#include "tst_filters.moc"
