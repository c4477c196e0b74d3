#pragma once
#include <QTableView>
#include <initializer_list>

class QListWidget;
class QListWidgetItem;
class QTableWidget;
class QTableWidgetItem;

namespace ui {

class Theme;

/// A table as every page has it: whole rows, one at a time, rows of the theme's height, no grid, our cells.
/// `widths` by column; `stretched` takes what is left.
QTableView *makeTable(Theme &theme, QAbstractItemModel *model, const QString &accessibleName,
    std::initializer_list<int> widths, int stretched);

/// Of a line of such a table, in device-independent pixels.
int rowHeight(const Theme &theme);

/// A short list that is filled by hand: rows are chosen whole, nothing is edited, Tab leaves it.
QTableWidget *plainTable(const QStringList &heads, const QString &accessibleName);

/// A cell or an entry of a list that is filled by hand; without hidden signs (domain/outputtext.h).
QTableWidgetItem *cellItem(const QString &text);
QListWidgetItem *listItem(const QString &text, QListWidget *list = nullptr);

} // namespace ui
