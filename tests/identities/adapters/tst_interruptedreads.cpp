#include "identities/adapters/copyfile.h"
#include "store/cache/statement.h"
#include "support/registry.h"
#include <QtTest>

using domain::IdentityRow;
using store::IdentityReader;
using support::CopyFile;

namespace {

/// Lets SQLite fail once, at its n-th step; without it nothing happens.
class Interruption
{
public:
    Interruption(store::Connection &connection, int at) : m_db(connection.raw()), m_left(at)
    {
        sqlite3_progress_handler(
            m_db, 1, [](void *p) { return --static_cast<Interruption *>(p)->m_left == 0 ? 1 : 0; }, this);
    }
    ~Interruption() { sqlite3_progress_handler(m_db, 0, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(Interruption)
    bool hasCome() const { return m_left <= 0; }

private:
    sqlite3 *m_db;
    int m_left;
};

constexpr int peopleHere = 12;

/// A copy of twelve people with everything that a page looks at: an open verification, somebody missing, the search.
struct FullCopy : CopyFile
{
    FullCopy()
    {
        for (int i = 0; i < peopleHere; ++i)
            ids.push_back("id" + std::to_string(10 + i));
        for (const std::string &id : ids)
            rows.push_back(row(id, "Ana Ruiz"));
        QVERIFY(write(rows));
        run("INSERT INTO overlay (id, kind, at) VALUES ('id11', 2, 5)");
        run("INSERT INTO missing (id) VALUES ('id12')");
        for (auto more = store::cachesql::buildSearchSlice(connection()); more && *more;)
            more = store::cachesql::buildSearchSlice(connection());
        for (int i = 1; i <= peopleHere; ++i)
            places.push_back(i);
    }
    void run(const char *sql) { QVERIFY(connection().exec(QString::fromLatin1(sql))); }
    std::vector<std::string> ids;
    std::vector<IdentityRow> rows;
    domain::RowIds places;
};

/// What an operation came to: nothing where it said that it failed.
using Outcome = std::optional<QString>;

Outcome pageOf(FullCopy &f)
{
    std::vector<IdentityRow> changed = f.rows;
    for (IdentityRow &r : changed)
        r.name = "Bo Li";
    changed.pop_back();
    store::PageSpan span;
    span.isLast = true;
    return f.write(changed, span) ? Outcome(QStringLiteral("written")) : Outcome();
}

Outcome visited(FullCopy &f, const domain::RowIds &rows, IdentityReader::Order order)
{
    QStringList told;
    const auto n = store::cachesql::visit(f.connection(), rows, order, [&told](const domain::PersonCells &p) {
        told << QString::fromUtf8(p.text[size_t(domain::PeopleColumn::Id)].data(),
            qsizetype(p.text[size_t(domain::PeopleColumn::Id)].size()));
        return true;
    });
    return n ? Outcome(told.join(QLatin1Char(','))) : Outcome();
}

Outcome everybody(FullCopy &f)
{
    return visited(f, f.places, IdentityReader::Order::AsStored);
}
Outcome aFew(FullCopy &f)
{
    return visited(f, {3}, IdentityReader::Order::AsStored);
}
Outcome inOrder(FullCopy &f)
{
    return visited(f, f.places, IdentityReader::Order::AsGiven);
}

Outcome people(FullCopy &f)
{
    const auto all = store::cachesql::readPeople(f.connection(), f.places, CopyFile::now);
    QStringList told;
    for (const auto &p : all ? *all : QList<domain::Identity>())
        told << p.id.str();
    return all ? Outcome(told.join(QLatin1Char(','))) : Outcome();
}

Outcome search(FullCopy &f)
{
    if (!f.connection().exec(QStringLiteral("DELETE FROM meta WHERE name = 'search'")))
        return {};
    return store::cachesql::buildSearchSlice(f.connection()) ? Outcome(QStringLiteral("built")) : Outcome();
}

/// What the file holds then.
QString heldBy(FullCopy &f)
{
    return f.column(QStringLiteral("SELECT id || name || kind FROM identity ORDER BY id")).join(QLatin1Char(',')) +
           f.column(QStringLiteral("SELECT id FROM missing ORDER BY id")).join(QLatin1Char(',')) +
           f.column(QStringLiteral("SELECT rid FROM place ORDER BY pos")).join(QLatin1Char(','));
}

} // namespace

class InterruptedReads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // A step that SQLite refuses is never taken for the end of the rows: all of them, or a failure.
    void allOrAFailure_data()
    {
        QTest::addColumn<Outcome (*)(FullCopy &)>("operation");
        QTest::newRow("a page") << &pageOf;
        QTest::newRow("everybody") << &everybody;
        QTest::newRow("a few") << &aFew;
        QTest::newRow("in a given order") << &inOrder;
        QTest::newRow("people") << &people;
        QTest::newRow("search") << &search;
    }
    void allOrAFailure()
    {
        using Operation = Outcome (*)(FullCopy &);
        QFETCH(Operation, operation);
        Outcome whole;
        QString held;
        {
            FullCopy undisturbed;
            whole = operation(undisturbed);
            held = heldBy(undisturbed);
        }
        QVERIFY(whole && !whole->isEmpty());
        int failed = 0;
        bool hasCome = true;
        for (int at = 1; hasCome && at < 20'000; at += 1 + at / 12) {
            FullCopy f;
            Outcome outcome;
            {
                const Interruption interruption(f.connection(), at);
                outcome = operation(f);
                hasCome = interruption.hasCome();
            }
            failed += outcome ? 0 : 1;
            if (!outcome)
                continue;
            QVERIFY2(*outcome == *whole, qPrintable(QStringLiteral("at %1: %2").arg(at).arg(*outcome)));
            QVERIFY2(heldBy(f) == held, qPrintable(QStringLiteral("at %1: %2").arg(at).arg(heldBy(f))));
        }
        QVERIFY2(failed > 3, qPrintable(QString::number(failed)));
    }
};

IDV_TEST(InterruptedReads)

#include "tst_interruptedreads.moc"
