#pragma once
#include "core/error.h"
#include "domain/sessionlog.h"
#include "domain/sessionwatch.h"
#include "domain/tenant.h"
#include "ui/widgets/timeline.h"
#include <functional>

class QWidget;

namespace ui {

/// The words of a session's state (design 7.3). They never reveal personal data.
QString sessionHeadline(const domain::Session &session);
QString sessionFact(const domain::Session &session, bool canCancel);
QString writeBackSentence(const domain::Session &session, const domain::Tenant &tenant);
QString holdSentence(const QString &causeKey);
/// Where a result came from.
QString sourceText(const QString &key);
TimelineEntry timelineEntry(const domain::SessionNote &note);
/// What is expected next, by what the watch shows; nothing once the session, or one of its notes, is an end.
std::optional<TimelineEntry> nextEntry(const domain::Session &session, const domain::Watch &watch, const QList<domain::SessionNote> &notes, core::Instant now);
/// Why the link was not sent again, in one text.
QString sendAgainProblem(const core::Error &error);
/// Asks before a verification is ended; `then` runs after yes.
void confirmStop(QWidget *parent, const domain::Session &session, bool hasCancelCall, std::function<void()> then);

} // namespace ui
