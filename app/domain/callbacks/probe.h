#pragma once
#include "core/clock.h"
#include "core/result.h"
#include <QByteArray>
#include <QJsonObject>
#include <optional>

// A message of the console to its own receiver, by way of the callback address: does it arrive? Pure.
namespace domain {

/// {"idv_console_probe":"…"}. `nonce`: 32 hexadecimal digits that nobody else knows.
QByteArray probeBody(const QByteArray &nonce);
/// The nonce of exactly such a body.
std::optional<QByteArray> probeIn(const QByteArray &body);

/// What is kept of a probe while it is on its way, and what the receiver notes of it.
struct ProbeRecord
{
    QByteArray digest; ///< SHA-256 of the nonce
    core::Instant arrivedAt = 0;
    bool isProven = false; ///< the signature that it left with came along whole
};
QByteArray probeDigest(const QByteArray &nonce);
QJsonObject toJson(const ProbeRecord &record);
core::Result<ProbeRecord> probeRecordFromJson(const QJsonObject &json);

} // namespace domain
