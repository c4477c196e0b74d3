#include "ui/reverification/pastduetext.h"
#include "models/peopletext.h"
#include "ui/reverification/worklist.h"
#include <QLocale>

namespace ui {

QString notStoredText(const domain::StoredFacts &stored)
{
    return stored.pastDue > 0 ? WorkList::tr("of them %L1 verified here, not stored").arg(stored.pastDue) : QString();
}

QString pastDueParts(const domain::StatusCounts &c)
{
    QStringList out;
    for (int i = 0; i < domain::pastDuePartCount; ++i)
        out << QStringLiteral("%1 %2").arg(
            QLocale().toString(c.pastDue[size_t(i)]), models::pastDueText(domain::PastDuePart(i)));
    return out.join(QStringLiteral(" · "));
}

} // namespace ui
