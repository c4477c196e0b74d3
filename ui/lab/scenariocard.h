#pragma once
#include "domain/scenarios/scenario.h"
#include <QFrame>
#include <QHash>

class QLayout;
class QPushButton;
class QVBoxLayout;

namespace ui {

class AppContext;
class Label;

/// The lab's scenarios, to run one by one or all, each with what came of it.
class ScenarioCard : public QFrame
{
    Q_OBJECT
public:
    explicit ScenarioCard(AppContext &app, QWidget *parent = nullptr);
    /// Reads the scenarios; once.
    void load();

private:
    QWidget *makeList();
    QLayout *makeFoot();
    struct Row
    {
        domain::Scenario scenario;
        Label *outcome = nullptr;
        QPushButton *run = nullptr;
    };
    void add(QVBoxLayout *to, const domain::Scenario &scenario);
    void start(const QList<int> &rows);
    void next();
    void finished(int row, const domain::ScenarioReport &report);
    static QString outcomeText(const domain::ScenarioReport &report);
    void saveReport();
    void refresh();
    AppContext &m_app;
    QVBoxLayout *m_list;
    QList<Row> m_rows;
    QList<int> m_queue;
    QList<domain::ScenarioReport> m_reports;
    Label *m_sum;
    QPushButton *m_all;
    QPushButton *m_save;
    bool m_isRunning = false;
    bool m_isLoaded = false;
};

} // namespace ui
