#include "ui/tenants/providerstep.h"
#include "domain/tenants/callbackaddress.h"
#include "domain/text/secrettext.h"
#include "ui/tenants/connectiontestcard.h"
#include "ui/widgets/hintededit.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

ProviderStep::ProviderStep(Theme &theme, QWidget *parent)
    : WizardStep(theme, tr("Connect to 1Kosmos"), tr("The test asks for a session that cannot exist; it creates none."),
          parent)
{
    QFormLayout *f = makeForm();
    m_provider = new ComboBox;
    m_provider->addItem(tr("Session API with bearer key"), int(domain::ProviderKind::Bearer));
    m_provider->addItem(tr("BlockID DocuVerify (encrypted)"), int(domain::ProviderKind::DocuVerify));
    m_provider->setAccessibleName(tr("Provider profile"));
    addRow(f, tr("Provider profile"), m_provider);
    addField(f, QStringLiteral("idv-url"), tr("Base URL"), {})
        ->setPlaceholderText(QStringLiteral("https://acme.1kosmos.net"));
    addField(f, QStringLiteral("community"), tr("Community ID"), tr("AdminX, Settings, Community Settings"));
    addField(f, QStringLiteral("api-key"), tr("API key"), tr("Visible only while you type it here"), true);
    const domain::ProviderProfile defaults;
    addField(f, QStringLiteral("session-path"), tr("Session path"),
        tr("Differs per tenant version; confirm it with your representative"))
        ->setText(defaults.createPath);
    addField(f, QStringLiteral("status-path"), tr("Status path"), {})->setText(defaults.statusPath);
    addField(f, QStringLiteral("dvc-id"), tr("DVC ID"), tr("The workflow's id; not the licence key"));
    addField(f, QStringLiteral("callback-base-url"), tr("Callback address"),
        tr("Public https origin of a relay; the receiver’s path is added. Empty: the status query decides"));
    connect(m_provider, &QComboBox::currentIndexChanged, this, &ProviderStep::refreshFields);
    refreshFields();
    page()->addSpacing(6);
    m_tests = new ConnectionTestCard(theme);
    page()->addWidget(m_tests);
    page()->addStretch();
}

void ProviderStep::refreshFields()
{
    const bool isDocuVerify = m_provider->currentIndex() == 1;
    field("dvc-id")->edit()->setEnabled(isDocuVerify);
    for (const char *name : {"session-path", "status-path", "callback-base-url"})
        field(name)->edit()->setEnabled(!isDocuVerify);
}

void ProviderStep::fill(domain::Tenant &tenant) const
{
    tenant.idvUrl = address("idv-url");
    tenant.communityId = text("community");
    tenant.provider.kind = domain::ProviderKind(m_provider->currentData().toInt());
    tenant.provider.dvcId = text("dvc-id");
    tenant.provider.createPath = text("session-path");
    tenant.provider.statusPath = text("status-path");
    tenant.callbackBaseUrl = domain::callbackBaseFrom(text("callback-base-url"), tenant.receiver);
}

void ProviderStep::load(const domain::Tenant &tenant)
{
    m_provider->setCurrentIndex(m_provider->findData(int(tenant.provider.kind)));
    put("idv-url", tenant.idvUrl);
    put("community", tenant.communityId);
    put("dvc-id", tenant.provider.dvcId);
    put("session-path", tenant.provider.createPath);
    put("status-path", tenant.provider.statusPath);
    put("callback-base-url", tenant.callbackBaseUrl);
    offerStored("api-key");
    setText(tr("What is changed is tried before it is saved; the test asks for a session that cannot exist."));
    m_tests->hide();
}

core::Result<core::SecretPtr> ProviderStep::secret() const
{
    return domain::takenSecret(QStringLiteral("api-key"), field("api-key")->edit()->text(), domain::SecretUse::Key);
}

} // namespace ui
