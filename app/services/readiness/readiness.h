#pragma once
#include "services/readiness/activitycheck.h"
#include "services/readiness/attributescheck.h"
#include "services/readiness/callbackcheck.h"
#include "services/readiness/expirycheck.h"
#include "services/readiness/readinessrecord.h"
#include "services/readiness/rightscheck.h"
#include "services/readiness/writebackcheck.h"
#include <QObject>

namespace services {

struct TenantConnections;
class TenantSession;

/// Checks a tenant from end to end, by reading only, but for a probe to its own callback receiver; what may not be read
/// is said, not guessed. Thread: the object's.
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
    void rights();
    void expiry();
    void attributes();
    void activity();
    void writeBack();
    void callback();
    void coverage();
    void triggers();
    void clocks();
    void finish();

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
    ReadinessRecord m_record;
    RightsCheck m_rights;
    AttributesCheck m_attributes;
    ActivityCheck m_activity;
    WriteBackCheck m_writeBack;
    CallbackCheck m_callback;
    ExpiryCheck m_expiry;
    bool m_isRunning = false;
    QList<ReadinessLine> m_last;
    core::Instant m_lastAt = 0;
    core::Deferred<QList<ReadinessLine>> m_promise;
};

/// The report as Markdown: no secret, no person.
QString readinessMarkdown(const QString &tenant, core::Instant at, const QList<ReadinessLine> &lines);

} // namespace services
