#pragma once
#include <QList>

class QTableView;

namespace models {
class PeopleModel;
}

namespace ui {

class AppContext;

/// The columns of the work list from left to right, as of PeopleModel; an export of it holds the same.
const QList<int> &workColumns();
/// The table of the work list; a double click opens the person.
QTableView *makeWorkTable(AppContext &app, models::PeopleModel *model);

} // namespace ui
