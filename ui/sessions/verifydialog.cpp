#include "ui/sessions/verifydialog.h"
#include "domain/identities/contact.h"
#include "domain/text/messages.h"
#include "models/sessionmodel.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/tenants/operatordialog.h"
#include "ui/widgets/parts.h"
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QRadioButton>
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
    v->addWidget(makeHead());
    m_banner = new Banner(app.theme(), true);
    connect(m_banner, &Banner::firstPressed, this, [this] {
        if (m_isOperatorWanted)
            return registerOperator();
        if (!m_open.isEmpty()) {
            const auto open = m_open;
            accept();
            m_app.showSession(open);
        }
    });
    connect(m_banner, &Banner::secondPressed, this, [this] {
        if (!m_open.isEmpty() && m_start->isEnabled())
            askToReplace();
        else
            m_foot->setText(
                tr("Fill in the form first: the open verification is ended only when the new one can start."));
    });
    v->addWidget(m_banner);
    QWidget *foot = makeFoot(); // the form's first choice already asks whether Start may be pressed
    auto *body = new QWidget;
    body->setLayout(makeForm());
    v->addWidget(body);
    v->addWidget(line(app.theme()));
    v->addWidget(foot);
    auto *primary = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    primary->setAutoRepeat(false);
    connect(primary, &QShortcut::activated, this, [this] {
        if (m_start->isEnabled())
            start();
    });
    applyDefaults();
    check();
    m_ticket->setFocus();
    loadHistory();
    readOperator();
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
    auto *dialog = new OperatorDialog(m_app, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
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
    return m_operator && m_operator->isEmpty() && request().reason == domain::Reason::AccountRecovery;
}

// What is known of this person before anything is filled in: an open session, a pass of today, the contacts' age.
void VerifyDialog::loadHistory()
{
    auto *w = m_app.tenantSession();
    core::whenDone<QList<domain::Session>>(
        w->verifier().sessionsOf(m_person.id), this, [this](const Result<QList<domain::Session>> &list) {
            if (!list)
                return;
            const core::Instant now = m_app.context().clock->now();
            for (const auto &s : *list) {
                if ((domain::isOpen(s.state) || s.state == domain::SessionState::NeedsReview) &&
                    s.request.reason == request().reason) {
                    m_open = s.id;
                    m_openBy = s.operatorName;
                    m_isOperatorWanted = false;
                    m_banner->show(Banner::Info, tr("A verification for this person is already open"),
                        tr("Started %1 ago by %2.").arg(models::durationText(now - s.createdAt), s.operatorName),
                        tr("Open it"), tr("Replace it"));
                    return;
                }
            }
            for (const auto &s : *list) {
                if (s.state == domain::SessionState::Verified && s.ial.value_or(0) >= 2 && s.completedAt &&
                    now - *s.completedAt < core::dayMs) {
                    m_isOperatorWanted = false;
                    m_banner->show(Banner::Info,
                        tr("Already verified at IAL%1, %2 ago")
                            .arg(*s.ial)
                            .arg(models::durationText(now - *s.completedAt)),
                        tr("That result may be enough. A new verification can be started all the same."));
                    return;
                }
            }
        });
    core::whenDone<domain::ContactHistory>(
        w->contactHistory(m_person.id), this, [this](const Result<domain::ContactHistory> &h) {
            if (!h)
                return;
            m_history = *h;
            showContactAges();
        });
}

void VerifyDialog::askToReplace()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Replace the open verification"));
    box->setText(m_openBy.isEmpty() ? tr("Replace the open verification?")
                                    : tr("Replace the verification that %1 started?").arg(m_openBy));
    box->setInformativeText(tr("It is ended before the new one starts. A link that cannot be cancelled stays usable "
                               "until it expires; a late result of it is held."));
    auto *keep = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    auto *go = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    connect(go, &QPushButton::clicked, this,
        [this] { launch(m_app.tenantSession()->verifier().replace(m_open, m_person, request())); });
    box->open();
}

void VerifyDialog::showContactAges()
{
    const core::Instant now = m_app.context().clock->now();
    for (const auto d : {domain::Delivery::Sms, domain::Delivery::Email}) {
        Label *label = m_ages.at(int(d));
        const auto channel = d == domain::Delivery::Sms ? domain::Channel::Mobile : domain::Channel::WorkEmail;
        const auto age = domain::contactAge(m_history, channel, now);
        label->setVisible(domain::hasContact(m_person, d));
        const int days = domain::contactDays(m_history, channel, now);
        label->setText(age == domain::ContactAge::Unchanged         ? tr("Unchanged for %n day(s)", nullptr, days)
                       : age == domain::ContactAge::ChangedRecently ? tr("Changed %n day(s) ago", nullptr, days)
                                                                    : tr("Whether it changed lately is not known"));
        label->setToken(age == domain::ContactAge::Unchanged ? "text-3" : "due");
        // A contact that changed lately is not preselected.
        if (age != domain::ContactAge::Unchanged && m_deliveries.at(int(d))->isChecked() &&
            request().reason == domain::Reason::AccountRecovery)
            m_deliveries.at(int(domain::Delivery::Link))->setChecked(true);
    }
    check();
}

// What was agreed for this reason; where nothing was, the form stays as it is.
void VerifyDialog::applyDefaults()
{
    const auto reason = request().reason;
    const auto agreed = m_app.policy().defaults.constFind(reason);
    if (agreed == m_app.policy().defaults.cend())
        return;
    for (int i = 0; i < m_documents.size() && !agreed->documents.isEmpty(); ++i)
        m_documents.at(i)->setChecked(agreed->documents.contains(domain::documentTypes().at(i)));
    if (agreed->delivery && m_deliveries.at(int(*agreed->delivery))->isEnabled())
        m_deliveries.at(int(*agreed->delivery))->setChecked(true);
    m_level->setCurrent(std::max(domain::leastIal(m_app.policy(), reason), m_level->current() + 1) - 1);
}

bool VerifyDialog::needsContactReason() const
{
    const auto r = request();
    if (r.reason != domain::Reason::AccountRecovery || r.delivery == domain::Delivery::Link)
        return false;
    const auto channel = r.delivery == domain::Delivery::Sms ? domain::Channel::Mobile : domain::Channel::WorkEmail;
    return domain::contactAge(m_history, channel, m_app.context().clock->now()) != domain::ContactAge::Unchanged;
}

void VerifyDialog::fill(const domain::VerificationRequest &r)
{
    m_reasons.at(int(r.reason))->setChecked(true);
    m_ticket->setText(r.ticket);
    m_level->setCurrent(r.requiredIal - 1);
    for (int i = 0; i < m_documents.size(); ++i)
        m_documents.at(i)->setChecked(r.documents.contains(domain::documentTypes().at(i)));
    if (m_deliveries.at(int(r.delivery))->isEnabled())
        m_deliveries.at(int(r.delivery))->setChecked(true);
    check();
}

domain::VerificationRequest VerifyDialog::request() const
{
    domain::VerificationRequest r;
    r.identity = m_person.id;
    for (int i = 0; i < m_reasons.size(); ++i) {
        if (m_reasons.at(i)->isChecked())
            r.reason = domain::Reason(i);
    }
    for (int i = 0; i < m_deliveries.size(); ++i) {
        if (m_deliveries.at(i)->isChecked())
            r.delivery = domain::Delivery(i);
    }
    for (int i = 0; i < m_documents.size(); ++i) {
        if (m_documents.at(i)->isChecked())
            r.documents << domain::documentTypes().at(i);
    }
    r.requiredIal = m_level->current() + 1;
    r.ticket = m_ticket->text().trimmed();
    if (m_contactReason && m_contactReason->isVisibleTo(this))
        r.contactReason = m_contactReason->text().trimmed();
    return r;
}

void VerifyDialog::check()
{
    const auto r = request();
    const bool needsTicket = domain::needsTicket(r.reason);
    const QString example = m_app.policy().ticketExample;
    m_ticketHint->setText(needsTicket && !example.isEmpty()
                              ? tr("Required for %1, for example %2").arg(models::reasonText(r.reason), example)
                          : needsTicket ? tr("Required for %1").arg(models::reasonText(r.reason))
                                        : tr("Optional"));
    QString why = m_app.policyProblem();
    if (why.isEmpty() && m_app.tenantSession())
        why = m_app.tenantSession()->verifier().obstacle(m_person, r);
    if (why.isEmpty() && m_app.tenantSession() &&
        m_app.tenantSession()->sailpointLink().reach == services::Reach::Offline)
        why = tr("Not available offline.");
    m_register->setVisible(needsOperator());
    if (why.isEmpty() && needsOperator())
        why = tr("Register first who sits here: an account recovery needs it.");
    if (why.isEmpty() && r.documents.isEmpty())
        why = tr("Choose at least one document.");
    if (why.isEmpty() && needsTicket && r.ticket.isEmpty())
        why = tr("Enter the ticket number to start.");
    if (why.isEmpty() && !domain::ticketFits(m_app.policy(), r.ticket))
        why = tr("The ticket number does not have the agreed form.");
    if (m_contactReason) {
        m_contactReason->setVisible(needsContactReason());
        if (why.isEmpty() && needsContactReason() && m_contactReason->text().trimmed().isEmpty())
            why = tr("This contact changed lately, or its age is not known: say why it is used.");
    }
    if (r.requiredIal < domain::leastIal(m_app.policy(), r.reason)) {
        m_level->setCurrent(1); // the reason's least level; it can only be raised
        return check();
    }
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
    launch(m_app.tenantSession()->verifier().start(m_person, request()));
}

void VerifyDialog::launch(const core::Async<domain::Session> &run)
{
    const auto r = request();
    m_isStarting = true;
    m_start->setText(tr("Starting…"));
    check();
    auto &settings = m_app.settings();
    settings.setValue(QStringLiteral("verify/reason"), domain::reasonKey(r.reason));
    settings.setValue(QStringLiteral("verify/documents"), r.documents);
    settings.setValue(QStringLiteral("verify/delivery"), domain::deliveryKey(r.delivery));
    core::whenDone<domain::Session>(run, this, [this](const Result<domain::Session> &s) {
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
    });
}

void VerifyDialog::showError(const core::Error &e)
{
    m_isOperatorWanted = false;
    if (e.field == QLatin1String("open-session")) {
        m_open = core::SessionId(e.detail);
        m_banner->show(Banner::Info, tr("A verification for this person is already open"), tr("Nothing was sent."),
            tr("Open it"), tr("Replace it"));
        return;
    }
    if (e.field == QLatin1String("operator-unknown")) {
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
        m_ticket->setFocus();
}

} // namespace ui
