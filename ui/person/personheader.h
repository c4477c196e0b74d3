#pragma once
#include "domain/identities/identity.h"
#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace ui {

class AppContext;
class Chip;
class ElidedLabel;
class Label;

/// Who a person is, how they stand, and what can be done to them.
class PersonHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PersonHeader(AppContext &app, QWidget *parent = nullptr);
    /// Nothing is shown before refresh(); what was said beneath another person goes.
    void setPerson(const domain::Identity &person);
    void refresh();

Q_SIGNALS:
    void closeWanted();
    /// SailPoint was asked for this person.
    void personRead(const domain::Identity &person);

private:
    QBoxLayout *makeName();
    QBoxLayout *makeMail();
    QBoxLayout *makeState();
    QWidget *makeNotStored();
    QBoxLayout *makeActions();
    void readPerson();
    void fillName();
    void fillState();
    void fillExemption(const QString &fact);
    void fillNotStored();
    void refreshVerify();
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
};

} // namespace ui
