#pragma once
#include "domain/identities/people.h"
#include "domain/verification/writeback/storedresult.h"
#include "ui/campaigns/campaignform.h"
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QTableView;

namespace models {
class PeopleModel;
}

namespace ui {

class AppContext;
class Label;
class ListStates;
class SearchField;
class WorkChips;
class WorkSelection;
class WorkSide;

/// Who is past due, whatever the status, and who is due soon, the earliest first; beside it what falls due, and the
/// policy in short.
class WorkList : public QWidget
{
    Q_OBJECT
public:
    explicit WorkList(AppContext &app, QWidget *parent = nullptr);
    void refresh();
    void openTenant();
    void focusSearch();
    /// Only who falls due in the week that begins then.
    void showWeek(core::Instant from);
    void showPastDue();

Q_SIGNALS:
    /// "88 past due · 12 due soon", with whom campaigns pass over
    void summaryChanged(const QString &text);
    void policyWanted();
    void campaignWanted();
    void reportWanted();

public:
    /// Whom a campaign that is made now may be about.
    CampaignChoice choice() const;

private:
    QWidget *makeList();
    QHBoxLayout *makeHead();
    QWidget *makeSide();
    void load();
    void loadPeople();
    void showProblem(const core::Error &error);
    void showNobody(bool isNarrowed);
    void showAll();
    void refreshCounts();
    void showCounts(const domain::StatusCounts &counts);
    void tellSummary();

    AppContext &m_app;
    models::PeopleModel *m_model;
    WorkChips *m_chips;
    SearchField *m_search;
    ListStates *m_states;
    QTableView *m_table;
    WorkSelection *m_selection;
    WorkSide *m_side;
    QTimer m_soon;
    Label *m_repair;          ///< what comes first for people whose date is unusable
    core::Instant m_week = 0; ///< only who falls due in this week; 0: all
    Label *m_weekText;
    quint64 m_request = 0;
    domain::StoredFacts m_stored; ///< as last evaluated
    QString m_summary;            ///< without them
};

} // namespace ui
