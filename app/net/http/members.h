#pragma once
#include "core/clock.h"
#include <QJsonObject>
#include <QStringList>
#include <optional>

// Members of a vendor's object where another type than expected, null and a missing member are all "nothing".
namespace net {

QString memberText(const QJsonObject &object, const char *key);
QJsonObject memberObject(const QJsonObject &object, const char *key);
/// The first of the keys that has a text.
QString firstMemberText(const QJsonObject &object, std::initializer_list<const char *> keys);
/// A whole number of 0 or more, as a number (12, 12.0) or as a text ("12").
std::optional<int> memberCount(const QJsonObject &object, const char *key);
/// true, false, 1 and 0, also as texts, letter case aside.
std::optional<bool> memberFlag(const QJsonObject &object, const char *key);
/// Text or number, as domain::parseInstant() reads it; may lie ahead.
std::optional<core::Instant> memberInstant(const QJsonObject &object, const char *key);
/// Text only, the same.
std::optional<core::Instant> memberInstantText(const QJsonObject &object, const char *key);

} // namespace net
