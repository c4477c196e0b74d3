#include "ui/sessions/sessionsigns.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/verifier.h"

namespace ui {

domain::SessionSigns signsOf(services::TenantSession &w, const domain::Session &s, int callbacks)
{
    const domain::Tenant &tenant = w.tenant();
    auto &monitor = w.verifier().monitor();
    domain::SessionSigns signs;
    if (const auto fault = monitor.lastFault(s.id)) {
        signs.field = fault->field;
        signs.word = fault->word;
        if (fault->word.isEmpty()) // else it was answered
            signs.lastFault = fault->code;
    }
    signs.hasQuery = domain::hasStatusQuery(tenant.provider);
    signs.hasCallbackAddress = s.hasNonce || !tenant.callbackBaseUrl.isEmpty();
    signs.isReceiving = w.receiving().isListening();
    signs.callbacks = callbacks;
    signs.skewMs = w.reach().provider().skewMs;
    signs.watch = monitor.watchOf(s);
    return signs;
}

} // namespace ui
