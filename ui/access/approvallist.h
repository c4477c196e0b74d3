#pragma once
#include "core/clock.h"
#include "domain/access/approval.h"
#include <QWidget>

class QPushButton;
class QTableView;

namespace models {
class ApprovalModel;
}

namespace ui {

class AppContext;
class Banner;
class Label;
class ListPage;

/// The table of what waits for the operator, with its search, filters and counts. Reads nothing itself.
class ApprovalList : public QWidget
{
    Q_OBJECT
public:
    /// How far the reading is.
    struct State
    {
        bool isRead = false; ///< at least once, of this tenant
        bool hasFailed = false;
        std::optional<domain::ApprovalSummary> summary;
    };
    ApprovalList(AppContext &app, models::ApprovalModel *model, QWidget *parent = nullptr);
    /// Filters the rows, counts them, and says why there are none.
    void refresh(const State &state);
    int currentRow() const;
    void selectRow(int row);
    void focusSearch();
    void setIdentityIqOffered(bool isOn);
    void setCheckedAt(core::Instant at);
    Banner &banner() { return *m_banner; }

Q_SIGNALS:
    /// Another search or filter.
    void narrowed();
    void rowChosen();
    void readingWanted();
    void requirementsChanged();

private:
    void fillHead();
    void showState(const State &state);
    void openRequirements();
    AppContext &m_app;
    models::ApprovalModel *m_model;
    QTableView *m_table;
    ListPage *m_list;
    Banner *m_banner;
    Label *m_checked;
    QPushButton *m_openIq;
};

} // namespace ui
