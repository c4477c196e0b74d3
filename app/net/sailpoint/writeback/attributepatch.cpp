#include "net/sailpoint/writeback/attributepatch.h"
#include <QJsonObject>

namespace net::sailpoint {

QJsonArray attributePatch(const QList<domain::AttributeWrite> &writes)
{
    QJsonArray patch;
    for (const auto &w : writes)
        patch.append(QJsonObject{{QStringLiteral("op"), QStringLiteral("add")},
            {QStringLiteral("path"), QStringLiteral("/attributes/") + w.attribute},
            {QStringLiteral("value"), w.value}});
    return patch;
}

} // namespace net::sailpoint
