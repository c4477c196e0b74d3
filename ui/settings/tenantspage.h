#pragma once
#include "domain/tenants/tenant.h"
#include <QWidget>

class QVBoxLayout;

namespace ui {

class Banner;
class AppContext;

/// Settings, Tenants: a card for each, with what can be done to it.
class TenantsPage : public QWidget
{
    Q_OBJECT
public:
    explicit TenantsPage(AppContext &app, QWidget *parent = nullptr);

private:
    void reload();
    QWidget *tenantCard(const domain::Tenant &tenant);
    QWidget *unreadableCard(const domain::Tenant &tenant);
    void test(const domain::Tenant &tenant);
    void replaceSecrets(const domain::Tenant &tenant);
    void remove(const domain::Tenant &tenant);
    void removeNow(const domain::Tenant &tenant, bool endsOpen);
    void registerOperator();
    void changeActivity();
    void changeWriteBack(const domain::Tenant &tenant);
    void changeStatusWords(const domain::Tenant &tenant);
    void changeIdentityIq(const domain::Tenant &tenant);
    void store(const domain::Tenant &changed, const QString &action, const QString &done);
    void changeProvider(const domain::Tenant &tenant);
    void report(const core::Status &done, const QString &what);

    AppContext &m_app;
    QVBoxLayout *m_tenants;
    Banner *m_banner;
};

} // namespace ui
