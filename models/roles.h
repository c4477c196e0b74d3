#pragma once
#include <Qt>

namespace models {

/// Roles beyond Qt's, shared by every model. DisplayRole is text, SortRole the value.
enum Role {
    SortRole = Qt::UserRole + 1,
    IdRole,       ///< QString: the id of the row's object
    StatusRole,   ///< QString: key of the chip: verified, pending, failed, due, overdue, never, review, expired,
                  ///< cancelled
    LoadingRole,  ///< bool: the row is not here yet; draw a bar
    SecondaryRole ///< bool: second in rank, drawn smaller
};

} // namespace models
