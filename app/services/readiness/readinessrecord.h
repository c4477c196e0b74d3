#pragma once
#include "domain/text/messages.h"
#include "services/readiness/connectiontest.h"
#include <QList>
#include <QObject>
#include <functional>

namespace services {

class TenantSession;
struct TenantConnections;

/// A line of the readiness report: what was asked, what came back, and the way out where something is missing.
struct ReadinessLine
{
    /// What the console can do about it; `fixOf` names of what.
    enum Fix { None, CreateAttribute, MapProfile, SaveWorkflow };
    QString area; ///< "connection", "rights", "attributes", "values", "activity", "profiles", "write-back", "callback",
                  ///< "coverage", "triggers", "paths", "token", "clock"
    TestLevel level = TestLevel::Pass;
    QString text;
    QString fact;
    QString advice; ///< empty when nothing is to be done
    Fix fix = None;
    QString remediationOf;                             ///< an attribute's name, a profile's id
    domain::Vendor vendor = domain::Vendor::SailPoint; ///< who was asked
};

/// The readiness report while it is made. Thread: the check's.
class ReadinessRecord
{
public:
    /// `told` is called with each line as it is added.
    explicit ReadinessRecord(std::function<void(const ReadinessLine &)> told);

    void add(
        const char *area, TestLevel level, const QString &text, const QString &fact = {}, const QString &advice = {});
    /// What may not be read is a line of its own: nothing is claimed that was not asked. `off`: what is off by it.
    void addError(const char *area, const core::Error &error, const QString &what, const QString &off);
    /// Of the line that is added next.
    void setRemediation(ReadinessLine::Fix fix, const QString &of = {});
    void setVendor(domain::Vendor vendor) { m_vendor = vendor; }
    void clear() { m_lines.clear(); }
    const QList<ReadinessLine> &lines() const { return m_lines; }

private:
    std::function<void(const ReadinessLine &)> m_told;
    ReadinessLine::Fix m_fix = ReadinessLine::None;
    QString m_fixOf;
    domain::Vendor m_vendor = domain::Vendor::SailPoint;
    QList<ReadinessLine> m_lines;
};

/// One subject of the readiness check: it asks, by reading only, and adds its lines. Thread: the object's.
class ReadinessPart : public QObject
{
    Q_OBJECT
public:
    /// All of them live longer.
    ReadinessPart(TenantConnections &connections, TenantSession &tenantSession, ReadinessRecord &record);
    ~ReadinessPart() override;
    /// `next` is called when all of it is said; one run at a time.
    void run(const std::function<void()> &next);

protected:
    virtual void ask() = 0;
    /// After the last line.
    void end() { m_next(); }

    TenantConnections &m_connections;
    TenantSession &m_tenantSession;
    ReadinessRecord &m_record;

private:
    std::function<void()> m_next;
};

} // namespace services
