#include "ui/lab/workflowtest.h"
#include "core/jsonplace.h"
#include "services/events/workflows.h"
#include "services/tenantsession/tenantsession.h"
#include "ui/common/appcontext.h"
#include "ui/common/theme.h"
#include "ui/controls/button.h"
#include "ui/controls/label.h"
#include "ui/operations/operationdialog.h"
#include "ui/widgets/jsonview.h"
#include <QJsonDocument>
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

void WorkflowTest::setWorkflow(const QJsonObject &workflow, const QString &obstacle)
{
    m_workflow = workflow;
    m_obstacle = obstacle;
    refresh();
}

QString WorkflowTest::runObstacle() const
{
    if (!m_obstacle.isEmpty())
        return m_obstacle;
    if (m_workflow.value(QLatin1String("enabled")).toBool())
        return tr("SailPoint tests a workflow only while it is switched off.");
    const QByteArray text = m_input->toPlainText().toUtf8();
    if (const auto fault = core::jsonFault(text))
        return tr("Line %1, column %2: %3").arg(fault->place.line).arg(fault->place.column).arg(fault->text);
    return QJsonDocument::fromJson(text).isObject() ? QString() : tr("One JSON object is expected.");
}

void WorkflowTest::refresh()
{
    setEnabledOr(m_run, runObstacle());
}

void WorkflowTest::run()
{
    auto *w = m_app.tenantSession();
    if (!w || m_workflow.isEmpty())
        return;
    askOperation(m_app, window(),
        {tr("Run “%1” now?").arg(m_workflow.value(QLatin1String("name")).toString()),
            tr("A test runs for real: every step does what it does in earnest."), tr("Run it"), {}, true},
        [this, w, id = m_workflow.value(QLatin1String("id")).toString()] {
            if (m_app.tenantSession() != w)
                return;
            core::whenDone<domain::Operation>(
                w->workflows().testWorkflow(id, QJsonDocument::fromJson(m_input->toPlainText().toUtf8()).object()),
                this, [this](const Result<domain::Operation> &o) {
                    if (!o)
                        return Q_EMIT failed(o.error());
                    Q_EMIT ran();
                });
        });
}

} // namespace ui
