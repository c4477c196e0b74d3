#include "ui/pages/labtriggers.h"
#include "core/jsonplace.h"
#include "domain/subscription.h"
#include "services/events.h"
#include "services/workspace.h"
#include "ui/desk.h"
#include "ui/dialogs/operationdialog.h"
#include "ui/dialogs/subscribedialog.h"
#include "ui/theme.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/problem.h"
#include "ui/widgets/table.h"
#include <QComboBox>
#include <QDateTime>
#include <QHeaderView>
#include <QJsonDocument>
#include <QShortcut>
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

LabTriggers::LabTriggers(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 14, 24, 16);
    v->setSpacing(12);
    m_banner = new Banner(desk.theme(), false);
    v->addWidget(m_banner);
    v->addWidget(makeSubscriptions(), 2);
    auto *h = new QHBoxLayout;
    h->setSpacing(12);
    h->addWidget(makeTest(), 1);
    h->addWidget(makeInvocations(), 1);
    v->addLayout(h, 3);
    m_again.setInterval(2000); // while something is on its way
    connect(&m_again, &QTimer::timeout, this, &LabTriggers::loadInvocations);
    connect(&desk, &Desk::workspaceChanged, this, [this] {
        m_triggers = m_subscriptions = {};
        m_again.stop();
        showSubscriptions();
        showTriggers();
        m_log->setRowCount(0);
        if (isVisible())
            load();
    });
    refresh();
}

QWidget *LabTriggers::makeSubscriptions()
{
    Theme &t = m_desk.theme();
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
    for (auto *b : {again, m_edit, m_toggle, m_delete, m_subscribe})
        head->addWidget(b);
    v->addLayout(head);
    m_table = plainTable({tr("Name"), tr("Trigger"), tr("Type"), tr("Delivery"), tr("Sign-in"), tr("State"), tr("Last call")}, tr("Subscriptions"));
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

QWidget *LabTriggers::makeTest()
{
    Theme &t = m_desk.theme();
    QVBoxLayout *v = nullptr;
    auto *card = cardOf(v);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Test invocation"), 14, "text", 600));
    head->addStretch();
    head->addWidget(new Label(t, tr("marked TEST in SailPoint"), 12, "text-3"));
    v->addLayout(head);
    auto *grid = new QGridLayout;
    m_trigger = new QComboBox;
    m_trigger->setAccessibleName(tr("Trigger"));
    m_trigger->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_to = new QComboBox;
    m_to->setAccessibleName(tr("Send to"));
    grid->addWidget(new Label(t, tr("Trigger"), 13, "text-2"), 0, 0);
    grid->addWidget(m_trigger, 0, 1);
    grid->addWidget(new Label(t, tr("Send to"), 13, "text-2"), 1, 0);
    grid->addWidget(m_to, 1, 1);
    grid->setColumnStretch(1, 1);
    v->addLayout(grid);
    m_input = jsonView(t, tr("Input of the test, JSON"), false);
    m_input->setObjectName(QStringLiteral("triggerInput"));
    connect(m_input, &QPlainTextEdit::textChanged, this, &LabTriggers::checkInput);
    v->addWidget(m_input, 1);
    auto *foot = new QHBoxLayout;
    auto *example = button(t, tr("Load example"), {}, "flat");
    connect(example, &QPushButton::clicked, this, &LabTriggers::loadExample);
    m_place = new Label(t, {}, 12, "text-3");
    m_place->setObjectName(QStringLiteral("triggerPlace"));
    m_send = button(t, tr("Send test"), QStringLiteral("send"), "primary");
    m_send->setObjectName(QStringLiteral("sendTest"));
    auto *keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), card);
    keys->setContext(Qt::WidgetWithChildrenShortcut);
    keys->setAutoRepeat(false);
    connect(keys, &QShortcut::activated, m_send, &QPushButton::click);
    connect(m_send, &QPushButton::clicked, this, &LabTriggers::send);
    foot->addWidget(example);
    foot->addStretch();
    foot->addWidget(m_place);
    foot->addWidget(m_send);
    v->addLayout(foot);
    connect(m_trigger, &QComboBox::currentIndexChanged, this, [this] {
        showSubscribers();
        loadExample();
    });
    return card;
}

QWidget *LabTriggers::makeInvocations()
{
    Theme &t = m_desk.theme();
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

void LabTriggers::fail(const core::Error &e) { showProblem(*m_banner, e, domain::Vendor::SailPoint); }

void LabTriggers::load()
{
    auto *w = m_desk.workspace();
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
        if (m_desk.workspace() != w)
            return load(); // the other one was opened meanwhile
        m_triggers = *triggers;
        m_logState->setText({});
        if (!subscriptions)
            fail(subscriptions.error());
        else
            m_subscriptions = *subscriptions;
        showSubscriptions();
        showTriggers();
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
            asksBack |= t.toObject().value(QLatin1String("id")) == s.value(QLatin1String("triggerId")) && t.toObject().value(QLatin1String("type")).toString() == QLatin1String("REQUEST_RESPONSE");
        const QString auth = http.value(QLatin1String("httpAuthenticationType")).toString();
        const QString cells[] = {s.value(QLatin1String("name")).toString(), s.value(QLatin1String("triggerId")).toString(), asksBack ? tr("Request and response") : tr("Fire and forget"), s.value(QLatin1String("type")).toString(),
                                 auth == QLatin1String("BEARER_TOKEN") ? tr("Bearer token") : auth == QLatin1String("BASIC_AUTH") ? tr("Basic") : http.isEmpty() ? tr("Internal") : tr("None"),
                                 s.value(QLatin1String("enabled")).toBool() ? tr("On") : tr("Off"), QString()};
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        for (int i = 0; i < 7; ++i)
            m_table->setItem(row, i, new QTableWidgetItem(cells[i]));
        m_table->item(row, 5)->setForeground(m_desk.theme().color(s.value(QLatin1String("enabled")).toBool() ? "verified" : "text-3"));
        if (s.value(QLatin1String("id")).toString() == selected)
            m_table->selectRow(row);
    }
    m_tenant->setText(m_desk.workspace() ? m_desk.workspace()->tenant().name : QString());
    refresh();
}

// Of the chosen trigger; who was chosen stays chosen.
void LabTriggers::showSubscribers()
{
    const QString chosen = m_to->currentData().toString();
    m_to->clear();
    m_to->addItem(tr("Everybody who subscribed"), QString());
    for (const auto &s : std::as_const(m_subscriptions)) {
        const QJsonObject o = s.toObject();
        if (o.value(QLatin1String("triggerId")).toString() == m_trigger->currentData().toString())
            m_to->addItem(tr("%1 only").arg(o.value(QLatin1String("name")).toString()), o.value(QLatin1String("id")).toString());
    }
    m_to->setCurrentIndex(std::max(0, m_to->findData(chosen)));
}

void LabTriggers::showTriggers()
{
    const QString chosen = m_trigger->currentData().toString();
    const QSignalBlocker quiet(m_trigger);
    m_trigger->clear();
    for (const auto &v : std::as_const(m_triggers))
        m_trigger->addItem(v.toObject().value(QLatin1String("id")).toString(), v.toObject().value(QLatin1String("id")).toString());
    const QString wanted = chosen.isEmpty() ? QStringLiteral("idn:identity-attributes-changed") : chosen;
    m_trigger->setCurrentIndex(std::max(0, m_trigger->findData(wanted)));
    showSubscribers();
    if (chosen.isEmpty())
        loadExample();
    checkInput();
}

void LabTriggers::loadInvocations()
{
    auto *w = m_desk.workspace();
    if (!w)
        return;
    core::whenDone<QJsonArray>(w->events().invocations(), this, [this, w](const Result<QJsonArray> &all) {
        if (m_desk.workspace() != w)
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
            const QDateTime created = QDateTime::fromString(i.value(QLatin1String("created")).toString(), Qt::ISODateWithMs);
            // Looked after while it is fresh; what takes hours is seen with Refresh.
            isOpen |= state == QLatin1String("in-progress") && isVisible() && created.msecsTo(QDateTime::currentDateTimeUtc()) < 2 * core::minuteMs;
            const QString error = i.value(QLatin1String("completeInvocationInput")).toObject().value(QLatin1String("localizedError")).toObject().value(QLatin1String("message")).toString();
            const QString result = state == QLatin1String("completed") ? tr("Completed") : state == QLatin1String("failed") ? tr("Failed: %1").arg(error) : tr("In progress");
            const QString at = created.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
            const QString cells[] = {at, i.value(QLatin1String("subscriptionName")).toString(), i.value(QLatin1String("type")).toString() == QLatin1String("TEST") ? tr("Test") : tr("Real"), result};
            if (!last.contains(i.value(QLatin1String("subscriptionId")).toString()))
                last.insert(i.value(QLatin1String("subscriptionId")).toString(), at + QStringLiteral(" · ") + result);
            const int row = m_log->rowCount();
            m_log->insertRow(row);
            for (int c = 0; c < 4; ++c)
                m_log->setItem(row, c, new QTableWidgetItem(cells[c]));
            m_log->item(row, 3)->setForeground(m_desk.theme().color(state == QLatin1String("completed") ? "verified" : state == QLatin1String("failed") ? "failed" : "pending"));
        }
        for (int row = 0; row < m_table->rowCount() && row < m_subscriptions.size(); ++row)
            m_table->item(row, 6)->setText(last.value(m_subscriptions.at(row).toObject().value(QLatin1String("id")).toString(), QStringLiteral("–")));
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
    auto *w = m_desk.workspace();
    const QString why = !w ? tr("Open a tenant first.") : w->tenant().readOnly ? tr("This tenant is locked: read only.") : m_isBusy ? tr("Reading…") : QString();
    setEnabledOr(m_subscribe, why);
    m_none->setText(m_isBusy ? tr("Reading…") : m_subscriptions.isEmpty() && !m_triggers.isEmpty() ? tr("Nobody has subscribed yet.") : QString());
    m_none->setVisible(!m_none->text().isEmpty());
    const QString none = why.isEmpty() && current().isEmpty() ? tr("Select a subscription first.") : why;
    setEnabledOr(m_edit, none.isEmpty() && current().value(QLatin1String("type")).toString() != QLatin1String("HTTP") ? tr("Only HTTP subscriptions are changed here.") : none);
    setEnabledOr(m_toggle, none);
    setEnabledOr(m_delete, none);
    m_toggle->setText(current().value(QLatin1String("enabled")).toBool(true) ? tr("Switch off") : tr("Switch on"));
    checkInput();
}

void LabTriggers::checkInput()
{
    const QByteArray text = m_input->toPlainText().toUtf8();
    const auto fault = core::jsonFault(text);
    const bool isObject = !fault && QJsonDocument::fromJson(text).isObject();
    m_place->setText(fault ? tr("Line %1, column %2: %3").arg(fault->place.line).arg(fault->place.column).arg(fault->text) : isObject ? tr("Valid JSON") : tr("One JSON object is expected."));
    m_place->setToken(isObject ? "text-3" : "failed");
    auto *w = m_desk.workspace();
    setEnabledOr(m_send, !w ? tr("Open a tenant first.") : w->tenant().readOnly ? tr("This tenant is locked: read only.") : m_trigger->count() == 0 ? tr("The triggers are not read yet.") : !isObject ? tr("The input is no JSON object.") : QString());
}

void LabTriggers::loadExample()
{
    for (const auto &v : std::as_const(m_triggers)) {
        if (v.toObject().value(QLatin1String("id")).toString() == m_trigger->currentData().toString())
            m_input->setPlainText(QString::fromUtf8(QJsonDocument(v.toObject().value(QLatin1String("exampleInput")).toObject()).toJson()).trimmed());
    }
    checkInput();
}

void LabTriggers::subscribe()
{
    auto *d = new SubscribeDialog(m_desk, m_triggers, m_trigger->currentData().toString(), window());
    d->setAttribute(Qt::WA_DeleteOnClose);
    connect(d, &QDialog::accepted, this, &LabTriggers::load);
    d->open();
}

void LabTriggers::edit()
{
    if (current().isEmpty())
        return;
    auto *d = new SubscribeDialog(m_desk, m_triggers, {}, window());
    d->setAttribute(Qt::WA_DeleteOnClose);
    d->edit(current());
    connect(d, &QDialog::accepted, this, &LabTriggers::load);
    d->open();
}

void LabTriggers::setEnabledState()
{
    const QJsonObject s = current();
    auto *w = m_desk.workspace();
    if (s.isEmpty() || !w)
        return;
    core::whenDone<domain::Operation>(w->events().setEnabled(s.value(QLatin1String("id")).toString(), !s.value(QLatin1String("enabled")).toBool()), this, [this](const Result<domain::Operation> &o) {
        if (!o)
            fail(o.error());
        load();
    });
}

void LabTriggers::remove()
{
    const QJsonObject s = current();
    auto *w = m_desk.workspace();
    if (s.isEmpty() || !w)
        return;
    const QString name = s.value(QLatin1String("name")).toString();
    askOperation(m_desk, window(), {tr("Delete this subscription?"), tr("“%1” is no longer told of %2. What it did so far stays.").arg(name, s.value(QLatin1String("triggerId")).toString()), tr("Delete"), name, true}, [this, w, id = s.value(QLatin1String("id")).toString()] {
        if (m_desk.workspace() != w)
            return;
        core::whenDone<domain::Operation>(w->events().unsubscribe(id), this, [this](const Result<domain::Operation> &o) {
            if (!o)
                fail(o.error());
            load();
        });
    });
}

// It reaches whoever subscribed: of a production tenant that is asked about once a run.
void LabTriggers::send()
{
    auto *w = m_desk.workspace();
    const auto input = QJsonDocument::fromJson(m_input->toPlainText().toUtf8());
    if (!w || !input.isObject())
        return;
    const bool isProduction = w->tenant().environment == domain::Environment::Production;
    if (isProduction && m_acknowledged != w->tenant().id.str())
        return askOperation(m_desk, window(), {tr("Test in production?"), tr("Test invocations reach every live subscriber of “%1”. What they do with it is real.").arg(w->tenant().name), tr("Send tests"), {}, true}, [this, id = w->tenant().id.str()] {
            m_acknowledged = id;
            send();
        });
    const QString one = m_to->currentData().toString();
    m_banner->hide();
    core::whenDone<services::TestOutcome>(w->events().test(m_trigger->currentData().toString(), input.object(), one.isEmpty() ? QStringList() : QStringList{one}, isProduction), this, [this](const Result<services::TestOutcome> &r) {
        if (!r)
            return fail(r.error());
        m_banner->show(r->invocations.isEmpty() ? Banner::Info : Banner::Good, r->invocations.isEmpty() ? tr("Nobody has subscribed to this trigger: nothing was started.") : tr("%Ln invocation(s) started", nullptr, int(r->invocations.size())), {});
        loadInvocations();
    });
}

} // namespace ui
