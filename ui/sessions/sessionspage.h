#pragma once
#include "domain/verification/sessionlog.h"
#include <QTimer>
#include <QWidget>
#include <memory>

class QTableView;
class QPushButton;

namespace models {
class SessionModel;
}

namespace ui {

class AppContext;
class Label;
class ListPage;
class SessionChips;
class SessionPane;
class SessionPeriod;

/// Every verification of the tenant: chips, period, search, the session beside it.
class SessionsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SessionsPage(AppContext &app, QWidget *parent = nullptr);
    ~SessionsPage() override;
    void focusSearch();
    /// The chip that this state belongs to.
    void showOnly(domain::SessionState state);

Q_SIGNALS:
    void pendingCount(qint64 n);

private:
    QWidget *makeList();
    QWidget *makeRows();
    void reload();
    void showSessions(const QList<domain::Session> &sessions);
    void showDetail();
    void showWatch();

    AppContext &m_app;
    models::SessionModel *m_model;
    SessionPeriod *m_period;
    ListPage *m_list;
    std::unique_ptr<SessionChips> m_chips;
    QTableView *m_table;
    SessionPane *m_detail;
    Label *m_live;
    QPushButton *m_newer;
    core::SessionId m_selected;
    QList<domain::Session> m_open; ///< of the period and search that are shown
    quint64 m_request = 0;
    QTimer m_second;
};

} // namespace ui
