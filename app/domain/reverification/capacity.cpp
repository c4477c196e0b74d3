#include "domain/reverification/capacity.h"

namespace domain {

LoadAdvice spread(const QList<WeekLoad> &weeks, qint64 capacity)
{
    LoadAdvice out;
    if (capacity <= 0)
        return out;
    qint64 carried = 0; // from later weeks, still without a place
    for (qsizetype i = weeks.size() - 1; i >= 0; --i) {
        const qint64 excess = weeks.at(i).due - capacity;
        if (excess > 0) {
            out.over.prepend(weeks.at(i).from);
            out.early += excess;
        }
        carried = std::max<qint64>(0, carried + excess);
    }
    out.unplaced = carried;
    return out;
}

} // namespace domain
