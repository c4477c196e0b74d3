#include "store/cache/cachesql.h"
#include "store/cache/identitycache.h"
#include "store/connection.h"
#include "support/await.h"
#include "support/registry.h"
#include "support/storefolder.h"
#include <QRandomGenerator>

using core::ErrorCode;
using support::await;
using support::StoreFolder;

namespace {

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
    QVERIFY(await(m.writer().beginFull(s)));
    store::PageSpan span;
    span.isLast = true;
    QVERIFY(await(m.writer().applyPage(
        span, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &people.make(); })));
    QVERIFY(await(m.writer().finishFull(s, true)));
    if (build)
        QVERIFY(await(m.writer().buildSearch()));
}

QStringList names(store::IdentityCache &m, const domain::PeopleQuery &q)
{
    QStringList out;
    const auto list = await(m.reader().people(*await(m.reader().quick(q))->rows));
    for (const auto &p : *list)
        out << p.name;
    return out;
}

} // namespace

class IdentityCacheFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsAnyWordByItsBeginning()
    {
        StoreFolder f;
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
        StoreFolder f;
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
        const auto r = await(m->writer().applyPage(
            span, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &changed.make(); }));
        QCOMPARE(r->added, 1);
        QCOMPARE(r->changed, 1);
        QCOMPARE(names(*m, {QStringLiteral("zebedee"), {}, {}, {}}), QStringList({QStringLiteral("Zebedee New")}));
        QVERIFY(names(*m, {QStringLiteral("h7"), {}, {}, {}}).isEmpty());
        QCOMPARE(names(*m, {QStringLiteral("new"), {}, {}, {}}),
            QStringList({QStringLiteral("Aaron Newcomer"), QStringLiteral("Zebedee New")}));
        QVERIFY(await(m->writer().remove(core::IdentityId(QStringLiteral("2000")))));
        QCOMPARE(names(*m, {QStringLiteral("new"), {}, {}, {}}).size(), 1);
    }
    void unchangedPeopleAreNotRewritten()
    {
        StoreFolder f;
        auto m = f.cache();
        People p;
        p.add("1", "A");
        p.add("2", "B");
        load(*m, p);
        store::PageSpan span;
        span.isLast = true;
        const auto r = await(m->writer().applyPage(
            span, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &p.make(); }));
        QCOMPARE(r->unchanged, 2);
    }
    void goneOnlyAfterACompleteCopy()
    {
        StoreFolder f;
        auto m = f.cache();
        People p;
        for (const char *id : {"1", "2", "3", "4"})
            p.add(id, std::string("P") + id);
        load(*m, p);
        domain::SyncState s;
        s.runningMode = QStringLiteral("search");
        QVERIFY(await(m->writer().beginFull(s)));
        People less;
        less.add("1", "P1");
        less.add("3", "P3");
        store::PageSpan span;
        span.last = QStringLiteral("3");
        QVERIFY(await(m->writer().applyPage(
            span, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &less.make(); })));
        QCOMPARE(names(*m, {}).size(), 4);
        QCOMPARE(*await(m->writer().metCount(false)), 3);
        store::PageSpan tail;
        tail.after = QStringLiteral("3");
        tail.isLast = true;
        People nobody;
        QVERIFY(await(m->writer().applyPage(
            tail, [&]() -> core::Result<const std::vector<domain::IdentityRow> *> { return &nobody.make(); })));
        QCOMPARE(*await(m->writer().finishFull(s, true)), 2);
        QCOMPARE(names(*m, {}), QStringList({QStringLiteral("P1"), QStringLiteral("P3")}));
    }
    void aPageIsNeverHalfApplied()
    {
        StoreFolder f;
        auto m = f.cache();
        People p;
        p.add("1", "A");
        load(*m, p);
        store::PageSpan span;
        span.isChanges = true;
        const auto r =
            await(m->writer().applyPage(span, []() -> core::Result<const std::vector<domain::IdentityRow> *> {
                return core::makeError(ErrorCode::Protocol, QStringLiteral("broken"));
            }));
        QVERIFY(!r);
        QCOMPARE(names(*m, {}).size(), 1);
    }
    void countsEqualThePureRule()
    {
        StoreFolder f;
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
        const auto counts = *await(m->reader().counts());
        qint64 sum = 0;
        for (size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(counts.byStatus[i], expected[i]);
            sum += counts.byStatus[i];
            const auto rows = await(m->reader().all({{}, domain::IdentityStatus(i), domain::SortBy::Due, true}));
            QCOMPARE(qint64(rows->rows->size()), expected[i]);
        }
        QCOMPARE(sum, counts.everyone);
    }
    void anOverlayDecidesAndIsForgotten()
    {
        StoreFolder f;
        auto m = f.cache();
        People p;
        p.add("1", "A");
        load(*m, p);
        const core::IdentityId id(QStringLiteral("1"));
        QVERIFY(await(m->setOverlay(id, {domain::SessionOverlay::Open, 1})));
        QCOMPARE(await(m->reader().counts())->byStatus[size_t(domain::IdentityStatus::Pending)], 1);
        QVERIFY(await(m->replaceOverlays({})));
        QCOMPARE(await(m->reader().counts())->byStatus[size_t(domain::IdentityStatus::Never)], 1);
    }
};
IDV_TEST(IdentityCacheFile)
#include "tst_identitycachefile.moc"
