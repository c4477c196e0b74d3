#include "bench/bench.h"
#include "models/peoplemodel.h"
#include "store/cache/identitycache.h"
#include "support/await.h"
#include "ui/common/theme.h"
#include "ui/tables/celldelegate.h"
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <algorithm>
#include <sqlite3.h>
#include <vector>

using support::await;

namespace bench {

static double percentile(std::vector<double> v, double p)
{
    std::sort(v.begin(), v.end());
    return v.empty() ? 0 : v[size_t(double(v.size() - 1) * p)];
}

static void timeCache(const QString &file, store::IdentityCache &m, QJsonObject &out)
{
    sqlite3 *db = nullptr;
    sqlite3_open(file.toUtf8().constData(), &db);
    out.insert(QStringLiteral("like_ms"), timed([&] {
        sqlite3_exec(db, "SELECT count(*) FROM identity WHERE sortkey LIKE '%eche%'", nullptr, nullptr, nullptr);
    }));
    sqlite3_close(db);
    (void)await(m.reader().counts());
    out.insert(QStringLiteral("counts_ms"), timed([&] { (void)await(m.reader().counts()); }));
    double slowest = 0;
    for (int i = 0; i < 8; ++i) {
        (void)await(m.reader().quick({{}, {}, domain::SortBy(i), false}));
        const double ms = timed([&] {
            const auto rows = await(m.reader().quick({{}, {}, domain::SortBy(i), true}));
            (void)await(m.reader().people({rows->rows->begin(), rows->rows->begin() + 40}));
        });
        if (ms > slowest) {
            slowest = ms;
            out.insert(QStringLiteral("sort_column"), QStringLiteral("column %1").arg(i));
        }
    }
    out.insert(QStringLiteral("sort_ms"), slowest);
}

/// What the model asks for is read from the copy and delivered.
static void feed(models::PeopleModel &model, store::IdentityCache &m)
{
    QObject::connect(&model, &models::PeopleModel::blockWanted, &model, [&model, &m](quint64 generation, int block) {
        core::whenDone<QList<domain::Identity>>(m.reader().people(model.rowsOfBlock(block)), &model,
            [&model, generation, block](const core::Result<QList<domain::Identity>> &p) {
                if (p)
                    model.deliver(generation, block, *p);
            });
    });
}

static void show(QTableView &table)
{
    table.setShowGrid(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(32);
    table.resize(1100, 800);
    table.show();
    QTest::qWait(300);
}

// Every prefix that is typed on the way to these names: first letters, accents, two words, e-mail, a number.
static std::vector<double> searchTimes(store::IdentityCache &m, models::PeopleModel &model, QTableView &table)
{
    std::vector<double> searches;
    for (const char *typed :
        {"maria eche", "ayşe çelik", "佐々", "παπα", "nguyen", "o'sull", "grace.quesnel", "10 17"}) {
        QString text;
        for (const QChar c : QString::fromUtf8(typed)) {
            text += c;
            searches.push_back(timed([&] {
                model.setResult(*await(m.reader().quick({text, {}, {}, {}})), core::SystemClock().now());
                QSignalSpy delivered(&model, &QAbstractItemModel::dataChanged);
                table.viewport()->repaint();
                while (model.rowCount() > 0 && !model.person(0) && delivered.wait(2000)) {
                }
                table.viewport()->repaint();
            }));
        }
    }
    return searches;
}

static void timeFrames(models::PeopleModel &model, QTableView &table, QJsonObject &out)
{
    std::vector<double> frames;
    for (int i = 0; i < 300; ++i) {
        table.verticalScrollBar()->setValue(table.verticalScrollBar()->value() + 7 + i % 40);
        frames.push_back(timed([&] { table.viewport()->repaint(); }));
        QTest::qWait(2);
    }
    out.insert(QStringLiteral("frame_p99"), percentile(frames, 0.99));
    out.insert(QStringLiteral("jump_ms"), timed([&] {
        QSignalSpy delivered(&model, &QAbstractItemModel::dataChanged);
        table.scrollToBottom();
        table.viewport()->repaint();
        while (!model.person(model.rowCount() - 1) && delivered.wait(2000)) {
        }
        table.viewport()->repaint();
    }));
}

int list(const QString &file)
{
    auto m = *store::IdentityCache::open(file, {}, std::make_shared<core::SystemClock>());
    QJsonObject out;
    timeCache(file, *m, out);
    // The real table with the real delegate and the real model.
    ui::Theme theme;
    theme.apply(ui::ThemeChoice::Light);
    models::PeopleModel model;
    feed(model, *m);
    model.setResult(*await(m->reader().all({})), core::SystemClock().now());
    QTableView table;
    table.setModel(&model);
    table.setItemDelegate(new ui::CellDelegate(theme, &table));
    show(table);
    out.insert(QStringLiteral("search_p95"), percentile(searchTimes(*m, model, table), 0.95));
    model.setResult(*await(m->reader().all({})), core::SystemClock().now());
    QTest::qWait(100); // what is drawn late is drawn before the frames are timed
    timeFrames(model, table, out);
    print(out);
    return 0;
}

} // namespace bench
