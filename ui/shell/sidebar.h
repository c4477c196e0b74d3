#pragma once
#include "core/result.h"
#include "domain/tenants/tenant.h"
#include "ui/shell/page.h"
#include <QFrame>
#include <optional>

class QPushButton;

namespace ui {

class AppContext;
class NavItem;
class TenantButton;

/// Left of every page: the switcher of tenants, the search for a person and the pages.
class Sidebar : public QFrame
{
    Q_OBJECT
public:
    explicit Sidebar(AppContext &app, QWidget *parent = nullptr);
    /// Pages that show nothing without a tenant are only open with one.
    void setTenant(const std::optional<domain::Tenant> &tenant);
    void setCurrent(Page page);
    void setCount(Page page, qint64 n);
    void setCollapsed(bool isCollapsed);
    void showTenantMenu();

Q_SIGNALS:
    void pageWanted(ui::Page page);
    void findWanted();

private:
    void addEntry(Page page, const QString &icon, const QString &text);
    void showTenants(const core::Result<QList<domain::Tenant>> &all);

    AppContext &m_app;
    TenantButton *m_tenant;
    QPushButton *m_find;
    QList<NavItem *> m_entries; ///< as the pages, without the first
};

} // namespace ui
