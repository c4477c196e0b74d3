#pragma once
#include "domain/sync/synchealth.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/writeback/storedresult.h"
#include "services/tenants/accesstoken/clientexpiries.h"
#include "ui/overview/healthrows.h"
#include <QFrame>
#include <QTimer>

namespace services {
struct Link;
struct ReadinessLine;
} // namespace services

namespace ui {

class AppContext;
class Label;

/// What the console is connected to, each with its state and one fact or action.
class HealthCard : public QFrame
{
    Q_OBJECT
public:
    explicit HealthCard(AppContext &app, QWidget *parent = nullptr);
    void refresh(const domain::SessionSummary &summary);
    /// Nothing: not known. Said only where results older than a day were not looked at.
    void setStored(const std::optional<domain::StoredFacts> &stored);
    /// Runs the readiness check, by reading only.
    void check();
    /// At most every 15 minutes.
    void checkIfOld();

Q_SIGNALS:
    void detailsWanted();

private:
    using Level = HealthRows::Level;
    using enum HealthRows::Level;
    void rebuildSoon();
    void rebuild();
    void addLink(const QString &name, const services::Link &link, const QString &url);
    void addCopy();
    void addResults();
    void addNotLookedAt();
    static Level levelOf(const services::ReadinessLine &line);
    void addArea(const QString &name, const QStringList &areas);
    void addExpiry();
    void readExpiry();
    void addClock();
    void addTrail();
    void showChecked();
    void readSync();
    AppContext &m_app;
    Label *m_checked;
    HealthRows *m_rows = nullptr;
    domain::SessionSummary m_summary;
    std::optional<domain::SyncHealth> m_sync; ///< nothing while it is not known
    std::optional<domain::StoredFacts> m_stored;
    services::ClientExpiries m_expiries;
    domain::ClientExpiry m_expiry;
    core::Instant m_asked = 0;
    QTimer m_soon; ///< every answer changes a round-trip time
};

} // namespace ui
