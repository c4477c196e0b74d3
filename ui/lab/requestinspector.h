#pragma once
#include "services/callbacks/callbackreceiver.h"
#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableWidget;

namespace ui {

class AppContext;
class Label;

/// One request from all sides: Body (formatted or as sent), Headers, Checks, Response. Secrets are replaced everywhere.
class RequestInspector : public QWidget
{
    Q_OBJECT
public:
    explicit RequestInspector(AppContext &app, QWidget *parent = nullptr);
    /// `settings`, `url`: of the receiver that took it.
    void show(const services::ReceivedLine &line, const domain::ReceiverSettings &settings, const QString &url);
    void clear();

Q_SIGNALS:
    void sendAgainWanted(quint64 number);

private:
    void showChecks(const QList<domain::CallbackCheck> &checks);
    void refreshBody();
    AppContext &m_app;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_body;
    QTableWidget *m_headers;
    QTableWidget *m_checks;
    Label *m_answer;
    Label *m_none;
    QPushButton *m_raw;
    QPushButton *m_curl;
    QPushButton *m_again;
    domain::CapturedRequest m_shown; ///< redacted
    QString m_url;
    quint64 m_number = 0;
};

} // namespace ui
