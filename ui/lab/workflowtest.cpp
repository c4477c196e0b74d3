#include "ui/lab/workflowtest.h"
#include "domain/events/testinput.h"
#include "services/events/workflows.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/operations/operationdialog.h"
#include "ui/widgets/jsonview.h"
#include <QVBoxLayout>

namespace ui {

using core::Result;

WorkflowTest::WorkflowTest(AppContext &app, QWidget *parent) : QWidget(parent), m_app(app)
{
    Theme &t = app.theme();
    m_input = jsonView(t, tr("Input of the test run, JSON"), false);
    m_input->setPlainText(QStringLiteral("{}"));
    connect(m_input, &QPlainTextEdit::textChanged, this, &WorkflowTest::refresh);
    m_run = button(t, tr("Test run…"), QStringLiteral("play"), "primary");
    connect(m_run, &QPushButton::clicked, this, &WorkflowTest::run);
    auto *v = new QVBoxLayout(this);
    v->setContentsMargins(0, 0, 0, 0);
    v->setSpacing(12);
    v->addWidget(new Label(t, tr("Test run"), 13, "text", 600));
    v->addWidget(m_input, 1);
    v->addWidget(m_run, 0, Qt::AlignRight);
}

void WorkflowTest::setWorkflow(const std::optional<domain::Workflow> &workflow, const QString &obstacle)
{
    m_workflow = workflow;
    m_obstacle = obstacle;
    refresh();
}

QString WorkflowTest::runObstacle() const
{
    if (!m_obstacle.isEmpty())
        return m_obstacle;
    if (m_workflow && m_workflow->isEnabled != false)
        return tr("SailPoint tests a workflow only while it is switched off.");
    const auto input = domain::testInputFrom(m_input->toPlainText());
    return input ? QString() : input.error().text;
}

void WorkflowTest::refresh()
{
    setEnabledOr(m_run, runObstacle());
}

void WorkflowTest::run()
{
    auto *w = m_app.tenantSession();
    if (!w || !m_workflow)
        return;
    askOperation(m_app, window(),
        {tr("Run “%1” now?").arg(m_workflow->name),
            tr("A test runs for real: every step does what it does in earnest."), tr("Run it"), {}, true},
        [this, w, id = m_workflow->id] {
            if (m_app.tenantSession() != w)
                return;
            const auto input = domain::testInputFrom(m_input->toPlainText());
            if (!input)
                return Q_EMIT failed(input.error());
            core::whenDone<domain::Operation>(
                w->workflows().testWorkflow(id, *input), this, [this](const Result<domain::Operation> &o) {
                    if (!o)
                        return Q_EMIT failed(o.error());
                    Q_EMIT ran();
                });
        });
}

} // namespace ui
