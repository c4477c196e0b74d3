#pragma once
#include "domain/recovery/recovery.h"
#include <QWidget>
#include <memory>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace services {
class TenantSession;
}

namespace ui {

class AppContext;
class CallerBindingRow;
class GateMarks;
class Label;

/// The foot of a session for account recovery: the five conditions, the code that the caller reads back, where the
/// password-reset mail goes. A closed gate says why in a line of text.
class RecoveryGatePanel : public QWidget
{
    Q_OBJECT
public:
    explicit RecoveryGatePanel(AppContext &app, QWidget *parent = nullptr);
    void setTenantSession(std::shared_ptr<services::TenantSession> tenantSession);
    void show(const domain::Session &session);
    /// "Scanned in front of me" is offered only while a QR code can be scanned.
    void setQrOnScreen(bool isShown);
    const domain::RecoveryGate &gate() const { return m_gate; }

Q_SIGNALS:
    void changed();

private:
    QWidget *makeSendRow();
    void showGate(const domain::RecoveryGate &gate);
    void loadContacts();
    void showAddresses(const domain::Identity &person);
    void chooseUnchanged();
    bool isAddressChosen() const;
    domain::ContactAge addressAge() const;
    QString ageText() const;
    bool needsReason() const;
    QString obstacle() const;
    void refreshReason();
    void askSecondPerson();
    void send();

    AppContext &m_app;
    std::shared_ptr<services::TenantSession> m_tenantSession;
    domain::Session m_session;
    domain::RecoveryGate m_gate;
    domain::ContactHistory m_history;
    GateMarks *m_marks;
    CallerBindingRow *m_binding;
    QWidget *m_sendRow;
    QComboBox *m_to;
    QLineEdit *m_reason;
    Label *m_age;
    QPushButton *m_send;
    Label *m_why;
    QPushButton *m_second;
    QString m_error; ///< of the last try, until the next one
    bool m_isBusy = false;
    bool m_isLoaded = false;
};

} // namespace ui
