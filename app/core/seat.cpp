#include "core/seat.h"
#include <QSysInfo>

namespace core {

QString thisSeat()
{
    static const QString name = [] {
        const QString host = QSysInfo::machineHostName().trimmed().left(64);
        return host.isEmpty() ? QStringLiteral("unnamed") : host;
    }();
    return name;
}

} // namespace core
