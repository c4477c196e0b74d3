#pragma once
#include "core/clock.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/resultevaluation.h"

namespace services {

/// One field of a sample: where it was found, what stands there, and what it would be taken for.
struct SampleField
{
    domain::ResultField field = domain::ResultField::Session;
    QString name;    ///< as the sender wrote it; empty: not found, or one that the provider's kind reads by itself
    QString value;   ///< one line, as it may be shown
    QString meaning; ///< translated; empty where nothing was read
};

struct ResultSample
{
    QList<SampleField> fields; ///< all of them, in the order of the enumeration
    std::optional<domain::ProviderResult> result;
    std::optional<core::Error> fault; ///< why there is no result
    bool isSound() const;             ///< read, and its status is a word that is known
};

/// As much as a receiver may be told to take; a longer one is not read.
constexpr qsizetype mostOfASample = 1024 * 1024;
/// What would be read of a message with this profile, by the reader of the real ones. Nothing is kept. `now` UTC ms.
ResultSample readSample(
    const QByteArray &message, const domain::ProviderProfile &profile, domain::ResultSource source, core::Instant now);

} // namespace services
