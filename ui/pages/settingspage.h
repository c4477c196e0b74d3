#pragma once
#include "domain/tenant.h"
#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace ui {

class Banner;
class Desk;

/// General (theme, density, language) and Tenants; changes apply at once.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(Desk &desk, QWidget *parent = nullptr);
    void showTenants();
    void showReceiver();

private:
    QWidget *makeGeneral();
    QWidget *makeTenants();
    QWidget *makeAbout();
    void reload();
    QWidget *tenantCard(const domain::Tenant &tenant);
    void test(const domain::Tenant &tenant);
    void replaceSecrets(const domain::Tenant &tenant);
    void remove(const domain::Tenant &tenant);
    void registerOperator();
    void changeWriteBack(const domain::Tenant &tenant);
    void report(const core::Status &done, const QString &what);

    Desk &m_desk;
    class QListWidget *m_pages;
    QStackedWidget *m_stack;
    QVBoxLayout *m_tenants;
    Banner *m_banner;
};

} // namespace ui
