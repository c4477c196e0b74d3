#include "ui/settings/receiverform.h"
#include "domain/text/secrettext.h"
#include "ui/common/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace ui {

using domain::CallbackAuth;
using domain::ReceiverTls;

ReceiverForm::ReceiverForm(Theme &t, QWidget *parent) : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(8);
    const auto row = [&](const QString &label, QWidget *field) {
        field->setAccessibleName(label);
        form->addRow(new Label(t, label, 13, "text-2"), field);
    };
    m_address = new QLineEdit;
    m_port = new QSpinBox;
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("Any free one"));
    m_path = new QLineEdit;
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
    m_header = new QLineEdit;
    m_tls = new ComboBox;
    m_tls->addItem(tr("None (this computer only)"), int(ReceiverTls::None));
    m_tls->addItem(tr("Certificate made by the console"), int(ReceiverTls::Generated));
    m_tls->addItem(tr("Own certificate"), int(ReceiverTls::Own));
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
    auto *token = button(t, tr("Copy token"), QStringLiteral("copy"));
    connect(token, &QPushButton::clicked, this, &ReceiverForm::tokenWanted);
    auto *eventsRow = new QWidget;
    auto *eh = new QHBoxLayout(eventsRow);
    eh->setContentsMargins(0, 0, 0, 0);
    eh->addWidget(m_eventsPath, 1);
    eh->addWidget(token);
    auto *secretRow = new QWidget;
    auto *sh = new QHBoxLayout(secretRow);
    sh->setContentsMargins(0, 0, 0, 0);
    m_fresh = button(t, tr("Make a second one…"), QStringLiteral("key"));
    connect(m_fresh, &QPushButton::clicked, this, &ReceiverForm::secondSecretWanted);
    sh->addWidget(m_secret, 1);
    sh->addWidget(m_fresh);
    row(tr("Address"), m_address);
    row(tr("Port"), m_port);
    row(tr("Path"), m_path);
    row(tr("Sign-in"), m_auth);
    row(tr("Form of the signature"), m_preset);
    row(tr("Header"), m_header);
    row(tr("Secret"), secretRow);
    m_secret->setAccessibleName(tr("Secret, hidden"));
    row(tr("TLS"), m_tls);
    row(tr("Certificate file"), m_certificate);
    row(tr("Key file"), m_key);
    row(tr("Senders’ authority (file)"), m_clientCa);
    form->addRow(QString(), m_events);
    row(tr("Path of SailPoint’s events"), eventsRow);
    m_eventsPath->setAccessibleName(tr("Path of SailPoint’s events"));
    form->addRow(QString(), m_starts);
    form->addRow(QString(), m_trusts);
    const auto changed = [this, form, eventsRow] {
        const auto auth = CallbackAuth(m_auth->currentData().toInt());
        const bool isOwn = ReceiverTls(m_tls->currentData().toInt()) == ReceiverTls::Own;
        const auto show = [form](QWidget *w, bool isOn) {
            w->setVisible(isOn);
            form->labelForField(w)->setVisible(isOn);
        };
        show(m_preset, domain::isSigned(auth));
        show(m_header, auth == CallbackAuth::Header);
        show(m_certificate, isOwn);
        show(m_key, isOwn);
        show(m_clientCa, ReceiverTls(m_tls->currentData().toInt()) != ReceiverTls::None);
        show(eventsRow, m_events->isChecked());
        setEnabledOr(m_secret, auth != CallbackAuth::None ? QString() : tr("Without a sign-in there is none."));
        setEnabledOr(m_fresh, auth == CallbackAuth::Hmac || auth == CallbackAuth::Bearer || auth == CallbackAuth::Header
                                  ? QString()
                                  : tr("Only secrets that both sides hold are made here."));
    };
    connect(m_auth, &QComboBox::currentIndexChanged, this, changed);
    connect(m_tls, &QComboBox::currentIndexChanged, this, changed);
    connect(m_events, &QCheckBox::toggled, this, changed);
    changed();
    for (QCheckBox *c : {m_starts, m_trusts, m_events})
        connect(c, &QCheckBox::clicked, this, &ReceiverForm::boxClicked);
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
