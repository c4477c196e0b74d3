#include "identities/adapters/copyfile.h"
#include "support/registry.h"

using domain::Field;
using domain::IdentityRow;
using domain::PeopleQuery;
using support::CopyFile;

namespace {

QStringList found(CopyFile &f, const PeopleQuery &q, int limit = -1, bool *isComplete = nullptr)
{
    const auto r = store::cachesql::find(f.connection(), q, limit, CopyFile::now);
    if (!r)
        return {r.error().text};
    if (isComplete)
        *isComplete = r->isComplete;
    QStringList out;
    for (const qint32 rid : *r->rows)
        out << f.value(QStringLiteral("SELECT id FROM identity WHERE rid = %1").arg(rid)).toString();
    return out;
}

/// Five people who differ in what a filter asks for; the list's indexes are built.
void fill(CopyFile &f)
{
    std::vector<IdentityRow> page{CopyFile::row("a", "Dora"), CopyFile::row("b", "Ana-María López"),
        CopyFile::row("c", "Cyril"), CopyFile::row("d", "Bo"), CopyFile::row("e", "Émile")};
    page[0].profile = "Contractors";
    page[1].email = "ana@hv.example";
    page[1].fields[size_t(Field::IdvIal)] = "2";
    page[1].fields[size_t(Field::IdvVerifiedDate)] = "2026-12-01T00:00:00Z";
    page[2].fields[size_t(Field::Mobile)] = "+49 1";
    page[2].lifecycle = "active";
    page[2].fields[size_t(Field::IdvVerifiedDate)] = "2020-01-01T00:00:00Z";
    page[3].hasProcessingError = true;
    page[3].sailpointStatus = "ACTIVE";
    page[4].fields[size_t(Field::EmployeeNumber)] = "4711";
    QVERIFY(f.write(page));
    QVERIFY(store::cachesql::buildListIndexes(f.connection()));
    QVERIFY(store::cachesql::setMeta(f.connection(), QStringLiteral("indexed"), 1));
}

struct Filtered
{
    const char *what;
    std::function<void(PeopleQuery &)> set;
    QStringList who;
};

const QList<Filtered> &filters()
{
    using domain::ContactFilter;
    static const auto ids = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    static const QList<Filtered> all{
        {"nothing asked", [](PeopleQuery &) {}, ids("b d c a e")},
        {"downwards", [](PeopleQuery &q) { q.descending = true; }, ids("e a c d b")},
        {"a profile", [](PeopleQuery &q) { q.filter.profiles = {QStringLiteral("Contractors")}; }, ids("a")},
        {"two profiles",
            [](PeopleQuery &q) {
                q.filter.profiles = {QStringLiteral("Contractors"), QStringLiteral("Employees")};
            },
            ids("b d c a e")},
        {"a profile that nobody has", [](PeopleQuery &q) { q.filter.profiles = {QStringLiteral("' OR 1 = 1 --")}; },
            {}},
        {"a lifecycle", [](PeopleQuery &q) { q.filter.lifecycles = {QStringLiteral("active")}; }, ids("c")},
        {"an account's state", [](PeopleQuery &q) { q.filter.accountStates = {QStringLiteral("ACTIVE")}; }, ids("d")},
        {"a level", [](PeopleQuery &q) { q.filter.ial = 2; }, ids("b")},
        {"no level", [](PeopleQuery &q) { q.filter.ial = 0; }, ids("d c a e")},
        {"a phone", [](PeopleQuery &q) { q.filter.contact = ContactFilter::Phone; }, ids("c")},
        {"an address", [](PeopleQuery &q) { q.filter.contact = ContactFilter::Email; }, ids("b")},
        {"no contact", [](PeopleQuery &q) { q.filter.contact = ContactFilter::None; }, ids("d a e")},
        {"an error", [](PeopleQuery &q) { q.filter.onlyProcessingErrors = true; }, ids("d")},
        {"verified lately", [](PeopleQuery &q) { q.filter.verifiedFrom = CopyFile::now - 90 * core::dayMs; }, ids("b")},
        {"verified long ago", [](PeopleQuery &q) { q.filter.verifiedBefore = CopyFile::now - 90 * core::dayMs; },
            ids("c")},
        {"only these",
            [](PeopleQuery &q) {
                q.onlyIds = QStringList{QStringLiteral("e"), QStringLiteral("a")};
            },
            ids("a e")},
        {"nobody", [](PeopleQuery &q) { q.onlyIds = QStringList(); }, {}},
        {"past due", [](PeopleQuery &q) { q.onlyPastDue = true; }, ids("c")},
        {"never verified", [](PeopleQuery &q) { q.status = domain::IdentityStatus::Never; }, ids("d a e")},
        {"a word", [](PeopleQuery &q) { q.text = QStringLiteral("LÓP"); }, ids("b")},
        {"two words", [](PeopleQuery &q) { q.text = QStringLiteral("lopez ana"); }, ids("b")},
        {"a number", [](PeopleQuery &q) { q.text = QStringLiteral("471"); }, ids("e")},
        {"a word in no name", [](PeopleQuery &q) { q.text = QStringLiteral("opez"); }, {}},
        {"signs only", [](PeopleQuery &q) { q.text = QStringLiteral("\"* --"); }, {}},
    };
    return all;
}

} // namespace

class QuestionsToTheCopy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFilterFindsWhoItSays()
    {
        CopyFile f;
        fill(f);
        while (*store::cachesql::buildSearchSlice(f.connection())) {
        }
        for (const Filtered &x : filters()) {
            PeopleQuery q;
            x.set(q);
            QVERIFY2(
                found(f, q) == x.who, qPrintable(QString::fromLatin1(x.what) + found(f, q).join(QLatin1Char(','))));
        }
    }
    void beforeTheIndexIsThereAWordIsFoundAllTheSame()
    {
        CopyFile f;
        fill(f);
        PeopleQuery q;
        q.text = QStringLiteral("cyr");
        QCOMPARE(found(f, q), QStringList(QStringLiteral("c")));
        q.filter.profiles = {QStringLiteral("Contractors")};
        QCOMPARE(found(f, q), QStringList());
    }
    void thereIsMoreThanTheLimit()
    {
        CopyFile f;
        fill(f);
        bool isComplete = true;
        QCOMPARE(found(f, {}, 2, &isComplete), QStringList({QStringLiteral("b"), QStringLiteral("d")}));
        QVERIFY(!isComplete);
        QCOMPARE(found(f, {}, 5, &isComplete).size(), 5);
        QVERIFY(isComplete);
    }
    void everySortingHasEverybodyOnce()
    {
        CopyFile f;
        fill(f);
        QVERIFY(store::cachesql::buildSortIndexes(f.connection()));
        for (const auto sort :
            {domain::SortBy::Name, domain::SortBy::Email, domain::SortBy::Profile, domain::SortBy::Lifecycle,
                domain::SortBy::Status, domain::SortBy::Ial, domain::SortBy::VerifiedOn, domain::SortBy::Due}) {
            PeopleQuery q;
            q.sort = sort;
            auto up = found(f, q);
            q.descending = true;
            auto down = found(f, q);
            std::sort(up.begin(), up.end());
            std::sort(down.begin(), down.end());
            QCOMPARE(up.join(QString()), QStringLiteral("abcde"));
            QCOMPARE(down.join(QString()), QStringLiteral("abcde"));
        }
    }
    void whatCanBeChosenFromIsCounted()
    {
        CopyFile f;
        fill(f);
        const auto facets = store::cachesql::readFacets(f.connection());
        QVERIFY(facets);
        QCOMPARE(facets->profiles.first().value, QStringLiteral("Employees"));
        QCOMPARE(facets->profiles.first().count, 4);
        QCOMPARE(facets->profiles.size(), 2);
        QCOMPARE(facets->sources.size(), 1);
        const auto groups = store::cachesql::readActivityGroups(f.connection());
        QVERIFY(groups);
        QCOMPARE(groups->size(), 4);
    }
    void aVisitMeetsEachOnceAndTellsItsPlace()
    {
        using Order = store::IdentityReader::Order;
        CopyFile f;
        fill(f);
        const auto rows = store::cachesql::find(f.connection(), {}, -1, CopyFile::now);
        for (const Order order : {Order::AsGiven, Order::AsStored}) {
            QStringList met(rows->rows->size());
            const auto n =
                store::cachesql::visit(f.connection(), *rows->rows, order, [&met](const domain::PersonCells &p) {
                    const auto id = p.text[size_t(domain::PeopleColumn::Id)];
                    met[qsizetype(p.place)] += QString::fromUtf8(id.data(), qsizetype(id.size()));
                    return true;
                });
            QCOMPARE(*n, 5);
            QCOMPARE(met.join(QLatin1Char(' ')), QStringLiteral("b d c a e"));
        }
    }
    void aVisitOfAFewAmongManyMeetsThoseOnly()
    {
        CopyFile f;
        std::vector<std::string> ids;
        for (int i = 0; i < 100; ++i)
            ids.push_back("p" + std::to_string(1000 + i));
        std::vector<IdentityRow> page;
        for (const auto &id : ids)
            page.push_back(CopyFile::row(id, id));
        QVERIFY(f.write(page));
        QStringList met;
        const auto n = store::cachesql::visit(f.connection(), {70, 3, 5000, -1}, store::IdentityReader::Order::AsStored,
            [&met](const domain::PersonCells &p) {
                const auto id = p.text[size_t(domain::PeopleColumn::Id)];
                met << QString::fromUtf8(id.data(), qsizetype(id.size()));
                return true;
            });
        QCOMPARE(*n, 2);
        QCOMPARE(met.size(), 2);
        QCOMPARE(met.first(), f.value(QStringLiteral("SELECT id FROM identity WHERE rid = 3")).toString());
    }
    void aVisitorThatHasSeenEnoughEndsIt()
    {
        using Order = store::IdentityReader::Order;
        CopyFile f;
        fill(f);
        for (const Order order : {Order::AsGiven, Order::AsStored}) {
            int met = 0;
            const auto n = store::cachesql::visit(
                f.connection(), {1, 2, 3}, order, [&met](const domain::PersonCells &) { return ++met < 2; });
            QVERIFY(!n);
            QCOMPARE(n.error().code, core::ErrorCode::Cancelled);
            QCOMPARE(met, 2);
            // Nothing is held open behind it.
            QVERIFY(store::begin(f.connection()));
            QVERIFY(store::commit(f.connection()));
        }
    }
    void aPersonIsToldWithTheRuleAndItsDates()
    {
        CopyFile f;
        fill(f);
        domain::PersonCells ana;
        std::string name;
        QVERIFY(store::cachesql::visit(
            f.connection(), {2}, store::IdentityReader::Order::AsGiven, [&](const domain::PersonCells &p) {
                ana = p;
                name = p.text[size_t(domain::PeopleColumn::Name)];
                return true;
            }));
        QCOMPARE(QString::fromStdString(name), QStringLiteral("Ana-María López"));
        QCOMPARE(ana.ial.value_or(0), 2);
        const domain::ReverificationInterval rule;
        QCOMPARE(*ana.due - *ana.verifiedAt, rule.intervalDays * core::dayMs);
        QCOMPARE(*ana.graceEnds - *ana.due, rule.graceDays * core::dayMs);
    }
};
IDV_TEST(QuestionsToTheCopy)
#include "tst_cachequeries.moc"
