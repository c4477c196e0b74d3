#pragma once
#include "domain/events/invocation.h"
#include <QFrame>
#include <QHash>
#include <QTimer>

class QTableWidget;

namespace ui {

class AppContext;
class Label;

/// What SailPoint's triggers started lately, and how it ended. Read again by itself while something is on its way.
class InvocationsCard : public QFrame
{
    Q_OBJECT
public:
    explicit InvocationsCard(AppContext &app, QWidget *parent = nullptr);
    void load();
    /// Of a tenant that is no longer shown.
    void clear();
    /// The line under the list.
    void setState(const QString &text);

Q_SIGNALS:
    /// `lastCalls`: time and result of the newest one, by the subscription's id.
    void loaded(const QHash<QString, QString> &lastCalls);

private:
    void show(const QList<domain::Invocation> &invocations);
    static QString typeText(const domain::Invocation &invocation);
    static QString resultText(const domain::Invocation &invocation);
    AppContext &m_app;
    QTableWidget *m_log;
    Label *m_state;
    QTimer m_again;
};

} // namespace ui
