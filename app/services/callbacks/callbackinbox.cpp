#include "services/callbacks/callbackinbox.h"
#include "core/killpoint.h"
#include "core/logfailure.h"
#include "domain/audit/sessionevents.h"
#include "domain/text/strictjson.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/resultapplier.h"
#include "services/verification/sessionmonitor.h"

namespace services {

using core::Result;
using domain::Session;

CallbackInbox::CallbackInbox(
    TenantConnections &connections, Context &context, ResultApplier &applier, SessionMonitor &monitor)
    : m_connections(connections), m_context(context), m_applier(applier), m_monitor(monitor)
{
    connect(&monitor, &SessionMonitor::looked, this, &CallbackInbox::poll);
}

// An entry that cannot be applied must not stand in the way of the others for ever. The timer tries again; after five
// times it is put aside, with an audit record.
void CallbackInbox::giveUpOn(qint64 sequence, const core::SessionId &id, const core::Error &error)
{
    if (++m_faults[sequence] < 5)
        return;
    m_faults.remove(sequence);
    const auto a = domain::callbackFailedEvent(m_connections.tenant.id, id, error);
    core::logFailure(
        m_context.ledger->callbacks().finalize(sequence, QStringLiteral("new"), QStringLiteral("failed"), a), this,
        lcService, "A callback that failed five times could not be put aside.");
}

void CallbackInbox::applied(const core::SessionId &id, qint64 seq, bool isLast, const Result<Session> &r)
{
    core::killPoint("callback-applied");
    if (isLast)
        m_isReading = false;
    if (!r && domain::isUnreadableSetting(r.error()))
        return; // it waits until the policy is mended; nothing is judged without it
    if (!r)
        return giveUpOn(seq, id, r.error());
    m_faults.remove(seq);
    // Whatever it said: the status query is asked at once, of a closed session too.
    m_monitor.hurry(id);
    if (domain::isTerminal(r->state) && r->source != domain::sourceCallback && !r->providerId.isEmpty() &&
        domain::hasStatusQuery(m_connections.tenant.provider))
        core::logFailure(m_monitor.check(id), this, lcService, "The status query after a callback failed.");
    if (isLast)
        m_monitor.onTimer();
}

void CallbackInbox::poll()
{
    if (m_isReading)
        return;
    m_isReading = true;
    core::whenDone<QList<domain::InboxEntry>>(
        m_context.ledger->callbacks().inState(m_connections.tenant.id, QStringLiteral("new")), this,
        [this](const Result<QList<domain::InboxEntry>> &list) {
            if (!list || list->isEmpty()) {
                m_isReading = false;
                return;
            }
            for (qsizetype i = 0; i < list->size(); ++i) {
                const domain::InboxEntry &e = list->at(i);
                const bool isLast = i + 1 == list->size();
                core::whenDone<Session>(m_applier.apply(e.session, e.callback.result, e), this,
                    [this, id = e.session, seq = e.sequence, isLast](
                        const Result<Session> &r) { applied(id, seq, isLast, r); });
            }
        });
}

} // namespace services
