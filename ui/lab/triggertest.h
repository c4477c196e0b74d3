#pragma once
#include "core/error.h"
#include "domain/events/subscription.h"
#include "domain/events/trigger.h"
#include <QFrame>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class AppContext;
class Label;

/// A test invocation: which trigger, to whom, with what input; the input is checked while it is typed.
class TriggerTest : public QFrame
{
    Q_OBJECT
public:
    explicit TriggerTest(AppContext &app, QWidget *parent = nullptr);
    void setTriggers(const QList<domain::Trigger> &triggers, const QList<domain::Subscription> &subscriptions);
    QString trigger() const;
    /// What may be sent has changed.
    void refresh();

Q_SIGNALS:
    void sent(int started);
    void failed(const core::Error &error);

private:
    void showSubscribers();
    void loadExample();
    void send();
    /// Why nothing can be sent; `isObject`: the input is a JSON object.
    QString obstacle(bool isObject) const;
    AppContext &m_app;
    QComboBox *m_trigger;
    QComboBox *m_to;
    QPlainTextEdit *m_input;
    Label *m_place;
    QPushButton *m_send;
    QList<domain::Trigger> m_triggers;
    QList<domain::Subscription> m_subscriptions;
    QString m_acknowledged; ///< the production tenant for which a person said yes in this run
};

} // namespace ui
