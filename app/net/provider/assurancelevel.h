#pragma once
#include "core/clock.h"
#include "core/ids.h"
#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace net {

/// When a session began and ended, by the provider's own words; absent where it does not say.
struct SessionTime
{
    std::optional<core::Instant> startedAt;
    std::optional<core::Instant> completedAt;
};

/// The level that one statement names; `more` are JSON pointers to further places to look at.
std::optional<int> levelIn(const QJsonObject &statement, const QStringList &more = {});

/// The level that an answer about a user states for this session: the statement names the session, or, where it names
/// none, was completed within the session's time. Nothing when there is no such statement, or two that differ: an
/// earlier session's level is not this one's.
std::optional<int> levelOfSession(
    const QJsonObject &answer, const core::ProviderSessionId &session, const SessionTime &time, core::Instant now);

} // namespace net
