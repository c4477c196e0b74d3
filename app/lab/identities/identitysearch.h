#pragma once
#include "httpd/message.h"
#include "lab/identities/pagefaults.h"
#include "lab/sailpoint/route.h"
#include <QJsonArray>
#include <QJsonObject>

namespace lab {

struct TenantState;

/// The search of the simulated tenant: its index lags behind the identities. Thread: the lab's.
class IdentitySearch
{
public:
    IdentitySearch(TenantState &state, PageFaults &faults) : m_state(state), m_faults(faults) {}
    /// Of /search.
    httpd::Response handle(const Route &where, const httpd::Request &r);

private:
    httpd::Response count(const QJsonObject &body) const;
    httpd::Response page(const QJsonObject &body, const httpd::Request &r);
    qint64 startOf(const QJsonArray &after) const;

    TenantState &m_state;
    PageFaults &m_faults;
};

} // namespace lab
