#pragma once
#include "core/error.h"
#include "domain/events/workflow.h"
#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace ui {

class AppContext;

/// A test run of the chosen workflow: its input, checked while it is typed.
class WorkflowTest : public QWidget
{
    Q_OBJECT
public:
    explicit WorkflowTest(AppContext &app, QWidget *parent = nullptr);
    /// Nothing: none is chosen. `obstacle`: what stands against anything being done with it; empty: nothing does.
    void setWorkflow(const std::optional<domain::Workflow> &workflow, const QString &obstacle);

Q_SIGNALS:
    void ran();
    void failed(const core::Error &error);

private:
    void refresh();
    QString runObstacle() const;
    void run();
    AppContext &m_app;
    QPlainTextEdit *m_input;
    QPushButton *m_run;
    std::optional<domain::Workflow> m_workflow;
    QString m_obstacle;
};

} // namespace ui
