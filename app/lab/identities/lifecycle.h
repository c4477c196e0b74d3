#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include "lab/sailpoint/route.h"
#include <QHash>
#include <QJsonArray>

namespace lab {

struct TenantState;

/// What can be done to identities of the simulated tenant, with state. Thread: the lab's.
class Lifecycle
{
public:
    explicit Lifecycle(TenantState &state) : m_state(state) {}
    httpd::Response ownership(quint32 position) const;
    httpd::Response roleAssignments(const Route &where, const httpd::Request &r, quint32 position) const;
    httpd::Response remove(quint32 position);
    httpd::Response reset(quint32 position);
    httpd::Response invite(const httpd::Request &r);
    httpd::Response synchronise(const httpd::Request &r, quint32 position);

private:
    QJsonArray ownershipOf(quint32 position) const;

    TenantState &m_state;
    QHash<quint32, core::Instant> m_lastSync;
};

} // namespace lab
