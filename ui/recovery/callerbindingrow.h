#pragma once
#include "core/async.h"
#include "domain/verification/verification.h"
#include <QWidget>
#include <memory>

class QLineEdit;
class QPushButton;

namespace services {
class TenantSession;
}

namespace ui {

class Theme;

/// Whether the caller holds the link: the code that is read back, or the QR code that was scanned in front of the
/// operator.
class CallerBindingRow : public QWidget
{
    Q_OBJECT
public:
    explicit CallerBindingRow(Theme &theme, QWidget *parent = nullptr);
    void setTenantSession(std::shared_ptr<services::TenantSession> tenantSession);
    /// Shown by refresh().
    void setSession(const domain::Session &session);
    void refresh();
    /// "Scanned in front of me" is offered only while a QR code can be scanned.
    void setQrOnScreen(bool isShown);

Q_SIGNALS:
    /// What the last try brought counts no more.
    void asked();
    void bound(const domain::Session &session);
    void refused(const QString &why);

private:
    void bind(bool isQr);
    void answered(const core::Result<domain::Session> &session);
    void askAboutQr();

    std::shared_ptr<services::TenantSession> m_tenantSession;
    domain::Session m_session;
    QLineEdit *m_code;
    QPushButton *m_qr;
    bool m_isQrOnScreen = false;
};

} // namespace ui
