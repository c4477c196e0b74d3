#pragma once
#include "domain/callbacks/callback.h"
#include "domain/verification/resultevaluation.h"

namespace domain {

/// A callback that passed the receiver's checks: what is kept of it, and nothing else.
struct Callback
{
    core::TenantId tenant;
    core::Instant at = 0; ///< receipt
    QString peer;
    CallbackTrust trust = CallbackTrust::None;
    int key = 0;          ///< which of the two secrets: 1 or 2; 0 without
    QByteArray replayKey; ///< SHA-256 of mode and message id, or of mode, time stamp and body
    QByteArray bodyHash;  ///< SHA-256 of the raw body
    QByteArray nonceHash; ///< SHA-256 of the query item "n"; empty when it is absent
    qint64 bytes = 0;
    ProviderResult result; ///< the allow-listed fields
};

enum class NonceMatch { Absent, Matched, Wrong };

/// As it stands in the ledger's inbox.
struct InboxEntry
{
    qint64 sequence = 0;
    Callback callback;
    core::SessionId session; ///< empty while quarantined
    NonceMatch nonce = NonceMatch::Absent;
    QString state; ///< "new", "applied", "quarantined", "dismissed"
};

/// Why a person cannot assign an unmatched callback to this session; nothing when it can. Context "UnmatchedCallbacks".
const char *assignmentFault(const InboxEntry &entry, const Session &session);

QJsonObject resultToJson(const ProviderResult &result);
ProviderResult resultFromJson(const QJsonObject &json);

} // namespace domain
