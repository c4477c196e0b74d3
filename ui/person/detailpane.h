#pragma once
#include "domain/identities/identity.h"
#include <QFrame>

class QTabBar;
class QStackedWidget;

namespace ui {

class AppContext;
class AttributesTab;
class PersonHeader;
class PersonTab;
class VerificationTab;

/// The person beside the table: header, state, actions, tabs Verification, Attributes, Access, Ownership and Activity.
class DetailPane : public QFrame
{
    Q_OBJECT
public:
    explicit DetailPane(AppContext &app, QWidget *parent = nullptr);
    void show(const domain::Identity &person);
    const core::IdentityId &personId() const { return m_person.id; }
    const domain::Identity &person() const { return m_person; }
    /// Sessions or attributes may have changed.
    void refresh();
    /// Only what the connection decides: the state and the buttons.
    void refreshHeader();
    /// The tenant changed: nobody is shown.
    void forget();

Q_SIGNALS:
    void closeWanted();

private:
    void setPerson(const domain::Identity &person);
    void fetchAttributes();
    AppContext &m_app;
    domain::Identity m_person;
    PersonHeader *m_header;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    VerificationTab *m_verification;
    AttributesTab *m_attributes;
    QList<PersonTab *> m_lazy; ///< Access, Ownership, Activity
};

} // namespace ui
