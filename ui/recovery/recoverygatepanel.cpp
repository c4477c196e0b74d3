#include "ui/recovery/recoverygatepanel.h"
#include "domain/identities/contact.h"
#include "domain/recovery/resetaddress.h"
#include "domain/text/messages.h"
#include "services/identities/identitydirectory.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/recovery/callerbindingrow.h"
#include "ui/recovery/gatemarks.h"
#include "ui/recovery/reviewdialog.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using core::Result;

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
    m_marks = new GateMarks(t);
    top->addLayout(m_marks, 1);
    v->addLayout(top);
    m_binding = new CallerBindingRow(t);
    v->addWidget(m_binding);
    connect(m_binding, &CallerBindingRow::asked, this, [this] { m_error.clear(); });
    connect(m_binding, &CallerBindingRow::bound, this, [this](const domain::Session &session) {
        m_error.clear();
        show(session);
    });
    connect(m_binding, &CallerBindingRow::refused, this, [this](const QString &why) {
        m_error = why;
        refreshReason();
    });
    v->addWidget(makeSendRow());
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

QWidget *RecoveryGatePanel::makeSendRow()
{
    Theme &t = m_app.theme();
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
    return m_sendRow;
}

void RecoveryGatePanel::setTenantSession(std::shared_ptr<services::TenantSession> tenantSession)
{
    m_tenantSession = std::move(tenantSession);
    m_binding->setTenantSession(m_tenantSession);
}

void RecoveryGatePanel::show(const domain::Session &session)
{
    const bool isFirst = m_session.id != session.id;
    m_session = session;
    m_binding->setSession(session);
    setVisible(domain::isRecoveryUnderWay(session));
    if (isHidden() || !m_tenantSession)
        return;
    if (isFirst)
        m_sendRow->hide(); // until the gate was looked at
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
    core::whenDone<domain::Identity>(m_tenantSession->directory().person(m_session.request.identity), this,
        [this](const Result<domain::Identity> &p) {
            if (!p)
                return;
            showAddresses(*p);
            m_isLoaded = true;
            core::whenDone<domain::ContactHistory>(m_tenantSession->directory().contactHistory(p->id), this,
                [this](const Result<domain::ContactHistory> &h) {
                    if (!h)
                        return;
                    m_history = *h;
                    chooseUnchanged();
                    refreshReason();
                });
        });
}

void RecoveryGatePanel::showAddresses(const domain::Identity &person)
{
    m_to->clear();
    if (!person.email.isEmpty())
        m_to->addItem(tr("Work e-mail · %1").arg(domain::maskEmail(person.email)), int(domain::ResetVia::WorkEmail));
    m_to->setItemData(m_to->count() - 1, person.email, Qt::UserRole + 1);
    if (!person.personalEmail.isEmpty())
        m_to->addItem(tr("Personal e-mail · %1").arg(domain::maskEmail(person.personalEmail)),
            int(domain::ResetVia::PersonalEmail));
    if (!person.personalEmail.isEmpty())
        m_to->setItemData(m_to->count() - 1, person.personalEmail, Qt::UserRole + 1);
}

// A contact that changed lately is not preselected.
void RecoveryGatePanel::chooseUnchanged()
{
    m_to->setCurrentIndex(-1);
    for (int i = 0; i < m_to->count(); ++i) {
        const auto via = domain::ResetVia(m_to->itemData(i).toInt());
        if (m_to->currentIndex() < 0 && !domain::needsContactReason(m_history, via, m_app.context().clock->now()))
            m_to->setCurrentIndex(i);
    }
}

void RecoveryGatePanel::showGate(const domain::RecoveryGate &gate)
{
    m_gate = gate;
    m_marks->show(gate, m_session, devicePixelRatioF());
    setAccessibleName(tr("Next step, %1 of %2 conditions met").arg(gate.met()).arg(domain::gateConditionCount));
    const bool isBound = gate.marks[size_t(domain::GateCondition::CallerBound)] == domain::GateMark::Met;
    m_binding->setVisible(!isBound && m_session.state != domain::SessionState::NeedsReview);
    m_binding->refresh();
    m_sendRow->setVisible(m_session.state == domain::SessionState::Verified &&
                          gate.obstacle != domain::GateObstacle::AlreadyUsed &&
                          !domain::isIdentityIq(m_tenantSession->tenant()));
    m_second->setVisible(domain::isActivityQuestionOpen(gate, m_session.state));
    refreshReason();
    Q_EMIT changed();
}

// The decision is read back from the ledger, never taken from the dialog.
void RecoveryGatePanel::askSecondPerson()
{
    auto *dialog = openDialog<ReviewDialog>(m_app, m_tenantSession, m_session, this, ReviewDialog::Question::Activity);
    connect(dialog, &QDialog::accepted, this, [this] { show(m_session); });
}

bool RecoveryGatePanel::isAddressChosen() const
{
    return m_to->currentIndex() >= 0;
}

domain::ContactAge RecoveryGatePanel::addressAge() const
{
    const auto via = domain::ResetVia(m_to->currentData().toInt());
    return domain::contactAge(m_history, domain::channelOf(via), m_app.context().clock->now());
}

QString RecoveryGatePanel::ageText() const
{
    if (!isAddressChosen())
        return {};
    const auto via = domain::ResetVia(m_to->currentData().toInt());
    const int days = domain::contactDays(m_history, domain::channelOf(via), m_app.context().clock->now());
    switch (addressAge()) {
    case domain::ContactAge::Unchanged: return tr("Address unchanged for %n day(s)", nullptr, days);
    case domain::ContactAge::ChangedRecently:
        return tr("Address changed %n day(s) ago: say why it is used", nullptr, days);
    case domain::ContactAge::NotKnown: break;
    }
    return tr("Whether this address changed lately is not known: say why it is used");
}

bool RecoveryGatePanel::needsReason() const
{
    const auto via = domain::ResetVia(m_to->currentData().toInt());
    return isAddressChosen() && domain::needsContactReason(m_history, via, m_app.context().clock->now());
}

// Why nothing can be sent now.
QString RecoveryGatePanel::obstacle() const
{
    if (m_isBusy)
        return tr("Sending…");
    if (!m_error.isEmpty())
        return m_error;
    const QString closed = services::gateSentence(m_gate);
    if (!closed.isEmpty())
        return closed;
    if (m_tenantSession && domain::isIdentityIq(m_tenantSession->tenant()))
        return tr("IdentityIQ sends no reset from here. The caller is verified: reset the password there.");
    if (!m_isLoaded)
        return tr("Reading the addresses…");
    if (m_to->count() == 0)
        return tr("No e-mail on file. Have the record corrected first.");
    if (!isAddressChosen())
        return tr("Choose where the e-mail goes.");
    if (needsReason() && m_reason->text().trimmed().isEmpty())
        return tr("Say why this address is used.");
    return {};
}

void RecoveryGatePanel::refreshReason()
{
    m_reason->setVisible(needsReason());
    m_age->setText(ageText());
    m_age->setToken(needsReason() ? "due" : "text-3");
    m_age->setVisible(m_sendRow->isVisibleTo(this) && isAddressChosen());
    const QString why = obstacle();
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    const bool canTryAgain = why == m_error && m_gate.isOpen() && isAddressChosen() && !m_isBusy;
    setEnabledOr(m_send, canTryAgain ? QString() : why);
}

void RecoveryGatePanel::setQrOnScreen(bool isShown)
{
    m_binding->setQrOnScreen(isShown);
}

void RecoveryGatePanel::send()
{
    services::ResetRequest request;
    request.via = domain::ResetVia(m_to->currentData().toInt());
    request.contactReason = m_reason->text().trimmed();
    request.expectedAddress = m_to->currentData(Qt::UserRole + 1).toString();
    m_error.clear();
    auto *box = makeWindow<QMessageBox>(this);
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
