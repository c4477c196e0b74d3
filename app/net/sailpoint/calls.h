#pragma once
#include "net/sailpoint/identityactions.h"
#include <QJsonDocument>

namespace net::sailpoint {

/// 2xx of a change: the task that the answer names, when it names one.
core::Result<Accepted> accepted(const HttpResponse &response);
/// A call with a JSON body that is sent once.
Call bodyCall(const char *method, const QString &service, const QString &rest, const QJsonDocument &body);

} // namespace net::sailpoint
