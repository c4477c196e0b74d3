#include "ui/events/subscribedialog.h"
#include "domain/tenants/callbackaddress.h"
#include "domain/tenants/tenantguard.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/callbacks/receiversecrets.h"
#include "services/events/triggers.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/events/subscriptionform.h"
#include "ui/widgets/problem.h"
#include <QVBoxLayout>

namespace ui {

using core::Result;

SubscribeDialog::SubscribeDialog(
    AppContext &app, const QList<domain::Trigger> &triggers, const QString &trigger, QWidget *parent)
    : Dialog(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("subscribeDialog"));
    setWindowTitle(tr("Subscribe to an event trigger"));
    setMinimumWidth(std::min(t.scaled(620), 1200));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 18, 20, 14);
    v->setSpacing(10);
    m_title = heading(t, tr("Subscribe to an event trigger"));
    v->addWidget(m_title);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_form = new SubscriptionForm(t, triggers, trigger);
    v->addWidget(m_form);
    v->addStretch();
    auto *foot = new QHBoxLayout;
    m_why = new Label(t, {}, 12, "text-3");
    m_why->setWordWrap(true);
    foot->addWidget(m_why, 1);
    auto *cancel = button(t, tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &SubscribeDialog::reject);
    m_go = button(t, tr("Subscribe"), {}, "primary");
    m_go->setObjectName(QStringLiteral("subscribeGo"));
    m_go->setDefault(true);
    connect(m_go, &QPushButton::clicked, this, &SubscribeDialog::start);
    foot->addWidget(cancel);
    foot->addWidget(m_go);
    v->addLayout(foot);
    connect(m_form, &SubscriptionForm::changed, this, &SubscribeDialog::check);
    connect(m_form, &SubscriptionForm::ownWanted, this, &SubscribeDialog::useOwn);
    connect(m_form, &SubscriptionForm::tryWanted, this, &SubscribeDialog::tryFilter);
    connect(
        &app, &AppContext::tenantSessionChanged, this, [this] { QDialog::reject(); }); // it was about another tenant
    check();
    m_form->focusAddress();
}

void SubscribeDialog::edit(const domain::Subscription &subscription)
{
    m_now = subscription;
    setWindowTitle(tr("Change a subscription"));
    m_title->setText(tr("Change “%1”").arg(m_form->edit(subscription).name));
    m_go->setText(tr("Change"));
    check();
}

QString SubscribeDialog::ownObstacle() const
{
    auto *w = m_app.tenantSession();
    if (!w)
        return domain::noTenantText();
    if (!w->tenant().receiver.takesEvents)
        return tr("Events are not taken: switch them on in Settings, Callback receiver.");
    const bool isNowhere = domain::eventsUrl(w->tenant()).isEmpty() && w->receiving().eventsUrl().isEmpty();
    return isNowhere ? tr("Start the callback receiver first.") : QString();
}

void SubscribeDialog::check()
{
    const auto d = m_form->draft();
    m_form->refresh();
    const auto faults =
        m_app.tenantSession() ? domain::validate(d, m_app.tenantSession()->tenant()) : QList<core::Error>();
    QString why = faults.isEmpty() ? QString() : faults.first().text;
    m_form->setOwnObstacle(ownObstacle());
    const auto typed = m_form->secret();
    const bool isNew = !m_now, hasSecret = !typed || *typed;
    if (why.isEmpty() && !typed && d.auth != domain::TriggerAuth::None)
        why = typed.error().text;
    if (why.isEmpty() && d.auth != domain::TriggerAuth::None && (isNew || hasSecret) && !m_form->isOwn() &&
        (!typed || !*typed || (*typed)->reveal().size() < 16))
        why = tr("The token or password has at least 16 characters.");
    if (why.isEmpty() && !isNew && !hasSecret && domain::needsSecret(*m_now, d))
        why = tr("Another address or sign-in needs the token once more: SailPoint does not hand it out.");
    if (why.isEmpty() && !isNew && !m_form->isOwn() &&
        domain::subscriptionPatch(*m_now, d, m_form->typedSecret()).isEmpty())
        why = tr("Nothing was changed.");
    m_why->setText(why);
    setEnabledOr(m_go, m_isAsking ? tr("SailPoint is being asked.") : why);
}

// Its address and token; the token is not shown, and SailPoint is the only one who gets it.
void SubscribeDialog::useOwn()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<core::SecretPtr>(
        w->receiving().secrets().eventsToken(), this, [this, w](const Result<core::SecretPtr> &token) {
            if (!token)
                return showProblem(*m_banner, token.error(), domain::Vendor::Console);
            if (w != m_app.tenantSession())
                return;
            const QString url = domain::eventsUrl(w->tenant());
            m_form->useOwn(*token, url.isEmpty() ? w->receiving().eventsUrl() : url);
            check();
        });
}

void SubscribeDialog::tryFilter()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<QString>(w->triggers().filterFault(m_form->trigger().exampleInput, m_form->draft().filter), this,
        [this](const Result<QString> &fault) {
            if (!fault)
                return showProblem(*m_banner, fault.error(), domain::Vendor::SailPoint);
            m_banner->show(fault->isEmpty() ? Banner::Good : Banner::Warning,
                fault->isEmpty() ? tr("The filter fits the trigger's example.") : *fault, {});
        });
}

// A request that is on its way cannot be taken back by closing the dialog.
void SubscribeDialog::reject()
{
    if (!m_isAsking)
        QDialog::reject();
}

void SubscribeDialog::start()
{
    auto *w = m_app.tenantSession();
    if (!w || m_isAsking)
        return;
    const auto secret = m_form->secret();
    if (!secret)
        return showProblem(*m_banner, secret.error(), domain::Vendor::Console);
    m_isAsking = true;
    check();
    const auto asked = m_now ? w->triggers().change(*m_now, m_form->draft(), *secret)
                             : w->triggers().subscribe(m_form->draft(), *secret);
    core::whenDone<domain::Operation>(asked, this, [this](const Result<domain::Operation> &o) {
        m_isAsking = false;
        check();
        if (!o)
            return showProblem(*m_banner, o.error(), domain::Vendor::SailPoint);
        if (o->state == domain::OperationState::Unknown)
            return m_banner->show(Banner::Warning, tr("SailPoint did not answer"),
                tr("It may have been done all the same. Close this, and look at the list before you try again."));
        m_form->clearSecret();
        accept();
    });
}

} // namespace ui
