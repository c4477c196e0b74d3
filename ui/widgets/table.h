#pragma once
#include <QTableView>
#include <initializer_list>

class QTableWidget;

namespace ui {

class Theme;

/// A table as every page has it: whole rows, one at a time, rows of the theme's height, no grid, our cells.
/// `widths` by column; `stretched` takes what is left.
QTableView *makeTable(Theme &theme, QAbstractItemModel *model, const QString &accessibleName, std::initializer_list<int> widths, int stretched);

/// A short list that is filled by hand: rows are chosen whole, nothing is edited, Tab leaves it.
QTableWidget *plainTable(const QStringList &heads, const QString &accessibleName);

} // namespace ui
