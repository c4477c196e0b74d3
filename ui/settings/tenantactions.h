#pragma once
#include "domain/tenants/tenant.h"
#include <QObject>

namespace services {
struct TenantSecrets;
struct TestReport;
} // namespace services

namespace ui {

class Banner;
class AppContext;

/// What can be done to a tenant from the settings. Asks in dialogs over `page`; what became of it is said in `banner`.
class TenantActions : public QObject
{
    Q_OBJECT
public:
    TenantActions(AppContext &app, Banner &banner, QWidget *page);
    void open(const domain::Tenant &tenant);
    void test(const domain::Tenant &tenant);
    void turnReadOnly(const domain::Tenant &tenant);
    void replaceSecrets(const domain::Tenant &tenant);
    void remove(const domain::Tenant &tenant);
    void edit(const domain::Tenant &tenant);
    /// When its client expires, and its replacement.
    void showAccessToken(const domain::Tenant &tenant);
    void changeProvider(const domain::Tenant &tenant);
    /// Where its provider's results stand and what its words mean.
    void changeResults(const domain::Tenant &tenant);
    void changeWriteBack(const domain::Tenant &tenant);
    void changeStatusWords(const domain::Tenant &tenant);
    /// How approvals are decided; of IdentityIQ.
    void changeIdentityIq(const domain::Tenant &tenant);
    // Of the open tenant.
    void showReadiness();
    void registerOperator();
    void changeActivity();

private:
    void showTest(const services::TestReport &tested);
    void tryAndReplace(const domain::Tenant &tenant, const services::TenantSecrets &secrets);
    void rotate(const domain::Tenant &tenant, const services::TenantSecrets &secrets, bool isProven);
    void removeNow(const domain::Tenant &tenant, bool endsOpen);
    /// As the dialog of an edit does: tried, compared with what is stored, saved.
    void tryAndStore(const domain::Tenant &before, const domain::Tenant &changed, const QString &done);
    void store(const domain::Tenant &seen, const domain::Tenant &changed, const QString &action, const QString &done);
    void take(const core::Result<domain::Tenant> &stored, const QString &done);
    void report(const core::Status &done, const QString &what);

    AppContext &m_app;
    Banner &m_banner;
    QWidget *m_page;
};

} // namespace ui
