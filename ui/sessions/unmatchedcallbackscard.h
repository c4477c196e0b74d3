#pragma once
#include "domain/callbacks/callbackrecord.h"
#include <QWidget>

class QPushButton;
class QTableWidget;

namespace ui {

class AppContext;
class Label;

/// Callbacks that belong to no session that could be named: seen, assigned to a session, or dismissed. Hidden while
/// there are none.
class UnmatchedCallbacksCard : public QWidget
{
    Q_OBJECT
public:
    explicit UnmatchedCallbacksCard(AppContext &app, QWidget *parent = nullptr);

Q_SIGNALS:
    void failed(const core::Error &error);

private:
    void follow();
    void load();
    void show(const QList<domain::InboxEntry> &entries);
    const domain::InboxEntry *chosen() const;
    void assignToSession();
    void choose(const domain::InboxEntry &entry, const QList<domain::Session> &candidates);
    void dismiss();

    AppContext &m_app;
    Label *m_title;
    QTableWidget *m_table;
    QPushButton *m_assign;
    QPushButton *m_dismiss;
    QList<domain::InboxEntry> m_entries;
    bool m_isLoading = false;
    bool m_isStale = false;
};

} // namespace ui
