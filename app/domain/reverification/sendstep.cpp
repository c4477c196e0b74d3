#include "domain/reverification/sendstep.h"
#include <QCoreApplication>

namespace domain {

using core::ErrorCode;

SendStep stepAfter(SendOutcome outcome, SendStreak &streak)
{
    constexpr int mostRefused = 5;
    constexpr int mostUnanswered = 3;
    switch (outcome) {
    case SendOutcome::Sent:
    case SendOutcome::Reminded: streak = {}; return SendStep::NextPerson;
    case SendOutcome::Unanswered: // whoever does not answer gets no next one at once
        streak.refused = 0;
        return ++streak.hindered >= mostUnanswered ? SendStep::Pause : SendStep::NextAfterBreath;
    case SendOutcome::ReminderUnanswered:
        return ++streak.hindered >= mostUnanswered ? SendStep::Pause : SendStep::NextPerson;
    case SendOutcome::Refused:
    case SendOutcome::Gone:
    case SendOutcome::ReminderRefused: return ++streak.refused >= mostRefused ? SendStep::Pause : SendStep::NextPerson;
    }
    return SendStep::Pause;
}

static const char *pauseSentence(SendOutcome outcome)
{
    switch (outcome) {
    case SendOutcome::Unanswered:
        return QT_TRANSLATE_NOOP("Campaigns", "The provider did not answer three times in a row. "
                                              "Those three may have a link; the others have none.");
    case SendOutcome::Refused:
        return QT_TRANSLATE_NOOP(
            "Campaigns", "The provider refused five requests in a row. Look at the sessions for its reason.");
    case SendOutcome::Gone:
        return QT_TRANSLATE_NOOP("Campaigns", "SailPoint knew none of five people in a row. Is it the right address?");
    case SendOutcome::ReminderUnanswered:
        return QT_TRANSLATE_NOOP("Campaigns", "SailPoint did not answer three times in a row. Those three may "
                                              "have been reminded; nobody is reminded twice.");
    case SendOutcome::ReminderRefused:
        return QT_TRANSLATE_NOOP("Campaigns", "SailPoint did not run the workflow five times in a row. Is it "
                                              "switched on, and does it have an external trigger?");
    case SendOutcome::Sent:
    case SendOutcome::Reminded: break; // never a reason
    }
    return "";
}

QString pauseReason(SendOutcome outcome)
{
    return QCoreApplication::translate("Campaigns", pauseSentence(outcome));
}

std::optional<core::Instant> waitAfter(const core::Error &e, SendStreak &streak)
{
    constexpr int mostHindered = 10;
    const bool isForNow = e.code == ErrorCode::RateLimited || e.code == ErrorCode::Offline ||
                          e.code == ErrorCode::Timeout || e.code == ErrorCode::Server;
    streak.hindered += e.code == ErrorCode::RateLimited ? 0 : 1;
    if (!isForNow || streak.hindered >= mostHindered)
        return std::nullopt;
    const qint64 seconds = e.retryAfter ? std::clamp<qint64>(e.retryAfter->count(), 1, 3600) : 30;
    return seconds * core::secondMs;
}

bool isAboutPerson(const core::Error &e)
{
    return e.code == ErrorCode::Rejected || e.code == ErrorCode::NotFound || e.code == ErrorCode::Conflict;
}

} // namespace domain
