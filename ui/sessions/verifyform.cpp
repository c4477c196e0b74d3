#include "domain/identities/contact.h"
#include "models/peoplemodel.h"
#include "models/sessionmodel.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/sessions/verifydialog.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping.h"
#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLineEdit>
#include <QRadioButton>

// What the dialog looks like; verifydialog.cpp holds what it does.
namespace ui {

QWidget *VerifyDialog::makeHead()
{
    Theme &t = m_app.theme();
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
    const auto status = domain::statusAt(m_person.kind, m_person.due, m_person.warnAt, m_app.context().clock->now());
    const QString key = models::chipKey(m_person.kind, status);
    chip->setChip(key, models::chipText(key));
    h->addWidget(chip, 0, Qt::AlignVCenter);
    return head;
}

QGridLayout *VerifyDialog::makeForm()
{
    Theme &t = m_app.theme();
    auto *g = new QGridLayout;
    g->setContentsMargins(20, 12, 20, 18);
    g->setHorizontalSpacing(16);
    g->setVerticalSpacing(14);
    g->setColumnMinimumWidth(0, 100);
    g->setColumnStretch(1, 1);
    const auto key = [&](int row, const QString &text) {
        g->addWidget(new Label(t, text, 13, "text-2"), row, 0, Qt::AlignTop);
    };

    key(0, tr("Reason"));
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
    const QStringList kept =
        m_app.settings().value(QStringLiteral("verify/documents"), domain::documentTypes()).toStringList();
    for (const QString &type : domain::documentTypes()) {
        auto *c = new CheckBox(models::documentText(type));
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
                applyDefaults();
                m_open = {};
                m_isOperatorWanted = false;
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

} // namespace ui
