#pragma once
#include <QTableView>
#include <initializer_list>

namespace ui {

class Theme;

/// A table as every page has it: whole rows, one at a time, rows of the theme's height, no grid, our cells.
/// `widths` by column; `stretched` takes what is left.
QTableView *makeTable(Theme &theme, QAbstractItemModel *model, const QString &accessibleName, std::initializer_list<int> widths, int stretched);

} // namespace ui
