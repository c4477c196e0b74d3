#include "ui/settings/receiverform.h"
#include "domain/text/secrettext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/settings/signaturefields.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace ui {

using domain::CallbackAuth;
using domain::ReceiverTls;

ReceiverForm::ReceiverForm(Theme &t, QWidget *parent) : QWidget(parent), m_theme(t)
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    FormBuilder form(t, m_form, FormBuilder::Look::Page);
    makeFields();
    makeChoices();
    m_fresh = button(t, tr("Make a second one…"), QStringLiteral("key"));
    connect(m_fresh, &QPushButton::clicked, this, &ReceiverForm::secondSecretWanted);
    auto *token = button(t, tr("Copy token"), QStringLiteral("copy"));
    connect(token, &QPushButton::clicked, this, &ReceiverForm::tokenWanted);
    form.add(tr("Address"), m_address);
    form.add(tr("Port"), m_port);
    form.add(tr("Path"), m_path);
    form.add(tr("Sign-in"), m_auth);
    m_signature = new SignatureFields(form, m_form, this);
    form.add(tr("Header"), m_header);
    form.addWith(tr("Secret"), m_secret, {m_fresh});
    m_secret->setAccessibleName(tr("Secret, hidden"));
    form.add(tr("TLS"), m_tls);
    form.add(tr("Certificate file"), m_certificate);
    form.add(tr("Key file"), m_key);
    form.add(tr("Senders’ authority (file)"), m_clientCa);
    form.bare(m_events);
    form.addWith(tr("Path of SailPoint’s events"), m_eventsPath, {token});
    form.bare(m_starts);
    form.bare(m_trusts);
    connect(m_auth, &QComboBox::currentIndexChanged, this, &ReceiverForm::refreshFields);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ReceiverForm::refreshFields);
    connect(m_events, &QCheckBox::toggled, this, &ReceiverForm::refreshFields);
    refreshFields();
    for (QCheckBox *c : {m_starts, m_trusts, m_events})
        connect(c, &QCheckBox::clicked, this, &ReceiverForm::boxClicked);
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
    m_tls = new ComboBox;
    m_tls->addItem(tr("None (this computer only)"), int(ReceiverTls::None));
    m_tls->addItem(tr("Certificate made by the console"), int(ReceiverTls::Generated));
    m_tls->addItem(tr("Own certificate"), int(ReceiverTls::Own));
}

void ReceiverForm::refreshFields()
{
    const auto auth = CallbackAuth(m_auth->currentData().toInt());
    const bool isOwn = ReceiverTls(m_tls->currentData().toInt()) == ReceiverTls::Own;
    m_signature->setShown(domain::isSigned(auth));
    setRowShown(m_form, m_header, auth == CallbackAuth::Header);
    setRowShown(m_form, m_certificate, isOwn);
    setRowShown(m_form, m_key, isOwn);
    setRowShown(m_form, m_clientCa, ReceiverTls(m_tls->currentData().toInt()) != ReceiverTls::None);
    setRowShown(m_form, m_eventsPath, m_events->isChecked());
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
    m_signature->load(s.scheme, s.presetName);
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
    s.scheme = m_signature->scheme();
    s.presetName = domain::nameOfScheme(s.scheme, m_signature->presetName());
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
