#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/resultevaluation.h"
#include <QJsonObject>

namespace net {

/// The allow-listed fields of a decrypted result, read as strictly as the seed's. A finished session without a
/// verification is no pass. Protocol, with the field's name, when a field cannot be used, or when the session or its
/// status is not named.
core::Result<domain::ProviderResult> docuVerifyResult(
    const QJsonObject &decrypted, const domain::ProviderProfile &profile, core::Instant now);

} // namespace net
