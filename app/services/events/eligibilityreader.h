#pragma once
#include "core/async.h"
#include "domain/events/eventrule.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>

namespace services {

class TenantSession;

using Eligibilities = QHash<QString, domain::Eligibility>; ///< by identity id

/// How everybody of an event stands, read from SailPoint; who cannot be read does not stand well enough. Thread: the
/// GUI's or main.
class EligibilityReader : public QObject
{
    Q_OBJECT
public:
    EligibilityReader(TenantSession &tenantSession, Context &context, QObject *parent = nullptr);
    core::Async<Eligibilities> eligibilities(const domain::TriggerEvent &event, int requiredIal);

private:
    TenantSession &m_tenantSession;
    Context &m_context;
};

} // namespace services
