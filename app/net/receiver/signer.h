#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "core/secret.h"
#include "domain/callbacks/callback.h"
#include <QByteArray>
#include <QList>
#include <utility>

namespace net {

/// The headers with which a sender proves itself to a receiver of these settings: what Authenticator checks, from the
/// other side. Usage for Ed25519, whose private key only the provider has. Thread: any.
core::Result<QList<std::pair<QByteArray, QByteArray>>> proofOf(const domain::ReceiverSettings &settings,
    const core::SecretPtr &secret, const QByteArray &id, const QByteArray &body, core::Instant now);

} // namespace net
