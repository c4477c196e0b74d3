#pragma once
#include "domain/verification/writeback/writeback.h"
#include <QJsonArray>

namespace net::sailpoint {

/// The changes of a result as SailPoint takes them: a JSON Patch, empty for nothing to write.
QJsonArray attributePatch(const QList<domain::AttributeWrite> &writes);

} // namespace net::sailpoint
