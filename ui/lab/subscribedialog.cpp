#include "ui/lab/subscribedialog.h"
#include "domain/text/secrettext.h"
#include "services/callbacks/receiving.h"
#include "services/events/events.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/problem.h"
#include "ui/widgets/wrapping.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace ui {

using core::Result;

SubscribeDialog::SubscribeDialog(AppContext &app, const QJsonArray &triggers, const QString &trigger, QWidget *parent)
    : Dialog(parent), m_app(app), m_triggers(triggers)
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
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(8);
    const auto row = [&](const QString &label, QWidget *w) {
        w->setAccessibleName(label);
        form->addRow(new Label(t, label, 13, "text-2"), w);
    };
    m_name = new QLineEdit(tr("IDV Console"));
    m_name->setMaxLength(120);
    row(tr("Name"), m_name);
    m_trigger = new QComboBox;
    for (const auto &x : triggers)
        m_trigger->addItem(x.toObject().value(QLatin1String("id")).toString());
    m_trigger->setCurrentText(trigger);
    row(tr("Trigger"), m_trigger);
    m_url = new QLineEdit;
    m_url->setPlaceholderText(QStringLiteral("https://"));
    auto *urlRow = new QWidget;
    auto *uh = new QHBoxLayout(urlRow);
    uh->setContentsMargins(0, 0, 0, 0);
    m_here = button(t, tr("This console"), QStringLiteral("inbox"));
    m_here->setObjectName(QStringLiteral("ownReceiver"));
    connect(m_here, &QPushButton::clicked, this, &SubscribeDialog::useOwn);
    uh->addWidget(m_url, 1);
    uh->addWidget(m_here);
    form->addRow(new Label(t, tr("Address"), 13, "text-2"), urlRow);
    m_url->setAccessibleName(tr("Address"));
    m_auth = new QComboBox;
    m_auth->addItems({tr("None (simulator only)"), tr("Basic"), tr("Bearer token")});
    m_auth->setCurrentIndex(2);
    row(tr("Sign-in"), m_auth);
    m_user = new QLineEdit;
    row(tr("User name"), m_user);
    m_secret = new QLineEdit;
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setPlaceholderText(tr("At least 16 characters; sent to SailPoint and kept nowhere here"));
    row(tr("Token or password"), m_secret);
    m_mode = new QComboBox;
    m_mode->addItems({tr("In the answer, within 10 seconds"), tr("Later, until the deadline"), tr("Either")});
    row(tr("Response"), m_mode);
    m_deadline = new QLineEdit(QStringLiteral("PT1H"));
    row(tr("Deadline (ISO 8601)"), m_deadline);
    auto *filterRow = new QWidget;
    auto *fh = new QHBoxLayout(filterRow);
    fh->setContentsMargins(0, 0, 0, 0);
    m_filter = new QLineEdit;
    const QString example =
        QStringLiteral("$.changes[?(@.attribute == \"idvStatus\")]"); // JSONPath: the same in every language
    m_filter->setPlaceholderText(example);
    m_filter->setFont(t.fixedFont());
    m_try = button(t, tr("Try on the example"));
    connect(m_try, &QPushButton::clicked, this, &SubscribeDialog::tryFilter);
    fh->addWidget(m_filter, 1);
    fh->addWidget(m_try);
    m_filter->setAccessibleName(tr("Filter (JSONPath)"));
    form->addRow(new Label(t, tr("Filter (JSONPath)"), 13, "text-2"), filterRow);
    m_enabled = new CheckBox(tr("Switched on from the beginning"));
    m_enabled->setChecked(true);
    form->addRow(QString(), m_enabled);
    v->addLayout(form);
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
    for (auto *e : {m_name, m_url, m_user, m_secret, m_deadline, m_filter})
        connect(e, &QLineEdit::textChanged, this, &SubscribeDialog::check);
    for (auto *c : {m_trigger, m_auth, m_mode})
        connect(c, &QComboBox::currentIndexChanged, this, &SubscribeDialog::check);
    connect(m_enabled, &QCheckBox::toggled, this, &SubscribeDialog::check);
    connect(
        &app, &AppContext::tenantSessionChanged, this, [this] { QDialog::reject(); }); // it was about another tenant
    check();
    m_url->setFocus();
}

QJsonObject SubscribeDialog::trigger() const
{
    return m_triggers.at(m_trigger->currentIndex()).toObject();
}

domain::SubscriptionDraft SubscribeDialog::draft() const
{
    domain::SubscriptionDraft d;
    d.name = m_name->text();
    d.triggerId = m_trigger->currentText();
    d.isRequestResponse = trigger().value(QLatin1String("type")).toString() == QLatin1String("REQUEST_RESPONSE");
    d.url = m_url->text().trimmed();
    d.auth = domain::TriggerAuth(m_auth->currentIndex());
    d.userName = m_user->text();
    d.mode = domain::DispatchMode(m_mode->currentIndex());
    d.deadline = m_deadline->text().trimmed();
    d.filter = m_filter->text().trimmed();
    d.isEnabled = m_enabled->isChecked();
    return d;
}

void SubscribeDialog::edit(const QJsonObject &subscription)
{
    m_trigger->setCurrentText(subscription.value(QLatin1String("triggerId")).toString());
    const auto d = domain::draftFrom(
        subscription, trigger().value(QLatin1String("type")).toString() == QLatin1String("REQUEST_RESPONSE"));
    m_now = subscription;
    setWindowTitle(tr("Change a subscription"));
    m_title->setText(tr("Change “%1”").arg(d.name));
    m_name->setText(d.name);
    m_url->setText(d.url);
    m_auth->setCurrentIndex(int(d.auth));
    m_user->setText(d.userName);
    m_mode->setCurrentIndex(int(d.mode));
    m_deadline->setText(d.deadline);
    m_filter->setText(d.filter);
    m_enabled->setChecked(d.isEnabled);
    m_enabled->setText(tr("Switched on"));
    m_secret->setPlaceholderText(tr("Empty: it stays as it is in SailPoint"));
    setEnabledOr(m_trigger, tr("A subscription keeps its trigger."));
    m_go->setText(tr("Change"));
    check();
}

void SubscribeDialog::check()
{
    const auto d = draft();
    setEnabledOr(m_user, d.auth == domain::TriggerAuth::Basic ? QString() : tr("Only for basic sign-in."));
    setEnabledOr(m_secret, d.auth != domain::TriggerAuth::None ? QString() : tr("Without a sign-in there is none."));
    setEnabledOr(m_mode, d.isRequestResponse ? QString() : tr("This trigger asks nothing back."));
    setEnabledOr(m_deadline, d.isRequestResponse && d.mode != domain::DispatchMode::Sync
                                 ? QString()
                                 : tr("Only for answers that come later."));
    setEnabledOr(m_try, d.filter.isEmpty() ? tr("Enter a filter first.") : QString());
    const auto faults =
        m_app.tenantSession() ? domain::validate(d, m_app.tenantSession()->tenant()) : QList<core::Error>();
    QString why = faults.isEmpty() ? QString() : faults.first().text;
    const auto *w = m_app.tenantSession();
    setEnabledOr(
        m_here, !w ? tr("Open a tenant first.")
                : w->tenant().receiver.takesEvents
                    ? w->tenant().callbackBaseUrl.isEmpty() && m_app.tenantSession()->receiving().eventsUrl().isEmpty()
                          ? tr("Start the callback receiver first.")
                          : QString()
                    : tr("Events are not taken: switch them on in Settings, Callback receiver."));
    const auto typed = secret();
    const bool isNew = m_now.isEmpty(), hasSecret = !typed || *typed;
    if (why.isEmpty() && !typed && d.auth != domain::TriggerAuth::None)
        why = typed.error().text;
    if (why.isEmpty() && d.auth != domain::TriggerAuth::None && (isNew || hasSecret) && !isOwn() &&
        (!typed || !*typed || (*typed)->reveal().size() < 16))
        why = tr("The token or password has at least 16 characters.");
    if (why.isEmpty() && !isNew && !hasSecret && domain::needsSecret(m_now, d))
        why = tr("Another address or sign-in needs the token once more: SailPoint does not hand it out.");
    if (why.isEmpty() && !isNew && !isOwn() && domain::subscriptionPatch(m_now, d, m_secret->text()).isEmpty())
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
        w->receiving().eventsToken(), this, [this, w](const Result<core::SecretPtr> &token) {
            if (!token)
                return showProblem(*m_banner, token.error(), domain::Vendor::Console);
            if (w != m_app.tenantSession())
                return;
            m_own = *token;
            const QString base = w->tenant().callbackBaseUrl;
            m_ownUrl = base.isEmpty() ? w->receiving().eventsUrl()
                                      : QString(base).replace(QRegularExpression(QStringLiteral("/+$")), QString()) +
                                            w->tenant().receiver.eventsPath;
            m_url->setText(m_ownUrl);
            m_auth->setCurrentIndex(int(domain::TriggerAuth::Bearer));
            m_secret->clear();
            m_secret->setPlaceholderText(tr("The receiver’s own token, from the keychain"));
            check();
        });
}

bool SubscribeDialog::isOwn() const
{
    return m_own && m_secret->text().isEmpty() && m_auth->currentIndex() == int(domain::TriggerAuth::Bearer) &&
           m_url->text().trimmed() == m_ownUrl;
}

Result<core::SecretPtr> SubscribeDialog::secret() const
{
    if (isOwn())
        return m_own;
    const bool isBearer = m_auth->currentIndex() == int(domain::TriggerAuth::Bearer);
    return domain::takenSecret(
        QStringLiteral("secret"), m_secret->text(), isBearer ? domain::SecretUse::Key : domain::SecretUse::Text);
}

void SubscribeDialog::tryFilter()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<QString>(
        w->events().filterFault(trigger().value(QLatin1String("exampleInput")).toObject(), draft().filter), this,
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
    const auto secret = this->secret();
    if (!secret)
        return showProblem(*m_banner, secret.error(), domain::Vendor::Console);
    m_isAsking = true;
    check();
    const auto asked =
        m_now.isEmpty() ? w->events().subscribe(draft(), *secret) : w->events().change(m_now, draft(), *secret);
    core::whenDone<domain::Operation>(asked, this, [this](const Result<domain::Operation> &o) {
        m_isAsking = false;
        check();
        if (!o)
            return showProblem(*m_banner, o.error(), domain::Vendor::SailPoint);
        if (o->state == domain::OperationState::Unknown)
            return m_banner->show(Banner::Warning, tr("SailPoint did not answer"),
                tr("It may have been done all the same. Close this, and look at the list before you try again."));
        m_secret->clear();
        accept();
    });
}

} // namespace ui
