#include "models/peoplemodel.h"
#include "support/bareapp.h"
#include "support/registry.h"
#include "support/widgethand.h"
#include "ui/identities/identitiestable.h"
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using domain::SortBy;
using models::PeopleModel;
using support::says;

namespace {

struct Table : support::BareApp
{
    Table() { table.resize(900, 600); }
    void fill(const domain::RowIds &ids, bool isComplete = true)
    {
        model.setResult({std::make_shared<domain::RowIds>(ids), isComplete}, clock->now());
    }
    void refresh(const QString &problem = {}, bool isSyncing = false, qint64 everyone = 1)
    {
        table.refresh({query, problem, false, isSyncing, everyone});
    }
    QTableView *view() const { return table.findChild<QTableView *>(QStringLiteral("identityTable")); }
    void select(int from, int to)
    {
        view()->selectionModel()->select(
            QItemSelection(model.index(from, 0), model.index(to, PeopleModel::ColumnCount - 1)),
            QItemSelectionModel::ClearAndSelect);
    }
    PeopleModel model;
    domain::PeopleQuery query;
    ui::IdentitiesTable table{*app, &model};
};

} // namespace

class TableOfIdentities : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itSaysHowManyThereAre()
    {
        Table d;
        d.fill({4, 8, 15});
        d.refresh();
        QVERIFY(d.view()->isVisibleTo(&d.table));
        QVERIFY(d.view()->accessibleDescription().startsWith(QLatin1Char('3')));
        d.select(0, 1);
        d.refresh();
        QVERIFY(says(d.table, "2 selected"));
        d.fill({4, 8, 15}, false);
        d.refresh();
        QVERIFY(says(d.table, "3 and more"));
        d.fill({4, 8, 15});
        d.refresh({}, true, 0);
        QVERIFY(says(d.table, "3 so far"));
    }
    void whyNobodyIsThereIsSaid()
    {
        Table d;
        d.fill({});
        d.refresh();
        QVERIFY(!d.view()->isVisibleTo(&d.table));
        QVERIFY(says(d.table, "No identities yet"));
        d.refresh({}, true);
        QVERIFY(says(d.table, "The first synchronisation is running."));
        d.query.text = QStringLiteral(" nobody ");
        d.refresh();
        QVERIFY(says(d.table, "No one matches “nobody”."));
        d.query.text.clear();
        d.query.status = domain::IdentityStatus::Failed;
        d.refresh();
        QVERIFY(says(d.table, "No one has this status."));
        d.query.filter.ial = 2;
        d.refresh();
        QVERIFY(says(d.table, "No one matches these filters."));
        QSignalSpy wanted(&d.table, &ui::IdentitiesTable::clearingWanted);
        support::buttonOf(d.table, "Clear filters")->click();
        QCOMPARE(wanted.size(), 1);
        d.refresh(QStringLiteral("It is damaged."));
        QVERIFY(says(d.table, "The local copy cannot be read") && says(d.table, "It is damaged."));
    }
    void whatIsSelectedStaysByPerson()
    {
        Table d;
        d.fill({4, 8, 15, 16});
        QSignalSpy told(&d.table, &ui::IdentitiesTable::selectedChanged);
        d.select(1, 2);
        QVERIFY(!told.isEmpty());
        QCOMPARE(d.table.selectedCount(), 2);
        QCOMPARE(*d.table.selectedRows(), (domain::RowIds{8, 15}));
        d.fill({15, 23, 8});
        QCOMPARE(*d.table.selectedRows(), (domain::RowIds{15, 8})); // in the table's order
        d.table.selectAll();
        QCOMPARE(d.table.selectedCount(), 3);
        d.table.deselect();
        QCOMPARE(d.table.selectedCount(), 0);
        QVERIFY(d.table.selectedRows() && d.table.selectedRows()->empty());
    }
    void anOrderIsTakenOnlyWhereAnIndexServesIt()
    {
        Table d;
        QSignalSpy ordered(&d.table, &ui::IdentitiesTable::orderChanged);
        auto *head = d.view()->horizontalHeader();
        head->setSortIndicator(PeopleModel::Due, Qt::DescendingOrder);
        QCOMPARE(ordered.size(), 1);
        QCOMPARE(ordered.first().at(0).value<SortBy>(), SortBy(PeopleModel::Due));
        QCOMPARE(ordered.first().at(1).toBool(), true);
        QVERIFY(says(d.table, "Sorted by"));
        head->setSortIndicator(PeopleModel::Manager, Qt::AscendingOrder);
        QCOMPARE(head->sortIndicatorSection(), int(PeopleModel::Due)); // as before
        QCOMPARE(head->sortIndicatorOrder(), Qt::DescendingOrder);
        d.table.setOrder(SortBy::Name, false);
        QCOMPARE(head->sortIndicatorSection(), int(PeopleModel::Name));
    }
    void columnsAreChosenAndKept()
    {
        Table d;
        const auto usual = d.table.shownColumns();
        QCOMPARE(usual.size(), size_t(PeopleModel::SortableCount));
        QToolButton button;
        d.table.offerColumns(&button);
        QVERIFY(button.menu());
        Q_EMIT button.menu()->aboutToShow();
        const auto actions = button.menu()->actions();
        QCOMPARE(actions.size(), int(PeopleModel::ColumnCount) - 1); // the name is always there
        QSignalSpy changed(&d.table, &ui::IdentitiesTable::columnsChanged);
        actions.at(PeopleModel::Manager - 1)->setChecked(true);
        actions.at(PeopleModel::Email - 1)->setChecked(false);
        QVERIFY(changed.size() >= 2);
        const auto shown = d.table.shownColumns();
        QCOMPARE(shown.size(), usual.size());
        QVERIFY(std::find(shown.begin(), shown.end(), models::exportColumn(PeopleModel::Manager)) != shown.end());
        QVERIFY(std::find(shown.begin(), shown.end(), models::exportColumn(PeopleModel::Email)) == shown.end());
        const auto kept = d.table.columns();
        d.table.setColumns(d.table.usualColumns());
        QCOMPARE(d.table.shownColumns(), usual);
        d.table.setColumns(kept);
        QCOMPARE(d.table.shownColumns(), shown);
        d.table.setColumns("no columns");
        QCOMPARE(d.table.shownColumns(), shown);
    }
    void theMarkMovesWithoutTelling()
    {
        Table d;
        d.fill({4, 8, 15});
        QSignalSpy chosen(&d.table, &ui::IdentitiesTable::rowChosen);
        d.table.moveMark(2);
        QCOMPARE(d.view()->currentIndex().row(), 2);
        QVERIFY(chosen.isEmpty());
        d.table.focusFirst();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 0);
    }
};
IDV_TEST(TableOfIdentities)
#include "tst_identitiestable.moc"
