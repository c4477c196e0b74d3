#pragma once
#include "core/clock.h"
#include "domain/callback.h"
#include "domain/judgement.h"
#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace net {

/// Strict JSON: UTF-8, one object, at most 32 levels, no key twice in an object. Nothing otherwise.
std::optional<QJsonObject> strictObject(const QByteArray &body);

/// The allow-listed fields of a provider's answer or callback; everything else never leaves this function.
domain::ProviderResult resultFrom(const QJsonObject &object, const QStringList &sessionIdAt, core::Instant now);

/// RFC 6901; undefined when the pointer leads nowhere.
QJsonValue atPointer(const QJsonObject &root, const QString &pointer);
/// The first of the pointers that leads to something other than null.
QJsonValue firstAt(const QJsonObject &root, const QStringList &pointers);

} // namespace net
