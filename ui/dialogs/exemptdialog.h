#pragma once
#include "domain/identity.h"
#include "ui/widgets/dialog.h"

class QDateEdit;
class QLineEdit;

namespace ui {

class Banner;
class Desk;

/// Leaves somebody out of campaigns for a while: why, who allowed it, until when. Their status stays what it is.
class ExemptDialog : public Dialog
{
    Q_OBJECT
public:
    ExemptDialog(Desk &desk, const domain::Identity &person, QWidget *parent);

private:
    void grant();
    Desk &m_desk;
    core::IdentityId m_id;
    QLineEdit *m_reason;
    QLineEdit *m_approver;
    QDateEdit *m_until;
    Banner *m_banner;
};

} // namespace ui
