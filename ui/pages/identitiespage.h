#pragma once
#include "domain/people.h"
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QTableView;
class QStackedWidget;
class QSplitter;

namespace models {
class PeopleModel;
}

namespace ui {

class Banner;
class Desk;
class DetailPane;
class EmptyState;
class FilterChip;
class Label;

/// Everyone of the tenant: search as you type, status chips, the table, the person beside it.
class IdentitiesPage : public QWidget
{
    Q_OBJECT
public:
    explicit IdentitiesPage(Desk &desk, QWidget *parent = nullptr);
    void openPerson(const core::IdentityId &id);
    void focusSearch();
    void setStatusFilter(std::optional<domain::IdentityStatus> status);
    /// The selected person, for commands of the menu.
    core::IdentityId current() const;
    void closeDetails();
    bool eventFilter(QObject *o, QEvent *e) override;

Q_SIGNALS:
    void selectionChanged();
    /// Rows of the first answer are on screen; for measuring.
    void painted();

private:
    void makeHeader(class QVBoxLayout *layout);
    void makeTable(QVBoxLayout *layout);
    void refresh();
    void refreshCounts();
    void openRow(int row);
    void load();
    void loaded(const domain::PeopleResult &result, quint64 request, bool isQuick);
    void refreshState();
    void selectionMoved();

    Desk &m_desk;
    models::PeopleModel *m_model;
    QLineEdit *m_search;
    QList<FilterChip *> m_chips;
    QTableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    DetailPane *m_pane;
    QSplitter *m_splitter;
    Banner *m_offline;
    Label *m_count;
    Label *m_sorted;
    QTimer m_typing;
    QTimer m_soon;
    QTimer m_countSoon;
    domain::PeopleQuery m_query;
    domain::StatusCounts m_counts;
    quint64 m_request = 0;
    core::IdentityId m_selected;
    int m_awaitedRow = -1; ///< chosen, but its block is not there yet
    bool m_isLoading = false;
    QString m_problem;
};

} // namespace ui
