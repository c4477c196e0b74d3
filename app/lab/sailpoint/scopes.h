#pragma once
#include "lab/sailpoint/route.h"
#include <QStringList>

namespace lab {

/// Do these scopes allow this call? From SailPoint's published description; shares nothing with the client.
bool scopesAllow(const QStringList &scopes, const Route &where);

} // namespace lab
