#include "core/clock.h"
#include <QDateTime>

namespace core {

Instant SystemClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace core
