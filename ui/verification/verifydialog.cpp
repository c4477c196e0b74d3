#include "ui/verification/verifydialog.h"
#include "domain/text/messages.h"
#include "domain/verification/earlier.h"
#include "models/sessionmodel.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/navigator.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/line.h"
#include "ui/tenants/operatordialog.h"
#include "ui/verification/currentpolicy.h"
#include "ui/verification/personhead.h"
#include "ui/verification/replacequestion.h"
#include "ui/verification/verifyform.h"
#include <QHBoxLayout>
#include <QKeySequence>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

using core::Result;

VerifyDialog::VerifyDialog(AppContext &app, const domain::Identity &person, QWidget *parent)
    : Dialog(parent), m_app(app), m_person(person)
{
    setWindowTitle(tr("Verify identity"));
    setObjectName(QStringLiteral("verifyDialog"));
    setMinimumWidth(std::min(app.theme().scaled(680), 1200));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    v->addWidget(new PersonHead(app, person));
    addBanner(v);
    QWidget *foot = makeFoot();
    m_form = new VerifyForm(app, person);
    connect(m_form, &VerifyForm::reasonChosen, this, &VerifyDialog::takeReason);
    connect(m_form, &VerifyForm::changed, this, &VerifyDialog::check);
    v->addWidget(m_form);
    v->addWidget(line(app.theme()));
    v->addWidget(foot);
    auto *primary = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    primary->setAutoRepeat(false);
    connect(primary, &QShortcut::activated, this, [this] {
        if (m_start->isEnabled())
            start();
    });
    m_form->applyDefaults();
    check();
    m_form->focusTicket();
    loadHistory();
    readOperator();
}

void VerifyDialog::addBanner(QVBoxLayout *layout)
{
    m_banner = new Banner(m_app.theme(), true);
    connect(m_banner, &Banner::firstPressed, this, [this] {
        if (m_isOperatorWanted)
            return registerOperator();
        if (!m_open.isEmpty()) {
            const auto open = m_open;
            accept();
            m_app.navigator().showSession(open);
        }
    });
    connect(m_banner, &Banner::secondPressed, this, [this] {
        if (!m_open.isEmpty() && m_start->isEnabled())
            askToReplace();
        else
            m_foot->setText(
                tr("Fill in the form first: the open verification is ended only when the new one can start."));
    });
    layout->addWidget(m_banner);
}

QWidget *VerifyDialog::makeFoot()
{
    Theme &t = m_app.theme();
    auto *foot = new QWidget;
    auto *h = new QHBoxLayout(foot);
    h->setContentsMargins(20, 12, 20, 12);
    m_foot = new Label(t, {}, 12, "text-3");
    m_foot->setWordWrap(true);
    h->addWidget(m_foot, 1);
    m_register = button(t, tr("Register…"), QStringLiteral("user"), "flat");
    m_register->setObjectName(QStringLiteral("registerOperator"));
    m_register->setAccessibleDescription(tr("Registers who sits here; an account recovery needs it"));
    m_register->hide();
    connect(m_register, &QPushButton::clicked, this, &VerifyDialog::registerOperator);
    h->addWidget(m_register);
    auto *cancel = button(t, tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_start = button(t, tr("Start verification"), QStringLiteral("verify"), "primary");
    m_start->setObjectName(QStringLiteral("startButton"));
    m_start->setToolTip(QKeySequence(QStringLiteral("Ctrl+Enter")).toString(QKeySequence::NativeText));
    connect(m_start, &QPushButton::clicked, this, &VerifyDialog::start);
    h->addWidget(cancel);
    h->addWidget(m_start);
    return foot;
}

// Whoever may start a recovery is known beforehand, not after the form is filled in.
void VerifyDialog::readOperator()
{
    core::whenDone<QString>(
        m_app.tenantSession()->recovery().operatorIdentity(), this, [this](const Result<QString> &who) {
            if (who)
                m_operator = *who;
            check();
        });
}

void VerifyDialog::registerOperator()
{
    auto *dialog = makeWindow<OperatorDialog>(m_app, this);
    connect(dialog, &OperatorDialog::registered, this, [this](const QString &identity) {
        m_operator = identity;
        if (std::exchange(m_isOperatorWanted, false))
            m_banner->hide();
        check();
    });
    dialog->open();
}

bool VerifyDialog::needsOperator() const
{
    return m_operator && m_operator->isEmpty() && m_form->request().reason == domain::Reason::AccountRecovery;
}

void VerifyDialog::takeReason()
{
    m_form->applyDefaults();
    m_open = {};
    m_isOperatorWanted = false;
    m_banner->hide();
    loadHistory();
}

// What is known of this person before anything is filled in: an open session, a pass of today, the contacts' age.
void VerifyDialog::loadHistory()
{
    auto *w = m_app.tenantSession();
    core::whenDone<QList<domain::Session>>(
        w->verifier().sessions().of(m_person.id), this, [this](const Result<QList<domain::Session>> &list) {
            if (list)
                showEarlier(*list);
        });
    core::whenDone<domain::ContactHistory>(
        w->directory().contactHistory(m_person.id), this, [this](const Result<domain::ContactHistory> &h) {
            if (h)
                m_form->setHistory(*h);
        });
}

void VerifyDialog::showEarlier(const QList<domain::Session> &sessions)
{
    using domain::EarlierVerification;
    const core::Instant now = m_app.context().clock->now();
    const auto earlier = domain::earlierVerification(sessions, m_form->request().reason, now);
    const domain::Session &s = earlier.session;
    if (earlier.kind == EarlierVerification::None)
        return;
    m_isOperatorWanted = false;
    if (earlier.kind == EarlierVerification::Passed)
        return m_banner->show(Banner::Info,
            tr("Already verified at IAL%1, %2 ago").arg(*s.ial).arg(models::durationText(now - *s.completedAt)),
            tr("That result may be enough. A new verification can be started all the same."));
    m_open = s.id;
    m_openBy = s.operatorName;
    m_banner->show(Banner::Info, tr("A verification for this person is already open"),
        tr("Started %1 ago by %2.").arg(models::durationText(now - s.createdAt), s.operatorName), tr("Open it"),
        tr("Replace it"));
}

void VerifyDialog::askToReplace()
{
    confirmReplacement(this, m_openBy,
        [this] { launch(m_app.tenantSession()->verifier().starter().replace(m_open, m_person, m_form->request())); });
}

void VerifyDialog::fill(const domain::VerificationRequest &r)
{
    m_form->fill(r);
}

// Why it cannot be started as the form stands.
QString VerifyDialog::obstacle(const domain::VerificationRequest &r) const
{
    if (!m_app.policy().problem().isEmpty())
        return m_app.policy().problem();
    if (auto *w = m_app.tenantSession()) {
        const QString why = w->verifier().starter().obstacle(m_person, r);
        if (!why.isEmpty())
            return why;
        if (w->reach().sailpoint().reach == services::Reach::Offline)
            return tr("Not available offline.");
    }
    if (needsOperator())
        return tr("Register first who sits here: an account recovery needs it.");
    return m_form->missing();
}

void VerifyDialog::check()
{
    const auto r = m_form->request();
    m_form->refreshHints();
    const QString why = obstacle(r);
    m_register->setVisible(needsOperator());
    if (m_form->raiseLevel())
        return check();
    const int minutes = m_app.tenantSession() ? m_app.tenantSession()->tenant().provider.linkLifetimeMinutes : 15;
    const QString warning =
        r.delivery == domain::Delivery::Link ? tr("The provider may still write to the person's address. ") : QString();
    m_foot->setText(why.isEmpty() ? warning + tr("The link expires after %n minute(s).", nullptr, minutes) : why);
    m_start->setEnabled(why.isEmpty() && !m_isStarting);
}

// A start that is on its way cannot be taken back by closing the dialog.
void VerifyDialog::reject()
{
    if (!m_isStarting)
        QDialog::reject();
}

void VerifyDialog::start()
{
    launch(m_app.tenantSession()->verifier().starter().start(m_person, m_form->request()));
}

void VerifyDialog::launch(const core::Async<domain::Session> &run)
{
    m_isStarting = true;
    m_start->setText(tr("Starting…"));
    check();
    m_form->remember();
    core::whenDone<domain::Session>(run, this, [this](const Result<domain::Session> &s) { launched(s); });
}

void VerifyDialog::launched(const Result<domain::Session> &s)
{
    m_isStarting = false;
    m_start->setText(tr("Start verification"));
    check();
    if (!s) {
        showError(s.error());
        return;
    }
    if (s->state == domain::SessionState::LaunchFailed) {
        m_banner->show(Banner::Problem, tr("The verification was not started"), s->closingReason);
        return;
    }
    const auto id = s->id;
    accept();
    Q_EMIT started(id);
}

void VerifyDialog::showError(const core::Error &e)
{
    m_isOperatorWanted = false;
    if (e.reason == core::ErrorReason::OpenSession) {
        m_open = core::SessionId(e.detail);
        m_banner->show(Banner::Info, tr("A verification for this person is already open"), tr("Nothing was sent."),
            tr("Open it"), tr("Replace it"));
        return;
    }
    if (e.reason == core::ErrorReason::OperatorUnknown) {
        m_isOperatorWanted = true;
        m_operator = QString();
        m_banner->show(Banner::Problem, tr("Nothing was sent"), e.text, tr("Register…"));
        return check();
    }
    if (e.code == core::ErrorCode::Conflict && core::isOwnRefusal(e)) {
        m_banner->show(Banner::Problem, tr("Nothing was sent"), e.text);
        return;
    }
    const auto m = domain::userMessage(e, domain::Vendor::Provider);
    m_banner->show(Banner::Problem, m.headline, m.advice);
    if (e.field == QLatin1String("ticket"))
        m_form->focusTicket();
}

} // namespace ui
