#pragma once
#include "services/readiness/connectiontest.h"
#include <QObject>

namespace domain {
struct ActivityGroup;
struct ActivityTable;
} // namespace domain

namespace services {

struct TenantConnections;
class TenantSession;

/// A line of the readiness report: what was asked, what came back, and the way out where something is missing.
struct ReadinessLine
{
    /// What the console can do about it; `fixOf` names of what.
    enum Fix { None, CreateAttribute, MapProfile, SaveWorkflow };
    QString area; ///< "connection", "rights", "attributes", "values", "activity", "profiles", "write-back", "callback",
                  ///< "coverage", "triggers", "clock"
    TestLevel level = TestLevel::Pass;
    QString text;
    QString fact;
    QString advice; ///< empty when nothing is to be done
    Fix fix = None;
    QString remediationOf; ///< an attribute's name, a profile's id
};

/// Checks a tenant from end to end, by reading only; what may not be read is said, not guessed. Thread: the object's.
class ReadinessCheck : public QObject
{
    Q_OBJECT
public:
    ReadinessCheck(
        TenantConnections &connections, Context &context, TenantSession &tenantSession, QObject *parent = nullptr);
    /// Runs to the end whatever fails. While one runs, its answer is also the answer to the next one who asks.
    core::Async<QList<ReadinessLine>> run();
    /// Of the last run that ended; empty before.
    const QList<ReadinessLine> &lastLines() const { return m_last; }
    core::Instant lastAt() const { return m_lastAt; }

Q_SIGNALS:
    void line(const services::ReadinessLine &line);

private:
    void add(
        const char *area, TestLevel level, const QString &text, const QString &fact = {}, const QString &advice = {});
    void addError(const char *area, const core::Error &error, const QString &what, const QString &off);
    void setRemediation(ReadinessLine::Fix fix, const QString &of = {});
    void rights();
    void identityIq();
    void attributes();
    void values();
    void activity();
    void activityStates(const QList<domain::ActivityGroup> &groups, const domain::ActivityTable &table);
    void addActivity(const QList<domain::ActivityGroup> &notKnown, int unreadable);
    void clocks();
    void writeBack();
    void writeBackIq();
    void callback();
    void coverage();
    void triggers();
    void finish();

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
    bool m_isRunning = false;
    ReadinessLine::Fix m_fix = ReadinessLine::None;
    QString m_fixOf;
    QList<ReadinessLine> m_lines;
    QList<ReadinessLine> m_last;
    core::Instant m_lastAt = 0;
    core::Deferred<QList<ReadinessLine>> m_promise;
};

/// The report as Markdown: no secret, no person.
QString readinessMarkdown(const QString &tenant, core::Instant at, const QList<ReadinessLine> &lines);

} // namespace services
