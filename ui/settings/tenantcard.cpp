#include "ui/settings/tenantcard.h"
#include "models/peoplemodel.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/sessions/writebackdialog.h"
#include "ui/settings/tenantactions.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvalue.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

TenantCard::TenantCard(AppContext &app, TenantActions &actions, const domain::Tenant &tenant, QWidget *parent)
    : QFrame(parent), m_app(app), m_actions(actions), m_tenant(tenant),
      m_isOpen(app.tenantSession() && app.tenantSession()->tenant().id == tenant.id),
      m_isSimulator(tenant.environment == domain::Environment::Simulator && domain::isLabTenant(tenant.id))
{
    setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 12, 16, 14);
    v->setSpacing(10);
    v->addLayout(makeHead());
    v->addWidget(line(app.theme()));
    v->addWidget(makeFacts());
    v->addLayout(makeActions());
}

QPushButton *TenantCard::add(FlowLayout *row, const QString &text, const QString &icon, Action action, const char *role)
{
    QPushButton *b = button(m_app.theme(), text, icon, role);
    connect(b, &QPushButton::clicked, &m_actions,
        [&actions = m_actions, action, tenant = m_tenant] { (actions.*action)(tenant); });
    row->addWidget(b);
    return b;
}

QString TenantCard::kindText() const
{
    switch (m_tenant.environment) {
    case domain::Environment::Simulator: return tr("Simulator: invented people, nothing leaves this computer");
    case domain::Environment::Sandbox: return tr("Sandbox");
    case domain::Environment::Production: break;
    }
    return tr("Production");
}

QString TenantCard::secretsText() const
{
    if (m_isSimulator)
        return tr("In memory, new with every start");
    return m_tenant.secretsMissing ? tr("Missing: enter them with Replace secrets…")
                                   : tr("In this computer’s keychain; never shown again");
}

QHBoxLayout *TenantCard::makeHead()
{
    Theme &t = m_app.theme();
    auto *h = new QHBoxLayout;
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    names->addWidget(new Label(t, m_tenant.name, 14, "text", 600));
    auto *added = new Label(
        t, kindText() + QStringLiteral(" · ") + tr("added %1").arg(models::dateText(m_tenant.addedAt)), 12, "text-3");
    added->setWordWrap(true);
    names->addWidget(added);
    h->addLayout(names, 1);
    h->addLayout(makeMainActions(), 1);
    return h;
}

FlowLayout *TenantCard::makeMainActions()
{
    auto *row = new FlowLayout(6);
    if (!m_isOpen && !m_isSimulator)
        add(row, tr("Open"), {}, &TenantActions::open);
    if (!m_isSimulator || m_isOpen)
        add(row, tr("Test connection"), QStringLiteral("pulse"), &TenantActions::test);
    add(row, m_tenant.readOnly ? tr("Unlock") : tr("Lock: read only"),
        m_tenant.readOnly ? QStringLiteral("unlock") : QStringLiteral("lock"), &TenantActions::turnReadOnly);
    if (!m_isSimulator)
        add(row, tr("Remove…"), {}, &TenantActions::remove, "dangertext");
    return row;
}

KeyValueList *TenantCard::makeFacts()
{
    auto *facts = new KeyValueList(m_app.theme());
    facts->setRows({{tr("Product"), domain::productName(m_tenant.product)},
        {tr("SailPoint address"), m_tenant.sailpointUrl}, {tr("Client ID"), m_tenant.clientId},
        {tr("1Kosmos address"), m_tenant.idvUrl}, {tr("Community ID"), m_tenant.communityId},
        {tr("Provider"), m_tenant.provider.kind == domain::ProviderKind::DocuVerify
                             ? tr("BlockID DocuVerify")
                             : tr("Session API with a bearer key")},
        {tr("Write-back"), writeBackText(m_tenant.writeBack, m_tenant.product)}, {tr("Secrets"), secretsText()}});
    return facts;
}

FlowLayout *TenantCard::makeActions()
{
    auto *row = new FlowLayout(8);
    if (!m_isSimulator)
        add(row, tr("Edit…"), QStringLiteral("edit"), &TenantActions::edit)
            ->setObjectName(QStringLiteral("editTenant"));
    if (!m_isSimulator)
        add(row, tr("Replace secrets…"), QStringLiteral("key"), &TenantActions::replaceSecrets);
    if (!m_isSimulator && !domain::isIdentityIq(m_tenant))
        add(row, tr("Access token…"), QStringLiteral("clock"), &TenantActions::showAccessToken)
            ->setObjectName(QStringLiteral("accessToken"));
    if (m_isOpen)
        addOpenActions(row);
    if (domain::isIdentityIq(m_tenant))
        add(row, tr("Approvals…"), QStringLiteral("check"), &TenantActions::changeIdentityIq);
    add(row, tr("Provider…"), QStringLiteral("shield-check"), &TenantActions::changeProvider);
    add(row, tr("Results…"), QStringLiteral("document"), &TenantActions::changeResults)
        ->setToolTip(tr("Where the provider’s results stand, and what its words mean"));
    add(row, tr("Write-back…"), QStringLiteral("send"), &TenantActions::changeWriteBack);
    QPushButton *words = add(row, tr("Status words…"), QStringLiteral("quote"), &TenantActions::changeStatusWords);
    words->setToolTip(tr("What the words in idvStatus mean"));
    auto *active = button(m_app.theme(), tr("Active accounts…"), QStringLiteral("user"));
    active->setObjectName(QStringLiteral("activeAccounts"));
    setEnabledOr(active, m_isOpen ? QString() : tr("Open this tenant first."));
    connect(active, &QPushButton::clicked, &m_actions, &TenantActions::changeActivity);
    row->addWidget(active);
    auto *policy = button(m_app.theme(), tr("Re-verification policy…"), QStringLiteral("re-verification"));
    policy->setEnabled(m_isOpen);
    policy->setToolTip(m_isOpen ? QString() : tr("Open this tenant first."));
    connect(policy, &QPushButton::clicked, &m_app.navigator(), &Navigator::policyWanted);
    row->addWidget(policy);
    return row;
}

void TenantCard::addOpenActions(FlowLayout *row)
{
    auto *ready = button(m_app.theme(), tr("Readiness…"), QStringLiteral("check"));
    connect(ready, &QPushButton::clicked, &m_actions, &TenantActions::showReadiness);
    row->addWidget(ready);
    auto *who = button(m_app.theme(), tr("Operator…"), QStringLiteral("user"));
    who->setToolTip(tr("Registers who sits here, so that a second person is somebody else"));
    connect(who, &QPushButton::clicked, &m_actions, &TenantActions::registerOperator);
    row->addWidget(who);
}

} // namespace ui
