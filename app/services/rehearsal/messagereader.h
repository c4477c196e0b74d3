#pragma once
#include "core/clock.h"
#include "domain/rehearsal/mappingproposal.h"

namespace services {

/// Each field of an answer or a callback as the reader of the real ones finds it, without what it says of a person. The
/// session is usable where it is `session`. `now` UTC ms.
QList<domain::FieldFound> fieldsFound(const QJsonObject &message, const domain::ProviderProfile &profile,
    domain::ResultSource source, const core::ProviderSessionId &session, core::Instant now);
/// Its status is a word that means an end: it holds a result.
bool isEnd(
    const QJsonObject &message, const domain::ProviderProfile &profile, domain::ResultSource source, core::Instant now);

/// The settings that the provider needs so that this message is read: each place is tried on the message itself.
QList<domain::MappingProposal> proposalsOf(domain::MessageKind kind, const QJsonObject &message,
    const domain::ProviderProfile &profile, const core::ProviderSessionId &session, core::Instant now);

} // namespace services
