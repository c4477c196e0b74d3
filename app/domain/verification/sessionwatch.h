#pragma once
#include "core/error.h"
#include "domain/verification/verification.h"

namespace domain {

/// What may be said about the watch over a session: only what a status query showed.
enum class WatchState {
    Over,       ///< the session is closed, or has no link that could be asked about
    NotAsked,   ///< the provider's profile has no status query: only a callback tells
    FirstAsk,   ///< started a moment ago, no query was answered and none failed yet
    Live,       ///< the last query was answered, within three planned pauses
    NotChecked, ///< the last query failed, or nobody has asked for longer than that
};

struct WatchSigns
{
    bool hasQuery = true;
    std::optional<core::ErrorCode>
        fault; ///< of the last status query of this process; nothing when it was answered or none was sent
    std::optional<std::chrono::milliseconds> pause; ///< the pause that is planned for this session, where it is known
};

struct Watch
{
    WatchState state = WatchState::Over;
    core::Instant checkedAt = 0; ///< UTC ms of the last query that was answered; of the start when there was none
    std::optional<core::ErrorCode> fault;
    friend bool operator==(const Watch &, const Watch &) = default;
};

/// The longest pause that the watch plans for a session of this age: 10 s in the first hour, then 60 s.
std::chrono::milliseconds longestPause(const Session &session, core::Instant now);
/// `now` in UTC ms.
Watch watchOf(const Session &session, const WatchSigns &signs, core::Instant now);
/// What may stand above a list of sessions: the worst of them, the one that is not checked longest first.
Watch worstOf(const QList<Watch> &all);
QString watchKey(WatchState s); ///< "live", "not-checked", …

/// "Not checked since 14:42"; with the day where it is not today. `now` in UTC ms.
QString notCheckedText(const Watch &watch, core::Instant now);
/// Why, and what follows; empty unless it is not checked.
QString notCheckedReason(const Watch &watch);

} // namespace domain
