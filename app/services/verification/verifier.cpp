#include "services/verification/verifier.h"
#include "services/callbacks/callbackinbox.h"
#include "services/tenants/internal/tenantconnections.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/resultapplier.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessionoverlays.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/writeback.h"

namespace services {

Verifier::Verifier(
    TenantConnections &connections, Context &context, IdentityDirectory &directory, SessionOverlays &overlays)
    : m_context(context), m_sessions(std::make_unique<Sessions>(connections.tenant.id, context)),
      m_links(std::make_unique<InvitationLinks>()),
      m_writeBack(std::make_unique<WriteBack>(connections, context, directory)),
      m_applier(std::make_unique<ResultApplier>(connections, context, *m_sessions)),
      m_control(std::make_unique<SessionControl>(connections, context, *m_sessions)),
      m_starter(std::make_unique<SessionStarter>(connections, context, *m_sessions, *m_control, *m_links, directory)),
      m_monitor(
          std::make_unique<SessionMonitor>(connections, context, *m_sessions, *m_applier, *m_links, *m_writeBack)),
      m_inbox(std::make_unique<CallbackInbox>(connections, context, *m_applier, *m_monitor))
{
    connect(m_sessions.get(), &Sessions::settled, this, [this, &overlays](const domain::Session &s) {
        // All sessions of the person decide together, by the ledger's one rule.
        overlays.apply();
        if (!domain::isOpen(s.state)) {
            m_links->remove(s.id);
            if (s.source != domain::sourceCallback) { // else the query is still to agree, at its pace
                m_monitor->forget(s.id);
                m_applier->forget(s.id);
            }
        }
        m_writeBack->advance(s, false);
    });
}

Verifier::~Verifier()
{
    // Steps that are queued on the ledger's thread read these objects: they run first.
    m_context.ledger->file().drain();
}

} // namespace services
