#pragma once
#include "core/result.h"
#include <QJsonArray>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace ui {

class Banner;
class Desk;
class Label;

/// The lab's second page: SailPoint's event triggers, who subscribed to them, tests, and what became of them.
class LabTriggers : public QWidget
{
    Q_OBJECT
public:
    explicit LabTriggers(Desk &desk, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeSubscriptions();
    QWidget *makeTest();
    QWidget *makeInvocations();
    void load();
    void loadInvocations();
    void showSubscriptions();
    void showTriggers();
    void showSubscribers();
    void refresh();
    void checkInput();
    void loadExample();
    void subscribe();
    void edit();
    void setEnabledState();
    void remove();
    void send();
    void fail(const core::Error &error);
    QJsonObject current() const;
    Desk &m_desk;
    Banner *m_banner;
    Label *m_tenant;
    Label *m_none;
    QTableWidget *m_table;
    QPushButton *m_subscribe;
    QPushButton *m_edit;
    QPushButton *m_toggle;
    QPushButton *m_delete;
    QComboBox *m_trigger;
    QComboBox *m_to;
    QPlainTextEdit *m_input;
    Label *m_place;
    QPushButton *m_send;
    QTableWidget *m_log;
    Label *m_logState;
    QJsonArray m_triggers;
    QJsonArray m_subscriptions;
    QTimer m_again;
    bool m_isBusy = false;
    QString m_acknowledged;   ///< the production tenant for which a person said yes in this run
};

} // namespace ui
