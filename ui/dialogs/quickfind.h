#pragma once
#include "domain/people.h"
#include <QDialog>
#include <QTimer>

class QLineEdit;
class QListWidget;

namespace ui {

class Desk;
class Label;

/// Ctrl+K: a person by any word's beginning, from the local copy. Nothing typed is stored.
class QuickFind : public QDialog
{
    Q_OBJECT
public:
    QuickFind(Desk &desk, QWidget *parent);
    void type(const QString &text);
    bool eventFilter(QObject *o, QEvent *e) override;

Q_SIGNALS:
    void opened(const core::IdentityId &id);

private:
    void search();
    void show_(const QList<domain::Identity> &people);
    void act(bool isVerify);

    Desk &m_desk;
    QLineEdit *m_edit;
    QListWidget *m_list;
    Label *m_count;
    QList<domain::Identity> m_people;
    quint64 m_request = 0;
};

} // namespace ui
