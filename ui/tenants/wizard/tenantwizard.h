#pragma once
#include "services/readiness/connectiontest.h"
#include "ui/widgets/dialog.h"

class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace ui {

class AppContext;
class AttributesStep;
class Banner;
class ProviderStep;
class ReadinessStep;
class SailPointStep;
class StepList;
class WizardStep;

/// Add tenant: SailPoint, IDV provider, attributes and write-back, readiness check. Nothing is stored before Finish.
class TenantWizard : public Dialog
{
    Q_OBJECT
public:
    TenantWizard(AppContext &app, QWidget *parent);
    /// For pictures: shows step 0 to 3.
    void showStep(int step);

Q_SIGNALS:
    void tenantAdded(const domain::Tenant &tenant);

private:
    QStackedWidget *makeSteps();
    QHBoxLayout *makeFoot();
    void connectSteps();
    domain::Tenant tenant() const;
    services::TenantSecrets secrets() const;
    /// What is wrong with what a step says, beside its fields; false when nothing is.
    bool showFaults(WizardStep &step);
    bool showSailPointFaults();
    void test(services::TestParts parts, std::function<void(bool)> then);
    void checkReadiness();
    void next();
    void finish();
    bool isTesting() const;
    QString nextText() const;
    void refreshButtons();

    AppContext &m_app;
    QStackedWidget *m_stack;
    StepList *m_steps;
    SailPointStep *m_sailpoint;
    ProviderStep *m_provider;
    AttributesStep *m_attributes;
    ReadinessStep *m_readiness;
    Banner *m_banner;
    QPushButton *m_back;
    QPushButton *m_next;
    QString m_organisation;   ///< as the last test heard it
    bool m_isTesting = false; ///< a connection
};

} // namespace ui
