#pragma once
#include "domain/operations/operation.h"
#include "domain/profiles/identityattribute.h"
#include "domain/profiles/identityprofile.h"
#include "domain/tenants/rights.h"
#include "services/readiness/readiness.h"
#include "ui/widgets/dialog.h"

class QBoxLayout;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class Banner;
class AppContext;
class Label;

/// What the console can do about a line of the readiness check: shows exactly what is sent, before it is sent.
class RemediationDialog : public Dialog
{
    Q_OBJECT
public:
    RemediationDialog(AppContext &app, const services::ReadinessLine &line, QWidget *parent);

Q_SIGNALS:
    /// SailPoint took it: worth checking again.
    void fixed();

private:
    QBoxLayout *makeFoot();
    void offerFix();
    void offer(const QString &text, const QString &sent, const QString &button, std::optional<domain::Right> right);
    void offerAttribute();
    void readProfile(const QString &id);
    void readSource(const QList<domain::IdentityAttribute> &known);
    void offerMappings(const QStringList &missing, const QString &sourceId, const QString &sourceName);
    void offerWorkflow(const domain::Tenant &tenant);
    /// Nothing can be done, and why; empty: it can.
    void refuse(const QString &why);
    void saveWorkflow();
    void submit(const core::Async<domain::Operation> &operation);

    AppContext &m_app;
    services::ReadinessLine m_line;
    Label *m_text;
    QPlainTextEdit *m_sent;
    Banner *m_banner;
    Label *m_why;
    QPushButton *m_preview;
    QPushButton *m_go;
    QString m_offered;                 ///< exactly what is sent or saved
    domain::IdentityProfile m_profile; ///< as it is
    domain::IdentityProfile m_mapped;  ///< as it will be
};

} // namespace ui
