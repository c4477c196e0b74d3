#pragma once
#include "net/sailpoint/identityactions.h"
#include <QJsonDocument>

namespace net::sailpoint {

/// 2xx of a change: the task that the answer names, when it names one.
core::Result<Accepted> accepted(const HttpResponse &response);
/// A call with a JSON body that is sent once.
Call bodyCall(const char *method, const QString &service, const QString &rest, const QJsonDocument &body);
/// A call that only looks, and may be repeated.
Call readCall(const QString &service, const QString &rest, const QString &operation, const QByteArray &query = {});
/// "/{id}" with the id in place, encoded.
QString idSegment(const QString &id);

} // namespace net::sailpoint
