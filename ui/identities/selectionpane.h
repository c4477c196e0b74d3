#pragma once
#include <QFrame>

class QPushButton;

namespace ui {

class AppContext;
class Label;

/// Beside the table while more than one person is selected: how many, and what can be done to all of them.
class SelectionPane : public QFrame
{
    Q_OBJECT
public:
    explicit SelectionPane(AppContext &app, QWidget *parent = nullptr);
    void setCount(qint64 selected, qint64 matching);

Q_SIGNALS:
    void allWanted();
    void inviteWanted();
    void processWanted();
    void exportWanted();
    void closeWanted();

private:
    AppContext &m_app;
    Label *m_title;
    Label *m_of;
    QPushButton *m_all;
    QPushButton *m_invite;
    QPushButton *m_process;
    Label *m_why;
};

} // namespace ui
