#include "ui/settings/tenantspage.h"
#include "domain/text/messages.h"
#include "domain/text/secrettext.h"
#include "models/peoplemodel.h"
#include "services/readiness/connectiontest.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/operations/operationdialog.h"
#include "ui/sessions/writebackdialog.h"
#include "ui/tenants/activitydialog.h"
#include "ui/tenants/identityiqform.h"
#include "ui/tenants/operatordialog.h"
#include "ui/tenants/providerdialog.h"
#include "ui/tenants/readinessdialog.h"
#include "ui/tenants/statuswordsdialog.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/parts.h"
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using core::Unit;

TenantsPage::TenantsPage(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 18, 24, 16);
    v->setSpacing(12);
    auto *h = new QHBoxLayout;
    h->addWidget(new Label(t, tr("Tenants"), 18, "text", 600));
    h->addStretch();
    auto *add = button(t, tr("Add tenant…"), QStringLiteral("plus"), "primary");
    connect(add, &QPushButton::clicked, &m_app, &AppContext::addTenant);
    h->addWidget(add);
    v->addLayout(h);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_tenants = new QVBoxLayout;
    m_tenants->setSpacing(12);
    v->addLayout(m_tenants);
    v->addStretch();
    connect(&app.tenants(), &services::Tenants::changed, this, &TenantsPage::reload);
    connect(&app, &AppContext::tenantSessionChanged, this, &TenantsPage::reload);
    reload();
}

void TenantsPage::reload()
{
    core::whenDone<QList<domain::Tenant>>(
        m_app.tenants().list(), this, [this](const Result<QList<domain::Tenant>> &all) {
            while (QLayoutItem *item = m_tenants->takeAt(0)) {
                delete item->widget();
                delete item;
            }
            if (!all) {
                const auto m = domain::userMessage(all.error(), domain::Vendor::Console);
                m_banner->show(Banner::Problem, m.headline, m.advice);
                return;
            }
            for (const auto &t : *all)
                m_tenants->addWidget(t.problem.isEmpty() ? tenantCard(t) : unreadableCard(t));
            if (all->isEmpty()) {
                auto *none = new Label(m_app.theme(), tr("No tenant yet."), 13, "text-2");
                m_tenants->addWidget(none);
            }
        });
}

// It hides no other; it can only be removed.
QWidget *TenantsPage::unreadableCard(const domain::Tenant &tenant)
{
    Theme &t = m_app.theme();
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(card);
    v->setContentsMargins(16, 12, 16, 14);
    v->setSpacing(10);
    v->addWidget(new Label(t, tenant.name, 14, "text", 600));
    auto *why = new Label(t, tenant.problem, 13, "failed");
    why->setWordWrap(true);
    v->addWidget(why);
    auto *removeButton = button(t, tr("Remove…"), {}, "dangertext");
    connect(removeButton, &QPushButton::clicked, this, [this, tenant] { remove(tenant); });
    auto *row = new FlowLayout(8);
    row->addWidget(removeButton);
    v->addLayout(row);
    return card;
}

QWidget *TenantsPage::tenantCard(const domain::Tenant &tenant)
{
    Theme &t = m_app.theme();
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(card);
    v->setContentsMargins(16, 12, 16, 14);
    v->setSpacing(10);
    auto *h = new QHBoxLayout;
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    names->addWidget(new Label(t, tenant.name, 14, "text", 600));
    const QString kind = tenant.environment == domain::Environment::Simulator
                             ? tr("Simulator: invented people, nothing leaves this computer")
                         : tenant.environment == domain::Environment::Sandbox ? tr("Sandbox")
                                                                              : tr("Production");
    auto *added =
        new Label(t, kind + QStringLiteral(" · ") + tr("added %1").arg(models::dateText(tenant.addedAt)), 12, "text-3");
    added->setWordWrap(true);
    names->addWidget(added);
    h->addLayout(names, 1);
    auto *actions = new FlowLayout(6);
    h->addLayout(actions, 1);
    const bool isOpen = m_app.tenantSession() && m_app.tenantSession()->tenant().id == tenant.id;
    const bool isSimulator =
        tenant.environment == domain::Environment::Simulator && tenant.id.str() == QLatin1String("lab");
    if (!isOpen && !isSimulator) {
        auto *open = button(t, tr("Open"));
        connect(open, &QPushButton::clicked, this, [this, tenant] { m_app.open(tenant); });
        actions->addWidget(open);
    }
    if (!isSimulator || isOpen) {
        auto *testButton = button(t, tr("Test connection"), QStringLiteral("pulse"));
        connect(testButton, &QPushButton::clicked, this, [this, tenant] { test(tenant); });
        actions->addWidget(testButton);
    }
    auto *lock = button(t, tenant.readOnly ? tr("Unlock") : tr("Lock: read only"),
        tenant.readOnly ? QStringLiteral("unlock") : QStringLiteral("lock"));
    connect(lock, &QPushButton::clicked, this, [this, tenant] {
        core::whenDone<Unit>(
            m_app.tenants().setReadOnly(tenant, !tenant.readOnly), this, [this, tenant](const core::Status &r) {
                report(r, {});
                domain::Tenant changed = tenant;
                changed.readOnly = !tenant.readOnly;
                if (r)
                    m_app.reload(changed);
            });
    });
    actions->addWidget(lock);
    if (!isSimulator) {
        auto *removeButton = button(t, tr("Remove…"), {}, "dangertext");
        connect(removeButton, &QPushButton::clicked, this, [this, tenant] { remove(tenant); });
        actions->addWidget(removeButton);
    }
    v->addLayout(h);
    v->addWidget(line(t));
    auto *facts = new KeyValueList(t);
    facts->setRows({{tr("Product"), domain::productName(tenant.product)},
        {tr("SailPoint address"), tenant.sailpointUrl}, {tr("Client ID"), tenant.clientId},
        {tr("1Kosmos address"), tenant.idvUrl}, {tr("Community ID"), tenant.communityId},
        {tr("Provider"), tenant.provider.kind == domain::ProviderKind::DocuVerify
                             ? tr("BlockID DocuVerify")
                             : tr("Session API with a bearer key")},
        {tr("Write-back"), writeBackText(tenant.writeBack, tenant.product)},
        {tr("Secrets"), isSimulator             ? tr("In memory, new with every start")
                        : tenant.secretsMissing ? tr("Missing: enter them with Replace secrets…")
                                                : tr("In this computer’s keychain; never shown again")}});
    v->addWidget(facts);
    auto *row = new FlowLayout(8);
    if (!isSimulator) {
        auto *replace = button(t, tr("Replace secrets…"), QStringLiteral("key"));
        connect(replace, &QPushButton::clicked, this, [this, tenant] { replaceSecrets(tenant); });
        row->addWidget(replace);
    }
    if (isOpen) {
        auto *ready = button(t, tr("Readiness…"), QStringLiteral("check"));
        connect(ready, &QPushButton::clicked, this, [this] {
            auto *d = new ReadinessDialog(m_app, this);
            d->setAttribute(Qt::WA_DeleteOnClose);
            d->open();
        });
        row->addWidget(ready);
        auto *who = button(t, tr("Operator…"), QStringLiteral("user"));
        who->setToolTip(tr("Registers who sits here, so that a second person is somebody else"));
        connect(who, &QPushButton::clicked, this, &TenantsPage::registerOperator);
        row->addWidget(who);
    }
    if (domain::isIdentityIq(tenant)) {
        auto *approvals = button(t, tr("Approvals…"), QStringLiteral("check"));
        connect(approvals, &QPushButton::clicked, this, [this, tenant] { changeIdentityIq(tenant); });
        row->addWidget(approvals);
    }
    auto *provider = button(t, tr("Provider…"), QStringLiteral("shield-check"));
    connect(provider, &QPushButton::clicked, this, [this, tenant] { changeProvider(tenant); });
    row->addWidget(provider);
    auto *writeBack = button(t, tr("Write-back…"), QStringLiteral("send"));
    connect(writeBack, &QPushButton::clicked, this, [this, tenant] { changeWriteBack(tenant); });
    row->addWidget(writeBack);
    auto *words = button(t, tr("Status words…"), QStringLiteral("quote"));
    words->setToolTip(tr("What the words in idvStatus mean"));
    connect(words, &QPushButton::clicked, this, [this, tenant] { changeStatusWords(tenant); });
    row->addWidget(words);
    auto *active = button(t, tr("Active accounts…"), QStringLiteral("user"));
    active->setObjectName(QStringLiteral("activeAccounts"));
    setEnabledOr(active, isOpen ? QString() : tr("Open this tenant first."));
    connect(active, &QPushButton::clicked, this, &TenantsPage::changeActivity);
    row->addWidget(active);
    auto *policy = button(t, tr("Re-verification policy…"), QStringLiteral("re-verification"));
    policy->setEnabled(isOpen);
    policy->setToolTip(isOpen ? QString() : tr("Open this tenant first."));
    connect(policy, &QPushButton::clicked, &m_app, &AppContext::policyWanted);
    row->addWidget(policy);
    v->addLayout(row);
    return card;
}

void TenantsPage::registerOperator()
{
    auto *dialog = new OperatorDialog(m_app, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OperatorDialog::registered, this,
        [this](const QString &identity) { report(core::ok(), tr("Registered: %1 sits here").arg(identity)); });
    dialog->open();
}

void TenantsPage::changeActivity()
{
    auto *dialog = new ActivityDialog(m_app, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &QDialog::accepted, this, [this] { report(core::ok(), tr("Saved what counts as an active account")); });
    dialog->open();
}

void TenantsPage::changeWriteBack(const domain::Tenant &tenant)
{
    auto *dialog = new WriteBackDialog(m_app.theme(), tenant, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WriteBackDialog::chosen, this, [this](const domain::Tenant &changed) {
        store(changed, QStringLiteral("tenant.write-back"), tr("Write-back of %1 changed").arg(changed.name));
    });
    dialog->open();
}

void TenantsPage::changeStatusWords(const domain::Tenant &tenant)
{
    auto *dialog = new StatusWordsDialog(m_app.theme(), tenant, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &StatusWordsDialog::chosen, this,
        [this, tenant](const domain::StatusWords &words, const QString &reason) {
            core::whenDone<Unit>(m_app.tenants().setStatusWords(tenant, words, reason), this,
                [this, tenant, words](const core::Status &r) {
                    report(r, tr("Status words of %1 changed").arg(tenant.name));
                    domain::Tenant changed = tenant;
                    changed.statusWords = words;
                    if (r) // opened anew, its copy is read by them
                        m_app.reload(changed);
                });
        });
    dialog->open();
}

void TenantsPage::report(const core::Status &done, const QString &what)
{
    if (!done) {
        const auto m = domain::userMessage(done.error(), domain::Vendor::Console);
        m_banner->show(Banner::Problem, m.headline, m.advice);
    } else if (!what.isEmpty()) {
        m_banner->show(Banner::Good, what, {});
    } else {
        m_banner->hide();
    }
}

void TenantsPage::test(const domain::Tenant &tenant)
{
    m_banner->show(Banner::Info, tr("Testing %1…").arg(tenant.name), {});
    const auto run = services::testConnection(m_app.context(), tenant, {}, services::TestParts::Both, {}, this);
    core::whenDone<services::TestReport>(run, this, [this](const Result<services::TestReport> &r) {
        if (!r)
            return report(r.error(), {});
        QStringList lines;
        for (const auto &l : r->lines)
            lines << (l.level == services::TestLevel::Pass ? QStringLiteral("✓ ")
                         : services::isDoubtful(l.level)   ? QStringLiteral("! ")
                                                           : QStringLiteral("✗ ")) +
                         l.text + (l.fact.isEmpty() ? QString() : QStringLiteral(" · ") + l.fact) +
                         (l.advice.isEmpty() ? QString() : QStringLiteral(": ") + l.advice);
        if (r->isPassed() && !r->isProven())
            return m_banner->show(
                Banner::Warning, tr("The addresses answer; not everything is proven"), lines.join(QLatin1Char('\n')));
        m_banner->show(r->isPassed() ? Banner::Good : Banner::Problem,
            r->isPassed() ? tr("The connection works") : tr("The connection does not work"),
            lines.join(QLatin1Char('\n')));
    });
}

void TenantsPage::replaceSecrets(const domain::Tenant &tenant)
{
    auto *dialog = new Dialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Replace secrets of %1").arg(tenant.name));
    auto *form = new QFormLayout(dialog);
    auto *secret = new QLineEdit;
    auto *key = new QLineEdit;
    secret->setEchoMode(QLineEdit::Password);
    key->setEchoMode(QLineEdit::Password);
    form->addRow(new Label(m_app.theme(),
        tr("What stays empty is kept. The new ones are tested first; the old ones stay until the test passes."), 12,
        "text-2"));
    form->addRow(tr("Client secret"), secret);
    form->addRow(tr("API key"), key);
    auto *fault = new Label(m_app.theme(), {}, 12, "failed");
    fault->setWordWrap(true);
    form->addRow(fault);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *save = buttons->addButton(tr("Test and replace"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(save, &QPushButton::clicked, dialog, [this, dialog, tenant, secret, key, fault] {
        const auto secretTaken = domain::takenSecret(tr("Client secret"), secret->text(), domain::SecretUse::Text);
        const auto keyTaken = domain::takenSecret(tr("API key"), key->text(), domain::SecretUse::Key);
        for (const auto *taken : {&secretTaken, &keyTaken}) {
            if (!*taken)
                return fault->setText(taken->error().field + QStringLiteral(": ") + taken->error().text);
        }
        services::TenantSecrets s;
        s.sailpoint = *secretTaken;
        s.idv = *keyTaken;
        dialog->accept();
        if (!s.sailpoint && !s.idv)
            return;
        const auto run = services::testConnection(m_app.context(), tenant, s, services::TestParts::Both, {}, this);
        core::whenDone<services::TestReport>(run, this, [this, tenant, s](const Result<services::TestReport> &r) {
            if (!r || !r->isPassed()) {
                m_banner->show(Banner::Problem, tr("The new secrets do not work"), tr("The old ones stay."));
                return;
            }
            core::whenDone<Unit>(m_app.tenants().rotate(tenant, s), this,
                [this, tenant, isProven = r->isProven()](const core::Status &done) {
                    report(done, isProven ? tr("Secrets replaced")
                                          : tr("Secrets replaced; that they are accepted was not proven"));
                    domain::Tenant changed = tenant;
                    changed.secretsMissing = false;
                    if (done)
                        m_app.reload(changed);
                });
        });
    });
    dialog->open();
}

void TenantsPage::remove(const domain::Tenant &tenant)
{
    const OperationQuestion q{tr("Remove %1 from this computer?").arg(tenant.name),
        tr("Local copy and secrets are deleted. SailPoint and the audit log are not touched."), tr("Remove tenant"),
        tenant.name, true};
    askOperation(m_app, this, q, [this, tenant] { removeNow(tenant, false); });
}

void TenantsPage::removeNow(const domain::Tenant &tenant, bool endsOpen)
{
    core::whenDone<Unit>(m_app.tenants().remove(tenant, endsOpen), this, [this, tenant](const core::Status &r) {
        if (!r && r.error().field == QLatin1String("open-sessions")) {
            const OperationQuestion q{tr("End the open verifications of %1?").arg(tenant.name),
                r.error().text + QLatin1Char(' ') +
                    tr("Links that were sent stay usable at the provider; what comes of them is refused."),
                tr("End them and remove"), tenant.name, true};
            return askOperation(m_app, this, q, [this, tenant] { removeNow(tenant, true); });
        }
        if (r) {
            if (m_app.tenantSession() && m_app.tenantSession()->tenant().id == tenant.id)
                m_app.closeTenant();
            m_app.letGoOf(tenant.id);
            m_app.settings().remove(QStringLiteral("identities/") + tenant.id.str()); // its views and columns
        }
        report(r, tr("Tenant removed"));
    });
}

void TenantsPage::changeIdentityIq(const domain::Tenant &tenant)
{
    auto *dialog = new IdentityIqDialog(m_app.theme(), tenant, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IdentityIqDialog::chosen, this, [this](const domain::Tenant &changed) {
        store(changed, QStringLiteral("tenant.approvals"), tr("Approvals of %1 changed").arg(changed.name));
    });
    dialog->open();
}

void TenantsPage::store(const domain::Tenant &changed, const QString &action, const QString &done)
{
    core::whenDone<Unit>(m_app.tenants().update(changed, action), this, [this, changed, done](const core::Status &r) {
        report(r, done);
        if (r)
            m_app.reload(changed);
    });
}

void TenantsPage::changeProvider(const domain::Tenant &tenant)
{
    auto *dialog = new ProviderDialog(m_app.theme(), tenant, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProviderDialog::chosen, this, [this](const domain::Tenant &changed) {
        store(changed, QStringLiteral("tenant.provider"), tr("Provider of %1 changed").arg(changed.name));
    });
    dialog->open();
}

} // namespace ui
