#pragma once
#include "domain/verification/verification.h"
#include <QWidget>
#include <memory>

class QPushButton;

namespace services {
class TenantSession;
}

namespace ui {

class AppContext;
class ElidedLabel;
class Label;
class QrView;

/// The link of a verification that waits for the caller: as a QR code and as text, to be copied or sent again.
class SessionLink : public QWidget
{
    Q_OBJECT
public:
    SessionLink(AppContext &app, const core::SessionId &id, QWidget *parent = nullptr);
    void setTenantSession(std::shared_ptr<services::TenantSession> tenantSession);
    void showSession(const domain::Session &session);
    /// It may not be sent again before; UTC ms.
    void holdBack(core::Instant until);
    /// When the link may be sent again, and what is to be said of it.
    void refresh(core::Instant now);
    /// A code stands in the frame.
    bool isDrawn() const;

Q_SIGNALS:
    void askedAgain();
    /// The provider answered to that.
    void answered();

private:
    void sendAgain();
    void showAgain(core::Instant now);

    AppContext &m_app;
    std::shared_ptr<services::TenantSession> m_tenantSession;
    core::SessionId m_id;
    domain::Session m_session;
    core::Instant m_againAt = 0; ///< when the link may be asked for again
    QString m_againSaid;         ///< what became of the last time
    QrView *m_qr;
    ElidedLabel *m_link;
    QPushButton *m_copy;
    QPushButton *m_again;
    Label *m_hint;
};

} // namespace ui
