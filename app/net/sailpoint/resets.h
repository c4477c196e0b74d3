#pragma once
#include "net/sailpoint/api.h"

namespace net::sailpoint {

/// POST /identities/{id}/verification/account/send: SailPoint's password-reset mail, valid for two hours. Sent once,
/// never again by itself. Needs a token with a user and idn:password:user-invite. Source: v2024, experimental.
core::Async<core::Unit> sendAccountReset(
    Api &api, const core::IdentityId &id, const QString &via, const QString &sourceName);

} // namespace net::sailpoint
