#include "ui/sessions/recoverygatepanel.h"
#include "domain/identities/contact.h"
#include "domain/text/messages.h"
#include "domain/verification/conditions.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/sessions/reviewdialog.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::GateCondition;
using domain::GateMark;

RecoveryGatePanel::RecoveryGatePanel(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("gatePanel"));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(20, 10, 20, 4);
    v->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(new Label(t, tr("Next step"), 12, "text-3", 600), 0, Qt::AlignTop);
    m_marks = new FlowLayout(14);
    top->addLayout(m_marks, 1);
    v->addLayout(top);

    m_bindRow = new QWidget;
    auto *b = new QHBoxLayout(m_bindRow);
    b->setContentsMargins(0, 0, 0, 0);
    auto *ask = new Label(t, tr("Last four characters of the link, read back by the caller"), 12, "text-2");
    ask->setWordWrap(true);
    b->addWidget(ask, 1);
    m_code = new QLineEdit;
    m_code->setObjectName(QStringLiteral("codeEdit"));
    m_code->setAccessibleName(tr("Code read back by the caller"));
    m_code->setMaxLength(8);
    m_code->setFixedWidth(80);
    m_check = button(t, tr("Check code"));
    m_qr = button(t, tr("Scanned in front of me"), {}, "flat");
    b->addWidget(m_code);
    b->addWidget(m_check);
    b->addWidget(m_qr);
    m_qr->hide(); // until a code is drawn
    v->addWidget(m_bindRow);
    connect(m_check, &QPushButton::clicked, this, [this] { bind(false); });
    connect(m_code, &QLineEdit::returnPressed, this, [this] { bind(false); });
    connect(m_qr, &QPushButton::clicked, this, [this] { askAboutQr(); });

    m_sendRow = new QWidget;
    auto *s = new QHBoxLayout(m_sendRow);
    s->setContentsMargins(0, 0, 0, 0);
    s->addWidget(new Label(t, tr("Send to"), 12, "text-2"));
    m_to = new QComboBox;
    m_to->setAccessibleName(tr("Send the password reset to"));
    m_to->setPlaceholderText(tr("Choose…"));
    m_to->setMinimumWidth(230);
    m_reason = new QLineEdit;
    m_reason->setAccessibleName(tr("Why this address is used"));
    m_reason->setPlaceholderText(tr("Why this address is used"));
    m_reason->setMaxLength(200);
    m_send = button(t, tr("Send password reset e-mail…"), QStringLiteral("mail"), "primary");
    m_send->setObjectName(QStringLiteral("resetButton"));
    s->addWidget(m_to);
    s->addWidget(m_reason, 1);
    s->addStretch();
    s->addWidget(m_send);
    v->addWidget(m_sendRow);
    m_age = new Label(t, {}, 12, "text-3");
    m_why = new Label(t, {}, 12, "text-2");
    m_why->setWordWrap(true);
    m_why->setAccessibleName(tr("Why the reset is closed"));
    v->addWidget(m_age);
    v->addWidget(m_why);
    m_second = button(t, tr("Ask a second person…"), QStringLiteral("user"), "flat");
    m_second->setObjectName(QStringLiteral("acceptActivityButton"));
    m_second->setAccessibleDescription(
        tr("Whether the account may be recovered although it is not known to be active"));
    m_second->hide();
    v->addWidget(m_second, 0, Qt::AlignLeft);
    connect(m_second, &QPushButton::clicked, this, &RecoveryGatePanel::askSecondPerson);
    connect(m_to, &QComboBox::currentIndexChanged, this, &RecoveryGatePanel::refreshReason);
    connect(m_reason, &QLineEdit::textChanged, this, &RecoveryGatePanel::refreshReason);
    connect(m_send, &QPushButton::clicked, this, &RecoveryGatePanel::send);
    hide(); // until it is known whose step it is
}

void RecoveryGatePanel::show(const domain::Session &session)
{
    const bool isFirst = m_session.id != session.id;
    m_session = session;
    setVisible(session.request.reason == domain::Reason::AccountRecovery &&
               (domain::isOpen(session.state) || session.state == domain::SessionState::NeedsReview ||
                   session.state == domain::SessionState::Verified));
    if (isHidden() || !m_tenantSession)
        return;
    if (isFirst || !m_isLoaded)
        loadContacts();
    core::whenDone<domain::RecoveryGate>(
        m_tenantSession->recovery().gate(session.id), this, [this](const Result<domain::RecoveryGate> &g) {
            if (g)
                showGate(*g);
        });
}

void RecoveryGatePanel::loadContacts()
{
    core::whenDone<domain::Identity>(
        m_tenantSession->person(m_session.request.identity), this, [this](const Result<domain::Identity> &p) {
            if (!p)
                return;
            m_to->clear();
            if (!p->email.isEmpty())
                m_to->addItem(
                    tr("Work e-mail · %1").arg(domain::maskEmail(p->email)), int(domain::ResetVia::WorkEmail));
            m_to->setItemData(m_to->count() - 1, p->email, Qt::UserRole + 1);
            if (!p->personalEmail.isEmpty())
                m_to->addItem(tr("Personal e-mail · %1").arg(domain::maskEmail(p->personalEmail)),
                    int(domain::ResetVia::PersonalEmail));
            if (!p->personalEmail.isEmpty())
                m_to->setItemData(m_to->count() - 1, p->personalEmail, Qt::UserRole + 1);
            m_isLoaded = true;
            core::whenDone<domain::ContactHistory>(
                m_tenantSession->contactHistory(p->id), this, [this](const Result<domain::ContactHistory> &h) {
                    if (!h)
                        return;
                    m_history = *h;
                    // A contact that changed lately is not preselected.
                    m_to->setCurrentIndex(-1);
                    for (int i = 0; i < m_to->count(); ++i) {
                        const auto channel = domain::isPersonal(domain::ResetVia(m_to->itemData(i).toInt()))
                                                 ? domain::Channel::PersonalEmail
                                                 : domain::Channel::WorkEmail;
                        if (m_to->currentIndex() < 0 &&
                            domain::contactAge(m_history, channel, m_app.context().clock->now()) ==
                                domain::ContactAge::Unchanged)
                            m_to->setCurrentIndex(i);
                    }
                    refreshReason();
                });
        });
}

void RecoveryGatePanel::showGate(const domain::RecoveryGate &gate)
{
    m_gate = gate;
    Theme &t = m_app.theme();
    while (QLayoutItem *item = m_marks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const GateMark level = gate.marks[size_t(GateCondition::Level)];
    const GateMark nameMark = gate.marks[size_t(GateCondition::Name)];
    const QString levelName =
        level == GateMark::NotMet ? tr("Level too low") : tr("Verified at IAL%1").arg(domain::neededIal(m_session));
    QString nameName = m_session.reviewer.isEmpty() ? tr("Name matches") : tr("Name accepted");
    if (nameMark == GateMark::NotMet)
        nameName = tr("Name is different");
    const std::pair<GateCondition, QString> names[] = {{GateCondition::Level, levelName},
        {GateCondition::Name, nameName}, {GateCondition::Genuine, tr("Result genuine")},
        {GateCondition::Active, tr("Account active")}, {GateCondition::CallerBound, tr("Caller holds the link")}};
    for (const auto &[condition, name] : names) {
        const GateMark mark = gate.marks[size_t(condition)];
        auto *cell = new QWidget;
        auto *h = new QHBoxLayout(cell);
        h->setContentsMargins(0, 0, 0, 0);
        h->setSpacing(5);
        auto *icon = new QLabel;
        const char *family = mark == GateMark::Met ? "verified" : mark == GateMark::NotMet ? "review" : "text-3";
        icon->setPixmap(t.pixmap(mark == GateMark::Met      ? QStringLiteral("check")
                                 : mark == GateMark::NotMet ? QStringLiteral("cross")
                                                            : QStringLiteral("circle"),
            14, QLatin1String(family), devicePixelRatioF()));
        h->addWidget(icon);
        h->addWidget(new Label(
            t, name, 12, mark == GateMark::NotMet ? "review" : "text-2", mark == GateMark::NotMet ? 600 : 400));
        cell->setAccessibleName((mark == GateMark::Met      ? tr("Met: %1")
                                 : mark == GateMark::NotMet ? tr("Not met: %1")
                                                            : tr("Not known yet: %1"))
                                    .arg(name));
        m_marks->addWidget(cell);
    }
    setAccessibleName(tr("Next step, %1 of %2 conditions met").arg(gate.met()).arg(domain::gateConditionCount));
    const bool isBound = gate.marks[size_t(GateCondition::CallerBound)] == GateMark::Met;
    m_bindRow->setVisible(!isBound && m_session.state != domain::SessionState::NeedsReview);
    refreshQr();
    m_sendRow->setVisible(m_session.state == domain::SessionState::Verified &&
                          gate.obstacle != domain::GateObstacle::AlreadyUsed &&
                          !domain::isIdentityIq(m_tenantSession->tenant()));
    // Where something else closes it for good, or a held result is decided first, the question would lead nowhere.
    const bool mayOpen =
        gate.obstacle == domain::GateObstacle::Conditions || gate.obstacle == domain::GateObstacle::NotVerified;
    m_second->setVisible(gate.canAcceptActivity && mayOpen && m_session.state != domain::SessionState::NeedsReview);
    refreshReason();
    Q_EMIT changed();
}

// The decision is read back from the ledger, never taken from the dialog.
void RecoveryGatePanel::askSecondPerson()
{
    auto *dialog = new ReviewDialog(m_app, m_tenantSession, m_session, this, ReviewDialog::Question::Activity);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] { show(m_session); });
    dialog->open();
}

void RecoveryGatePanel::refreshReason()
{
    const bool isChosen = m_to->currentIndex() >= 0;
    const auto via = domain::ResetVia(m_to->currentData().toInt());
    const auto channel = domain::isPersonal(via) ? domain::Channel::PersonalEmail : domain::Channel::WorkEmail;
    const core::Instant now = m_app.context().clock->now();
    const auto age = domain::contactAge(m_history, channel, now);
    const bool needsReason = isChosen && age != domain::ContactAge::Unchanged;
    m_reason->setVisible(needsReason);
    const int days = domain::contactDays(m_history, channel, now);
    m_age->setText(!isChosen                              ? QString()
                   : age == domain::ContactAge::Unchanged ? tr("Address unchanged for %n day(s)", nullptr, days)
                   : age == domain::ContactAge::ChangedRecently
                       ? tr("Address changed %n day(s) ago: say why it is used", nullptr, days)
                       : tr("Whether this address changed lately is not known: say why it is used"));
    m_age->setToken(needsReason ? "due" : "text-3");
    m_age->setVisible(m_sendRow->isVisibleTo(this) && isChosen);
    const bool isIq = m_tenantSession && domain::isIdentityIq(m_tenantSession->tenant());
    QString why = m_isBusy ? tr("Sending…") : !m_error.isEmpty() ? m_error : services::gateSentence(m_gate);
    if (why.isEmpty() && isIq)
        why = tr("IdentityIQ sends no reset from here. The caller is verified: reset the password there.");
    if (why.isEmpty() && !m_isLoaded)
        why = tr("Reading the addresses…");
    else if (why.isEmpty() && m_to->count() == 0)
        why = tr("No e-mail on file. Have the record corrected first.");
    else if (why.isEmpty() && !isChosen)
        why = tr("Choose where the e-mail goes.");
    else if (why.isEmpty() && needsReason && m_reason->text().trimmed().isEmpty())
        why = tr("Say why this address is used.");
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_send->setEnabled((why.isEmpty() || (why == m_error && m_gate.isOpen() && isChosen)) && !m_isBusy);
}

void RecoveryGatePanel::setQrOnScreen(bool isShown)
{
    m_isQrOnScreen = isShown;
    refreshQr();
}

void RecoveryGatePanel::refreshQr()
{
    m_qr->setVisible(m_isQrOnScreen && m_session.request.delivery == domain::Delivery::Link);
}

// One click is no statement: what is claimed is read once more, and No is the answer that a hasty key gives.
void RecoveryGatePanel::askAboutQr()
{
    auto *box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("scannedQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Scanned in front of me"));
    box->setText(tr("Did the caller scan the code on your screen, in front of you?"));
    box->setInformativeText(
        tr("It is recorded in your name. On the telephone, ask for the last four characters of the link instead."));
    auto *no = box->addButton(tr("No"), QMessageBox::RejectRole);
    auto *yes = box->addButton(tr("Yes, in front of me"), QMessageBox::AcceptRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this, id = m_session.id] {
        if (id == m_session.id && m_isQrOnScreen) // the code may have gone while the question stood
            return bind(true);
        m_error = tr("The code is no longer on the screen. Ask for the last four characters of the link.");
        refreshReason();
    });
    box->open();
}

void RecoveryGatePanel::bind(bool isQr)
{
    if (!isQr && m_code->text().trimmed().isEmpty())
        return;
    auto &r = m_tenantSession->recovery();
    m_error.clear();
    const auto done = isQr ? r.bindByQr(m_session.id) : r.bindByCode(m_session.id, m_code->text());
    m_code->clear();
    core::whenDone<domain::Session>(done, this, [this](const Result<domain::Session> &s) {
        m_error = s ? QString()
                    : domain::inOneText(
                          domain::userMessage(s.error(), domain::Vendor::Console)); // tries that are left stand in it
        if (s)
            return show(*s);
        refreshReason();
        m_code->setFocus();
    });
}

void RecoveryGatePanel::send()
{
    services::ResetRequest request;
    request.via = domain::ResetVia(m_to->currentData().toInt());
    request.contactReason = m_reason->text().trimmed();
    request.expectedAddress = m_to->currentData(Qt::UserRole + 1).toString();
    m_error.clear();
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Password reset"));
    box->setText(tr("Send a password reset to: %1?").arg(m_to->currentText()));
    box->setInformativeText(tr("The link is valid for 2 hours. This cannot be undone."));
    auto *keep = box->addButton(tr("Do not send"), QMessageBox::RejectRole);
    auto *go = box->addButton(tr("Send password reset"), QMessageBox::AcceptRole);
    box->setDefaultButton(keep);
    connect(go, &QPushButton::clicked, this, [this, request] {
        m_isBusy = true;
        refreshReason();
        core::whenDone<domain::Session>(m_tenantSession->recovery().sendReset(m_session.id, request), this,
            [this](const Result<domain::Session> &s) {
                m_isBusy = false;
                if (s) {
                    Q_EMIT m_app.notice(tr("Password reset e-mail asked for"));
                    return show(*s);
                }
                m_error = domain::inOneText(domain::userMessage(s.error(), domain::Vendor::SailPoint));
                loadContacts(); // the address may be another by now
                show(m_session);
            });
    });
    box->open();
}

} // namespace ui
