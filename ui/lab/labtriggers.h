#pragma once
#include "core/result.h"
#include <QHash>
#include <QJsonArray>
#include <QWidget>

class QPushButton;
class QTableWidget;

namespace ui {

class Banner;
class AppContext;
class InvocationsCard;
class Label;
class TriggerTest;

/// The lab's second page: SailPoint's event triggers, who subscribed to them, tests, and what became of them.
class LabTriggers : public QWidget
{
    Q_OBJECT
public:
    explicit LabTriggers(AppContext &app, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeSubscriptions();
    void load();
    void showSubscriptions();
    /// By the subscription's id.
    void showLastCalls(const QHash<QString, QString> &calls);
    /// Why nothing can be changed now; empty when it can.
    QString obstacle() const;
    void refresh();
    void subscribe();
    void edit();
    void setEnabledState();
    void remove();
    void fail(const core::Error &error);
    QJsonObject current() const;
    AppContext &m_app;
    Banner *m_banner;
    Label *m_tenant;
    Label *m_none;
    QTableWidget *m_table;
    QPushButton *m_subscribe;
    QPushButton *m_edit;
    QPushButton *m_toggle;
    QPushButton *m_delete;
    TriggerTest *m_test;
    InvocationsCard *m_invocations;
    QJsonArray m_triggers;
    QJsonArray m_subscriptions;
    bool m_isBusy = false;
};

} // namespace ui
