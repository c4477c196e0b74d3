#include "ui/lab/labtriggers.h"
#include "domain/events/subscription.h"
#include "services/events/events.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/events/eventrulesdialog.h"
#include "ui/lab/subscribedialog.h"
#include "ui/lab/triggertest.h"
#include "ui/operations/operationdialog.h"
#include "ui/tables/table.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/problem.h"
#include <QDateTime>
#include <QHeaderView>
#include <QJsonDocument>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;

static QFrame *cardOf(QVBoxLayout *&v)
{
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    v = new QVBoxLayout(card);
    v->setContentsMargins(14, 10, 14, 10);
    v->setSpacing(6);
    return card;
}

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
        loadInvocations();
    });
    h->addWidget(m_test, 1);
    h->addWidget(makeInvocations(), 1);
    v->addLayout(h, 3);
    m_again.setInterval(2000); // while something is on its way
    connect(&m_again, &QTimer::timeout, this, &LabTriggers::loadInvocations);
    connect(&app, &AppContext::tenantSessionChanged, this, [this] {
        m_triggers = m_subscriptions = {};
        m_again.stop();
        showSubscriptions();
        m_test->setTriggers({}, {});
        m_log->setRowCount(0);
        if (isVisible())
            load();
    });
    refresh();
}

QWidget *LabTriggers::makeSubscriptions()
{
    Theme &t = m_app.theme();
    QVBoxLayout *v = nullptr;
    auto *card = cardOf(v);
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
    connect(rules, &QPushButton::clicked, this, [this] {
        auto *d = new EventRulesDialog(m_app, window());
        d->setAttribute(Qt::WA_DeleteOnClose);
        d->open();
    });
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

QWidget *LabTriggers::makeInvocations()
{
    Theme &t = m_app.theme();
    QVBoxLayout *v = nullptr;
    auto *card = cardOf(v);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Recent invocations"), 14, "text", 600));
    head->addStretch();
    head->addWidget(new Label(t, tr("last 24 hours, failures 48"), 12, "text-3"));
    v->addLayout(head);
    m_log = plainTable({tr("Time"), tr("Subscription"), tr("Kind"), tr("Result")}, tr("Invocations"));
    m_log->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_log->setColumnWidth(0, t.scaled(90));
    m_log->setColumnWidth(2, t.scaled(60));
    m_log->setColumnWidth(3, t.scaled(190));
    v->addWidget(m_log, 1);
    m_logState = new Label(t, {}, 12, "text-3");
    v->addWidget(m_logState);
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
    m_logState->setText(tr("Reading…"));
    refresh();
    // Of this tenant's connection: with it the second question goes, and nothing of it is shown under another one.
    auto triggers = std::make_shared<QJsonArray>();
    const auto both = core::andThen<QJsonArray>(w->events().triggers(), w, [w, triggers](const QJsonArray &all) {
        *triggers = all;
        return w->events().subscriptions();
    });
    core::whenDone<QJsonArray>(both, this, [this, w, triggers](const Result<QJsonArray> &subscriptions) {
        m_isBusy = false;
        if (m_app.tenantSession() != w)
            return load(); // the other one was opened meanwhile
        m_triggers = *triggers;
        m_logState->setText({});
        if (!subscriptions)
            fail(subscriptions.error());
        else
            m_subscriptions = *subscriptions;
        showSubscriptions();
        m_test->setTriggers(m_triggers, m_subscriptions);
        loadInvocations();
    });
}

void LabTriggers::showSubscriptions()
{
    const QString selected = current().value(QLatin1String("id")).toString();
    m_table->setRowCount(0);
    for (const auto &v : std::as_const(m_subscriptions)) {
        const QJsonObject s = v.toObject(), http = s.value(QLatin1String("httpConfig")).toObject();
        bool asksBack = false;
        for (const auto &t : std::as_const(m_triggers))
            asksBack |= t.toObject().value(QLatin1String("id")) == s.value(QLatin1String("triggerId")) &&
                        t.toObject().value(QLatin1String("type")).toString() == QLatin1String("REQUEST_RESPONSE");
        const QString auth = http.value(QLatin1String("httpAuthenticationType")).toString();
        const QString cells[] = {s.value(QLatin1String("name")).toString(),
            s.value(QLatin1String("triggerId")).toString(),
            asksBack ? tr("Request and response") : tr("Fire and forget"), s.value(QLatin1String("type")).toString(),
            auth == QLatin1String("BEARER_TOKEN") ? tr("Bearer token")
            : auth == QLatin1String("BASIC_AUTH") ? tr("Basic")
            : http.isEmpty()                      ? tr("Internal")
                                                  : tr("None"),
            s.value(QLatin1String("enabled")).toBool() ? tr("On") : tr("Off"), QString()};
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        for (int i = 0; i < 7; ++i)
            m_table->setItem(row, i, cellItem(cells[i]));
        m_table->item(row, 5)->setForeground(
            m_app.theme().color(s.value(QLatin1String("enabled")).toBool() ? "verified" : "text-3"));
        if (s.value(QLatin1String("id")).toString() == selected)
            m_table->selectRow(row);
    }
    m_tenant->setText(m_app.tenantSession() ? m_app.tenantSession()->tenant().name : QString());
    refresh();
}

void LabTriggers::loadInvocations()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    core::whenDone<QJsonArray>(w->events().invocations(), this, [this, w](const Result<QJsonArray> &all) {
        if (m_app.tenantSession() != w)
            return;
        if (!all) {
            m_again.stop();
            m_logState->setText(tr("The invocations cannot be read now."));
            return;
        }
        m_log->setRowCount(0);
        bool isOpen = false;
        QHash<QString, QString> last;
        for (const auto &v : *all) {
            const QJsonObject i = v.toObject();
            const QString state = domain::invocationState(i);
            const QDateTime created =
                QDateTime::fromString(i.value(QLatin1String("created")).toString(), Qt::ISODateWithMs);
            // Looked after while it is fresh; what takes hours is seen with Refresh.
            isOpen |= state == QLatin1String("in-progress") && isVisible() &&
                      created.msecsTo(QDateTime::currentDateTimeUtc()) < 2 * core::minuteMs;
            const QString error = i.value(QLatin1String("completeInvocationInput"))
                                      .toObject()
                                      .value(QLatin1String("localizedError"))
                                      .toObject()
                                      .value(QLatin1String("message"))
                                      .toString();
            const QString result = state == QLatin1String("completed") ? tr("Completed")
                                   : state == QLatin1String("failed")  ? tr("Failed: %1").arg(error)
                                                                       : tr("In progress");
            const QString at = created.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
            const QString cells[] = {at, i.value(QLatin1String("subscriptionName")).toString(),
                i.value(QLatin1String("type")).toString() == QLatin1String("TEST") ? tr("Test") : tr("Real"), result};
            if (!last.contains(i.value(QLatin1String("subscriptionId")).toString()))
                last.insert(i.value(QLatin1String("subscriptionId")).toString(), at + QStringLiteral(" · ") + result);
            const int row = m_log->rowCount();
            m_log->insertRow(row);
            for (int c = 0; c < 4; ++c)
                m_log->setItem(row, c, cellItem(cells[c]));
            m_log->item(row, 3)->setForeground(m_app.theme().color(state == QLatin1String("completed") ? "verified"
                                                                   : state == QLatin1String("failed")  ? "failed"
                                                                                                       : "pending"));
        }
        for (int row = 0; row < m_table->rowCount() && row < m_subscriptions.size(); ++row)
            m_table->item(row, 6)->setText(last.value(
                m_subscriptions.at(row).toObject().value(QLatin1String("id")).toString(), QStringLiteral("–")));
        m_logState->setText(all->isEmpty() ? tr("Nothing was invoked in this time.") : QString());
        isOpen ? m_again.start() : m_again.stop();
    });
}

QJsonObject LabTriggers::current() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QJsonObject() : m_subscriptions.at(rows.first().row()).toObject();
}

void LabTriggers::refresh()
{
    auto *w = m_app.tenantSession();
    const QString why = !w                     ? tr("Open a tenant first.")
                        : w->tenant().readOnly ? tr("This tenant is locked: read only.")
                        : m_isBusy             ? tr("Reading…")
                                               : QString();
    setEnabledOr(m_subscribe, why);
    m_none->setText(m_isBusy                                             ? tr("Reading…")
                    : m_subscriptions.isEmpty() && !m_triggers.isEmpty() ? tr("Nobody has subscribed yet.")
                                                                         : QString());
    m_none->setVisible(!m_none->text().isEmpty());
    const QString none = why.isEmpty() && current().isEmpty() ? tr("Select a subscription first.") : why;
    setEnabledOr(m_edit, none.isEmpty() && current().value(QLatin1String("type")).toString() != QLatin1String("HTTP")
                             ? tr("Only HTTP subscriptions are changed here.")
                             : none);
    setEnabledOr(m_toggle, none);
    setEnabledOr(m_delete, none);
    m_toggle->setText(current().value(QLatin1String("enabled")).toBool(true) ? tr("Switch off") : tr("Switch on"));
    m_test->refresh();
}

void LabTriggers::subscribe()
{
    auto *d = new SubscribeDialog(m_app, m_triggers, m_test->trigger(), window());
    d->setAttribute(Qt::WA_DeleteOnClose);
    connect(d, &QDialog::accepted, this, &LabTriggers::load);
    d->open();
}

void LabTriggers::edit()
{
    if (current().isEmpty())
        return;
    auto *d = new SubscribeDialog(m_app, m_triggers, {}, window());
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->edit(current());
    connect(d, &QDialog::accepted, this, &LabTriggers::load);
    d->open();
}

void LabTriggers::setEnabledState()
{
    const QJsonObject s = current();
    auto *w = m_app.tenantSession();
    if (s.isEmpty() || !w)
        return;
    core::whenDone<domain::Operation>(
        w->events().setEnabled(s.value(QLatin1String("id")).toString(), !s.value(QLatin1String("enabled")).toBool()),
        this, [this](const Result<domain::Operation> &o) {
            if (!o)
                fail(o.error());
            load();
        });
}

void LabTriggers::remove()
{
    const QJsonObject s = current();
    auto *w = m_app.tenantSession();
    if (s.isEmpty() || !w)
        return;
    const QString name = s.value(QLatin1String("name")).toString();
    askOperation(m_app, window(),
        {tr("Delete this subscription?"),
            tr("“%1” is no longer told of %2. What it did so far stays.")
                .arg(name, s.value(QLatin1String("triggerId")).toString()),
            tr("Delete"), name, true},
        [this, w, id = s.value(QLatin1String("id")).toString()] {
            if (m_app.tenantSession() != w)
                return;
            core::whenDone<domain::Operation>(
                w->events().unsubscribe(id), this, [this](const Result<domain::Operation> &o) {
                    if (!o)
                        fail(o.error());
                    load();
                });
        });
}

} // namespace ui
