#include "ui/tenants/accesstoken/accesstokendialog.h"
#include "domain/tenants/tenantguard.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/tenants/connectiontestcard.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/keyvalue.h"
#include <QCheckBox>
#include <QDateTime>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::ClientExpiry;
using services::TokenRotation;

AccessTokenDialog::AccessTokenDialog(AppContext &app, const domain::Tenant &tenant, QWidget *parent)
    : Dialog(parent), m_app(app), m_tenant(tenant), m_expiries(app.context()), m_rotation(app.context(), app.tenants())
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("accessTokenDialog"));
    setWindowTitle(tr("Access token of %1").arg(tenant.name));
    resize(std::min(t.scaled(560), 1000), std::min(t.scaled(480), 760));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    auto *what = new Label(t,
        tr("A personal access token of SailPoint ends by itself. The new one gets the same rights, is tried, and takes "
           "the old one’s place; the old one is deleted."),
        13, "text-2");
    what->setWordWrap(true);
    v->addWidget(what);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_facts = new KeyValueList(t);
    m_facts->setObjectName(QStringLiteral("tokenFacts"));
    v->addWidget(m_facts);
    v->addWidget(makeForm());
    m_tests = new ConnectionTestCard(t);
    m_tests->hide();
    v->addWidget(m_tests);
    v->addStretch();
    v->addWidget(makeFoot());
    read();
}

QWidget *AccessTokenDialog::makeForm()
{
    auto *part = new QWidget;
    auto *layout = new QFormLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    FormBuilder form(m_app.theme(), layout);
    m_days =
        form.number(tr("The new one lives"), 0, domain::longestTokenDays, tr(" days"), QStringLiteral("tokenDays"));
    m_days->setSpecialValueText(tr("As long as this one, at most %1 days").arg(domain::longestTokenDays));
    m_days->setValue(0);
    m_reason = form.line(tr("Reason"), {}, QStringLiteral("tokenReason"));
    m_reason->setPlaceholderText(tr("Recorded in the audit log"));
    m_keepsOld = new QCheckBox(tr("Keep the old one: something else signs in with it, too"));
    m_keepsOld->setObjectName(QStringLiteral("keepsOldToken"));
    form.bare(m_keepsOld);
    return part;
}

QWidget *AccessTokenDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QWidget;
    auto *h = new QHBoxLayout(foot);
    h->setContentsMargins(0, 0, 0, 0);
    m_again = button(t, tr("Read again"));
    m_again->setObjectName(QStringLiteral("readToken"));
    auto *close = button(t, tr("Close"));
    m_replace = button(t, tr("Make a new one"), QStringLiteral("key"), "primary");
    m_replace->setObjectName(QStringLiteral("replaceToken"));
    connect(m_again, &QPushButton::clicked, this, &AccessTokenDialog::read);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_replace, &QPushButton::clicked, this, &AccessTokenDialog::replace);
    h->addWidget(m_again);
    h->addStretch();
    h->addWidget(close);
    h->addWidget(m_replace);
    return foot;
}

void AccessTokenDialog::read()
{
    m_isReading = true;
    m_unread.clear();
    showExpiry();
    core::whenDone<ClientExpiry>(m_expiries.read(m_tenant), this, [this](const Result<ClientExpiry> &e) {
        m_isReading = false;
        m_expiry = e ? *e : ClientExpiry();
        if (!e) {
            const auto m = domain::userMessage(e.error(), domain::Vendor::SailPoint);
            m_unread = m.headline;
            m_banner->show(Banner::Problem, m.headline, m.advice);
        } else {
            m_banner->hide();
        }
        showExpiry();
    });
}

void AccessTokenDialog::showExpiry()
{
    QString until = domain::expiryText(m_expiry, m_app.context().clock->now());
    if (m_isReading)
        until = tr("Reading…");
    else if (!m_unread.isEmpty())
        until = tr("not known");
    m_facts->setRows({{tr("Client ID"), m_tenant.clientId}, {tr("Access token"), until}});
    refresh();
}

void AccessTokenDialog::refresh()
{
    QString why = m_unread;
    if (const auto locked = domain::lockFault(m_tenant))
        why = locked->text;
    else if (m_isReading)
        why = tr("Reading…");
    else if (m_isReplacing)
        why = tr("Making a new one…");
    else if (m_unread.isEmpty() && m_expiry.kind == ClientExpiry::NotPersonal)
        why = tr("This client is no personal access token of who signs in with it.");
    setEnabledOr(m_replace, why);
    setEnabledOr(m_again, m_isReading || m_isReplacing ? why : QString());
}

void AccessTokenDialog::replace()
{
    m_isReplacing = true;
    m_tests->clear();
    m_tests->show();
    m_banner->show(Banner::Info, tr("Making a new one…"), {});
    refresh();
    TokenRotation::Wish wish{m_tenant, std::nullopt, m_keepsOld->isChecked(), m_reason->text()};
    if (m_days->value() > 0)
        wish.days = m_days->value();
    core::whenDone<TokenRotation::Outcome>(
        m_rotation.run(wish, [this](const services::TestLine &l) { m_tests->add(l); }), this,
        [this](const Result<TokenRotation::Outcome> &r) {
            m_isReplacing = false;
            if (r)
                return showOutcome(*r);
            const auto m = domain::userMessage(r.error(), domain::Vendor::SailPoint);
            m_banner->show(Banner::Problem, m.headline, m.advice);
            refresh();
        });
}

void AccessTokenDialog::showOutcome(const TokenRotation::Outcome &outcome)
{
    m_tenant = outcome.tenant;
    m_expiry = outcome.expiry;
    showExpiry();
    QString done = tr("Access token of %1 replaced: %2")
                       .arg(m_tenant.name, domain::expiryText(m_expiry, m_app.context().clock->now()));
    if (outcome.hasEndedEarlier)
        done = tr("An earlier replacement is ended; no new token was made");
    if (outcome.notDeleted.isEmpty() && outcome.warning.isEmpty())
        accept();
    else if (outcome.notDeleted.isEmpty())
        m_banner->show(Banner::Warning, done, outcome.warning);
    else
        m_banner->show(Banner::Warning, tr("Replaced, and the old token is still there"),
            outcome.notDeleted + QLatin1Char(' ') + tr("“Make a new one” deletes it first; no other is made then."));
    Q_EMIT replaced(outcome.tenant, done);
}

// What is being made is not left half-way.
void AccessTokenDialog::reject()
{
    if (!m_isReplacing)
        Dialog::reject();
}

} // namespace ui
