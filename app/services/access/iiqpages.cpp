#include "services/access/iiqpages.h"
#include <QCoreApplication>

namespace services {

// An address that is not there means: no plug-in. What that is for a person, in their words.
core::Error iiqPageFault(core::Error e)
{
    if (e.code != core::ErrorCode::NotFound && e.code != core::ErrorCode::Protocol)
        return e;
    e.text = QCoreApplication::translate("Approvals", "The approvals plug-in does not answer. Decide in IdentityIQ, or "
                                                      "name the plug-in's address: Settings, Tenants, Approvals…");
    e.reason = core::ErrorReason::Explained;
    return e;
}

} // namespace services
