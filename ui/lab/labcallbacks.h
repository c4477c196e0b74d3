#pragma once
#include "services/callbacks/callbackreceiver.h"
#include <QTimer>
#include <QWidget>

class QComboBox;
class QTableView;
class QVBoxLayout;

namespace models {
class RequestModel;
}

namespace ui {

class AppContext;
class ListStates;
class ReceiverCard;
class RequestInspector;
class ScenarioCard;
class SearchField;

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
    QWidget *makeRequests();
    void makeHead(QVBoxLayout *card);
    void sendAgain(quint64 number);
    void follow();
    void openCollection();
    void refreshLines();
    void narrow();
    void showCurrent();
    const services::ReceivedLine *lineOf(quint64 number) const;
    AppContext &m_app;
    ReceiverCard *m_receiver;
    ScenarioCard *m_scenarios;
    SearchField *m_search;
    QComboBox *m_kind;
    models::RequestModel *m_model;
    QTableView *m_table;
    ListStates *m_states;
    RequestInspector *m_inspector;
    services::CallbackReceiver *m_receiving = nullptr;
    QTimer m_soon;
};

} // namespace ui
