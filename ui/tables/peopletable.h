#pragma once
#include "domain/identities/people.h"

class QObject;
class QTableView;

namespace models {
class PeopleModel;
}

// What every table of people needs: rows fetched as they are looked at, and selections that cost no more for a million.
namespace ui {

class AppContext;

/// Reads the blocks that the model wants from the open tenant's copy; `delivered` (may be empty) is called after each.
void feed(models::PeopleModel &model, AppContext &app, QObject *owner, std::function<void(int block)> delivered = {});
qint64 selectedCount(const QTableView &table);
/// Row numbers of the copy, in the table's order; never null.
std::shared_ptr<const domain::RowIds> selectedRows(const QTableView &table, const models::PeopleModel &model);
/// The others, in the same way.
std::shared_ptr<const domain::RowIds> unselectedRows(const QTableView &table, const models::PeopleModel &model);

} // namespace ui
