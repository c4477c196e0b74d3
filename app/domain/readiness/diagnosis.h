#pragma once
#include "core/error.h"
#include "domain/verification/sessionwatch.h"

namespace domain {

/// What is known when a session hangs.
struct SessionSigns
{
    std::optional<core::ErrorCode> lastFault; ///< of the last status query; nothing when it was answered
    QString field;                            ///< of its answer, that cannot be used; empty otherwise
    QString word;                             ///< of its answer's status, that is not known; empty otherwise
    bool hasQuery = true;
    bool hasCallbackAddress = false;
    bool isReceiving = false; ///< this console's receiver runs
    int callbacks = 0;        ///< received for this session
    qint64 skewMs = 0;        ///< the provider's clock less ours
    Watch watch;              ///< watchOf() the session: whether its last query was answered lately
};

enum class Diagnosis {
    ProviderSilent,   ///< status queries get no answer
    WrongPath,        ///< the provider answers "not found": the status path, or the session is gone
    NotAllowed,       ///< the key is no longer accepted
    UnknownWord,      ///< the provider answers with a status word that nobody here knows
    UnreadableAnswer, ///< the provider answers, and the answer cannot be used
    ClockWrong,       ///< more than a minute apart
    ReceiverOff,      ///< a callback address was given, and nothing listens here
    CallbackMissing,  ///< a callback address was given, none came
    LinkOver,         ///< the link's lifetime is over
    NotFinished,      ///< everything works, and the provider said so lately: the person has not finished
    NotChecked, ///< no fault is known, and nobody was answered lately: whether the person has finished is not known
};

constexpr core::Instant quietFor = 2 * core::minuteMs;

/// Empty while there is nothing to wonder about: closed, or younger than two minutes and not answered in a way that
/// cannot be understood. The likeliest first.
QList<Diagnosis> diagnose(const Session &session, const SessionSigns &signs, core::Instant now);
/// A sentence with the way out, translated; names the word, field or time of the signs where the diagnosis is about
/// one. `now` in UTC ms: a time of today is said without its day.
QString diagnosisText(Diagnosis d, const SessionSigns &signs = {}, core::Instant now = 0);

/// Beyond 60 s a warning, beyond 300 s signatures are refused.
enum class Skew { Fine, Warn, Refuse };
Skew skewOf(qint64 skewMs);
/// "This computer's clock is 6 minutes slow." Empty when it is fine.
QString skewText(qint64 skewMs);

} // namespace domain
