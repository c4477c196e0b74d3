#include "ui/identities/detailpane.h"
#include "core/textfold.h"
#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "models/peoplemodel.h"
#include "models/sessionmodel.h"
#include "services/reverification/campaigns.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/storedcheck.h"
#include "services/verification/verifier.h"
#include "ui/charts/timeline.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/identities/driftdialog.h"
#include "ui/identities/personmenu.h"
#include "ui/identities/persontabs.h"
#include "ui/widgets/keyvalue.h"
#include "ui/widgets/parts.h"
#include <QDateTime>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

using core::Result;

static QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

DetailPane::DetailPane(AppContext &app, QWidget *parent) : QFrame(parent), m_app(app)
{
    Theme &t = app.theme();
    setObjectName(QStringLiteral("pane"));
    setMinimumWidth(std::min(t.scaled(340), 440));
    setMaximumWidth(t.scaled(560));
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(16, 14, 16, 0);
    v->setSpacing(3);
    auto *head = new QHBoxLayout;
    m_name = new Label(t, {}, 18, "text", 600);
    m_name->setWordWrap(true);
    head->addWidget(m_name, 1);
    auto *close = iconButton(t, QStringLiteral("cross"), tr("Close details"));
    connect(close, &QToolButton::clicked, this, &DetailPane::closeWanted);
    head->addWidget(close, 0, Qt::AlignTop);
    v->addLayout(head);
    auto *mail = new QHBoxLayout;
    m_email = new ElidedLabel(t, 13, "text-2");
    auto *copy = iconButton(t, QStringLiteral("copy"), tr("Copy e-mail"));
    connect(copy, &QToolButton::clicked, this, [this] { m_app.copy(m_person.email, false); });
    mail->addWidget(m_email, 1);
    mail->addWidget(copy);
    v->addLayout(mail);
    m_facts = new Label(t, {}, 13, "text-2");
    m_facts->setWordWrap(true);
    v->addWidget(m_facts);
    v->addSpacing(6);
    auto *state = new QHBoxLayout;
    m_chip = new Chip(t, true);
    m_stateFact = new Label(t, {}, 13, "text-2");
    m_stateFact->setWordWrap(true);
    state->addWidget(m_chip);
    state->addSpacing(6);
    state->addWidget(m_stateFact, 1);
    v->addLayout(state);
    m_contradiction = new Label(t, {}, 12, "failed");
    m_contradiction->setObjectName(QStringLiteral("contradiction"));
    m_contradiction->setWordWrap(true);
    m_contradiction->hide();
    v->addWidget(m_contradiction);
    m_notStored = new QWidget;
    m_notStored->setObjectName(QStringLiteral("notStored"));
    auto *notStored = new QHBoxLayout(m_notStored);
    notStored->setContentsMargins(0, 0, 0, 0);
    m_notStoredText = new Label(t, {}, 12, "due");
    m_notStoredText->setWordWrap(true);
    auto *differences = button(t, tr("Differences…"), {}, "flat");
    differences->setObjectName(QStringLiteral("notStoredDifferences"));
    connect(differences, &QPushButton::clicked, this, [this] { showDifferences(m_app, window()); });
    notStored->addWidget(m_notStoredText, 1);
    notStored->addWidget(differences);
    m_notStored->hide();
    v->addWidget(m_notStored);
    v->addSpacing(6);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(6);
    m_verify = button(t, tr("Verify identity…"), QStringLiteral("verify"), "primary");
    m_verify->setObjectName(QStringLiteral("verifyButton"));
    connect(m_verify, &QPushButton::clicked, this, [this] { m_app.verify(m_person.id); });
    auto *refreshButton = button(t, tr("Refresh"), QStringLiteral("refresh"));
    refreshButton->setToolTip(tr("Read this person from SailPoint now"));
    connect(refreshButton, &QPushButton::clicked, this, [this] {
        if (!m_app.tenantSession())
            return;
        core::whenDone<domain::Identity>(
            m_app.tenantSession()->refresh(m_person.id), this, [this](const Result<domain::Identity> &p) {
                if (p) {
                    show(*p);
                    fetchAttributes();
                } else
                    Q_EMIT m_app.failed(p.error(), int(domain::Vendor::SailPoint));
            });
    });
    actions->addWidget(m_verify);
    actions->addWidget(refreshButton);
    auto *more = iconButton(t, QStringLiteral("more"), tr("More actions"));
    more->setObjectName(QStringLiteral("personMenu"));
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillPersonMenu(*menu, m_app, m_person, this); });
    actions->addWidget(more);
    actions->addStretch();
    v->addLayout(actions);
    m_why = new Label(t, {}, 12, "text-3");
    m_why->setWordWrap(true);
    v->addWidget(m_why);
    v->addSpacing(4);
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->addTab(tr("Verification"));
    for (const QString &name : {tr("Attributes"), tr("Access"), tr("Ownership"), tr("Activity")})
        m_tabs->addTab(name);
    v->addWidget(m_tabs);
    v->addWidget(line(t));
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeVerificationTab());
    m_stack->addWidget(makeAttributesTab());
    for (const auto kind : {PersonTab::Access, PersonTab::Ownership, PersonTab::Activity}) {
        m_lazy << new PersonTab(app, kind);
        m_stack->addWidget(scrolling(m_lazy.last()));
    }
    v->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int at) {
        m_stack->setCurrentIndex(at);
        if (m_attributes.isEmpty())
            fetchAttributes();
        refresh();
    });
    connect(&t, &Theme::changed, this, &DetailPane::refresh);
}

QWidget *DetailPane::makeVerificationTab()
{
    Theme &t = m_app.theme();
    auto *page = new QWidget;
    auto *v = new QVBoxLayout(page);
    v->setContentsMargins(0, 12, 0, 12);
    v->setSpacing(6);
    m_nameTitle = new Label(t, tr("Name comparison"), 12, "text-3", 600);
    v->addWidget(m_nameTitle);
    m_names = new NameComparison(t);
    v->addWidget(m_names);
    v->addSpacing(6);
    v->addWidget(new Label(t, tr("Timeline"), 12, "text-3", 600));
    v->addSpacing(2);
    m_timeline = new Timeline(t);
    m_timeline->setAccessibleName(tr("Timeline"));
    v->addWidget(m_timeline);
    m_noHistory = new Label(t, tr("No verification is known for this person."), 13, "text-2");
    v->addWidget(m_noHistory);
    v->addStretch();
    return scrolling(page);
}

QWidget *DetailPane::makeAttributesTab()
{
    Theme &t = m_app.theme();
    auto *page = new QWidget;
    auto *v = new QVBoxLayout(page);
    v->setContentsMargins(0, 12, 0, 12);
    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Find an attribute"));
    m_find->setAccessibleName(tr("Find an attribute"));
    connect(m_find, &QLineEdit::textChanged, this, [this] { fillAttributes(); });
    v->addWidget(m_find);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    m_values = new KeyValueList(t);
    v->addSpacing(6);
    v->addWidget(m_values);
    v->addStretch();
    return scrolling(page);
}

void DetailPane::show(const domain::Identity &person)
{
    const bool isOther = person.id != m_person.id;
    m_person = person;
    if (isOther) {
        // Nothing of one person may stand under the name of another.
        m_attributes.clear();
        m_values->setRows({});
        m_banner->hide();
        m_notStored->hide();
        m_isFetching = false;
        fetchAttributes();
    }
    refresh();
}

void DetailPane::forget()
{
    m_person = {};
    m_notStored->hide();
    m_attributes.clear();
    m_values->setRows({});
}

void DetailPane::refreshHeader()
{
    if (!m_person.id.isEmpty() && !isHidden())
        fillHeader();
}

void DetailPane::fillHeader()
{
    auto *w = m_app.tenantSession();
    if (!w || m_person.id.isEmpty())
        return;
    m_name->setText(m_person.name);
    m_email->setFullText(m_person.email.isEmpty() ? tr("No e-mail on file") : m_person.email);
    QStringList facts{m_person.profile};
    facts << (m_person.lifecycle.isEmpty() ? QString()
                                           : m_person.lifecycle.left(1).toUpper() + m_person.lifecycle.mid(1));
    if (!m_person.employeeNumber.isEmpty())
        facts << tr("Employee no. %1").arg(m_person.employeeNumber);
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral(" · ")));
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
            fact = now < *m_person.graceEnds ? tr("Grace ends %1").arg(models::dateText(*m_person.graceEnds))
                                             : tr("Grace passed");
    } else if (due && (status == domain::IdentityStatus::Verified || status == domain::IdentityStatus::DueSoon)) {
        fact = tr("Due %1").arg(models::dateText(*due));
    }
    // Also beneath a link that is open or a try that failed: it says why the person is past due.
    if (const QString why = models::overdueText(m_person, now); !why.isEmpty())
        fact = why;
    const QString contradiction = models::contradictionText(m_person, w->tenant().statusWords);
    m_contradiction->setText(contradiction);
    m_contradiction->setVisible(!contradiction.isEmpty());
    m_chip->setChip(key, text);
    m_stateFact->setText(fact);
    // The status stays; that campaigns pass over the person is said beside it.
    using Exemptions = QHash<QString, domain::Exemption>;
    core::whenDone<Exemptions>(
        w->campaigns().exemptions(), this, [this, fact, id = m_person.id](const core::Result<Exemptions> &all) {
            const auto it = all ? all->constFind(id.str()) : Exemptions::const_iterator();
            if (!all || it == all->constEnd() || id != m_person.id)
                return;
            const QString exempt = tr("Exempt until %1").arg(models::dateText(it->until));
            m_stateFact->setText(fact.isEmpty() ? exempt : fact + QStringLiteral(" · ") + exempt);
            m_stateFact->setToolTip(tr("%1 Allowed by %2.").arg(it->reason, domain::allowedBy(*it)));
        });
    fillNotStored();
    domain::VerificationRequest link;
    link.delivery = domain::Delivery::Link;
    const bool isOffline = w->sailpointLink().reach == services::Reach::Offline;
    const QString why = isOffline ? tr("Not available offline.") : w->verifier().obstacle(m_person, link);
    m_verify->setEnabled(why.isEmpty());
    m_verify->setToolTip(why);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
}

// Beside the status, which stays: it is SailPoint's.
void DetailPane::fillNotStored()
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

void DetailPane::refresh()
{
    if (m_person.id.isEmpty() || !m_app.tenantSession())
        return;
    fillHeader();
    const int at = m_tabs->currentIndex();
    if (at == 0)
        fillVerification();
    else if (at == 1)
        fillAttributes();
    else
        m_lazy.at(at - 2)->open(m_person.id, at == 2 + PersonTab::Activity);
}

void DetailPane::fetchAttributes()
{
    if (m_tabs->currentIndex() != 1 || m_isFetching || m_person.id.isEmpty() || !m_app.tenantSession())
        return;
    m_isFetching = true;
    core::whenDone<QJsonObject>(
        m_app.tenantSession()->attributes(m_person.id), this, [this, id = m_person.id](const Result<QJsonObject> &a) {
            if (id != m_person.id)
                return;
            m_isFetching = false;
            if (!a) {
                const auto m = domain::userMessage(a.error(), domain::Vendor::SailPoint);
                m_banner->show(Banner::Problem, m.headline, m.advice);
                return;
            }
            m_banner->hide();
            showAttributes(*a);
        });
}

static QString dayText(core::Instant at)
{
    return models::dateText(at);
}

void DetailPane::fillVerification()
{
    domain::SessionFilter filter;
    filter.identity = m_person.id;
    filter.limit = 20;
    core::whenDone<QList<domain::Session>>(m_app.tenantSession()->verifier().sessions(filter), this,
        [this, id = m_person.id](const Result<QList<domain::Session>> &list) {
            if (id != m_person.id || !list)
                return;
            QList<TimelineEntry> entries;
            const domain::Session *named = nullptr;
            for (const auto &s : *list) {
                if (!named && !s.verifiedName.isEmpty())
                    named = &s;
                QString title = models::sessionStateText(s.state);
                if (s.state == domain::SessionState::Verified && s.ial)
                    title = tr("Verified at IAL%1").arg(*s.ial);
                QStringList meta{
                    models::documentText(s.documentType), models::reasonText(s.request.reason), s.request.ticket};
                meta.removeAll(QString());
                entries << TimelineEntry{chipFamily(models::sessionChip(s.state)),
                    chipIcon(models::sessionChip(s.state)), title, meta.join(QStringLiteral(" · ")),
                    dayText(s.createdAt), false};
            }
            // What SailPoint holds from before this console, or from elsewhere.
            const auto &idv = m_person.idv;
            const bool isKnown = std::any_of(list->begin(), list->end(), [&](const domain::Session &s) {
                return s.providerId.str() == idv.sessionId && !idv.sessionId.isEmpty();
            });
            if (!isKnown && (idv.date.at || !idv.status.isEmpty())) {
                // A green tick only where a word or nothing stands against it; any other word is quoted.
                const auto word = domain::wordOf(idv.status, m_app.tenantSession()->tenant().statusWords);
                const bool passed = m_person.lapse == domain::StatusKind::Dated &&
                                    (word == domain::StatusWord::Pass || word == domain::StatusWord::None);
                const QString said = idv.status.trimmed().isEmpty() || word == domain::StatusWord::Pass
                                         ? models::overdueText(m_person, m_app.context().clock->now())
                                         : tr("SailPoint says %1").arg(idv.status.trimmed().left(40));
                const QString chip = passed                                ? QStringLiteral("verified")
                                     : word == domain::StatusWord::Pending ? QStringLiteral("pending")
                                                                           : QStringLiteral("failed");
                entries << TimelineEntry{chipFamily(chip), chipIcon(chip),
                    !passed   ? said
                    : idv.ial ? tr("Verified at IAL%1").arg(*idv.ial)
                              : tr("Verified"),
                    QStringList{models::documentText(idv.documentType), tr("as recorded in SailPoint")}.join(
                        QStringLiteral(" · ")),
                    idv.date.at ? dayText(*idv.date.at) : QString(), false};
            }
            m_timeline->setEntries(entries);
            m_timeline->setVisible(!entries.isEmpty());
            m_noHistory->setVisible(entries.isEmpty());
            const QString document = named ? named->verifiedName : idv.verifiedName;
            const QString type = models::documentText(named ? named->documentType : idv.documentType);
            m_nameTitle->setVisible(!document.isEmpty());
            m_names->setVisible(!document.isEmpty());
            const auto purpose = named ? domain::namePurpose(named->request.reason) : domain::NamePurpose::Ordinary;
            m_names->setNames({m_person.name, m_person.firstName, m_person.lastName}, document,
                type.isEmpty() ? tr("Document") : type, m_app.policy().heldDifferences, purpose);
        });
}

void DetailPane::showAttributes(const QJsonObject &attributes)
{
    m_attributes.clear();
    const auto &map = m_app.tenantSession()->tenant().map;
    const auto text = [](const QJsonValue &v) {
        return v.isString()                    ? v.toString()
               : v.isNull() || v.isUndefined() ? QString()
               : v.isBool()                    ? (v.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                                               : v.toVariant().toString();
    };
    QStringList first;
    for (int i = 0; i < domain::idvFieldCount; ++i) {
        const QString name = map.name(domain::Field(i));
        first << name;
        m_attributes.append({name, text(attributes.value(name))});
    }
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        if (!first.contains(it.key()))
            m_attributes.append({it.key(), text(it.value())});
    }
    fillAttributes();
}

void DetailPane::fillAttributes()
{
    const QString wanted = core::fold(m_find->text());
    QList<std::pair<QString, QString>> rows;
    for (const auto &[key, value] : std::as_const(m_attributes)) {
        if (wanted.isEmpty() || core::fold(key + QLatin1Char(' ') + value).contains(wanted))
            rows.append({key, value});
    }
    m_values->setRows(rows);
}

} // namespace ui
