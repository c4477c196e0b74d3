#pragma once
#include "core/result.h"
#include "domain/events/workflow.h"
#include <QWidget>

class QLayout;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace ui {

class Banner;
class AppContext;
class WorkflowTest;

/// The lab's third page: SailPoint's workflows, their executions and what happened in each; files to import.
class LabWorkflows : public QWidget
{
    Q_OBJECT
public:
    explicit LabWorkflows(AppContext &app, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeHead();
    void makeTables();
    QWidget *makeColumns();
    void load();
    void showWorkflows(const QList<domain::Workflow> &all);
    void loadExecutions();
    void showExecutions(const QList<domain::WorkflowExecution> &all);
    void showHistory();
    void makeClient();
    void save(bool isStart);
    void refresh();
    /// Why nothing can be done with the chosen workflow; empty when it can.
    QString obstacle() const;
    void fail(const core::Error &error);
    /// Nothing where none is selected.
    std::optional<domain::Workflow> current() const;
    AppContext &m_app;
    Banner *m_banner;
    QTableWidget *m_table;
    QTableWidget *m_runs;
    QPlainTextEdit *m_history;
    WorkflowTest *m_test;
    QPushButton *m_client;
    QList<domain::Workflow> m_workflows;
    QList<domain::WorkflowExecution> m_executions;
    bool m_isLoaded = false;
};

} // namespace ui
