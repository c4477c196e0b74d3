#pragma once
#include "core/result.h"
#include "domain/tenants/tenant.h"
#include "services/readiness/readiness.h"
#include <QWidget>
#include <memory>

class QPushButton;

namespace services {
class PreflightCheck;
struct TenantSecrets;
} // namespace services

namespace ui {

class AppContext;
class Banner;
class ReadinessTable;

/// Adding a tenant, the last step: is what was entered enough?
class ReadinessStep : public QWidget
{
    Q_OBJECT
public:
    explicit ReadinessStep(AppContext &app, QWidget *parent = nullptr);
    ~ReadinessStep() override;
    void check(const domain::Tenant &tenant, const services::TenantSecrets &secrets);
    bool isChecking() const { return m_trial != nullptr; }
    /// Nothing of the last check failed.
    bool isReady() const { return m_isReady; }
    /// `testing`: what stands against another check; empty: nothing.
    void refreshButtons(const QString &testing);

Q_SIGNALS:
    void checkWanted();
    /// A check began or ended.
    void changed();

private:
    void showLines(const QString &tenantName, const core::Result<QList<services::ReadinessLine>> &lines);

    AppContext &m_app;
    Banner *m_banner;
    ReadinessTable *m_table;
    QPushButton *m_saveReport;
    QPushButton *m_checkAgain;
    std::unique_ptr<services::PreflightCheck> m_trial; ///< while it runs
    QString m_report;
    bool m_isReady = false;
};

} // namespace ui
