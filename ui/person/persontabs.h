#pragma once
#include "core/ids.h"
#include "domain/operations/operation.h"
#include "ui/tables/lazylist.h"
#include <functional>

namespace ui {

class AppContext;

/// Access, Ownership or Activity of one person; asked for when it is first looked at.
class PersonTab : public LazyList
{
    Q_OBJECT
public:
    enum Kind { Access, Ownership, Activity };
    PersonTab(AppContext &app, Kind kind, QWidget *parent = nullptr);
    /// Reads again when it is another person, or when `isFresh`.
    void open(const core::IdentityId &id, bool isFresh = false);

private:
    void read();
    void readAccess();
    void openRole(int row);
    void readOwnership();
    void readActivity();
    AppContext &m_app;
    Kind m_kind;
    core::IdentityId m_id;
    QList<domain::RoleAssignment> m_roles; ///< as the rows of Access
};

} // namespace ui
