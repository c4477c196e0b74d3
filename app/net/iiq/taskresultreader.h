#pragma once
#include "domain/operations/operation.h"
#include <QJsonObject>

namespace net::iiq {

/// A SCIM TaskResult. Good are "Success" and "Warning" only; without a word it is not over.
domain::TaskState taskStateFrom(const QJsonObject &result);

} // namespace net::iiq
