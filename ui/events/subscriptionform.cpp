#include "ui/events/subscriptionform.h"
#include "domain/text/secrettext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/widgets/formbuilder.h"
#include "ui/widgets/wrapping.h"
#include <QFormLayout>
#include <QLineEdit>

namespace ui {

using core::Result;

SubscriptionForm::SubscriptionForm(
    Theme &theme, const QList<domain::Trigger> &triggers, const QString &trigger, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_triggers(triggers)
{
    m_form = new QFormLayout(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    makeDelivery(trigger);
    makeAnswer();
    for (auto *e : {m_name, m_url, m_user, m_secret, m_deadline, m_filter})
        connect(e, &QLineEdit::textChanged, this, &SubscriptionForm::changed);
    for (auto *c : {m_trigger, m_auth, m_mode})
        connect(c, &QComboBox::currentIndexChanged, this, &SubscriptionForm::changed);
    connect(m_enabled, &QCheckBox::toggled, this, &SubscriptionForm::changed);
}

void SubscriptionForm::makeDelivery(const QString &trigger)
{
    FormBuilder form(m_theme, m_form, FormBuilder::Look::Page);
    m_name = form.line(tr("Name"), tr("IDV Console"));
    m_name->setMaxLength(120);
    m_trigger = form.add(tr("Trigger"), new QComboBox);
    for (const domain::Trigger &x : std::as_const(m_triggers))
        m_trigger->addItem(x.id);
    m_trigger->setCurrentText(trigger);
    m_url = new QLineEdit;
    m_url->setPlaceholderText(QStringLiteral("https://"));
    m_here = button(m_theme, tr("This console"), QStringLiteral("inbox"));
    m_here->setObjectName(QStringLiteral("ownReceiver"));
    connect(m_here, &QPushButton::clicked, this, &SubscriptionForm::ownWanted);
    form.addWith(tr("Address"), m_url, {m_here});
    m_auth = form.add(tr("Sign-in"), new QComboBox);
    m_auth->addItems({tr("None (simulator only)"), tr("Basic"), tr("Bearer token")});
    m_auth->setCurrentIndex(2);
    m_user = form.line(tr("User name"));
    m_secret = form.secret(tr("Token or password"));
    m_secret->setPlaceholderText(tr("At least 16 characters; sent to SailPoint and kept nowhere here"));
}

void SubscriptionForm::makeAnswer()
{
    FormBuilder form(m_theme, m_form, FormBuilder::Look::Page);
    m_mode = form.add(tr("Response"), new QComboBox);
    m_mode->addItems({tr("In the answer, within 10 seconds"), tr("Later, until the deadline"), tr("Either")});
    m_deadline = form.line(tr("Deadline (ISO 8601)"), QStringLiteral("PT1H"));
    m_filter = new QLineEdit;
    const QString example =
        QStringLiteral("$.changes[?(@.attribute == \"idvStatus\")]"); // JSONPath: the same in every language
    m_filter->setPlaceholderText(example);
    m_filter->setFont(m_theme.fixedFont());
    m_try = button(m_theme, tr("Try on the example"));
    connect(m_try, &QPushButton::clicked, this, &SubscriptionForm::tryWanted);
    form.addWith(tr("Filter (JSONPath)"), m_filter, {m_try});
    m_enabled = new CheckBox(tr("Switched on from the beginning"));
    m_enabled->setChecked(true);
    form.bare(m_enabled);
}

domain::Trigger SubscriptionForm::trigger() const
{
    return m_triggers.value(m_trigger->currentIndex());
}

domain::SubscriptionDraft SubscriptionForm::draft() const
{
    domain::SubscriptionDraft d;
    d.name = m_name->text();
    d.triggerId = m_trigger->currentText();
    d.isRequestResponse = domain::asksBack(trigger());
    d.url = m_url->text().trimmed();
    d.auth = domain::TriggerAuth(m_auth->currentIndex());
    d.userName = m_user->text();
    d.mode = domain::DispatchMode(m_mode->currentIndex());
    d.deadline = m_deadline->text().trimmed();
    d.filter = m_filter->text().trimmed();
    d.isEnabled = m_enabled->isChecked();
    return d;
}

domain::SubscriptionDraft SubscriptionForm::edit(const domain::Subscription &subscription)
{
    m_trigger->setCurrentText(subscription.triggerId);
    const auto d = domain::draftFrom(subscription, domain::asksBack(trigger()));
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
    return d;
}

void SubscriptionForm::refresh()
{
    const auto d = draft();
    setEnabledOr(m_user, d.auth == domain::TriggerAuth::Basic ? QString() : tr("Only for basic sign-in."));
    setEnabledOr(m_secret, d.auth != domain::TriggerAuth::None ? QString() : tr("Without a sign-in there is none."));
    setEnabledOr(m_mode, d.isRequestResponse ? QString() : tr("This trigger asks nothing back."));
    setEnabledOr(m_deadline, d.isRequestResponse && d.mode != domain::DispatchMode::Sync
                                 ? QString()
                                 : tr("Only for answers that come later."));
    setEnabledOr(m_try, d.filter.isEmpty() ? tr("Enter a filter first.") : QString());
}

void SubscriptionForm::setOwnObstacle(const QString &obstacle)
{
    setEnabledOr(m_here, obstacle);
}

void SubscriptionForm::useOwn(const core::SecretPtr &token, const QString &url)
{
    m_own = token;
    m_ownUrl = url;
    m_url->setText(m_ownUrl);
    m_auth->setCurrentIndex(int(domain::TriggerAuth::Bearer));
    m_secret->clear();
    m_secret->setPlaceholderText(tr("The receiver’s own token, from the keychain"));
}

bool SubscriptionForm::isOwn() const
{
    return m_own && m_secret->text().isEmpty() && m_auth->currentIndex() == int(domain::TriggerAuth::Bearer) &&
           m_url->text().trimmed() == m_ownUrl;
}

Result<core::SecretPtr> SubscriptionForm::secret() const
{
    if (isOwn())
        return m_own;
    const bool isBearer = m_auth->currentIndex() == int(domain::TriggerAuth::Bearer);
    return domain::takenSecret(
        QStringLiteral("secret"), m_secret->text(), isBearer ? domain::SecretUse::Key : domain::SecretUse::Text);
}

QString SubscriptionForm::typedSecret() const
{
    return m_secret->text();
}

void SubscriptionForm::clearSecret()
{
    m_secret->clear();
}

void SubscriptionForm::focusAddress()
{
    m_url->setFocus();
}

} // namespace ui
