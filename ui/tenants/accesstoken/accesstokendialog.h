#pragma once
#include "services/tenants/accesstoken/clientexpiries.h"
#include "services/tenants/accesstoken/tokenrotation.h"
#include "ui/widgets/dialog.h"

class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

class AppContext;
class Banner;
class ConnectionTestCard;
class KeyValueList;

/// When a tenant's personal access token expires, and its replacement by a new one. While one is made the window stays.
class AccessTokenDialog : public Dialog
{
    Q_OBJECT
public:
    AccessTokenDialog(AppContext &app, const domain::Tenant &tenant, QWidget *parent);
    void reject() override;

Q_SIGNALS:
    /// The tenant as it is stored by now, and what was done.
    void replaced(const domain::Tenant &stored, const QString &done);

private:
    QWidget *makeForm();
    QWidget *makeFoot();
    void read();
    void showExpiry();
    void refresh();
    void replace();
    void showOutcome(const services::TokenRotation::Outcome &outcome);
    AppContext &m_app;
    domain::Tenant m_tenant;
    services::ClientExpiries m_expiries;
    services::TokenRotation m_rotation;
    domain::ClientExpiry m_expiry;
    bool m_isReading = false;
    bool m_isReplacing = false;
    QString m_unread; ///< why it could not be read
    Banner *m_banner;
    KeyValueList *m_facts;
    QSpinBox *m_days;
    QCheckBox *m_keepsOld;
    QLineEdit *m_reason;
    ConnectionTestCard *m_tests;
    QPushButton *m_again;
    QPushButton *m_replace;
};

} // namespace ui
