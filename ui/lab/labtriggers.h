#pragma once
#include "core/result.h"
#include "domain/events/subscription.h"
#include "domain/events/trigger.h"
#include <QHash>
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
    /// Nothing where none is selected.
    std::optional<domain::Subscription> current() const;
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
    QList<domain::Trigger> m_triggers;
    QList<domain::Subscription> m_subscriptions;
    bool m_isBusy = false;
};

} // namespace ui
