#include "ui/tenants/sailpointstep.h"
#include "domain/text/secrettext.h"
#include "services/tenants/tenants.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tenants/connectiontestcard.h"
#include "ui/tenants/identityiqform.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/hintededit.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

SailPointStep::SailPointStep(Theme &theme, QWidget *parent)
    : WizardStep(theme, tr("Connect to SailPoint"),
          tr("Use a personal access token; an OAuth client with the client credentials grant works with fewer rights."),
          parent)
{
    m_form = makeForm();
    addProduct();
    addField(m_form, QStringLiteral("name"), tr("Name"), tr("As it appears in the sidebar"));
    addEnvironment();
    addConnection();
    m_iqPart = makeIdentityIq();
    page()->addWidget(m_iqPart);
    page()->addSpacing(6);
    m_tests = new ConnectionTestCard(theme);
    page()->addWidget(m_tests);
    page()->addStretch();
    showProduct();
}

void SailPointStep::addProduct()
{
    m_product = new ComboBox;
    m_product->setObjectName(QStringLiteral("product"));
    m_product->setAccessibleName(tr("Product"));
    m_product->addItem(domain::productName(domain::Product::SecurityCloud), int(domain::Product::SecurityCloud));
    m_product->addItem(tr("IdentityIQ 8.1 or later"), int(domain::Product::IdentityIq));
    addRow(m_form, tr("Product"), m_product);
    connect(m_product, &QComboBox::currentIndexChanged, this, &SailPointStep::showProduct);
}

void SailPointStep::addEnvironment()
{
    m_environment = new ComboBox;
    m_environment->setObjectName(QStringLiteral("environment"));
    m_environment->setAccessibleName(tr("Environment"));
    m_environment->addItems({tr("Production"), tr("Sandbox"), tr("Simulator")});
    m_environment->setPlaceholderText(tr("Choose…")); // asked, never guessed
    m_environment->setCurrentIndex(-1);
    addRow(m_form, tr("Environment"), m_environment);
}

void SailPointStep::addConnection()
{
    auto *url = addField(
        m_form, QStringLiteral("sailpoint-url"), tr("Tenant address"), tr("The API address, with “.api.” in it"));
    url->setPlaceholderText(QStringLiteral("https://acme.api.identitynow.com"));
    connect(url, &QLineEdit::editingFinished, this, &SailPointStep::shortenAddress);
    addField(m_form, QStringLiteral("client-id"), tr("Client ID"), {});
    addField(
        m_form, QStringLiteral("client-secret"), tr("Client secret"), tr("Visible only while you type it here"), true);
    m_pathStyle = new ComboBox;
    for (const QString &key : domain::pathStyleKeys())
        m_pathStyle->addItem(key, key);
    m_pathStyle->setAccessibleName(tr("API paths"));
    addRow(m_form, tr("API paths"), m_pathStyle);
    addNetwork();
}

void SailPointStep::addNetwork()
{
    addField(m_form, QStringLiteral("proxy"), tr("Proxy"), tr("Empty: the system’s; “none”; or http://host:port"));
    m_proxySignsIn = new QCheckBox(tr("The proxy asks for a user and a password"));
    m_proxySignsIn->setObjectName(QStringLiteral("proxySignsIn"));
    FormBuilder(theme(), m_form).bare(m_proxySignsIn);
    addField(m_form, QStringLiteral("proxy-user"), tr("Proxy user"), tr("Kept in this computer’s keychain"));
    addField(m_form, QStringLiteral("proxy-password"), tr("Proxy password"), tr("Visible only while you type it here"),
        true);
    connect(m_proxySignsIn, &QCheckBox::toggled, this, &SailPointStep::showProxySignIn);
    showProxySignIn();
    addField(m_form, QStringLiteral("ca"), tr("CA file"), tr("PEM file of a company authority, if one is needed"));
    addField(m_form, QStringLiteral("time-zone"), tr("Time zone"),
        tr("Of the people, like Europe/Oslo; empty: this computer’s"));
}

void SailPointStep::showProxySignIn()
{
    for (const char *name : {"proxy-user", "proxy-password"})
        setRowShown(m_form, field(name), m_proxySignsIn->isChecked());
}

QWidget *SailPointStep::makeIdentityIq()
{
    auto *part = new QWidget;
    auto *v = new QVBoxLayout(part);
    v->setContentsMargins(0, 10, 0, 0);
    v->setSpacing(8);
    v->addWidget(new Label(theme(), tr("Approvals, if the approvals plug-in is installed"), 13, "text", 600));
    m_iq = new IdentityIqForm(theme());
    m_iq->setSettings({});
    v->addWidget(m_iq);
    return part;
}

domain::Product SailPointStep::product() const
{
    return domain::Product(m_product->currentData().toInt());
}

// What is asked for depends on the product; what was typed stays.
void SailPointStep::showProduct()
{
    const bool isIq = product() == domain::Product::IdentityIq;
    HintedEdit *url = field("sailpoint-url");
    url->setHelp(isIq ? tr("Any page of it will do: the part up to its context path, such as /identityiq, is kept")
                      : tr("The API address, with “.api.” in it"));
    url->edit()->setPlaceholderText(isIq ? QStringLiteral("https://identityiq.example:8443/identityiq")
                                         : QStringLiteral("https://acme.api.identitynow.com"));
    setText(
        isIq ? tr("Use an OAuth client of IdentityIQ (API Authentication); its proxy user’s rights are the console’s.")
             : tr("Use a personal access token; an OAuth client with the client credentials grant works with fewer "
                  "rights."));
    m_pathStyle->setVisible(!isIq);
    m_form->labelForField(m_pathStyle)->setVisible(!isIq);
    m_iqPart->setVisible(isIq);
    shortenAddress();
    m_iq->clearFaults();
    m_tests->clear(); // of the other product
    Q_EMIT productChanged();
}

void SailPointStep::shortenAddress()
{
    QLineEdit *url = field("sailpoint-url")->edit();
    if (url->text().trimmed().isEmpty())
        return;
    const QString better = product() == domain::Product::IdentityIq ? domain::identityIqBase(url->text())
                                                                    : domain::suggestedApiUrl(url->text());
    if (better.isEmpty())
        return;
    field("sailpoint-url")->setHelp(tr("Taken from “%1”").arg(url->text().trimmed()));
    url->setText(better);
}

void SailPointStep::clearFaults()
{
    m_iq->clearFaults();
}

bool SailPointStep::showFault(const core::Error &fault, bool isFirst)
{
    return m_iq->showFault(fault) || WizardStep::showFault(fault, isFirst);
}

bool SailPointStep::hasEnvironment() const
{
    return m_environment->currentIndex() >= 0;
}

void SailPointStep::goToEnvironment()
{
    m_environment->setFocus();
}

void SailPointStep::setSimulator()
{
    m_environment->setCurrentIndex(int(domain::Environment::Simulator));
}

void SailPointStep::setTunnel()
{
    m_tunnel = address("sailpoint-url");
}

void SailPointStep::fill(domain::Tenant &tenant) const
{
    tenant.name = text("name");
    // Until it is chosen the strictest: nothing of its requests is recorded as it is.
    tenant.environment =
        hasEnvironment() ? domain::Environment(m_environment->currentIndex()) : domain::Environment::Production;
    tenant.product = product();
    tenant.sailpointUrl = address("sailpoint-url");
    // One that is there stays one, whatever its port is; a new one is said to be for its address.
    const bool isSaid = !m_tunnel.isEmpty() && m_tunnel == tenant.sailpointUrl;
    const bool isHere = domain::isOnThisComputer(QUrl(tenant.sailpointUrl));
    tenant.isTunnel = (isSaid || (m_isTunnel && isHere)) && tenant.environment != domain::Environment::Simulator;
    if (domain::isIdentityIq(tenant))
        tenant.identityIq = m_iq->settings();
    tenant.clientId = text("client-id");
    const auto style = domain::pathStyleFromKey(m_pathStyle->currentData().toString());
    if (style && *style != tenant.pathStyle)
        domain::choosePaths(tenant, *style);
    tenant.proxy = text("proxy");
    tenant.proxySignsIn = m_proxySignsIn->isChecked();
    tenant.caFile = text("ca");
    tenant.timeZone = text("time-zone");
}

void SailPointStep::load(const domain::Tenant &tenant)
{
    m_product->setCurrentIndex(m_product->findData(int(tenant.product)));
    setEnabledOr(m_product, tr("The other product is another tenant."));
    m_environment->setCurrentIndex(int(tenant.environment));
    put("name", tenant.name);
    put("sailpoint-url", tenant.sailpointUrl);
    put("client-id", tenant.clientId);
    put("proxy", tenant.proxy);
    m_proxySignsIn->setChecked(tenant.proxySignsIn);
    if (tenant.proxySignsIn) {
        offerStored("proxy-user");
        offerStored("proxy-password");
    }
    put("ca", tenant.caFile);
    put("time-zone", tenant.timeZone);
    m_pathStyle->setCurrentIndex(m_pathStyle->findData(domain::pathStyleKey(tenant.pathStyle)));
    if (tenant.pathStyle == domain::PathStyle::Auto)
        m_pathStyle->setItemText(
            m_pathStyle->currentIndex(), tr("auto (%1 now)").arg(domain::pathStyleKey(domain::pathsInUse(tenant))));
    m_isTunnel = tenant.isTunnel;
    m_iq->setSettings(tenant.identityIq);
    offerStored("client-secret");
    setText(tr("What is changed is tried before it is saved. Another address or client needs its secret once more."));
    m_tests->hide();
}

core::Result<core::SecretPtr> SailPointStep::secretIn(const char *name) const
{
    return domain::takenSecret(QLatin1String(name), field(name)->edit()->text(), domain::SecretUse::Text);
}

core::Result<core::SecretPtr> SailPointStep::secret() const
{
    return secretIn("client-secret");
}

QList<core::Error> SailPointStep::takeSecrets(services::TenantSecrets &to) const
{
    QList<std::pair<const char *, core::SecretPtr *>> wanted{{"client-secret", &to.sailpoint}};
    if (m_proxySignsIn->isChecked())
        wanted << std::pair{"proxy-user", &to.proxyUser} << std::pair{"proxy-password", &to.proxyPassword};
    QList<core::Error> faults;
    for (const auto &[name, secret] : std::as_const(wanted)) {
        const auto taken = secretIn(name);
        if (taken)
            *secret = *taken;
        else
            faults << taken.error();
    }
    return faults;
}

} // namespace ui
