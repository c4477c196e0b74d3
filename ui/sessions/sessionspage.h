#pragma once
#include "domain/verification/sessionlog.h"
#include <QTimer>
#include <QWidget>

class QLayout;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QPushButton;

namespace models {
class SessionModel;
}

namespace ui {

class AppContext;
class EmptyState;
class Label;
class SessionChips;
class SessionPane;
class SessionPeriod;

/// Every verification of the tenant: chips, period, search, the session beside it.
class SessionsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SessionsPage(AppContext &app, QWidget *parent = nullptr);
    void focusSearch();
    /// The chip that this state belongs to.
    void showOnly(domain::SessionState state);

Q_SIGNALS:
    void pendingCount(qint64 n);

private:
    QWidget *makeList();
    QLayout *makeHead();
    QWidget *makeStack();
    void reload();
    void showSessions(const QList<domain::Session> &sessions);
    void showDetail();
    void showWatch();

    AppContext &m_app;
    models::SessionModel *m_model;
    QLineEdit *m_search;
    SessionPeriod *m_period;
    SessionChips *m_chips = nullptr;
    QTableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    Label *m_count;
    SessionPane *m_detail;
    Label *m_live;
    QPushButton *m_newer;
    core::SessionId m_selected;
    QList<domain::Session> m_open; ///< of the period and search that are shown
    QTimer m_second;
};

} // namespace ui
