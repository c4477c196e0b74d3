#pragma once
#include "domain/identities/people.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/writeback/storedresult.h"
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace ui {

class ActivityCard;
class AppContext;
class DonutView;
class ForecastCard;
class HealthCard;
class Label;
class NeedsCard;
class StatusTiles;

/// How the tenant stands: six exclusive statuses, who is past due whatever the status, what needs a person, what falls
/// due, what happened, what is connected.
class OverviewPage : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewPage(AppContext &app, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void statusWanted(domain::IdentityStatus status);
    void pastDueWanted();
    void weekWanted(core::Instant from);
    void sessionsWanted(bool isHeld);
    void campaignsWanted();
    void auditWanted();
    void readinessWanted();
    void reportWanted();
    void verifyWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHead(QVBoxLayout &page);
    QGridLayout *makeCards();
    QWidget *makeStatus();
    void openTenant();
    void refreshTiles();
    void refreshNeeds();
    AppContext &m_app;
    Label *m_facts;
    StatusTiles *m_tiles;
    NeedsCard *m_needs;
    ForecastCard *m_forecast;
    DonutView *m_donut;
    ActivityCard *m_activity;
    HealthCard *m_health;
    QTimer m_soon;
    domain::SessionSummary m_summary;
    std::optional<domain::StatusCounts> m_counts;
    std::optional<domain::StoredFacts> m_stored; ///< nothing while it is not known
    qint64 m_pastGrace = 0;
};

} // namespace ui
