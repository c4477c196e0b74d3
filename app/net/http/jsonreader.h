#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "domain/callbacks/callback.h"
#include "domain/tenants/tenant.h"
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

/// What stands where the profile says that a field of such a message is.
AnswerFields fieldsOf(const FieldReader &reader, const domain::ProviderProfile &profile, domain::ResultSource source,
    domain::ResultField field);

/// The allow-listed fields of a status answer or of a callback; everything else never leaves this function. Both
/// sources are read here and nowhere else. Protocol, with the field's name, when a field cannot be used, or when the
/// session or the status is not named. Where a field stands and what its word means: the profile.
core::Result<domain::ProviderResult> resultFrom(
    const QJsonObject &object, const domain::ProviderProfile &profile, domain::ResultSource source, core::Instant now);
/// readObject() and resultFrom().
core::Result<domain::ProviderResult> readResult(
    const QByteArray &body, const domain::ProviderProfile &profile, domain::ResultSource source, core::Instant now);

} // namespace net
