#include "ui/settings/receiverform.h"
#include "domain/text/secrettext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace ui {

using domain::CallbackAuth;
using domain::ReceiverTls;

ReceiverForm::ReceiverForm(Theme &t, QWidget *parent) : QWidget(parent), m_theme(t)
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setHorizontalSpacing(24);
    m_form->setVerticalSpacing(8);
    makeFields();
    makeChoices();
    m_eventsRow = makeEventsRow();
    QWidget *secretRow = makeSecretRow();
    addRow(tr("Address"), m_address);
    addRow(tr("Port"), m_port);
    addRow(tr("Path"), m_path);
    addRow(tr("Sign-in"), m_auth);
    addRow(tr("Form of the signature"), m_preset);
    addRow(tr("Header"), m_header);
    addRow(tr("Secret"), secretRow);
    m_secret->setAccessibleName(tr("Secret, hidden"));
    addRow(tr("TLS"), m_tls);
    addRow(tr("Certificate file"), m_certificate);
    addRow(tr("Key file"), m_key);
    addRow(tr("Senders’ authority (file)"), m_clientCa);
    m_form->addRow(QString(), m_events);
    addRow(tr("Path of SailPoint’s events"), m_eventsRow);
    m_eventsPath->setAccessibleName(tr("Path of SailPoint’s events"));
    m_form->addRow(QString(), m_starts);
    m_form->addRow(QString(), m_trusts);
    connect(m_auth, &QComboBox::currentIndexChanged, this, &ReceiverForm::refreshFields);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ReceiverForm::refreshFields);
    connect(m_events, &QCheckBox::toggled, this, &ReceiverForm::refreshFields);
    refreshFields();
    for (QCheckBox *c : {m_starts, m_trusts, m_events})
        connect(c, &QCheckBox::clicked, this, &ReceiverForm::boxClicked);
}

void ReceiverForm::addRow(const QString &label, QWidget *field)
{
    field->setAccessibleName(label);
    m_form->addRow(new Label(m_theme, label, 13, "text-2"), field);
}

void ReceiverForm::makeFields()
{
    m_address = new QLineEdit;
    m_port = new QSpinBox;
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("Any free one"));
    m_path = new QLineEdit;
    m_header = new QLineEdit;
    m_certificate = new QLineEdit;
    m_key = new QLineEdit;
    m_clientCa = new QLineEdit;
    m_clientCa->setPlaceholderText(tr("Empty: no certificate is asked of senders"));
    m_secret = new QLineEdit;
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setPlaceholderText(tr("Empty: the one in the keychain stays"));
    m_starts = new CheckBox(tr("Start with this tenant"));
    m_trusts = new CheckBox(tr("A pass without a signature decides, without a status query (laboratories only)"));
    m_events = new CheckBox(tr("Also take events of SailPoint’s triggers"));
    m_events->setObjectName(QStringLiteral("takesEvents"));
    m_eventsPath = new QLineEdit;
}

void ReceiverForm::makeChoices()
{
    m_auth = new ComboBox;
    const std::pair<QString, CallbackAuth> auths[] = {{tr("Signature (HMAC-SHA256)"), CallbackAuth::Hmac},
        {tr("Signature (Ed25519)"), CallbackAuth::Ed25519}, {tr("Bearer token"), CallbackAuth::Bearer},
        {tr("Name and password"), CallbackAuth::Basic}, {tr("Key in a header"), CallbackAuth::Header},
        {tr("None (this computer only)"), CallbackAuth::None}};
    for (const auto &[text, auth] : auths)
        m_auth->addItem(text, int(auth));
    m_preset = new ComboBox;
    m_preset->addItem(tr("Standard Webhooks"), QStringLiteral("standard-webhooks"));
    m_preset->addItem(tr("Time stamp and signature in one header"), QStringLiteral("timestamped"));
    m_preset->addItem(tr("Body only"), QStringLiteral("plain"));
    m_tls = new ComboBox;
    m_tls->addItem(tr("None (this computer only)"), int(ReceiverTls::None));
    m_tls->addItem(tr("Certificate made by the console"), int(ReceiverTls::Generated));
    m_tls->addItem(tr("Own certificate"), int(ReceiverTls::Own));
}

QWidget *ReceiverForm::makeEventsRow()
{
    auto *token = button(m_theme, tr("Copy token"), QStringLiteral("copy"));
    connect(token, &QPushButton::clicked, this, &ReceiverForm::tokenWanted);
    auto *row = new QWidget;
    auto *h = new QHBoxLayout(row);
    h->setContentsMargins(0, 0, 0, 0);
    h->addWidget(m_eventsPath, 1);
    h->addWidget(token);
    return row;
}

QWidget *ReceiverForm::makeSecretRow()
{
    auto *row = new QWidget;
    auto *h = new QHBoxLayout(row);
    h->setContentsMargins(0, 0, 0, 0);
    m_fresh = button(m_theme, tr("Make a second one…"), QStringLiteral("key"));
    connect(m_fresh, &QPushButton::clicked, this, &ReceiverForm::secondSecretWanted);
    h->addWidget(m_secret, 1);
    h->addWidget(m_fresh);
    return row;
}

void ReceiverForm::refreshFields()
{
    const auto auth = CallbackAuth(m_auth->currentData().toInt());
    const bool isOwn = ReceiverTls(m_tls->currentData().toInt()) == ReceiverTls::Own;
    const auto show = [this](QWidget *w, bool isOn) {
        w->setVisible(isOn);
        m_form->labelForField(w)->setVisible(isOn);
    };
    show(m_preset, domain::isSigned(auth));
    show(m_header, auth == CallbackAuth::Header);
    show(m_certificate, isOwn);
    show(m_key, isOwn);
    show(m_clientCa, ReceiverTls(m_tls->currentData().toInt()) != ReceiverTls::None);
    show(m_eventsRow, m_events->isChecked());
    setEnabledOr(m_secret, auth != CallbackAuth::None ? QString() : tr("Without a sign-in there is none."));
    setEnabledOr(m_fresh, auth == CallbackAuth::Hmac || auth == CallbackAuth::Bearer || auth == CallbackAuth::Header
                              ? QString()
                              : tr("Only secrets that both sides hold are made here."));
}

void ReceiverForm::load(const domain::ReceiverSettings &s)
{
    m_address->setText(s.address);
    m_port->setValue(s.port);
    m_path->setText(s.path);
    m_auth->setCurrentIndex(std::max(0, m_auth->findData(int(s.auth))));
    m_preset->setCurrentIndex(std::max(0, m_preset->findData(s.presetName)));
    m_header->setText(s.headerName);
    m_tls->setCurrentIndex(std::max(0, m_tls->findData(int(s.tls))));
    m_certificate->setText(s.certificateFile);
    m_key->setText(s.keyFile);
    m_clientCa->setText(s.clientCaFile);
    m_starts->setChecked(s.startsWithTenant);
    m_trusts->setChecked(s.trustsUnsigned);
    m_events->setChecked(s.takesEvents);
    m_eventsPath->setText(s.eventsPath);
    m_secret->clear();
}

domain::ReceiverSettings ReceiverForm::settings(domain::ReceiverSettings s) const
{
    s.address = m_address->text().trimmed();
    s.port = m_port->value();
    s.path = m_path->text().trimmed();
    s.auth = CallbackAuth(m_auth->currentData().toInt());
    if (m_preset->currentData().toString() != s.presetName) {
        s.presetName = m_preset->currentData().toString();
        s.scheme = domain::signaturePreset(s.presetName).value_or(s.scheme);
    }
    s.headerName = m_header->text().trimmed();
    s.tls = ReceiverTls(m_tls->currentData().toInt());
    s.certificateFile = m_certificate->text().trimmed();
    s.keyFile = m_key->text().trimmed();
    s.clientCaFile = s.tls == ReceiverTls::None ? QString() : m_clientCa->text().trimmed();
    s.startsWithTenant = m_starts->isChecked();
    s.trustsUnsigned = m_trusts->isChecked();
    s.takesEvents = m_events->isChecked();
    s.eventsPath = m_eventsPath->text().trimmed();
    return s;
}

core::Result<core::SecretPtr> ReceiverForm::takeSecret()
{
    auto secret = domain::takenSecret(QStringLiteral("callbackSecret"), m_secret->text(), domain::SecretUse::Text);
    if (secret)
        m_secret->clear();
    return secret;
}

} // namespace ui
