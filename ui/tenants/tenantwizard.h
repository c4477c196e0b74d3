#pragma once
#include "services/readiness/connectiontest.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace services {
class PreflightCheck;
}

namespace ui {

class Banner;
class AppContext;
class HintedEdit;
class IdentityIqForm;
class Label;
class ReadinessTable;

/// Add tenant: SailPoint, IDV provider, attributes and write-back, readiness check. Nothing is stored before Finish.
class TenantWizard : public Dialog
{
    Q_OBJECT
public:
    TenantWizard(AppContext &app, QWidget *parent);
    ~TenantWizard() override;
    /// For pictures: shows step 0 to 3.
    void showStep(int step);

Q_SIGNALS:
    void finished_(const domain::Tenant &tenant);

private:
    QLineEdit *field(
        QFormLayout *form, const QString &name, const QString &label, const QString &help, bool isSecret = false);
    QWidget *makeSteps();
    QWidget *makeSailPoint();
    void showProduct();
    void shortenAddress();
    domain::Product product() const;
    QWidget *makeProvider();
    QWidget *makeAttributes();
    QWidget *makeReadiness();
    void checkReadiness();
    QWidget *makeTestCard(QVBoxLayout *&lines, const QString &title, services::TestParts parts);
    domain::Tenant tenant() const;
    services::TenantSecrets secrets() const;
    core::Result<core::SecretPtr> typed(const char *name) const;
    bool showFaults(const QStringList &ofStep);
    void test(services::TestParts parts, std::function<void(bool)> then);
    void next();
    void askWhere();
    void finish();
    void refreshButtons();

    AppContext &m_app;
    QStackedWidget *m_stack;
    QList<Label *> m_stepLabels;
    QHash<QString, HintedEdit *> m_fields;
    QComboBox *m_product;
    IdentityIqForm *m_iq;
    QWidget *m_iqPart;
    QFormLayout *m_sailpointForm;
    Label *m_sailpointText;
    QComboBox *m_pathStyle;
    QComboBox *m_environment;
    QComboBox *m_provider;
    QComboBox *m_strategy;
    QList<QLineEdit *> m_attributes;
    QList<Label *> m_attributeStates;
    QVBoxLayout *m_sailpointLines = nullptr;
    QVBoxLayout *m_providerLines;
    Banner *m_banner;
    QPushButton *m_back;
    QPushButton *m_next = nullptr;
    Label *m_foot;
    ReadinessTable *m_ready;
    Banner *m_readyBanner;
    QPushButton *m_saveReport;
    QPushButton *m_checkAgain;
    std::unique_ptr<services::PreflightCheck> m_trial;
    QString m_report;
    bool m_isReady = false; ///< nothing of the last check failed
    QStringList m_known;
    bool m_isTesting = false;
    QString m_tunnel; ///< the address of which a person said that it is a tunnel
};

} // namespace ui
