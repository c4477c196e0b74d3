#include "domain/text/messages.h"
#include "models/peoplemodel.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/detailpane.h"
#include "ui/identities/exportdialog.h"
#include "ui/identities/identitiesheader.h"
#include "ui/identities/identitiespage.h"
#include "ui/identities/selectionpane.h"
#include "ui/identities/viewsbutton.h"
#include "ui/tables/peopletable.h"
#include "ui/tables/table.h"
#include "ui/widgets/parts.h"
#include <QHeaderView>
#include <QJsonDocument>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <unordered_set>

namespace ui {

using core::Result;
using models::PeopleModel;

// A selection of more people than this is not carried over when the rows change.
static constexpr size_t keptAtMost = 10'000;

void IdentitiesPage::makeTable(QVBoxLayout *v)
{
    Theme &t = m_app.theme();
    v->addWidget(line(t));
    m_stack = new QStackedWidget;
    m_table = ui::makeTable(t, m_model, tr("Identities"),
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
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this, header](int column, Qt::SortOrder order) {
        if (column >= PeopleModel::SortableCount) // no index serves these
            return header->setSortIndicator(
                int(m_query.sort), m_query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        const bool isSame =
            m_query.sort == domain::SortBy(column) && m_query.descending == (order == Qt::DescendingOrder);
        m_query.sort = domain::SortBy(column);
        m_query.descending = order == Qt::DescendingOrder;
        const QString head = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        m_sorted->setText(tr("Sorted by %1").arg(QLocale().language() == QLocale::German ? head : head.toLower()));
        if (!isSame && !m_isRecalling)
            load();
    });
    for (const auto signal : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(header, signal, &m_rememberSoon, qOverload<>(&QTimer::start));
    markRegion(m_table);
    m_stack->addWidget(m_table);
    m_empty = new EmptyState(t);
    connect(m_empty, &EmptyState::activated, m_header, &IdentitiesHeader::clearAll);
    m_stack->addWidget(m_empty);
    v->addWidget(m_stack, 1);
    v->addWidget(line(t));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 5, 16, 5);
    m_count = new Label(t, {}, 12, "text-3");
    m_sorted = new Label(t, tr("Sorted by %1").arg(tr("name")), 12, "text-3");
    foot->addWidget(m_count);
    foot->addStretch();
    foot->addWidget(m_sorted);
    v->addLayout(foot);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &now) { openRow(now.row()); });
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IdentitiesPage::selectedRowsChanged);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const auto rows = selectedRows(*m_table, *m_model);
        m_keptSelection = rows->size() > 1 && rows->size() <= keptAtMost ? *rows : domain::RowIds();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &IdentitiesPage::keepSelection);
    // A row that was chosen before its block was there.
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_awaitedRow >= 0)
            openRow(m_awaitedRow);
    });
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &i) {
        if (const auto *p = m_model->person(i.row()))
            m_app.verify(p->id);
    });
}

void IdentitiesPage::makeColumnMenu()
{
    auto *menu = new QMenu(m_header->columns());
    m_header->columns()->setMenu(menu);
    auto *header = m_table->horizontalHeader();
    connect(header, &QWidget::customContextMenuRequested, this,
        [menu, header](const QPoint &at) { menu->popup(header->mapToGlobal(at)); });
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (int c = 1; c < PeopleModel::ColumnCount; ++c) {
            QAction *a = menu->addAction(m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString());
            a->setCheckable(true);
            a->setChecked(!m_table->isColumnHidden(c));
            connect(a, &QAction::toggled, this, [this, c](bool isOn) {
                m_table->setColumnHidden(c, !isOn);
                m_rememberSoon.start();
            });
        }
    });
}

void IdentitiesPage::openRow(int row)
{
    const auto *p = row >= 0 ? m_model->person(row) : nullptr;
    m_awaitedRow = p ? -1 : row;
    if (!p)
        return;
    m_selected = p->id;
    m_pane->show(*p);
    m_pane->QWidget::setVisible(m_selection->isHidden());
    Q_EMIT selectionChanged();
}

void IdentitiesPage::selectedRowsChanged()
{
    const qint64 n = selectedCount(*m_table);
    const bool isMany = n > 1;
    if (isMany)
        m_pane->hide();
    else if (!m_selection->isHidden() && n == 1)
        m_pane->QWidget::show();
    m_selection->setVisible(isMany);
    refreshState();
    Q_EMIT selectionChanged();
}

void IdentitiesPage::keepSelection()
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

// Everyone: whoever matches now, not when the rows were read.
void IdentitiesPage::onSelected(
    int limit, const QString &tooMany, const std::function<void(const QList<core::IdentityId> &)> &action)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    const bool isAll = m_model->isComplete() && selectedCount(*m_table) == m_model->rowCount();
    const auto rows =
        isAll ? w->all(m_query)
              : core::ready<domain::PeopleResult>(domain::PeopleResult{selectedRows(*m_table, *m_model), true});
    const auto ids = core::andThen<domain::PeopleResult>(rows, this, [this, limit](const domain::PeopleResult &r) {
        return m_app.tenantSession() ? m_app.tenantSession()->idsOf(r.rows, limit + 1)
                                     : core::ready<QList<core::IdentityId>>(QList<core::IdentityId>());
    });
    core::whenDone<QList<core::IdentityId>>(
        ids, this, [this, limit, tooMany, action](const Result<QList<core::IdentityId>> &found) {
            if (!found)
                return Q_EMIT m_app.failed(found.error(), int(domain::Vendor::SailPoint));
            if (found->size() > limit)
                return Q_EMIT m_app.warned(tooMany, tr("Nothing was asked for. Filter or select fewer people."));
            if (!found->isEmpty())
                action(*found);
        });
}

void IdentitiesPage::selectionMoved()
{
    if (m_selected.isEmpty() || !m_selection->isHidden())
        return;
    const int row = m_model->rowOf(m_selected);
    if (row < 0)
        return;
    if (m_table->currentIndex().row() != row) {
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex(m_model->index(row, 0));
        m_table->viewport()->update();
    }
    if (const auto *p = m_model->person(row); p && !m_pane->isHidden())
        m_pane->show(*p);
}

std::vector<domain::PeopleColumn> IdentitiesPage::shownColumns() const
{
    std::vector<domain::PeopleColumn> out;
    const auto *header = m_table->horizontalHeader();
    for (int at = 0; at < header->count(); ++at) {
        if (const int c = header->logicalIndex(at); !header->isSectionHidden(c))
            out.push_back(models::exportColumn(c));
    }
    return out;
}

void IdentitiesPage::openExport()
{
    if (!m_app.tenantSession())
        return;
    const auto selected = selectedRows(*m_table, *m_model);
    auto *d = new ExportDialog(
        m_app, {m_query, m_model->rowCount(), selected->empty() ? nullptr : selected, shownColumns()}, this);
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->open();
}

domain::PeopleView IdentitiesPage::present() const
{
    return {{}, m_query, m_table->horizontalHeader()->saveState()};
}

void IdentitiesPage::showView(const domain::PeopleView &view)
{
    m_isRecalling = true;
    auto *header = m_table->horizontalHeader();
    if (!view.columns.isEmpty() && header->restoreState(view.columns))
        header->setSectionResizeMode(0, QHeaderView::Stretch);
    m_query.sort = view.query.sort;
    m_query.descending = view.query.descending;
    header->setSortIndicator(int(m_query.sort), m_query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_isRecalling = false;
    m_header->setNarrowing(view.query.status, view.query.filter);
}

// Per tenant: filter, status, order, columns, the pane's width. Never what is typed or selected.
void IdentitiesPage::remember()
{
    if (m_tenant.isEmpty())
        return;
    QSettings &s = m_app.settings();
    s.setValue(peopleSetting(m_tenant, "query"), QJsonDocument(domain::toJson(m_query)).toJson(QJsonDocument::Compact));
    s.setValue(peopleSetting(m_tenant, "columns"), m_table->horizontalHeader()->saveState());
    s.setValue(peopleSetting(m_tenant, "panes"), m_splitter->saveState());
}

void IdentitiesPage::recall()
{
    if (m_rememberSoon.isActive())
        remember(); // the last tenant's
    m_rememberSoon.stop();
    m_tenant = m_app.tenantSession() ? m_app.tenantSession()->tenant().id : core::TenantId();
    const QSignalBlocker quiet(m_header); // the page loads once, after this
    m_header->clearAll();
    m_query = {};
    const QSettings &s = m_app.settings();
    const auto query = domain::queryFromJson(
        QJsonDocument::fromJson(s.value(peopleSetting(m_tenant, "query")).toByteArray()).object());
    showView({{}, query, s.value(peopleSetting(m_tenant, "columns"), m_usualColumns).toByteArray()});
    m_splitter->restoreState(s.value(peopleSetting(m_tenant, "panes")).toByteArray());
}

} // namespace ui
