#include "ui/verification/verifyform.h"
#include "domain/identities/contact.h"
#include "domain/verification/policy.h"
#include "domain/verification/startobstacles.h"
#include "models/sessionmodel.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/label.h"
#include "ui/controls/segmented.h"
#include "ui/verification/currentpolicy.h"
#include "ui/widgets/wrapping.h"
#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {

VerifyForm::VerifyForm(AppContext &app, const domain::Identity &person, QWidget *parent)
    : QWidget(parent), m_app(app), m_person(person)
{
    auto *g = new QGridLayout(this);
    g->setContentsMargins(20, 12, 20, 18);
    g->setHorizontalSpacing(16);
    g->setVerticalSpacing(14);
    g->setColumnMinimumWidth(0, 100);
    g->setColumnStretch(1, 1);
    addReasons(g);
    addTicket(g);
    addLevel(g);
    addDocuments(g);
    addDeliveries(g);
    for (auto *r : std::as_const(m_reasons))
        connect(r, &QRadioButton::toggled, this, [this](bool isOn) {
            if (isOn)
                Q_EMIT reasonChosen();
            Q_EMIT changed();
        });
    connect(m_level, &Segmented::changed, this, &VerifyForm::changed);
    connect(m_ticket, &QLineEdit::textChanged, this, &VerifyForm::changed);
}

void VerifyForm::addName(QGridLayout *grid, int row, const QString &text)
{
    grid->addWidget(new Label(m_app.theme(), text, 13, "text-2"), row, 0, Qt::AlignTop);
}

void VerifyForm::addReasons(QGridLayout *grid)
{
    addName(grid, 0, tr("Reason"));
    auto *reasons = new QGridLayout;
    reasons->setHorizontalSpacing(16);
    reasons->setVerticalSpacing(6);
    auto *reasonGroup = new QButtonGroup(this);
    for (int i = 0; i < domain::reasonCount; ++i) {
        auto *r = new RadioButton(models::reasonText(domain::Reason(i)));
        r->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)));
        reasonGroup->addButton(r);
        m_reasons << r;
        reasons->addWidget(r, i / 3, i % 3);
    }
    const auto last = domain::reasonFromKey(m_app.settings().value(QStringLiteral("verify/reason")).toString());
    m_reasons.at(int(last.value_or(domain::Reason::AccountRecovery)))->setChecked(true);
    grid->addLayout(reasons, 0, 1);
}

void VerifyForm::addTicket(QGridLayout *grid)
{
    addName(grid, 1, tr("Ticket number"));
    auto *ticketRow = new QHBoxLayout;
    ticketRow->setSpacing(12);
    m_ticket = new QLineEdit;
    m_ticket->setObjectName(QStringLiteral("ticketEdit"));
    m_ticket->setAccessibleName(tr("Ticket number"));
    m_ticket->setMaxLength(64);
    m_ticket->setFixedWidth(190);
    m_ticketHint = new Label(m_app.theme(), {}, 12, "text-3");
    ticketRow->addWidget(m_ticket);
    ticketRow->addWidget(m_ticketHint, 1);
    grid->addLayout(ticketRow, 1, 1);
}

void VerifyForm::addLevel(QGridLayout *grid)
{
    Theme &t = m_app.theme();
    addName(grid, 2, tr("Assurance level"));
    auto *levelRow = new QHBoxLayout;
    m_level = new Segmented(t, {QStringLiteral("IAL1"), QStringLiteral("IAL2")});
    m_level->setCurrent(1);
    levelRow->addWidget(m_level);
    levelRow->addSpacing(8);
    levelRow->addWidget(new Label(t, tr("IAL2 asks for a document and a face"), 12, "text-3"), 1);
    grid->addLayout(levelRow, 2, 1);
}

void VerifyForm::addDocuments(QGridLayout *grid)
{
    addName(grid, 3, tr("Documents"));
    auto *documents = new QHBoxLayout;
    documents->setSpacing(18);
    const QStringList kept =
        m_app.settings().value(QStringLiteral("verify/documents"), domain::documentTypes()).toStringList();
    for (const QString &type : domain::documentTypes()) {
        auto *c = new CheckBox(models::documentText(type));
        c->setChecked(kept.contains(type));
        connect(c, &QCheckBox::toggled, this, &VerifyForm::changed);
        m_documents << c;
        documents->addWidget(c);
    }
    documents->addStretch();
    grid->addLayout(documents, 3, 1);
}

void VerifyForm::addDeliveries(QGridLayout *grid)
{
    addName(grid, 4, tr("Send the link"));
    auto *ways = new QVBoxLayout;
    ways->setSpacing(8);
    auto *wayGroup = new QButtonGroup(this);
    const QString phone = domain::maskedContact(m_person, domain::Delivery::Sms);
    const QString mail = domain::maskedContact(m_person, domain::Delivery::Email);
    const QStringList texts{
        phone.isEmpty() ? tr("Text message: no number on file") : tr("Text message to %1").arg(phone),
        mail.isEmpty() ? tr("E-mail: no address on file") : tr("E-mail to %1").arg(mail),
        tr("Do not send; show a QR code and link")};
    const auto lastWay = domain::deliveryFromKey(m_app.settings().value(QStringLiteral("verify/delivery")).toString())
                             .value_or(domain::Delivery::Sms);
    for (int i = 0; i < 3; ++i) {
        auto *r = new RadioButton(texts.at(i));
        r->setEnabled(domain::hasContact(m_person, domain::Delivery(i)));
        wayGroup->addButton(r);
        m_deliveries << r;
        ways->addWidget(r);
        auto *age = new Label(m_app.theme(), {}, 12, "text-3");
        age->setContentsMargins(24, 0, 0, 0);
        age->hide();
        m_ages << age;
        ways->addWidget(age);
        connect(r, &QRadioButton::toggled, this, &VerifyForm::changed);
    }
    const int way = m_deliveries.at(int(lastWay))->isEnabled() ? int(lastWay) : 2;
    m_deliveries.at(way)->setChecked(true);
    m_contactReason = new QLineEdit;
    m_contactReason->setAccessibleName(tr("Why this contact is used"));
    m_contactReason->setPlaceholderText(tr("Why this contact is used"));
    m_contactReason->setMaxLength(200);
    m_contactReason->hide();
    connect(m_contactReason, &QLineEdit::textChanged, this, &VerifyForm::changed);
    ways->addWidget(m_contactReason);
    grid->addLayout(ways, 4, 1);
}

domain::VerificationRequest VerifyForm::request() const
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
    if (m_contactReason->isVisibleTo(this))
        r.contactReason = m_contactReason->text().trimmed();
    return r;
}

void VerifyForm::fill(const domain::VerificationRequest &r)
{
    m_reasons.at(int(r.reason))->setChecked(true);
    m_ticket->setText(r.ticket);
    m_level->setCurrent(r.requiredIal - 1);
    for (int i = 0; i < m_documents.size(); ++i)
        m_documents.at(i)->setChecked(r.documents.contains(domain::documentTypes().at(i)));
    if (m_deliveries.at(int(r.delivery))->isEnabled())
        m_deliveries.at(int(r.delivery))->setChecked(true);
    Q_EMIT changed();
}

void VerifyForm::applyDefaults()
{
    const auto reason = request().reason;
    const auto agreed = m_app.policy().value().defaults.constFind(reason);
    if (agreed == m_app.policy().value().defaults.cend())
        return;
    for (int i = 0; i < m_documents.size() && !agreed->documents.isEmpty(); ++i)
        m_documents.at(i)->setChecked(agreed->documents.contains(domain::documentTypes().at(i)));
    if (agreed->delivery && m_deliveries.at(int(*agreed->delivery))->isEnabled())
        m_deliveries.at(int(*agreed->delivery))->setChecked(true);
    m_level->setCurrent(std::max(domain::leastIal(m_app.policy().value(), reason), m_level->current() + 1) - 1);
}

void VerifyForm::setHistory(const domain::ContactHistory &history)
{
    m_history = history;
    for (const auto d : {domain::Delivery::Sms, domain::Delivery::Email})
        showContactAge(d);
    Q_EMIT changed();
}

void VerifyForm::showContactAge(domain::Delivery d)
{
    const core::Instant now = m_app.context().clock->now();
    Label *label = m_ages.at(int(d));
    const auto age = domain::contactAge(m_history, domain::channelOf(d), now);
    label->setVisible(domain::hasContact(m_person, d));
    const int days = domain::contactDays(m_history, domain::channelOf(d), now);
    if (age == domain::ContactAge::Unchanged)
        label->setText(tr("Unchanged for %n day(s)", nullptr, days));
    else if (age == domain::ContactAge::ChangedRecently)
        label->setText(tr("Changed %n day(s) ago", nullptr, days));
    else
        label->setText(tr("Whether it changed lately is not known"));
    label->setToken(age == domain::ContactAge::Unchanged ? "text-3" : "due");
    // A contact that changed lately is not preselected.
    domain::VerificationRequest byThis = request();
    byThis.delivery = d;
    if (m_deliveries.at(int(d))->isChecked() && domain::needsContactReason(m_history, byThis, now))
        m_deliveries.at(int(domain::Delivery::Link))->setChecked(true);
}

bool VerifyForm::needsContactReason() const
{
    return domain::needsContactReason(m_history, request(), m_app.context().clock->now());
}

QString VerifyForm::missing() const
{
    const auto r = request();
    if (r.documents.isEmpty())
        return tr("Choose at least one document.");
    if (domain::needsTicket(r.reason) && r.ticket.isEmpty())
        return tr("Enter the ticket number to start.");
    if (!domain::ticketFits(m_app.policy().value(), r.ticket))
        return tr("The ticket number does not have the agreed form.");
    if (needsContactReason() && m_contactReason->text().trimmed().isEmpty())
        return tr("This contact changed lately, or its age is not known: say why it is used.");
    return {};
}

QString VerifyForm::ticketHint(domain::Reason reason) const
{
    if (!domain::needsTicket(reason))
        return tr("Optional");
    const QString example = m_app.policy().value().ticketExample;
    return example.isEmpty() ? tr("Required for %1").arg(models::reasonText(reason))
                             : tr("Required for %1, for example %2").arg(models::reasonText(reason), example);
}

void VerifyForm::refreshHints()
{
    m_ticketHint->setText(ticketHint(request().reason));
    m_contactReason->setVisible(needsContactReason());
}

bool VerifyForm::raiseLevel()
{
    const auto r = request();
    if (r.requiredIal >= domain::leastIal(m_app.policy().value(), r.reason))
        return false;
    m_level->setCurrent(1); // the reason's least level; it can only be raised
    return true;
}

void VerifyForm::focusTicket()
{
    m_ticket->setFocus();
}

void VerifyForm::remember()
{
    const auto r = request();
    auto &settings = m_app.settings();
    settings.setValue(QStringLiteral("verify/reason"), domain::reasonKey(r.reason));
    settings.setValue(QStringLiteral("verify/documents"), r.documents);
    settings.setValue(QStringLiteral("verify/delivery"), domain::deliveryKey(r.delivery));
}

} // namespace ui
