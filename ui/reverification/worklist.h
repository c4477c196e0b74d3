#pragma once
#include "domain/identities/people.h"
#include "domain/verification/storedresult.h"
#include "ui/reverification/campaignform.h"
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QTableView;

namespace models {
class PeopleModel;
}

namespace ui {

class AppContext;
class EmptyState;
class FilterChip;
class ForecastView;
class Label;

/// "50 overdue, 3 date unusable, 20 failed, 10 held, 5 in renewal"
QString pastDueParts(const domain::StatusCounts &counts);
/// "of them 3 verified here, not stored"; empty when there are none.
QString notStoredText(const domain::StoredFacts &stored);

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
    QWidget *makeSide();
    void load();
    void loadPeople();
    void showProblem(const core::Error &error);
    void tellSummary();
    void refreshSide();
    void refreshSelection();
    void openExport();
    domain::PeopleQuery queryOf(int chip) const;

    AppContext &m_app;
    models::PeopleModel *m_model;
    QList<FilterChip *> m_chips;
    QLineEdit *m_search;
    QStackedWidget *m_stack;
    QTableView *m_table;
    EmptyState *m_empty;
    Label *m_selected;
    QWidget *m_bar;
    ForecastView *m_forecast;
    Label *m_rules;
    QTimer m_soon;
    QTimer m_typing;
    Label *m_repair; ///< what comes first for people whose date is unusable
    int m_chip = 0;
    domain::PeopleQuery m_shown;
    core::Instant m_week = 0; ///< only who falls due in this week; 0: all
    Label *m_weekText;
    quint64 m_request = 0;
    domain::StoredFacts m_stored; ///< as last evaluated
    QString m_summary;            ///< without them
};

} // namespace ui
