#include "ui/identities/identitiestable.h"
#include "models/peoplemodel.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/controls/region.h"
#include "ui/tables/liststates.h"
#include "ui/tables/peopletable.h"
#include "ui/tables/table.h"
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <unordered_set>

namespace ui {

using models::PeopleModel;

// A selection of more people than this is not carried over when the rows change.
static constexpr size_t keptAtMost = 10'000;

static Qt::SortOrder sortOrder(bool isDescending)
{
    return isDescending ? Qt::DescendingOrder : Qt::AscendingOrder;
}

IdentitiesTable::IdentitiesTable(AppContext &app, PeopleModel *model, QWidget *parent)
    : QWidget(parent), m_app(app), m_model(model)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    v->addWidget(line(t));
    v->addWidget(makeRows(), 1);
    v->addWidget(line(t));
    v->addLayout(makeFoot());
    listen();
}

QWidget *IdentitiesTable::makeRows()
{
    Theme &t = m_app.theme();
    m_table = makeTable(t, m_model, tr("Identities"),
        {186, 168, 94, 92, 130, 40, 94, 94, 120, 130, 120, 150, 120, 120, 120, 120, 100, 110}, 0);
    m_table->setObjectName(QStringLiteral("identityTable"));
    m_table->setSelectionMode(QTableView::ExtendedSelection);
    for (int c = PeopleModel::SortableCount; c < PeopleModel::ColumnCount; ++c)
        m_table->setColumnHidden(c, true);
    auto *header = m_table->horizontalHeader();
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setSortIndicator(0, Qt::AscendingOrder);
    m_usualColumns = header->saveState();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &IdentitiesTable::takeOrder);
    for (const auto signal : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(header, signal, this, &IdentitiesTable::columnsChanged);
    markRegion(m_table);
    m_states = new ListStates(t, m_table);
    connect(m_states, &ListStates::clearingWanted, this, &IdentitiesTable::clearingWanted);
    connect(m_states, &ListStates::retryWanted, this, &IdentitiesTable::retryWanted);
    return m_states;
}

QBoxLayout *IdentitiesTable::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 5, 16, 5);
    m_count = new Label(t, {}, 12, "text-3");
    m_sorted = new Label(t, tr("Sorted by %1").arg(tr("name")), 12, "text-3");
    foot->addWidget(m_count);
    foot->addStretch();
    foot->addWidget(m_sorted);
    return foot;
}

void IdentitiesTable::listen()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &now) { Q_EMIT rowChosen(now.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IdentitiesTable::selectedChanged);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const auto rows = selectedRows();
        m_keptSelection = rows->size() > 1 && rows->size() <= keptAtMost ? *rows : domain::RowIds();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &IdentitiesTable::keepSelection);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &i) {
        if (const auto *p = m_model->person(i.row()))
            m_app.navigator().verify(p->id);
    });
}

void IdentitiesTable::takeOrder(int column, Qt::SortOrder order)
{
    if (column >= PeopleModel::SortableCount) // no index serves these
        return m_table->horizontalHeader()->setSortIndicator(int(m_sort), sortOrder(m_isDescending));
    m_sort = domain::SortBy(column);
    m_isDescending = order == Qt::DescendingOrder;
    const QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    m_sorted->setText(tr("Sorted by %1").arg(QLocale().language() == QLocale::German ? head : head.toLower()));
    Q_EMIT orderChanged(m_sort, m_isDescending);
}

void IdentitiesTable::setOrder(domain::SortBy sort, bool isDescending)
{
    m_sort = sort;
    m_isDescending = isDescending;
    m_table->horizontalHeader()->setSortIndicator(int(sort), sortOrder(isDescending));
}

void IdentitiesTable::offerColumns(QToolButton *button)
{
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    auto *header = m_table->horizontalHeader();
    connect(header, &QWidget::customContextMenuRequested, this,
        [menu, header](const QPoint &at) { menu->popup(header->mapToGlobal(at)); });
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillColumnMenu(menu); });
}

void IdentitiesTable::fillColumnMenu(QMenu *menu)
{
    menu->clear();
    for (int c = 1; c < PeopleModel::ColumnCount; ++c) {
        QAction *a = menu->addAction(m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString());
        a->setCheckable(true);
        a->setChecked(!m_table->isColumnHidden(c));
        connect(a, &QAction::toggled, this, [this, c](bool isOn) {
            m_table->setColumnHidden(c, !isOn);
            Q_EMIT columnsChanged();
        });
    }
}

std::vector<domain::PeopleColumn> IdentitiesTable::shownColumns() const
{
    std::vector<domain::PeopleColumn> out;
    const auto *header = m_table->horizontalHeader();
    for (int at = 0; at < header->count(); ++at) {
        if (const int c = header->logicalIndex(at); !header->isSectionHidden(c))
            out.push_back(models::exportColumn(c));
    }
    return out;
}

QByteArray IdentitiesTable::columns() const
{
    return m_table->horizontalHeader()->saveState();
}

void IdentitiesTable::setColumns(const QByteArray &columns)
{
    auto *header = m_table->horizontalHeader();
    if (!columns.isEmpty() && header->restoreState(columns))
        header->setSectionResizeMode(0, QHeaderView::Stretch);
}

qint64 IdentitiesTable::selectedCount() const
{
    return ui::selectedCount(*m_table);
}

std::shared_ptr<const domain::RowIds> IdentitiesTable::selectedRows() const
{
    return ui::selectedRows(*m_table, *m_model);
}

void IdentitiesTable::selectAll()
{
    m_table->selectAll();
}

void IdentitiesTable::deselect()
{
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    m_table->setFocus();
}

void IdentitiesTable::keepSelection()
{
    if (m_keptSelection.empty())
        return;
    const std::unordered_set<qint32> wanted(m_keptSelection.begin(), m_keptSelection.end());
    m_keptSelection.clear();
    const auto &rows = *m_model->rows();
    QItemSelection selection;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (wanted.contains(rows[i]))
            selection.append(
                QItemSelectionRange(m_model->index(int(i), 0), m_model->index(int(i), PeopleModel::ColumnCount - 1)));
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void IdentitiesTable::moveMark(int row)
{
    if (m_table->currentIndex().row() == row)
        return;
    const QSignalBlocker quiet(m_table->selectionModel());
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->viewport()->update();
}

void IdentitiesTable::focusFirst()
{
    m_table->setFocus();
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0)); // selectRow() finds no column in a right-to-left layout
}

static bool isNarrowed(const domain::PeopleQuery &query)
{
    return !query.text.trimmed().isEmpty() || query.status || !query.filter.isEmpty();
}

static QString nobodyText(const domain::PeopleQuery &query)
{
    const QString text = query.text.trimmed();
    if (!text.isEmpty())
        return IdentitiesTable::tr("No one matches “%1”.").arg(text);
    return query.filter.isEmpty() ? IdentitiesTable::tr("No one has this status.")
                                  : IdentitiesTable::tr("No one matches these filters.");
}

// Rows that are still read are drawn as bars by the table itself.
void IdentitiesTable::showState(const State &state)
{
    if (m_model->rowCount() > 0 || state.isLoading)
        m_states->showRows();
    else if (!state.problem.isEmpty())
        m_states->showFailed(tr("The local copy cannot be read"), state.problem);
    else if (isNarrowed(state.query))
        m_states->showNoMatch({QStringLiteral("search"), nobodyText(state.query),
            tr("Check the spelling, or search without filters."), tr("Clear filters")});
    else
        m_states->showNothing({QStringLiteral("identities"), tr("No identities yet"),
            state.isSyncing ? tr("The first synchronisation is running.")
                            : tr("The tenant holds no identities, or the first synchronisation has not run.")});
}

void IdentitiesTable::refresh(const State &state)
{
    const int rows = m_model->rowCount();
    showState(state);
    QString count = tr("%Ln identities", nullptr, rows);
    if (!m_model->isComplete())
        count = tr("%L1 and more").arg(rows);
    else if (state.isSyncing && !isNarrowed(state.query) && state.everyone == 0)
        count = tr("%L1 so far").arg(rows);
    if (const qint64 selected = selectedCount(); selected > 0)
        count += QStringLiteral("     ") + tr("%L1 selected").arg(selected);
    m_count->setText(count);
    m_table->setAccessibleDescription(count);
}

} // namespace ui
