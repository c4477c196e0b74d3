#include "ui/reverification/workselection.h"
#include "models/peoplemodel.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/identities/exportdialog.h"
#include "ui/reverification/worktable.h"
#include "ui/tables/peopletable.h"
#include "ui/widgets/flowlayout.h"
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QTableView>
#include <vector>

namespace ui {

WorkSelection::WorkSelection(AppContext &app, QTableView *table, models::PeopleModel *model, QWidget *parent)
    : QWidget(parent), m_app(app), m_table(table), m_model(model)
{
    Theme &t = app.theme();
    auto *bar = new QHBoxLayout(this);
    bar->setContentsMargins(12, 8, 12, 8);
    auto *left = new FlowLayout(6);
    bar->addLayout(left, 1);
    m_selected = new Label(t, {}, 13, "text", 600);
    m_selected->setObjectName(QStringLiteral("workSelection"));
    auto *all = button(t, tr("Select all"), {}, "flat");
    auto *none = button(t, tr("Clear"), {}, "flat");
    auto *save = button(t, tr("Export…"), QStringLiteral("export"));
    save->setObjectName(QStringLiteral("workExport"));
    connect(all, &QPushButton::clicked, m_table, &QTableView::selectAll);
    connect(none, &QPushButton::clicked, m_table, &QTableView::clearSelection);
    connect(save, &QPushButton::clicked, this, &WorkSelection::openExport);
    auto *start = button(t, tr("Start campaign…"), QStringLiteral("renew"), "primary");
    start->setObjectName(QStringLiteral("workCampaign"));
    connect(start, &QPushButton::clicked, this, &WorkSelection::campaignWanted);
    left->addWidget(m_selected);
    left->addWidget(all);
    left->addWidget(none);
    bar->addWidget(save);
    bar->addWidget(start);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WorkSelection::refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, &WorkSelection::refresh);
}

void WorkSelection::setQuery(const domain::PeopleQuery &query)
{
    m_shown = query;
}

void WorkSelection::refresh()
{
    const qint64 n = selectedCount(*m_table);
    m_selected->setText(
        n > 0 ? tr("%L1 of %L2 selected").arg(n).arg(m_model->rowCount()) : tr("%L1 people").arg(m_model->rowCount()));
}

CampaignChoice WorkSelection::choice() const
{
    const auto selected = selectedRows(*m_table, *m_model);
    // Everybody chosen is the list itself, found anew at the dry run.
    const qint64 left = m_model->rowCount() - qint64(selected->size());
    const bool isAll = left == 0 && m_shown.text.trimmed().isEmpty();
    CampaignChoice choice{m_shown, m_model->rowCount(), selected->empty() || isAll ? nullptr : selected, nullptr};
    // All but a few: the list, and the few as exceptions. Who comes to be due until the dry run is in it too.
    if (left > 0 && left <= 1000 && left < m_model->rowCount() / 2 && m_shown.text.trimmed().isEmpty())
        choice.left = unselectedRows(*m_table, *m_model);
    return choice;
}

void WorkSelection::openExport()
{
    if (!m_app.tenantSession())
        return;
    const auto selected = selectedRows(*m_table, *m_model);
    std::vector<domain::PeopleColumn> columns;
    for (const int c : workColumns())
        columns.push_back(models::exportColumn(c));
    const ExportChoice choice{m_shown, m_model->rowCount(), selected->empty() ? nullptr : selected, columns};
    openDialog<ExportDialog>(m_app, choice, this);
}

} // namespace ui
