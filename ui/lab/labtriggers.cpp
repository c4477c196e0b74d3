#include "ui/lab/labtriggers.h"
#include "services/events/triggers.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/opendialog.h"
#include "ui/common/tenantguard.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/events/eventrulesdialog.h"
#include "ui/events/subscribedialog.h"
#include "ui/lab/invocationscard.h"
#include "ui/lab/triggertest.h"
#include "ui/operations/operationdialog.h"
#include "ui/tables/table.h"
#include "ui/widgets/problem.h"
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Subscription;
using domain::Trigger;

LabTriggers::LabTriggers(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 14, 24, 16);
    v->setSpacing(12);
    m_banner = new Banner(app.theme(), false);
    v->addWidget(m_banner);
    v->addWidget(makeSubscriptions(), 2);
    auto *h = new QHBoxLayout;
    h->setSpacing(12);
    m_test = new TriggerTest(m_app);
    connect(m_test, &TriggerTest::failed, this, &LabTriggers::fail);
    connect(m_test, &TriggerTest::sent, this, [this](int started) {
        m_banner->show(started == 0 ? Banner::Info : Banner::Good,
            started == 0 ? tr("Nobody has subscribed to this trigger: nothing was started.")
                         : tr("%Ln invocation(s) started", nullptr, started),
            {});
        m_invocations->load();
    });
    m_invocations = new InvocationsCard(m_app);
    connect(m_invocations, &InvocationsCard::loaded, this, &LabTriggers::showLastCalls);
    h->addWidget(m_test, 1);
    h->addWidget(m_invocations, 1);
    v->addLayout(h, 3);
    connect(&app, &AppContext::tenantSessionChanged, this, [this] {
        m_triggers.clear();
        m_subscriptions.clear();
        showSubscriptions();
        m_test->setTriggers({}, {});
        m_invocations->clear();
        if (isVisible())
            load();
    });
    refresh();
}

QWidget *LabTriggers::makeSubscriptions()
{
    Theme &t = m_app.theme();
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *v = new QVBoxLayout(card);
    v->setContentsMargins(14, 10, 14, 10);
    v->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Subscriptions in SailPoint"), 14, "text", 600));
    m_tenant = new Label(t, {}, 13, "text-3");
    head->addWidget(m_tenant);
    head->addStretch();
    auto *again = button(t, tr("Refresh"), QStringLiteral("refresh"), "flat");
    connect(again, &QPushButton::clicked, this, &LabTriggers::load);
    m_edit = button(t, tr("Change…"));
    connect(m_edit, &QPushButton::clicked, this, &LabTriggers::edit);
    m_toggle = button(t, tr("Switch off"));
    connect(m_toggle, &QPushButton::clicked, this, &LabTriggers::setEnabledState);
    m_delete = button(t, tr("Delete…"), {}, "dangertext");
    connect(m_delete, &QPushButton::clicked, this, &LabTriggers::remove);
    m_subscribe = button(t, tr("Subscribe…"), QStringLiteral("plus"));
    connect(m_subscribe, &QPushButton::clicked, this, &LabTriggers::subscribe);
    auto *rules = button(t, tr("Rules…"));
    rules->setObjectName(QStringLiteral("eventRules"));
    rules->setToolTip(tr("Which events propose a verification"));
    connect(rules, &QPushButton::clicked, this, [this] { openDialog<EventRulesDialog>(m_app, window()); });
    for (auto *b : {again, rules, m_edit, m_toggle, m_delete, m_subscribe})
        head->addWidget(b);
    v->addLayout(head);
    m_table =
        plainTable({tr("Name"), tr("Trigger"), tr("Type"), tr("Delivery"), tr("Sign-in"), tr("State"), tr("Last call")},
            tr("Subscriptions"));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    const int widths[] = {0, 250, 150, 90, 100, 80, 150};
    for (int i = 1; i < 7; ++i)
        m_table->setColumnWidth(i, t.scaled(widths[i]));
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &LabTriggers::refresh);
    markRegion(m_table);
    v->addWidget(m_table, 1);
    m_none = new Label(t, {}, 13, "text-3");
    v->addWidget(m_none);
    return card;
}

void LabTriggers::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_triggers.isEmpty())
        load();
}

void LabTriggers::fail(const core::Error &e)
{
    showProblem(*m_banner, e, domain::Vendor::SailPoint);
}

void LabTriggers::load()
{
    auto *w = m_app.tenantSession();
    if (!w || m_isBusy)
        return;
    m_isBusy = true;
    m_banner->hide();
    m_invocations->setState(tr("Reading…"));
    refresh();
    // Of this tenant's connection: with it the second question goes, and nothing of it is shown under another one.
    using Subscriptions = QList<Subscription>;
    auto triggers = std::make_shared<QList<Trigger>>();
    const auto both =
        core::andThen<QList<Trigger>>(w->triggers().triggers(), w, [w, triggers](const QList<Trigger> &all) {
            *triggers = all;
            return w->triggers().subscriptions();
        });
    core::whenDone<Subscriptions>(both, this, [this, w, triggers](const Result<Subscriptions> &subscriptions) {
        m_isBusy = false;
        if (m_app.tenantSession() != w)
            return load(); // the other one was opened meanwhile
        m_triggers = *triggers;
        m_invocations->setState({});
        if (!subscriptions)
            fail(subscriptions.error());
        else
            m_subscriptions = *subscriptions;
        showSubscriptions();
        m_test->setTriggers(m_triggers, m_subscriptions);
        m_invocations->load();
    });
}

static QString signInText(const Subscription &s)
{
    if (s.auth == domain::TriggerAuth::Bearer)
        return LabTriggers::tr("Bearer token");
    if (s.auth == domain::TriggerAuth::Basic)
        return LabTriggers::tr("Basic");
    if (!s.hasHttpConfig)
        return LabTriggers::tr("Internal");
    return s.auth || s.authWord.isEmpty() ? LabTriggers::tr("None") : s.authWord;
}

static QString triggerTypeText(const QList<Trigger> &triggers, const QString &id)
{
    const auto known = domain::triggerById(triggers, id);
    if (known && !known->type)
        return known->typeWord.isEmpty() ? QStringLiteral("–") : known->typeWord;
    return domain::asksBack(triggers, id) ? LabTriggers::tr("Request and response")
                                          : LabTriggers::tr("Fire and forget");
}

void LabTriggers::showSubscriptions()
{
    const auto before = current();
    const QString selected = before ? before->id : QString();
    m_table->setRowCount(0);
    for (const Subscription &s : std::as_const(m_subscriptions)) {
        const bool isOn = domain::isOn(s);
        const QString cells[] = {s.name, s.triggerId, triggerTypeText(m_triggers, s.triggerId), s.typeWord,
            signInText(s), isOn ? tr("On") : tr("Off"), QString()};
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        for (int i = 0; i < 7; ++i)
            m_table->setItem(row, i, cellItem(cells[i]));
        m_table->item(row, 5)->setForeground(m_app.theme().color(isOn ? "verified" : "text-3"));
        if (s.id == selected)
            m_table->selectRow(row);
    }
    m_tenant->setText(m_app.tenantSession() ? m_app.tenantSession()->tenant().name : QString());
    refresh();
}

std::optional<Subscription> LabTriggers::current() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const Subscription chosen = rows.isEmpty() ? Subscription() : m_subscriptions.value(rows.first().row());
    return chosen.raw.isEmpty() ? std::nullopt : std::optional(chosen); // what is no object is none either
}

void LabTriggers::showLastCalls(const QHash<QString, QString> &calls)
{
    for (int row = 0; row < m_table->rowCount() && row < m_subscriptions.size(); ++row)
        m_table->item(row, 6)->setText(calls.value(m_subscriptions.at(row).id, QStringLiteral("–")));
}

QString LabTriggers::obstacle() const
{
    if (const QString tenant = tenantObstacle(m_app); !tenant.isEmpty())
        return tenant;
    return m_isBusy ? tr("Reading…") : QString();
}

void LabTriggers::refresh()
{
    const QString why = obstacle();
    setEnabledOr(m_subscribe, why);
    const QString empty =
        m_subscriptions.isEmpty() && !m_triggers.isEmpty() ? tr("Nobody has subscribed yet.") : QString();
    m_none->setText(m_isBusy ? tr("Reading…") : empty);
    m_none->setVisible(!m_none->text().isEmpty());
    const auto chosen = current();
    const QString none = why.isEmpty() && !chosen ? tr("Select a subscription first.") : why;
    const bool isHttp = chosen && chosen->type == domain::SubscriptionType::Http;
    setEnabledOr(m_edit, none.isEmpty() && !isHttp ? tr("Only HTTP subscriptions are changed here.") : none);
    setEnabledOr(m_toggle, none);
    setEnabledOr(m_delete, none);
    m_toggle->setText(!chosen || domain::isOn(*chosen) ? tr("Switch off") : tr("Switch on"));
    m_test->refresh();
}

void LabTriggers::subscribe()
{
    auto *d = openDialog<SubscribeDialog>(m_app, m_triggers, m_test->trigger(), window());
    connect(d, &QDialog::accepted, this, &LabTriggers::load);
}

void LabTriggers::edit()
{
    const auto chosen = current();
    if (!chosen)
        return;
    auto *d = makeWindow<SubscribeDialog>(m_app, m_triggers, QString(), window());
    d->edit(*chosen);
    connect(d, &QDialog::accepted, this, &LabTriggers::load);
    d->open();
}

void LabTriggers::setEnabledState()
{
    const auto s = current();
    auto *w = m_app.tenantSession();
    if (!s || !w)
        return;
    core::whenDone<domain::Operation>(
        w->triggers().setEnabled(s->id, !domain::isOn(*s)), this, [this](const Result<domain::Operation> &o) {
            if (!o)
                fail(o.error());
            load();
        });
}

void LabTriggers::remove()
{
    const auto s = current();
    auto *w = m_app.tenantSession();
    if (!s || !w)
        return;
    askOperation(m_app, window(),
        {tr("Delete this subscription?"),
            tr("“%1” is no longer told of %2. What it did so far stays.").arg(s->name, s->triggerId), tr("Delete"),
            s->name, true},
        [this, w, id = s->id] {
            if (m_app.tenantSession() != w)
                return;
            core::whenDone<domain::Operation>(
                w->triggers().unsubscribe(id), this, [this](const Result<domain::Operation> &o) {
                    if (!o)
                        fail(o.error());
                    load();
                });
        });
}

} // namespace ui
