#pragma once
#include "domain/callback.h"
#include "services/receiving.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace ui {

class Banner;
class Desk;
class ElidedLabel;
class Label;

/// Settings, Callback receiver: address, sign-in and TLS of the open tenant's receiver, start and stop, what came in.
class ReceiverPage : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiverPage(Desk &desk, QWidget *parent = nullptr);

private:
    void makeForm(QFormLayout *form);
    void follow();
    void load(const domain::ReceiverSettings &settings);
    void reset();
    domain::ReceiverSettings settings() const;
    void refresh();
    void save(bool thenStart);
    void toggle();
    void newSecret();
    void addLine(const services::ReceivedLine &line);
    void showError(const core::Error &error);

    Desk &m_desk;
    Banner *m_banner;
    QWidget *m_form;
    QLineEdit *m_address;
    QSpinBox *m_port;
    QLineEdit *m_path;
    QComboBox *m_auth;
    QComboBox *m_preset;
    QLineEdit *m_header;
    QComboBox *m_tls;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QLineEdit *m_clientCa;
    QCheckBox *m_starts;
    QCheckBox *m_trusts;
    QLineEdit *m_secret;
    QPushButton *m_toggle;
    QPushButton *m_reset;
    QPushButton *m_fresh;
    Label *m_state;
    ElidedLabel *m_url;
    QPushButton *m_copy;
    Label *m_fingerprint;
    QTableWidget *m_lines;
    Label *m_empty;
    services::Receiving *m_receiving = nullptr;
};

} // namespace ui
