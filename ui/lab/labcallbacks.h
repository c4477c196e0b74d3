#pragma once
#include "services/callbacks/receiving.h"
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace models {
class RequestModel;
}

namespace ui {

class Banner;
class AppContext;
class ElidedLabel;
class Label;
class RequestInspector;
class ScenarioCard;

/// The lab's first page: the receiver, the scenarios, and every request with its inspector.
class LabCallbacks : public QWidget
{
    Q_OBJECT
public:
    explicit LabCallbacks(AppContext &app, QWidget *parent = nullptr);
    void clear();
    void focusSearch();

Q_SIGNALS:
    void settingsWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeReceiver();
    QWidget *makeRequests();
    void follow();
    void openCollection();
    void refresh();
    void refreshLines();
    void showCurrent();
    void toggle();
    const services::ReceivedLine *lineOf(quint64 number) const;
    AppContext &m_app;
    Label *m_state;
    ElidedLabel *m_url;
    Label *m_facts;
    Label *m_count;
    QPushButton *m_toggle;
    QPushButton *m_copy;
    Banner *m_banner;
    ScenarioCard *m_scenarios;
    QLineEdit *m_search;
    QComboBox *m_kind;
    models::RequestModel *m_model;
    QTableView *m_table;
    RequestInspector *m_inspector;
    services::Receiving *m_receiving = nullptr;
    QTimer m_soon;
};

} // namespace ui
