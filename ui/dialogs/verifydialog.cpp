#include "ui/dialogs/verifydialog.h"
#include "domain/contact.h"
#include "domain/messages.h"
#include "models/peoplemodel.h"
#include "models/sessionmodel.h"
#include "services/verifier.h"
#include "services/workspace.h"
#include "ui/desk.h"
#include "ui/theme.h"
#include "ui/widgets/parts.h"
#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

using core::Result;

VerifyDialog::VerifyDialog(Desk &desk, const domain::Identity &person, QWidget *parent) : QDialog(parent), m_desk(desk), m_person(person)
{
    setWindowTitle(tr("Verify identity"));
    setObjectName(QStringLiteral("verifyDialog"));
    setMinimumWidth(680);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(0);
    v->addWidget(makeHead());
    m_banner = new Banner(desk.theme(), true);
    connect(m_banner, &Banner::firstPressed, this, [this] {
        if (!m_open.isEmpty()) {
            const auto open = m_open;
            accept();
            m_desk.showSession(open);
        }
    });
    connect(m_banner, &Banner::secondPressed, this, [this] {
        if (!m_open.isEmpty() && m_start->isEnabled())
            askToReplace();
        else
            m_foot->setText(tr("Fill in the form first: the open verification is ended only when the new one can start."));
    });
    v->addWidget(m_banner);
    QWidget *foot = makeFoot(); // the form's first choice already asks whether Start may be pressed
    auto *body = new QWidget;
    body->setLayout(makeForm());
    v->addWidget(body);
    v->addWidget(line(desk.theme()));
    v->addWidget(foot);
    auto *primary = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    primary->setAutoRepeat(false);
    connect(primary, &QShortcut::activated, this, [this] {
        if (m_start->isEnabled())
            start();
    });
    check();
    m_ticket->setFocus();
    loadHistory();
}

// What is known of this person before anything is filled in: an open session, a pass of today, the contacts' age.
void VerifyDialog::loadHistory()
{
    auto *w = m_desk.workspace();
    core::whenDone<QList<domain::Session>>(w->verifier().sessionsOf(m_person.id), this, [this](const Result<QList<domain::Session>> &list) {
        if (!list)
            return;
        const core::Instant now = m_desk.context().clock->now();
        for (const auto &s : *list) {
            if ((domain::isOpen(s.state) || s.state == domain::SessionState::Held) && s.request.reason == request().reason) {
                m_open = s.id;
                m_openBy = s.operatorName;
                m_banner->show(Banner::Info, tr("A verification for this person is already open"),
                               tr("Started %1 ago by %2.").arg(models::durationText(now - s.createdAt), s.operatorName), tr("Open it"), tr("Replace it"));
                return;
            }
        }
        for (const auto &s : *list) {
            if (s.state == domain::SessionState::Verified && s.ial.value_or(0) >= 2 && s.completedAt && now - *s.completedAt < core::dayMs) {
                m_banner->show(Banner::Info, tr("Already verified at IAL%1, %2 ago").arg(*s.ial).arg(models::durationText(now - *s.completedAt)), tr("That result may be enough. A new verification can be started all the same."));
                return;
            }
        }
    });
    core::whenDone<domain::ContactHistory>(w->contactHistory(m_person.id), this, [this](const Result<domain::ContactHistory> &h) {
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
    box->setText(m_openBy.isEmpty() ? tr("Replace the open verification?") : tr("Replace the verification that %1 started?").arg(m_openBy));
    box->setInformativeText(tr("It is ended before the new one starts. A link that cannot be cancelled stays usable until it expires; a late result of it is held."));
    auto *keep = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    auto *go = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    connect(go, &QPushButton::clicked, this, [this] { launch(m_desk.workspace()->verifier().replace(m_open, m_person, request())); });
    box->open();
}

void VerifyDialog::showContactAges()
{
    const core::Instant now = m_desk.context().clock->now();
    for (const auto d : {domain::Delivery::Sms, domain::Delivery::Email}) {
        Label *label = m_ages.at(int(d));
        const auto channel = d == domain::Delivery::Sms ? domain::Channel::Mobile : domain::Channel::WorkEmail;
        const auto age = domain::contactAge(m_history, channel, now);
        label->setVisible(domain::hasContact(m_person, d));
        const int days = domain::contactDays(m_history, channel, now);
        label->setText(age == domain::ContactAge::Unchanged ? tr("Unchanged for %n day(s)", nullptr, days) : age == domain::ContactAge::ChangedRecently ? tr("Changed %n day(s) ago", nullptr, days) : tr("Whether it changed lately is not known"));
        label->setToken(age == domain::ContactAge::Unchanged ? "text-3" : "due");
        // A contact that changed lately is not preselected.
        if (age != domain::ContactAge::Unchanged && m_deliveries.at(int(d))->isChecked() && request().reason == domain::Reason::AccountRecovery)
            m_deliveries.at(int(domain::Delivery::Link))->setChecked(true);
    }
    check();
}

bool VerifyDialog::needsContactReason() const
{
    const auto r = request();
    if (r.reason != domain::Reason::AccountRecovery || r.delivery == domain::Delivery::Link)
        return false;
    const auto channel = r.delivery == domain::Delivery::Sms ? domain::Channel::Mobile : domain::Channel::WorkEmail;
    return domain::contactAge(m_history, channel, m_desk.context().clock->now()) != domain::ContactAge::Unchanged;
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

QWidget *VerifyDialog::makeHead()
{
    Theme &t = m_desk.theme();
    auto *head = new QWidget;
    auto *h = new QHBoxLayout(head);
    h->setContentsMargins(20, 18, 20, 14);
    auto *icon = new QLabel;
    icon->setPixmap(t.pixmap(QStringLiteral("user"), 28, QStringLiteral("text-3"), devicePixelRatioF()));
    h->addWidget(icon);
    h->addSpacing(6);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    auto *name = new ElidedLabel(t, 16, "text", 600);
    name->setFullText(m_person.name);
    texts->addWidget(name);
    QStringList facts{m_person.email, m_person.profile, m_person.lifecycle};
    if (!m_person.employeeNumber.isEmpty())
        facts << tr("Employee no. %1").arg(m_person.employeeNumber);
    facts.removeAll(QString());
    auto *line2 = new ElidedLabel(t, 13, "text-2");
    line2->setFullText(facts.join(QStringLiteral(" · ")));
    texts->addWidget(line2);
    h->addLayout(texts, 1);
    auto *chip = new Chip(t, true);
    const auto status = domain::statusAt(m_person.kind, m_person.due, m_person.warnAt, m_desk.context().clock->now());
    const QString key = models::chipKey(m_person.kind, status);
    chip->setChip(key, models::chipText(key));
    h->addWidget(chip, 0, Qt::AlignVCenter);
    return head;
}

QGridLayout *VerifyDialog::makeForm()
{
    Theme &t = m_desk.theme();
    auto *g = new QGridLayout;
    g->setContentsMargins(20, 12, 20, 18);
    g->setHorizontalSpacing(16);
    g->setVerticalSpacing(14);
    g->setColumnMinimumWidth(0, 100);
    g->setColumnStretch(1, 1);
    const auto key = [&](int row, const QString &text) { g->addWidget(new Label(t, text, 13, "text-2"), row, 0, Qt::AlignTop); };

    key(0, tr("Reason"));
    auto *reasons = new QGridLayout;
    reasons->setHorizontalSpacing(16);
    reasons->setVerticalSpacing(6);
    auto *reasonGroup = new QButtonGroup(this);
    for (int i = 0; i < domain::reasonCount; ++i) {
        auto *r = new QRadioButton(models::reasonText(domain::Reason(i)));
        r->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)));
        reasonGroup->addButton(r);
        m_reasons << r;
        reasons->addWidget(r, i / 3, i % 3);
    }
    const auto last = domain::reasonFromKey(m_desk.settings().value(QStringLiteral("verify/reason")).toString());
    m_reasons.at(int(last.value_or(domain::Reason::AccountRecovery)))->setChecked(true);
    g->addLayout(reasons, 0, 1);

    key(1, tr("Ticket number"));
    auto *ticketRow = new QHBoxLayout;
    ticketRow->setSpacing(12);
    m_ticket = new QLineEdit;
    m_ticket->setObjectName(QStringLiteral("ticketEdit"));
    m_ticket->setAccessibleName(tr("Ticket number"));
    m_ticket->setMaxLength(64);
    m_ticket->setFixedWidth(190);
    m_ticketHint = new Label(t, {}, 12, "text-3");
    ticketRow->addWidget(m_ticket);
    ticketRow->addWidget(m_ticketHint, 1);
    g->addLayout(ticketRow, 1, 1);

    key(2, tr("Assurance level"));
    auto *levelRow = new QHBoxLayout;
    m_level = new Segmented(t, {QStringLiteral("IAL1"), QStringLiteral("IAL2")});
    m_level->setCurrent(1);
    levelRow->addWidget(m_level);
    levelRow->addSpacing(8);
    levelRow->addWidget(new Label(t, tr("IAL2 asks for a document and a face"), 12, "text-3"), 1);
    g->addLayout(levelRow, 2, 1);

    key(3, tr("Documents"));
    auto *documents = new QHBoxLayout;
    documents->setSpacing(18);
    const QStringList kept = m_desk.settings().value(QStringLiteral("verify/documents"), domain::documentTypes()).toStringList();
    for (const QString &type : domain::documentTypes()) {
        auto *c = new QCheckBox(models::documentText(type));
        c->setChecked(kept.contains(type));
        connect(c, &QCheckBox::toggled, this, &VerifyDialog::check);
        m_documents << c;
        documents->addWidget(c);
    }
    documents->addStretch();
    g->addLayout(documents, 3, 1);

    key(4, tr("Send the link"));
    auto *ways = new QVBoxLayout;
    ways->setSpacing(8);
    auto *wayGroup = new QButtonGroup(this);
    const QString phone = domain::maskedContact(m_person, domain::Delivery::Sms);
    const QString mail = domain::maskedContact(m_person, domain::Delivery::Email);
    const QStringList texts{phone.isEmpty() ? tr("Text message: no number on file") : tr("Text message to %1").arg(phone),
                            mail.isEmpty() ? tr("E-mail: no address on file") : tr("E-mail to %1").arg(mail), tr("Do not send; show a QR code and link")};
    const auto lastWay = domain::deliveryFromKey(m_desk.settings().value(QStringLiteral("verify/delivery")).toString()).value_or(domain::Delivery::Sms);
    for (int i = 0; i < 3; ++i) {
        auto *r = new QRadioButton(texts.at(i));
        r->setEnabled(domain::hasContact(m_person, domain::Delivery(i)));
        wayGroup->addButton(r);
        m_deliveries << r;
        ways->addWidget(r);
        auto *age = new Label(t, {}, 12, "text-3");
        age->setContentsMargins(24, 0, 0, 0);
        age->hide();
        m_ages << age;
        ways->addWidget(age);
        connect(r, &QRadioButton::toggled, this, &VerifyDialog::check);
    }
    const int way = m_deliveries.at(int(lastWay))->isEnabled() ? int(lastWay) : 2;
    m_deliveries.at(way)->setChecked(true);
    m_contactReason = new QLineEdit;
    m_contactReason->setAccessibleName(tr("Why this contact is used"));
    m_contactReason->setPlaceholderText(tr("Why this contact is used"));
    m_contactReason->setMaxLength(200);
    m_contactReason->hide();
    connect(m_contactReason, &QLineEdit::textChanged, this, &VerifyDialog::check);
    ways->addWidget(m_contactReason);
    g->addLayout(ways, 4, 1);

    for (auto *r : std::as_const(m_reasons))
        connect(r, &QRadioButton::toggled, this, [this](bool isOn) {
            if (isOn && m_foot) {
                m_open = {};
                m_banner->hide();
                loadHistory();
            }
            check();
        });
    connect(m_level, &Segmented::changed, this, &VerifyDialog::check);
    connect(m_ticket, &QLineEdit::textChanged, this, &VerifyDialog::check);
    return g;
}

QWidget *VerifyDialog::makeFoot()
{
    Theme &t = m_desk.theme();
    auto *foot = new QWidget;
    auto *h = new QHBoxLayout(foot);
    h->setContentsMargins(20, 12, 20, 12);
    m_foot = new Label(t, {}, 12, "text-3");
    m_foot->setWordWrap(true);
    h->addWidget(m_foot, 1);
    auto *cancel = button(t, tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_start = button(t, tr("Start verification"), QStringLiteral("verify"), "primary");
    m_start->setObjectName(QStringLiteral("startButton"));
    m_start->setToolTip(QStringLiteral("Ctrl+Enter"));
    connect(m_start, &QPushButton::clicked, this, &VerifyDialog::start);
    h->addWidget(cancel);
    h->addWidget(m_start);
    return foot;
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
    const QString example = m_desk.policy().ticketExample;
    m_ticketHint->setText(needsTicket && !example.isEmpty() ? tr("Required for %1, for example %2").arg(models::reasonText(r.reason), example) : needsTicket ? tr("Required for %1").arg(models::reasonText(r.reason)) : tr("Optional"));
    QString why = m_desk.workspace() ? m_desk.workspace()->verifier().obstacle(m_person, r) : QString();
    if (why.isEmpty() && m_desk.workspace() && m_desk.workspace()->sailpointLink().reach == services::Reach::Offline)
        why = tr("Not available offline.");
    if (why.isEmpty() && r.documents.isEmpty())
        why = tr("Choose at least one document.");
    if (why.isEmpty() && needsTicket && r.ticket.isEmpty())
        why = tr("Enter the ticket number to start.");
    if (why.isEmpty() && !domain::ticketFits(m_desk.policy(), r.ticket))
        why = tr("The ticket number does not have the agreed form.");
    if (m_contactReason) {
        m_contactReason->setVisible(needsContactReason());
        if (why.isEmpty() && needsContactReason() && m_contactReason->text().trimmed().isEmpty())
            why = tr("This contact changed lately, or its age is not known: say why it is used.");
    }
    if (r.reason == domain::Reason::AccountRecovery && r.requiredIal < 2) {
        m_level->setCurrent(1); // the reason's least level; it can only be raised
        return check();
    }
    const int minutes = m_desk.workspace() ? m_desk.workspace()->tenant().provider.linkLifetimeMinutes : 15;
    const QString warning = r.delivery == domain::Delivery::Link ? tr("The provider may still write to the person's address. ") : QString();
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
    launch(m_desk.workspace()->verifier().start(m_person, request()));
}

void VerifyDialog::launch(const core::Async<domain::Session> &run)
{
    const auto r = request();
    m_isStarting = true;
    m_start->setText(tr("Starting…"));
    check();
    auto &settings = m_desk.settings();
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
    if (e.field == QLatin1String("open-session")) {
        m_open = core::SessionId(e.detail);
        m_banner->show(Banner::Info, tr("A verification for this person is already open"), tr("Nothing was sent."), tr("Open it"), tr("Replace it"));
        return;
    }
    if (e.code == core::ErrorCode::Conflict) {
        m_banner->show(Banner::Problem, tr("Nothing was sent"), e.text);
        return;
    }
    const auto m = domain::userMessage(e, domain::Vendor::Provider);
    m_banner->show(Banner::Problem, m.headline, m.advice);
    if (e.field == QLatin1String("ticket"))
        m_ticket->setFocus();
}

} // namespace ui
