#include "services/audit/trailverdict.h"
#include <QCoreApplication>
#include <QLocale>

namespace services {

TrailVerdict verdictOf(const TrailState &s)
{
    if (s.kind == TrailState::Broken)
        return TrailVerdict::Broken;
    if (s.kind != TrailState::Whole)
        return TrailVerdict::Unknown;
    if (!s.rowProblem.isEmpty())
        return TrailVerdict::RowsDiffer;
    return s.anchoredUpTo > 0 ? TrailVerdict::Anchored : TrailVerdict::NotAnchored;
}

QString verdictText(const TrailState &s)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("AuditTrail", text); };
    const auto number = [](qint64 n) { return QLocale().toString(n); };
    switch (verdictOf(s)) {
    case TrailVerdict::Unknown: return say(QT_TRANSLATE_NOOP("AuditTrail", "The log was not checked yet."));
    case TrailVerdict::Broken: return s.why;
    case TrailVerdict::RowsDiffer: return s.rowProblem;
    case TrailVerdict::NotAnchored:
        return say(QT_TRANSLATE_NOOP("AuditTrail", "%1 entries hang together, but nothing outside the log remembers "
                                                   "them: cut off or exchanged as a whole, it would look the same. %2"))
            .arg(number(s.entries), s.notAnchoredWhy);
    case TrailVerdict::Anchored: break;
    }
    if (s.anchoredUpTo >= s.entries)
        return say(QT_TRANSLATE_NOOP(
                       "AuditTrail", "%1 entries, complete and unchanged, as they are remembered outside the log."))
            .arg(number(s.entries));
    return say(QT_TRANSLATE_NOOP("AuditTrail",
                   "%1 entries, unchanged, and complete up to entry %2, which is remembered outside the "
                   "log. The entries after it hang together, and nothing remembers them yet."))
        .arg(number(s.entries), number(s.anchoredUpTo));
}

} // namespace services
