#pragma once
#include "core/error.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/conditions.h"
#include "domain/verification/sessionlog.h"
#include "domain/verification/sessionwatch.h"
#include "ui/charts/timeline.h"
#include <functional>
#include <optional>

class QWidget;

namespace services {
struct WatchFault;
}

namespace ui {

/// The words of a session's state (design 7.3). They never reveal personal data.
QString sessionHeadline(const domain::Session &session);
QString sessionFact(const domain::Session &session, bool canCancel, bool isLinkKnown);
/// What the last status query did not understand, by the name of its word or field; empty when there is nothing to say.
QString unreadSentence(const std::optional<services::WatchFault> &fault);
/// `lookedAt`: when SailPoint was last read for it, UTC ms; nothing: not by this process.
QString writeBackSentence(
    const domain::Session &session, const domain::Tenant &tenant, std::optional<core::Instant> lookedAt = {});
QString holdSentence(const QString &causeKey);
/// What a session's notes tell about the user that the answer named.
std::optional<bool> isSameUser(const QList<domain::SessionNote> &notes);
/// The name of a condition, and what is known of it for this session.
QString conditionName(domain::Condition condition);
QString conditionText(domain::Condition condition, domain::GateMark mark, const domain::Session &session);
/// One row for each condition of a session that has a result; for one without, that nothing was received.
QList<std::pair<QString, QString>> evidenceRows(const domain::Session &session, const QList<domain::SessionNote> &notes,
    const QStringList &heldDifferences, core::Instant now);
/// Where a result came from.
QString sourceText(const QString &key);
TimelineEntry timelineEntry(const domain::SessionNote &note);
/// What is expected next, by what the watch shows; nothing once the session, or one of its notes, is an end.
std::optional<TimelineEntry> nextEntry(const domain::Session &session, const domain::Watch &watch,
    const QList<domain::SessionNote> &notes, core::Instant now);
/// Why the link was not sent again, in one text.
QString sendAgainProblem(const core::Error &error);
/// Asks before a verification is ended; `then` runs after yes.
void confirmStop(QWidget *parent, const domain::Session &session, bool hasCancelCall, std::function<void()> then);

} // namespace ui
