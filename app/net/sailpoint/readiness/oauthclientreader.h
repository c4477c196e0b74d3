#pragma once
#include "domain/readiness/oauthclient.h"
#include <QJsonArray>
#include <QList>

namespace net::sailpoint {

/// One for each entry of /oauth-clients. Enabled is only what says so with true.
QList<domain::OauthClient> oauthClientsFrom(const QJsonArray &list);

} // namespace net::sailpoint
