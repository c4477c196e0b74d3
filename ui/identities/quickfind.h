#pragma once
#include "domain/identities/people.h"
#include "ui/widgets/dialog.h"
#include <QTimer>

class QAction;
class QLineEdit;
class QListWidget;

namespace ui {

class AppContext;
class Label;

/// Ctrl+K: a person by any word's beginning, from the local copy; after ">" a command. Nothing typed is stored.
class QuickFind : public Dialog
{
    Q_OBJECT
public:
    /// `commands` are offered after ">".
    QuickFind(AppContext &app, const QList<QAction *> &commands, QWidget *parent);
    void type(const QString &text);
    bool eventFilter(QObject *o, QEvent *e) override;

Q_SIGNALS:
    void opened(const core::IdentityId &id);

private:
    void search();
    void showPeople(const QList<domain::Identity> &people);
    void searchCommands(const QString &text);
    void resizeList(qsizetype rows);
    void act(bool isVerify);

    AppContext &m_app;
    QLineEdit *m_edit;
    QListWidget *m_list;
    Label *m_count;
    QList<domain::Identity> m_people;
    QList<QAction *> m_commands; ///< all
    QList<QAction *> m_found;    ///< those shown, when a command is typed
    quint64 m_request = 0;
};

} // namespace ui
