#pragma once
#include "services/tenants/tenanteditor.h"
#include "ui/widgets/dialog.h"

class QLineEdit;
class QPushButton;
class QTabWidget;

namespace ui {

class AppContext;
class AttributesStep;
class Banner;
class ConnectionTestCard;
class KeyValueList;
class Label;
class ProviderStep;
class SailPointStep;
class WizardStep;

/// Edits a tenant that is there: its fields, what differs from what is stored, and a connection test before it is
/// saved. The local copy and the history stay.
class TenantEditDialog : public Dialog
{
    Q_OBJECT
public:
    TenantEditDialog(AppContext &app, const domain::Tenant &tenant, QWidget *parent);
    void reject() override;

Q_SIGNALS:
    /// `isProven`: the test left nothing unproven.
    void saved(const domain::Tenant &tenant, bool isProven);

private:
    QTabWidget *makeTabs();
    QWidget *makeChanges();
    QWidget *makeFoot();
    services::TenantEditor::Edit edit() const;
    /// The first fault is gone to; false where there is none.
    bool showFaults();
    void refresh();
    void tryOut(std::function<void(const services::TestReport &)> then);
    void save();
    void showFailure(const core::Error &e);

    AppContext &m_app;
    domain::Tenant m_before;
    services::TenantEditor m_editor;
    Banner *m_banner;
    QTabWidget *m_tabs;
    SailPointStep *m_sailpoint;
    ProviderStep *m_provider;
    AttributesStep *m_attributes;
    KeyValueList *m_changes;
    Label *m_nothing;
    Label *m_reasonLabel;
    QLineEdit *m_reason;
    ConnectionTestCard *m_tests;
    QPushButton *m_save;
    bool m_isBusy = false;
};

} // namespace ui
