#pragma once
#include "domain/identities/identity.h"
#include "domain/operations/operation.h"
#include "ui/widgets/dialog.h"
#include <functional>

class QLineEdit;
class QPushButton;

namespace ui {

class Banner;
class Desk;
class Label;
class LazyList;

/// Asks before SailPoint is asked. What cannot be taken back wants a word typed.
struct OperationQuestion
{
    QString title;
    QString text;
    QString button;
    QString typed; ///< what has to be typed; empty: nothing
    bool isDestructive = false;
};
void askOperation(Desk &desk, QWidget *parent, const OperationQuestion &question, std::function<void()> then);

/// Reads what the person owns. While there is anything, it shows that as a checklist and offers no deletion.
class DeleteIdentityDialog : public Dialog
{
    Q_OBJECT
public:
    DeleteIdentityDialog(Desk &desk, const domain::Identity &person, QWidget *parent);

Q_SIGNALS:
    void confirmed();

private:
    void read();
    void check();
    Desk &m_desk;
    domain::Identity m_person;
    Label *m_text;
    LazyList *m_owned;
    Label *m_ask;
    QLineEdit *m_typed;
    QPushButton *m_again;
    QPushButton *m_delete;
    bool m_isFree = false;
};

} // namespace ui
