#pragma once
#include "core/result.h"
#include "core/secret.h"
#include "domain/callbacks/callback.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

class SignatureFields;
class Theme;

/// The fields of a tenant's callback receiver.
class ReceiverForm : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiverForm(Theme &theme, QWidget *parent = nullptr);
    void load(const domain::ReceiverSettings &settings);
    /// `before` with what the fields say.
    domain::ReceiverSettings settings(domain::ReceiverSettings before) const;
    /// What was typed, and the field is empty; null when it was.
    core::Result<core::SecretPtr> takeSecret();

Q_SIGNALS:
    /// A box takes effect at once; fields do when the receiver starts.
    void boxClicked();
    void secondSecretWanted();
    void tokenWanted();

private:
    void makeFields();
    void makeChoices();
    /// Only what the choices ask for is shown.
    void refreshFields();

    Theme &m_theme;
    QFormLayout *m_form;
    QLineEdit *m_address;
    QSpinBox *m_port;
    QLineEdit *m_path;
    QComboBox *m_auth;
    SignatureFields *m_signature;
    QLineEdit *m_header;
    QComboBox *m_tls;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QLineEdit *m_clientCa;
    QCheckBox *m_events;
    QLineEdit *m_eventsPath;
    QCheckBox *m_starts;
    QCheckBox *m_trusts;
    QLineEdit *m_secret;
    QPushButton *m_fresh;
};

} // namespace ui
