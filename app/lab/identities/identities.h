#pragma once
#include "httpd/message.h"
#include "lab/identities/lifecycle.h"
#include "lab/identities/pagefaults.h"
#include "lab/sailpoint/route.h"

namespace lab {

struct TenantState;

/// The calls about the simulated tenant's identities. Thread: the lab's.
class Identities
{
public:
    Identities(TenantState &state, PageFaults &faults) : m_state(state), m_faults(faults), m_lifecycle(state) {}
    /// Of /identities.
    httpd::Response handle(const Route &where, const httpd::Request &r);

private:
    bool sort(QList<quint32> &positions, const QString &sorters) const;
    httpd::Response list(const httpd::Request &r);
    httpd::Response one(const Route &where, const httpd::Request &r);
    httpd::Response change(qint64 position, const httpd::Request &r);
    httpd::Response process(const httpd::Request &r);
    httpd::Response sendReset(const Route &where, const httpd::Request &r);

    TenantState &m_state;
    PageFaults &m_faults;
    Lifecycle m_lifecycle;
};

} // namespace lab
