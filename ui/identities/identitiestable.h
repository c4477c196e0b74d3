#pragma once
#include "domain/identities/people.h"
#include "domain/identities/peopleexport.h"
#include <QWidget>

class QBoxLayout;
class QMenu;
class QTableView;
class QToolButton;

namespace models {
class PeopleModel;
}

namespace ui {

class AppContext;
class Label;
class ListStates;

/// The table of people with its order, columns and selection; beneath it how many there are. Reads nothing itself.
class IdentitiesTable : public QWidget
{
    Q_OBJECT
public:
    /// What is in it.
    struct State
    {
        const domain::PeopleQuery &query;
        QString problem; ///< why the copy cannot be read
        bool isLoading = false;
        bool isSyncing = false;
        qint64 everyone = 0; ///< of the tenant; 0 while it is not counted
    };
    IdentitiesTable(AppContext &app, models::PeopleModel *model, QWidget *parent = nullptr);
    /// Says how many there are, or why there are none.
    void refresh(const State &state);
    /// The button and the table's head offer what columns there are.
    void offerColumns(QToolButton *button);
    /// In the order of the screen.
    std::vector<domain::PeopleColumn> shownColumns() const;
    /// Widths, order and visibility, as the head of a table keeps them.
    QByteArray columns() const;
    const QByteArray &usualColumns() const { return m_usualColumns; }
    void setColumns(const QByteArray &columns);
    void setOrder(domain::SortBy sort, bool isDescending);
    qint64 selectedCount() const;
    /// Row numbers of the copy, in the table's order; never null.
    std::shared_ptr<const domain::RowIds> selectedRows() const;
    void selectAll();
    /// Nobody; the keyboard goes on in the table.
    void deselect();
    /// A selection is not carried over when the rows change next.
    void forgetSelection() { m_keptSelection.clear(); }
    /// Moves the mark to a row without telling of it.
    void moveMark(int row);
    void focusFirst();

Q_SIGNALS:
    void orderChanged(domain::SortBy sort, bool isDescending);
    void columnsChanged();
    void rowChosen(int row);
    void selectedChanged();
    /// The button of an empty table.
    void clearingWanted();
    void retryWanted();

private:
    QWidget *makeRows();
    QBoxLayout *makeFoot();
    void listen();
    void takeOrder(int column, Qt::SortOrder order);
    void fillColumnMenu(QMenu *menu);
    void keepSelection();
    void showState(const State &state);
    AppContext &m_app;
    models::PeopleModel *m_model;
    QTableView *m_table;
    ListStates *m_states;
    Label *m_count;
    Label *m_sorted;
    domain::SortBy m_sort = domain::SortBy::Name;
    bool m_isDescending = false;
    domain::RowIds m_keptSelection;
    QByteArray m_usualColumns;
};

} // namespace ui
