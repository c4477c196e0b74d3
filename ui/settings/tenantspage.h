#pragma once
#include "domain/tenants/tenant.h"
#include <QWidget>

class QVBoxLayout;

namespace ui {

class Banner;
class AppContext;
class TenantActions;

/// Settings, Tenants: a card for each, with what can be done to it.
class TenantsPage : public QWidget
{
    Q_OBJECT
public:
    explicit TenantsPage(AppContext &app, QWidget *parent = nullptr);

private:
    void followSession();
    void reload();
    QWidget *unreadableCard(const domain::Tenant &tenant);

    AppContext &m_app;
    QVBoxLayout *m_tenants;
    Banner *m_banner;
    TenantActions *m_actions;
};

} // namespace ui
