#include "ui/settings/tenantactions.h"
#include "core/logfailure.h"
#include "domain/text/messages.h"
#include "services/readiness/connectiontest.h"
#include "services/tenants/tenanteditor.h"
#include "services/tenants/tenants.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/controls/banner.h"
#include "ui/operations/operationdialog.h"
#include "ui/sessions/writebackdialog.h"
#include "ui/settings/secretsdialog.h"
#include "ui/tenants/accesstoken/accesstokendialog.h"
#include "ui/tenants/activitydialog.h"
#include "ui/tenants/identityiqform.h"
#include "ui/tenants/operatordialog.h"
#include "ui/tenants/providerdialog.h"
#include "ui/tenants/readinessdialog.h"
#include "ui/tenants/results/resultmappingdialog.h"
#include "ui/tenants/statuswordsdialog.h"
#include "ui/tenants/tenanteditdialog.h"
#include "ui/tenantsession/tenantsessions.h"
#include <QPointer>

namespace ui {

using core::Result;
using core::Unit;

TenantActions::TenantActions(AppContext &app, Banner &banner, QWidget *page)
    : QObject(page), m_app(app), m_banner(banner), m_page(page)
{
}

void TenantActions::open(const domain::Tenant &tenant)
{
    m_app.tenantSessions().open(tenant);
}

void TenantActions::turnReadOnly(const domain::Tenant &tenant)
{
    core::whenDone<domain::Tenant>(m_app.tenants().setReadOnly(tenant, !tenant.readOnly), this,
        [this](const Result<domain::Tenant> &stored) { take(stored, {}); });
}

void TenantActions::showReadiness()
{
    openDialog<ReadinessDialog>(m_app, m_page);
}

void TenantActions::registerOperator()
{
    auto *dialog = openDialog<OperatorDialog>(m_app, m_page);
    connect(dialog, &OperatorDialog::registered, this,
        [this](const QString &identity) { report(core::ok(), tr("Registered: %1 sits here").arg(identity)); });
}

void TenantActions::changeActivity()
{
    auto *dialog = openDialog<ActivityDialog>(m_app, m_page);
    connect(
        dialog, &QDialog::accepted, this, [this] { report(core::ok(), tr("Saved what counts as an active account")); });
}

void TenantActions::changeWriteBack(const domain::Tenant &tenant)
{
    auto *dialog = makeWindow<WriteBackDialog>(m_app.theme(), tenant, m_page);
    connect(dialog, &WriteBackDialog::chosen, this, [this, tenant](const domain::Tenant &changed) {
        store(tenant, changed, QStringLiteral("tenant.write-back"), tr("Write-back of %1 changed").arg(changed.name));
    });
    dialog->open();
}

void TenantActions::changeStatusWords(const domain::Tenant &tenant)
{
    auto *dialog = makeWindow<StatusWordsDialog>(m_app.theme(), tenant, m_page);
    connect(dialog, &StatusWordsDialog::chosen, this,
        [this, tenant](const domain::StatusWords &words, const QString &reason) {
            // Opened anew, its copy is read by them.
            core::whenDone<domain::Tenant>(m_app.tenants().setStatusWords(tenant, words, reason), this,
                [this](const Result<domain::Tenant> &stored) {
                    take(stored, stored ? tr("Status words of %1 changed").arg(stored->name) : QString());
                });
        });
    dialog->open();
}

void TenantActions::changeIdentityIq(const domain::Tenant &tenant)
{
    auto *dialog = makeWindow<IdentityIqDialog>(m_app.theme(), tenant, m_page);
    connect(dialog, &IdentityIqDialog::chosen, this, [this, tenant](const domain::Tenant &changed) {
        store(tenant, changed, QStringLiteral("tenant.approvals"), tr("Approvals of %1 changed").arg(changed.name));
    });
    dialog->open();
}

void TenantActions::changeProvider(const domain::Tenant &tenant)
{
    auto *dialog = makeWindow<ProviderDialog>(m_app.theme(), tenant, m_page);
    connect(dialog, &ProviderDialog::chosen, this, [this, tenant](const domain::Tenant &changed) {
        tryAndStore(tenant, changed, tr("Provider of %1 changed").arg(changed.name));
    });
    dialog->open();
}

void TenantActions::changeResults(const domain::Tenant &tenant)
{
    auto *dialog = makeWindow<ResultMappingDialog>(m_app.theme(), m_app.context().clock, tenant, m_page);
    connect(dialog, &ResultMappingDialog::chosen, this,
        [this, tenant, dialog](const domain::Tenant &changed, const QString &reason) {
            auto *editor = new services::TenantEditor(m_app.context(), m_app.tenants(), this);
            core::whenDone<domain::Tenant>(editor->save({tenant, changed, {}, reason}, {}), editor,
                [this, editor, open = QPointer<ResultMappingDialog>(dialog)](const Result<domain::Tenant> &stored) {
                    editor->deleteLater();
                    if (!stored && open)
                        return open->showFailure(stored.error().text);
                    if (open)
                        open->accept();
                    take(stored, stored ? tr("Results of %1 are read anew").arg(stored->name) : QString());
                });
        });
    dialog->open();
}

void TenantActions::edit(const domain::Tenant &tenant)
{
    auto *dialog = makeWindow<TenantEditDialog>(m_app, tenant, m_page);
    connect(dialog, &TenantEditDialog::saved, this, [this](const domain::Tenant &stored, bool isProven) {
        take(stored, isProven ? tr("%1 saved").arg(stored.name)
                              : tr("%1 saved; that its secrets are accepted was not proven").arg(stored.name));
    });
    dialog->open();
}

void TenantActions::showAccessToken(const domain::Tenant &tenant)
{
    auto *dialog = makeWindow<AccessTokenDialog>(m_app, tenant, m_page);
    connect(dialog, &AccessTokenDialog::replaced, this,
        [this](const domain::Tenant &stored, const QString &done) { take(stored, done); });
    dialog->open();
}

void TenantActions::tryAndStore(const domain::Tenant &before, const domain::Tenant &changed, const QString &done)
{
    if (domain::needsOf(before, changed).apiKey)
        return m_banner.show(Banner::Problem, tr("Another kind of provider needs its key"),
            tr("Choose it with Edit…, where the key is entered."));
    auto *editor = new services::TenantEditor(m_app.context(), m_app.tenants(), this);
    const services::TenantEditor::Edit e{before, changed, {}, {}};
    m_banner.show(Banner::Info, tr("Testing %1…").arg(changed.name), {});
    core::whenDone<services::TestReport>(
        editor->tryOut(e, {}), editor, [this, editor, e, done](const Result<services::TestReport> &tried) {
            if (!tried || !tried->isPassed()) {
                tried ? showTest(*tried) : report(tried.error(), {});
                return editor->deleteLater();
            }
            core::whenDone<domain::Tenant>(
                editor->save(e, *tried), editor, [this, editor, done](const Result<domain::Tenant> &now) {
                    take(now, done);
                    editor->deleteLater();
                });
        });
}

void TenantActions::store(
    const domain::Tenant &seen, const domain::Tenant &changed, const QString &action, const QString &done)
{
    core::whenDone<domain::Tenant>(m_app.tenants().update(seen, changed, action), this,
        [this, done](const Result<domain::Tenant> &stored) { take(stored, done); });
}

// As it is stored by now, which may be more than was changed here.
void TenantActions::take(const Result<domain::Tenant> &stored, const QString &done)
{
    report(stored ? core::ok() : core::Status(stored.error()), done);
    if (stored)
        m_app.tenantSessions().reload(*stored);
}

void TenantActions::report(const core::Status &done, const QString &what)
{
    if (!done) {
        const auto m = domain::userMessage(done.error(), domain::Vendor::Console);
        m_banner.show(Banner::Problem, m.headline, m.advice);
    } else if (!what.isEmpty()) {
        m_banner.show(Banner::Good, what, {});
    } else {
        m_banner.hide();
    }
}

void TenantActions::test(const domain::Tenant &tenant)
{
    m_banner.show(Banner::Info, tr("Testing %1…").arg(tenant.name), {});
    const auto run = services::testConnection(m_app.context(), tenant, {}, services::TestParts::Both, {}, this);
    core::whenDone<services::TestReport>(run, this, [this, tenant](const Result<services::TestReport> &r) {
        if (!r)
            return report(r.error(), {});
        showTest(*r);
        // Which organisation it is, is known from here on, and an edit is compared with it.
        core::logFailure(m_app.tenants().noteOrganisation(tenant, r->organisation), this, lcUi,
            "The organisation of a tenant could not be noted.");
    });
}

static QString signOf(services::TestLevel level)
{
    if (level == services::TestLevel::Pass)
        return QStringLiteral("✓ ");
    return services::isDoubtful(level) ? QStringLiteral("! ") : QStringLiteral("✗ ");
}

void TenantActions::showTest(const services::TestReport &tested)
{
    QStringList lines;
    for (const auto &l : tested.lines)
        lines << signOf(l.level) + l.text + (l.fact.isEmpty() ? QString() : QStringLiteral(" · ") + l.fact) +
                     (l.advice.isEmpty() ? QString() : QStringLiteral(": ") + l.advice);
    if (tested.isPassed() && !tested.isProven())
        return m_banner.show(
            Banner::Warning, tr("The addresses answer; not everything is proven"), lines.join(QLatin1Char('\n')));
    m_banner.show(tested.isPassed() ? Banner::Good : Banner::Problem,
        tested.isPassed() ? tr("The connection works") : tr("The connection does not work"),
        lines.join(QLatin1Char('\n')));
}

void TenantActions::replaceSecrets(const domain::Tenant &tenant)
{
    auto *dialog = openDialog<SecretsDialog>(m_app.theme(), tenant, m_page);
    connect(dialog, &SecretsDialog::chosen, this,
        [this, tenant](const services::TenantSecrets &secrets) { tryAndReplace(tenant, secrets); });
}

void TenantActions::tryAndReplace(const domain::Tenant &tenant, const services::TenantSecrets &secrets)
{
    const auto run = services::testConnection(m_app.context(), tenant, secrets, services::TestParts::Both, {}, this);
    core::whenDone<services::TestReport>(run, this, [this, tenant, secrets](const Result<services::TestReport> &r) {
        if (!r || !r->isPassed()) {
            m_banner.show(Banner::Problem, tr("The new secrets do not work"), tr("The old ones stay."));
            return;
        }
        rotate(tenant, secrets, r->isProven());
    });
}

void TenantActions::rotate(const domain::Tenant &tenant, const services::TenantSecrets &secrets, bool isProven)
{
    core::whenDone<domain::Tenant>(
        m_app.tenants().rotate(tenant, secrets), this, [this, isProven](const Result<domain::Tenant> &now) {
            take(
                now, isProven ? tr("Secrets replaced") : tr("Secrets replaced; that they are accepted was not proven"));
        });
}

void TenantActions::remove(const domain::Tenant &tenant)
{
    const OperationQuestion q{tr("Remove %1 from this computer?").arg(tenant.name),
        tr("Local copy and secrets are deleted. SailPoint and the audit log are not touched."), tr("Remove tenant"),
        tenant.name, true};
    askOperation(m_app, m_page, q, [this, tenant] { removeNow(tenant, false); });
}

void TenantActions::removeNow(const domain::Tenant &tenant, bool endsOpen)
{
    core::whenDone<Unit>(m_app.tenants().remove(tenant, endsOpen), this, [this, tenant](const core::Status &r) {
        if (!r && r.error().reason == core::ErrorReason::OpenSessions) {
            const OperationQuestion q{tr("End the open verifications of %1?").arg(tenant.name),
                r.error().text + QLatin1Char(' ') +
                    tr("Links that were sent stay usable at the provider; what comes of them is refused."),
                tr("End them and remove"), tenant.name, true};
            return askOperation(m_app, m_page, q, [this, tenant] { removeNow(tenant, true); });
        }
        if (r) {
            if (m_app.tenantSession() && m_app.tenantSession()->tenant().id == tenant.id)
                m_app.tenantSessions().close();
            m_app.tenantSessions().letGoOf(tenant.id);
            m_app.settings().remove(QStringLiteral("identities/") + tenant.id.str()); // its views and columns
        }
        report(r, tr("Tenant removed"));
    });
}

} // namespace ui
