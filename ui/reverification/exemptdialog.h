#pragma once
#include "domain/identities/identity.h"
#include "ui/widgets/dialog.h"

class QDateEdit;
class QFormLayout;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace ui {

class Banner;
class AppContext;

/// Leaves somebody out of campaigns for a while: why and until when. Whoever allows it signs in, with credentials
/// that are used once and kept nowhere. Their status stays what it is.
class ExemptDialog : public Dialog
{
    Q_OBJECT
public:
    ExemptDialog(AppContext &app, const domain::Identity &person, QWidget *parent);

private:
    QFormLayout *makeForm();
    QHBoxLayout *makeFoot();
    bool isIdentityIq() const;
    void showPresent();
    void grant();
    void end();
    AppContext &m_app;
    core::IdentityId m_id;
    QLineEdit *m_reason;
    QLineEdit *m_clientId;
    QLineEdit *m_clientSecret;
    QDateEdit *m_until;
    Banner *m_banner;
    QPushButton *m_end;
    QPushButton *m_go;
};

} // namespace ui
