#pragma once
#include "core/result.h"
#include <QJsonArray>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace ui {

class Banner;
class AppContext;
class Label;

/// The lab's third page: SailPoint's workflows, their executions and what happened in each; files to import.
class LabWorkflows : public QWidget
{
    Q_OBJECT
public:
    explicit LabWorkflows(AppContext &app, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void load();
    void showWorkflows(const QJsonArray &all);
    void showExecutions();
    void showHistory();
    void test();
    void makeClient();
    void save(bool isStart);
    void refresh();
    void fail(const core::Error &error);
    QJsonObject current() const;
    AppContext &m_app;
    Banner *m_banner;
    QTableWidget *m_table;
    QTableWidget *m_runs;
    QPlainTextEdit *m_history;
    QPlainTextEdit *m_input;
    QPushButton *m_test;
    QPushButton *m_client;
    QJsonArray m_workflows;
    QJsonArray m_executions;
    bool m_isLoaded = false;
};

} // namespace ui
