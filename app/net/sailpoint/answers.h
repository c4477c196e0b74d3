#pragma once
#include "net/http/http.h"
#include <QJsonArray>
#include <QJsonObject>

namespace net {

/// The error of a non-2xx answer in any of the vendors' shapes (contract 4.1); `text` stays ours, the vendor's goes
/// into `detail`.
core::Error errorFrom(const HttpResponse &response);
/// 2xx and a JSON object or array; anything else is the error of it.
core::Result<QJsonObject> objectFrom(const HttpResponse &response);
core::Result<QJsonArray> arrayFrom(const HttpResponse &response);
core::Error protocolError(const HttpResponse &response, const QString &what);

} // namespace net
