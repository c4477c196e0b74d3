#pragma once
#include "core/ids.h"
#include "domain/identities/identity.h"
#include <QObject>

class QSplitter;

namespace models {
class PeopleModel;
}

namespace ui {

class AppContext;
class DetailPane;
class IdentitiesTable;
class SelectionPane;

/// What stands beside the table of people: the person whose row is marked, or how many are selected.
class PeoplePanes : public QObject
{
    Q_OBJECT
public:
    /// Puts the panes into `splitter`, hidden, behind what is in it.
    PeoplePanes(AppContext &app, const models::PeopleModel &model, IdentitiesTable &table, QSplitter &splitter,
        QObject *parent);
    SelectionPane &selection() { return *m_selection; }
    /// The person whose pane is shown; empty and nullptr where none is.
    core::IdentityId current() const;
    const domain::Identity *currentPerson() const;
    /// Whose row is marked once it is there.
    void expect(const core::IdentityId &id) { m_selected = id; }
    void showPerson(const domain::Identity &person);
    /// The rows were delivered anew: the mark follows its person.
    void followMark();
    /// What the connection and the numbers decide.
    void refresh();
    void close();
    /// The tenant changed.
    void forget();

Q_SIGNALS:
    /// Somebody else is shown, or nobody.
    void changed();
    void countChanged();

private:
    void openRow(int row);
    void countSelected();
    const models::PeopleModel &m_model;
    IdentitiesTable &m_table;
    DetailPane *m_pane;
    SelectionPane *m_selection;
    core::IdentityId m_selected;
    int m_awaitedRow = -1; ///< chosen, but its block is not there yet
};

} // namespace ui
