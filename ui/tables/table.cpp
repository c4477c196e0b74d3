#include "ui/tables/table.h"
#include "domain/text/outputtext.h"
#include "ui/common/theme.h"
#include "ui/tables/celldelegate.h"
#include <QHeaderView>
#include <QListWidget>
#include <QTableWidget>

namespace ui {

QTableView *makeTable(Theme &theme, QAbstractItemModel *model, const QString &accessibleName,
    std::initializer_list<int> widths, int stretched)
{
    auto *table = new QTableView;
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    table->setItemDelegate(new CellDelegate(theme, table));
    table->setMouseTracking(true);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setSelectionMode(QTableView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight(theme));
    QObject::connect(&theme, &Theme::changed, table,
        [table, &theme] { table->verticalHeader()->setDefaultSectionSize(rowHeight(theme)); });
    QHeaderView *header = table->horizontalHeader();
    header->setFixedHeight(theme.scaled(30));
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    int column = 0;
    for (const int width : widths)
        table->setColumnWidth(column++, theme.scaled(width));
    header->setSectionResizeMode(stretched, QHeaderView::Stretch);
    return table;
}

int rowHeight(const Theme &theme)
{
    return theme.scaled(theme.density() == Density::Compact ? 26 : 32);
}

QTableWidget *plainTable(const QStringList &heads, const QString &accessibleName)
{
    auto *t = new QTableWidget(0, int(heads.size()));
    t->setAccessibleName(accessibleName);
    t->setHorizontalHeaderLabels(heads);
    t->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    t->verticalHeader()->hide();
    t->setEditTriggers(QAbstractItemView::NoEditTriggers);
    t->setSelectionBehavior(QAbstractItemView::SelectRows);
    t->setSelectionMode(QAbstractItemView::SingleSelection);
    t->setShowGrid(false);
    t->setWordWrap(false);
    t->setTabKeyNavigation(false);
    return t;
}

QTableWidgetItem *cellItem(const QString &text)
{
    return new QTableWidgetItem(domain::lineText(text));
}
QListWidgetItem *listItem(const QString &text, QListWidget *list)
{
    return new QListWidgetItem(domain::labelText(text), list);
}

} // namespace ui
