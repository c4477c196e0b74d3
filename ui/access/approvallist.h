#pragma once
#include "core/clock.h"
#include "domain/access/approval.h"
#include <QWidget>

class QBoxLayout;
class QLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace models {
class ApprovalModel;
}

namespace ui {

class AppContext;
class Banner;
class EmptyState;
class FilterChip;
class Label;

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
    QBoxLayout *makeHead();
    QLayout *makeChips();
    QWidget *makeRows();
    QBoxLayout *makeFoot();
    void openRequirements();
    void emptyPressed();
    AppContext &m_app;
    models::ApprovalModel *m_model;
    QLineEdit *m_search;
    QList<FilterChip *> m_chips;
    int m_chip = 0;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    Label *m_count;
    Label *m_checked;
    QPushButton *m_openIq;
    bool m_hasFailed = false;
};

} // namespace ui
