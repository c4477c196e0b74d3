#pragma once
#include "domain/verification/sessionlog.h"
#include "domain/verification/sessionwatch.h"
#include "ui/charts/timeline.h"
#include <optional>

namespace ui {

/// A note of a session as a line of its timeline; a kind that this version does not know is shown by its word.
TimelineEntry timelineEntry(const domain::SessionNote &note);
/// What is expected next, by what the watch shows; nothing once the session, or one of its notes, is an end.
std::optional<TimelineEntry> nextEntry(const domain::Session &session, const domain::Watch &watch,
    const QList<domain::SessionNote> &notes, core::Instant now);

} // namespace ui
