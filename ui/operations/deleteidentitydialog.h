#pragma once
#include "domain/identities/identity.h"
#include "ui/widgets/dialog.h"

class QLineEdit;
class QPushButton;

namespace ui {

class AppContext;
class Label;
class LazyList;

/// Reads what the person owns. While there is anything, it shows that as a checklist and offers no deletion.
class DeleteIdentityDialog : public Dialog
{
    Q_OBJECT
public:
    DeleteIdentityDialog(AppContext &app, const domain::Identity &person, QWidget *parent);

Q_SIGNALS:
    void confirmed();

private:
    void read();
    void check();
    AppContext &m_app;
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
