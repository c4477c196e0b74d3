#include "ui/lab/labworkflows.h"
#include "domain/text/outputtext.h"
#include "services/events/workflows.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/clipboard.h"
#include "ui/common/opendialog.h"
#include "ui/common/tenantguard.h"
#include "ui/common/theme.h"
#include "ui/controls/banner.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/controls/region.h"
#include "ui/lab/workflowfiledialog.h"
#include "ui/lab/workflowtest.h"
#include "ui/operations/operationdialog.h"
#include "ui/tables/table.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/problem.h"
#include <QHeaderView>
#include <QInputDialog>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using core::Result;
using domain::Workflow;
using domain::WorkflowExecution;

static QString onOrOff(const std::optional<bool> &isEnabled)
{
    if (!isEnabled)
        return QStringLiteral("–");
    return *isEnabled ? LabWorkflows::tr("On") : LabWorkflows::tr("Off");
}

LabWorkflows::LabWorkflows(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(24, 14, 24, 16);
    v->setSpacing(10);
    m_banner = new Banner(t, false);
    v->addWidget(m_banner);
    v->addLayout(makeHead());
    makeTables();
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_table);
    split->addWidget(makeColumns());
    split->setChildrenCollapsible(false);
    v->addWidget(split, 1);
    connect(&app, &AppContext::tenantSessionChanged, this, [this] {
        m_isLoaded = false;
        showWorkflows({});
        if (isVisible())
            load();
    });
    refresh();
}

QLayout *LabWorkflows::makeHead()
{
    Theme &t = m_app.theme();
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(t, tr("Workflows in SailPoint"), 14, "text", 600));
    head->addStretch();
    auto *again = button(t, tr("Refresh"), QStringLiteral("refresh"), "flat");
    connect(again, &QPushButton::clicked, this, &LabWorkflows::load);
    m_client = button(t, tr("New client…"), QStringLiteral("key"));
    connect(m_client, &QPushButton::clicked, this, &LabWorkflows::makeClient);
    auto *begin = button(t, tr("Save start workflow…"), QStringLiteral("export"));
    connect(begin, &QPushButton::clicked, this, [this] { save(true); });
    auto *result = button(t, tr("Save result workflow…"), QStringLiteral("export"));
    connect(result, &QPushButton::clicked, this, [this] { save(false); });
    for (auto *b : {again, m_client, begin, result})
        head->addWidget(b);
    return head;
}

void LabWorkflows::makeTables()
{
    Theme &t = m_app.theme();
    m_table = plainTable({tr("Name"), tr("Trigger"), tr("State")}, tr("Workflows"));
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, t.scaled(260));
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &LabWorkflows::loadExecutions);
    markRegion(m_table);
    m_runs = plainTable({tr("Begun"), tr("Ended"), tr("Status"), tr("Execution")}, tr("Executions"));
    m_runs->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_runs->setColumnWidth(0, t.scaled(170));
    m_runs->setColumnWidth(1, t.scaled(170));
    connect(m_runs, &QTableWidget::itemSelectionChanged, this, &LabWorkflows::showHistory);
    m_history = jsonView(t, tr("History of the execution"), true);
    m_test = new WorkflowTest(m_app);
    connect(m_test, &WorkflowTest::ran, this, &LabWorkflows::loadExecutions);
    connect(m_test, &WorkflowTest::failed, this, &LabWorkflows::fail);
}

QWidget *LabWorkflows::makeColumns()
{
    Theme &t = m_app.theme();
    auto *low = new QWidget;
    auto *columns = new QHBoxLayout(low);
    columns->setContentsMargins(0, 10, 0, 0);
    columns->setSpacing(12);
    const auto column = [&](const QString &title, QWidget *w, int stretch) {
        auto *cv = new QVBoxLayout;
        cv->addWidget(new Label(t, title, 13, "text", 600));
        cv->addWidget(w, 1);
        columns->addLayout(cv, stretch);
    };
    column(tr("Executions"), m_runs, 4);
    column(tr("History of the execution"), m_history, 3);
    columns->addWidget(m_test, 2);
    return low;
}

void LabWorkflows::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isLoaded)
        load();
}

void LabWorkflows::fail(const core::Error &e)
{
    showProblem(*m_banner, e, domain::Vendor::SailPoint);
}

void LabWorkflows::load()
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    m_isLoaded = true;
    using Workflows = QList<Workflow>;
    core::whenDone<Workflows>(w->workflows().workflows(), this, [this, w](const Result<Workflows> &all) {
        if (m_app.tenantSession() != w)
            return;
        all ? showWorkflows(*all) : fail(all.error());
    });
}

void LabWorkflows::showWorkflows(const QList<Workflow> &all)
{
    m_workflows = all;
    m_table->setRowCount(0);
    for (const Workflow &w : all) {
        const QString cells[] = {w.name, w.triggerWord + QStringLiteral(" · ") + w.triggerName, onOrOff(w.isEnabled)};
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        for (int i = 0; i < 3; ++i)
            m_table->setItem(row, i, cellItem(cells[i]));
    }
    loadExecutions();
}

std::optional<Workflow> LabWorkflows::current() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const Workflow chosen = rows.isEmpty() ? Workflow() : m_workflows.value(rows.first().row());
    return chosen.raw.isEmpty() ? std::nullopt : std::optional(chosen); // what is no object is none either
}

void LabWorkflows::loadExecutions()
{
    refresh();
    m_runs->setRowCount(0);
    m_history->clear();
    m_executions.clear();
    auto *w = m_app.tenantSession();
    const auto chosen = current();
    if (!w || !chosen || chosen->id.isEmpty())
        return;
    using Executions = QList<WorkflowExecution>;
    core::whenDone<Executions>(
        w->workflows().executions(chosen->id), this, [this, w, id = chosen->id](const Result<Executions> &all) {
            const auto now = current();
            if (m_app.tenantSession() != w || !now || now->id != id)
                return;
            all ? showExecutions(*all) : fail(all.error());
        });
}

void LabWorkflows::showExecutions(const QList<WorkflowExecution> &all)
{
    m_executions = all;
    m_runs->setRowCount(0);
    for (const WorkflowExecution &e : all) {
        const QString cells[] = {e.startTime, e.closeTime, e.statusWord, e.id};
        const int row = m_runs->rowCount();
        m_runs->insertRow(row);
        for (int i = 0; i < 4; ++i)
            m_runs->setItem(row, i, cellItem(cells[i]));
    }
}

void LabWorkflows::showHistory()
{
    auto *w = m_app.tenantSession();
    const auto rows = m_runs->selectionModel()->selectedRows();
    if (!w || rows.isEmpty())
        return;
    const QString id = m_executions.value(rows.first().row()).id;
    using History = QList<domain::ExecutionStep>;
    core::whenDone<History>(w->workflows().history(id), this, [this](const Result<History> &h) {
        if (h)
            m_history->setPlainText(domain::fileText(domain::historyText(*h)));
        else
            fail(h.error());
    });
}

QString LabWorkflows::obstacle() const
{
    if (const QString tenant = tenantObstacle(m_app); !tenant.isEmpty())
        return tenant;
    return current() ? QString() : tr("Select a workflow first.");
}

void LabWorkflows::refresh()
{
    const QString why = obstacle();
    const auto chosen = current();
    const bool isExternal = chosen && chosen->trigger == domain::WorkflowTrigger::External;
    const QString noClient = isExternal ? QString() : tr("Only a workflow with an external trigger has clients.");
    setEnabledOr(m_client, why.isEmpty() ? noClient : why);
    m_test->setWorkflow(chosen, why);
}

void LabWorkflows::makeClient()
{
    auto *w = m_app.tenantSession();
    const auto wanted = current();
    if (!w || !wanted)
        return;
    const QString id = wanted->id;
    const bool isOurs = id == w->tenant().workflowId;
    askOperation(m_app, window(),
        {tr("New client for “%1”").arg(wanted->name),
            isOurs ? tr("SailPoint shows the client's secret once. It goes straight into this tenant's keychain entry, "
                        "and results are sent to this workflow with it.")
                   : tr("SailPoint shows the client's secret once. This tenant's results go to another workflow, so it "
                        "is not kept here: it is in the clipboard for one minute."),
            tr("Make it"), {}, false},
        [this, w, isOurs, id] {
            if (m_app.tenantSession() != w)
                return;
            core::whenDone<services::ExternalClient>(w->workflows().createExternalClient(id, isOurs), this,
                [this, isOurs](const Result<services::ExternalClient> &c) {
                    if (!c)
                        return fail(c.error());
                    if (c->isKept)
                        return m_banner->show(
                            Banner::Good, tr("Client %1 is there; its secret is in the keychain").arg(c->id), {});
                    copyToClipboard(
                        m_app, c->secret ? QString::fromUtf8(c->secret->reveal().toByteArray()) : QString(), true);
                    m_banner->show(Banner::Warning,
                        isOurs ? tr("The keychain did not take the secret of client %1").arg(c->id)
                               : tr("Client %1 is there").arg(c->id),
                        tr("Its secret is in the clipboard for one minute: keep it, SailPoint does not show it "
                           "again."));
                });
        });
}

void LabWorkflows::save(bool isStart)
{
    auto *w = m_app.tenantSession();
    if (!w)
        return;
    const auto write = [this, tenant = w->tenant(), isStart](const QString &escalateTo) {
        openDialog<WorkflowFileDialog>(m_app, tenant, isStart, escalateTo, window());
    };
    if (isStart)
        return write({});
    auto *ask = makeWindow<QInputDialog>(window());
    ask->setWindowTitle(tr("Result workflow"));
    ask->setLabelText(
        tr("E-mail address of those who review a failed verification by hand; empty: results are written only"));
    connect(ask, &QInputDialog::textValueSelected, this, write);
    ask->open();
}

} // namespace ui
