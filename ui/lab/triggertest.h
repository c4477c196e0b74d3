#pragma once
#include "core/error.h"
#include <QFrame>
#include <QJsonArray>

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
    void setTriggers(const QJsonArray &triggers, const QJsonArray &subscriptions);
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
    QJsonArray m_triggers;
    QJsonArray m_subscriptions;
    QString m_acknowledged; ///< the production tenant for which a person said yes in this run
};

} // namespace ui
