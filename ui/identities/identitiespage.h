#pragma once
#include "domain/identities/peopleexport.h"
#include "domain/identities/peopleview.h"
#include "domain/sync/synchealth.h"
#include <QTimer>
#include <QWidget>

class QTableView;
class QStackedWidget;
class QSplitter;
class QVBoxLayout;

namespace models {
class PeopleModel;
}

namespace ui {

class Banner;
class AppContext;
class DetailPane;
class EmptyState;
class IdentitiesHeader;
class Label;
class SelectionPane;

/// Everyone of the tenant: search as you type, filters and views, the table, the person or the selection beside it.
class IdentitiesPage : public QWidget
{
    Q_OBJECT
public:
    explicit IdentitiesPage(AppContext &app, QWidget *parent = nullptr);
    void openPerson(const core::IdentityId &id);
    void focusSearch();
    void openFilter();
    void openExport();
    void setStatusFilter(std::optional<domain::IdentityStatus> status);
    /// The selected person, for commands of the menu.
    core::IdentityId current() const;
    const domain::Identity *currentPerson() const;
    void closeDetails();

Q_SIGNALS:
    void selectionChanged();
    /// Counted anew, whether the page is shown or not.
    void pastDueCounted(qint64 n);
    /// Rows of the first answer are on screen; for measuring.
    void painted();

private:
    // The table (identitiestable.cpp).
    void makeTable(QVBoxLayout *layout);
    void makeColumnMenu();
    void openRow(int row);
    void selectedRowsChanged();
    void onSelected(
        int limit, const QString &tooMany, const std::function<void(const QList<core::IdentityId> &)> &action);
    void keepSelection();
    void selectionMoved();
    std::vector<domain::PeopleColumn> shownColumns() const;
    domain::PeopleView present() const;
    void showView(const domain::PeopleView &view);
    void remember();
    void recall();
    // What is in it.
    void openTenant();
    void refresh();
    void refreshCounts();
    void load();
    void loaded(const domain::PeopleResult &result, bool isQuick);
    void refreshState();
    void refreshOffline();
    QString emptyTitle() const;

    AppContext &m_app;
    models::PeopleModel *m_model;
    IdentitiesHeader *m_header;
    QTableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    DetailPane *m_pane;
    SelectionPane *m_selection;
    QSplitter *m_splitter;
    Banner *m_offline;
    Label *m_count;
    Label *m_sorted;
    QTimer m_soon;
    QTimer m_countSoon;
    QTimer m_rememberSoon;
    domain::PeopleQuery m_query;
    domain::StatusCounts m_counts;
    domain::SyncHealth m_sync;
    quint64 m_request = 0;
    core::IdentityId m_selected;
    int m_awaitedRow = -1; ///< chosen, but its block is not there yet
    domain::RowIds m_keptSelection;
    bool m_isLoading = false;
    bool m_isRecalling = false;
    core::TenantId m_tenant; ///< whose ways of looking are on the screen
    QByteArray m_usualColumns;
    QString m_problem;
};

} // namespace ui
