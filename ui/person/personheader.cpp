#include "ui/person/personheader.h"
#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "models/peoplemodel.h"
#include "services/identities/identitydirectory.h"
#include "services/reverification/campaigns.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/storedcheck.h"
#include "services/verification/verifier.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/navigator.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/label.h"
#include "ui/identities/driftdialog.h"
#include "ui/person/personmenu.h"
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace ui {

using core::Result;

PersonHeader::PersonHeader(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(3);
    v->addLayout(makeName());
    v->addLayout(makeMail());
    m_facts = new Label(t, {}, 13, "text-2");
    m_facts->setWordWrap(true);
    v->addWidget(m_facts);
    v->addSpacing(6);
    v->addLayout(makeState());
    m_contradiction = new Label(t, {}, 12, "failed");
    m_contradiction->setObjectName(QStringLiteral("contradiction"));
    m_contradiction->setWordWrap(true);
    m_contradiction->hide();
    v->addWidget(m_contradiction);
    m_notStored = makeNotStored();
    v->addWidget(m_notStored);
    v->addSpacing(6);
    v->addLayout(makeActions());
    m_why = new Label(t, {}, 12, "text-3");
    m_why->setWordWrap(true);
    v->addWidget(m_why);
}

QBoxLayout *PersonHeader::makeName()
{
    Theme &t = m_app.theme();
    auto *head = new QHBoxLayout;
    m_name = new Label(t, {}, 18, "text", 600);
    m_name->setWordWrap(true);
    head->addWidget(m_name, 1);
    auto *close = iconButton(t, QStringLiteral("cross"), tr("Close details"));
    connect(close, &QToolButton::clicked, this, &PersonHeader::closeWanted);
    head->addWidget(close, 0, Qt::AlignTop);
    return head;
}

QBoxLayout *PersonHeader::makeMail()
{
    Theme &t = m_app.theme();
    auto *mail = new QHBoxLayout;
    m_email = new ElidedLabel(t, 13, "text-2");
    auto *copy = iconButton(t, QStringLiteral("copy"), tr("Copy e-mail"));
    connect(copy, &QToolButton::clicked, this, [this] { copyToClipboard(m_app, m_person.email, false); });
    mail->addWidget(m_email, 1);
    mail->addWidget(copy);
    return mail;
}

QBoxLayout *PersonHeader::makeState()
{
    Theme &t = m_app.theme();
    auto *state = new QHBoxLayout;
    m_chip = new Chip(t, true);
    m_stateFact = new Label(t, {}, 13, "text-2");
    m_stateFact->setWordWrap(true);
    state->addWidget(m_chip);
    state->addSpacing(6);
    state->addWidget(m_stateFact, 1);
    return state;
}

QWidget *PersonHeader::makeNotStored()
{
    Theme &t = m_app.theme();
    auto *line = new QWidget;
    line->setObjectName(QStringLiteral("notStored"));
    auto *h = new QHBoxLayout(line);
    h->setContentsMargins(0, 0, 0, 0);
    m_notStoredText = new Label(t, {}, 12, "due");
    m_notStoredText->setWordWrap(true);
    auto *differences = button(t, tr("Differences…"), {}, "flat");
    differences->setObjectName(QStringLiteral("notStoredDifferences"));
    connect(differences, &QPushButton::clicked, this, [this] { showDifferences(m_app, window()); });
    h->addWidget(m_notStoredText, 1);
    h->addWidget(differences);
    line->hide();
    return line;
}

QBoxLayout *PersonHeader::makeActions()
{
    Theme &t = m_app.theme();
    auto *actions = new QHBoxLayout;
    actions->setSpacing(6);
    m_verify = button(t, tr("Verify identity…"), QStringLiteral("verify"), "primary");
    m_verify->setObjectName(QStringLiteral("verifyButton"));
    connect(m_verify, &QPushButton::clicked, this, [this] { m_app.navigator().verify(m_person.id); });
    auto *again = button(t, tr("Refresh"), QStringLiteral("refresh"));
    again->setToolTip(tr("Read this person from SailPoint now"));
    connect(again, &QPushButton::clicked, this, &PersonHeader::readPerson);
    actions->addWidget(m_verify);
    actions->addWidget(again);
    auto *more = iconButton(t, QStringLiteral("more"), tr("More actions"));
    more->setObjectName(QStringLiteral("personMenu"));
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillPersonMenu(*menu, m_app, m_person, this); });
    actions->addWidget(more);
    actions->addStretch();
    return actions;
}

void PersonHeader::readPerson()
{
    if (!m_app.tenantSession())
        return;
    core::whenDone<domain::Identity>(
        m_app.tenantSession()->directory().refresh(m_person.id), this, [this](const Result<domain::Identity> &p) {
            if (p)
                Q_EMIT personRead(*p);
            else
                Q_EMIT m_app.failed(p.error(), int(domain::Vendor::SailPoint));
        });
}

void PersonHeader::setPerson(const domain::Identity &person)
{
    if (person.id != m_person.id)
        m_notStored->hide();
    m_person = person;
}

void PersonHeader::refresh()
{
    if (!m_app.tenantSession() || m_person.id.isEmpty())
        return;
    fillName();
    fillState();
    fillNotStored();
    refreshVerify();
}

void PersonHeader::fillName()
{
    m_name->setText(m_person.name);
    m_email->setFullText(m_person.email.isEmpty() ? tr("No e-mail on file") : m_person.email);
    QStringList facts{m_person.profile};
    facts << (m_person.lifecycle.isEmpty() ? QString()
                                           : m_person.lifecycle.left(1).toUpper() + m_person.lifecycle.mid(1));
    if (!m_person.employeeNumber.isEmpty())
        facts << tr("Employee no. %1").arg(m_person.employeeNumber);
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral(" · ")));
}

void PersonHeader::fillState()
{
    const core::Instant now = m_app.context().clock->now();
    const auto due = domain::shownDue(m_person.lapse, m_person.due, now);
    const auto status = domain::statusAt(m_person.kind, m_person.due, m_person.warnAt, now);
    const QString key = models::chipKey(m_person.kind, status);
    QString text = models::chipText(key);
    QString fact;
    if (due && status == domain::IdentityStatus::Overdue) {
        const int days = int((now - *due) / core::dayMs);
        if (days > 0 && m_person.kind == domain::StatusKind::Dated)
            text = tr("Overdue by %n day(s)", nullptr, days);
        if (m_person.graceEnds)
            fact = domain::isGraceOver(m_person.graceEnds, now)
                       ? tr("Grace passed")
                       : tr("Grace ends %1").arg(models::dateText(*m_person.graceEnds));
    } else if (due && (status == domain::IdentityStatus::Verified || status == domain::IdentityStatus::DueSoon)) {
        fact = tr("Due %1").arg(models::dateText(*due));
    }
    // Also beneath a link that is open or a try that failed: it says why the person is past due.
    if (const QString why = models::overdueText(m_person, now); !why.isEmpty())
        fact = why;
    const QString contradiction = models::contradictionText(m_person, m_app.tenantSession()->tenant().statusWords);
    m_contradiction->setText(contradiction);
    m_contradiction->setVisible(!contradiction.isEmpty());
    m_chip->setChip(key, text);
    m_stateFact->setText(fact);
    fillExemption(fact);
}

// The status stays; that campaigns pass over the person is said beside it.
void PersonHeader::fillExemption(const QString &fact)
{
    using Exemptions = QHash<QString, domain::Exemption>;
    core::whenDone<Exemptions>(m_app.tenantSession()->campaigns().exemptions().active(), this,
        [this, fact, id = m_person.id](const Result<Exemptions> &all) {
            const auto it = all ? all->constFind(id.str()) : Exemptions::const_iterator();
            if (!all || it == all->constEnd() || id != m_person.id)
                return;
            const QString exempt = tr("Exempt until %1").arg(models::dateText(it->until));
            m_stateFact->setText(fact.isEmpty() ? exempt : fact + QStringLiteral(" · ") + exempt);
            m_stateFact->setToolTip(tr("%1 Allowed by %2.").arg(it->reason, domain::allowedBy(*it)));
        });
}

// Beside the status, which stays: it is SailPoint's.
void PersonHeader::fillNotStored()
{
    auto *w = m_app.tenantSession();
    core::whenDone<domain::StoredFacts>(
        w->stored().facts(), this, [this, w, id = m_person.id](const Result<domain::StoredFacts> &r) {
            if (id != m_person.id || m_app.tenantSession() != w)
                return;
            const auto it =
                r ? r->notStored.constFind(id.str()) : QHash<QString, domain::NotStoredPass>::const_iterator();
            const bool isOne = r && it != r->notStored.constEnd();
            m_notStoredText->setText(
                isOne ? tr("Verified here on %1, not stored by SailPoint").arg(models::dateText(it->at)) : QString());
            m_notStored->setVisible(isOne);
        });
}

void PersonHeader::refreshVerify()
{
    auto *w = m_app.tenantSession();
    domain::VerificationRequest link;
    link.delivery = domain::Delivery::Link;
    const bool isOffline = w->reach().sailpoint().reach == services::Reach::Offline;
    const QString why = isOffline ? tr("Not available offline.") : w->verifier().starter().obstacle(m_person, link);
    m_verify->setEnabled(why.isEmpty());
    m_verify->setToolTip(why);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

} // namespace ui
