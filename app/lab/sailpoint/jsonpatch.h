#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <optional>

namespace lab {

/// RFC 6902 with add, remove, replace, test, copy left out; nothing when an operation does not apply or a test fails.
std::optional<QJsonObject> patched(const QJsonObject &document, const QJsonArray &operations);

/// Does it set a value (add, replace)? Accounts and identities take no other.
bool setsValue(const QJsonObject &operation);

} // namespace lab
