#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "domain/callbacks/callback.h"
#include "domain/verification/resultevaluation.h"
#include "net/http/fields.h"
#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace net {

/// Strict JSON: UTF-8, one object, at most 32 levels, no key twice in an object at any level. Otherwise Protocol, with
/// the key that stands twice as its field.
core::Result<QJsonObject> readObject(const QByteArray &body);

/// The allow-listed fields of a status answer or of a callback; everything else never leaves this function. Both
/// sources are read here and nowhere else. Protocol, with the field's name, when a field cannot be used, or when the
/// session or the status is not named.
core::Result<domain::ProviderResult> resultFrom(
    const QJsonObject &object, const QStringList &sessionIdAt, core::Instant now);
/// readObject() and resultFrom().
core::Result<domain::ProviderResult> readResult(
    const QByteArray &body, const QStringList &sessionIdAt, core::Instant now);

} // namespace net
