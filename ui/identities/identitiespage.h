#pragma once
#include "domain/identities/peopleview.h"
#include <QTimer>
#include <QWidget>

class QSplitter;

namespace models {
class PeopleModel;
}

namespace ui {

class AppContext;
class IdentitiesHeader;
class IdentitiesTable;
class OfflineBanner;
class PeoplePanes;
class SelectedPeople;

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
    void listenToParts();
    void takeOrder(domain::SortBy sort, bool isDescending);
    domain::PeopleView present() const;
    void showView(const domain::PeopleView &view);
    void remember();
    void recall();
    void openTenant();
    void refresh();
    void refreshCounts();
    void load();
    void loaded(const domain::PeopleResult &result, bool isQuick);
    void refreshState();

    AppContext &m_app;
    models::PeopleModel *m_model;
    IdentitiesHeader *m_header;
    IdentitiesTable *m_table;
    PeoplePanes *m_panes;
    QSplitter *m_splitter;
    OfflineBanner *m_offline;
    SelectedPeople *m_selectedPeople;
    QTimer m_soon;
    QTimer m_countSoon;
    QTimer m_rememberSoon;
    domain::PeopleQuery m_query;
    domain::StatusCounts m_counts;
    quint64 m_request = 0;
    bool m_isLoading = false;
    bool m_isRecalling = false;
    core::TenantId m_tenant; ///< whose ways of looking are on the screen
    QString m_problem;
};

} // namespace ui
