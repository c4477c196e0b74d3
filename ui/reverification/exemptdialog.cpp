#include "ui/reverification/exemptdialog.h"
#include "domain/text/messages.h"
#include "domain/text/secrettext.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/lab/labcontrol.h"
#include "ui/widgets/formbuilder.h"
#include <QDateEdit>
#include <QDateTime>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

using core::Result;

ExemptDialog::ExemptDialog(AppContext &app, const domain::Identity &p, QWidget *parent)
    : Dialog(parent), m_app(app), m_id(p.id)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("exemptDialog"));
    setWindowTitle(tr("Exempt from renewal"));
    setMinimumWidth(480);
    connect(&app, &AppContext::tenantSessionChanged, this, &QDialog::reject);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    v->addWidget(heading(t, tr("Leave %1 out of renewals?").arg(p.name)));
    auto *text = new Label(t,
        tr("Campaigns pass over this person until the exemption ends. They stay past due where they are; the report "
           "for auditors lists them with the reason and with whoever allowed it."),
        13, "text-2");
    text->setWordWrap(true);
    v->addWidget(text);
    auto *note = new Label(t,
        isIdentityIq()
            ? tr("Whoever allows it signs in to IdentityIQ with their own user name and password: somebody else than "
                 "you and than this person. They are used once and stored nowhere.")
            : tr("Whoever allows it signs in with an own SailPoint personal access token: somebody else than you and "
                 "than this person. It is used once and stored nowhere."),
        12, "text-3");
    note->setWordWrap(true);
    v->addWidget(note);
    v->addLayout(makeForm());
    if (app.tenantSession() && domain::isLabTenant(app.tenantSession()->tenant().id) && app.lab()) {
        auto *fill = button(t, tr("Use the simulated second person"), QStringLiteral("user"), "flat");
        connect(fill, &QPushButton::clicked, this, [this] {
            const auto pair = m_app.lab()->simulatedReviewer();
            m_clientId->setText(pair.first);
            m_clientSecret->setText(pair.second);
        });
        v->addWidget(fill, 0, Qt::AlignLeft);
    }
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    v->addLayout(makeFoot());
    m_reason->setFocus();
    if (app.tenantSession())
        showPresent();
}

bool ExemptDialog::isIdentityIq() const
{
    return m_app.tenantSession() && domain::isIdentityIq(m_app.tenantSession()->tenant());
}

QFormLayout *ExemptDialog::makeForm()
{
    const bool isIq = isIdentityIq();
    auto *layout = new QFormLayout;
    FormBuilder form(m_app.theme(), layout);
    m_reason = form.line(tr("Reason"));
    m_reason->setMaxLength(500);
    m_until = form.add(tr("Until"), new QDateEdit(QDate::currentDate().addDays(30)));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_until->setDateRange(QDate::currentDate().addDays(1), QDate::currentDate().addDays(365));
    m_clientId = form.line(isIq ? tr("User name of whoever allows it") : tr("Client ID of whoever allows it"));
    m_clientSecret = form.secret(isIq ? tr("Password of whoever allows it") : tr("Client secret of whoever allows it"));
    return layout;
}

QHBoxLayout *ExemptDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QHBoxLayout;
    auto *cancel = button(t, tr("Cancel"));
    m_end = button(t, tr("End exemption"));
    m_go = button(t, tr("Exempt"), {}, "primary");
    m_go->setShortcut(Qt::CTRL | Qt::Key_Return);
    m_end->hide();
    foot->addWidget(m_end);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_go);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &ExemptDialog::grant);
    connect(m_end, &QPushButton::clicked, this, &ExemptDialog::end);
    return foot;
}

void ExemptDialog::end()
{
    if (!m_app.tenantSession())
        return;
    core::whenDone<core::Unit>(
        m_app.tenantSession()->campaigns().exemptions().end(m_id), this, [this](const core::Status &r) {
            if (r)
                accept();
            else
                m_banner->show(Banner::Problem, r.error().text, {});
        });
}

// Whoever is exempt already.
void ExemptDialog::showPresent()
{
    using Exemptions = QHash<QString, domain::Exemption>;
    core::whenDone<Exemptions>(
        m_app.tenantSession()->campaigns().exemptions().active(), this, [this](const Result<Exemptions> &all) {
            const auto it = all ? all->constFind(m_id.str()) : Exemptions::const_iterator();
            if (!all || it == all->constEnd())
                return;
            m_reason->setText(it->reason);
            m_until->setDate(QDateTime::fromMSecsSinceEpoch(it->until).date());
            m_banner->show(Banner::Info, tr("Exempt already, entered by %1").arg(it->operatorName),
                tr("Allowed by: %1").arg(domain::allowedBy(*it)));
            m_end->show();
        });
}

void ExemptDialog::grant()
{
    if (!m_app.tenantSession())
        return;
    domain::Exemption e;
    e.identity = m_id;
    e.reason = m_reason->text();
    e.until = domain::exemptionEnd(m_until->date());
    const auto idTaken = domain::takenSecret(m_clientId->accessibleName(), m_clientId->text(), domain::SecretUse::Text);
    const auto secretTaken =
        domain::takenSecret(m_clientSecret->accessibleName(), m_clientSecret->text(), domain::SecretUse::Text);
    for (const auto *taken : {&idTaken, &secretTaken}) {
        if (!*taken)
            return m_banner->show(Banner::Problem, tr("Nobody was exempted"),
                taken->error().field + QStringLiteral(": ") + taken->error().text);
    }
    m_go->setEnabled(false);
    core::whenDone<core::Unit>(m_app.tenantSession()->campaigns().exemptions().grant(e, *idTaken, *secretTaken), this,
        [this](const core::Status &r) {
            m_go->setEnabled(true);
            if (r) {
                m_clientSecret->clear();
                return accept();
            }
            const auto m = domain::userMessage(r.error(), domain::Vendor::SailPoint);
            const bool isOurs = core::isOwnRefusal(r.error());
            m_banner->show(
                Banner::Problem, isOurs ? tr("Nobody was exempted") : m.headline, isOurs ? r.error().text : m.advice);
            if (r.error().field == QLatin1String("reason"))
                m_reason->setFocus();
            else if (r.error().field == QLatin1String("until"))
                m_until->setFocus();
            else
                m_clientId->setFocus();
        });
}

} // namespace ui
