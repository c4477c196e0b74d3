#pragma once
#include "domain/identities/identity.h"
#include <QFrame>

class QTabBar;
class QStackedWidget;
class QScrollArea;
class QLineEdit;
class QPushButton;

namespace ui {

class Banner;
class Chip;
class AppContext;
class ElidedLabel;
class KeyValueList;
class Label;
class NameComparison;
class PersonTab;
class Timeline;

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
    void fillHeader();
    void fillNotStored();
    void fetchAttributes();
    void fillVerification();
    void fillAttributes();
    void showAttributes(const QJsonObject &attributes);
    QWidget *makeVerificationTab();
    QWidget *makeAttributesTab();

    AppContext &m_app;
    domain::Identity m_person;
    Label *m_name;
    ElidedLabel *m_email;
    Label *m_facts;
    Chip *m_chip;
    Label *m_stateFact;
    Label *m_contradiction; ///< what SailPoint says against itself
    QWidget *m_notStored;   ///< verified here, and SailPoint does not show it
    Label *m_notStoredText;
    QPushButton *m_verify;
    Label *m_why;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    Label *m_nameTitle;
    NameComparison *m_names;
    Timeline *m_timeline;
    Label *m_noHistory;
    QList<PersonTab *> m_lazy; ///< Access, Ownership, Activity
    QLineEdit *m_find;
    KeyValueList *m_values;
    Banner *m_banner;
    QList<std::pair<QString, QString>> m_attributes;
    bool m_isFetching = false;
};

} // namespace ui
