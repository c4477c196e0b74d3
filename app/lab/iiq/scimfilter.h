#pragma once
#include <QJsonObject>
#include <QString>
#include <functional>
#include <optional>

namespace lab {

/// A filter of SCIM 2.0 (RFC 7644 3.4.2.2): eq, ne, co, sw, ew, pr, gt, ge, lt, le, and, or, not, groups in round
/// brackets and "emails[type eq "work"]". Text ignores case but in ids and versions; times are compared as times.
/// Nothing for what is no filter, or asks for an attribute that is none (`isKnown`, without the name of a part in
/// square brackets). Pure.
std::optional<std::function<bool(const QJsonObject &)>> scimFilter(
    const QString &text, const std::function<bool(const QString &)> &isKnown);

} // namespace lab
