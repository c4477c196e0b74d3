#pragma once
#include "domain/verification/conditions.h"
#include "domain/verification/sessionlog.h"
#include <optional>

// What a session's result rests on, in words.
namespace ui {

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

} // namespace ui
