#pragma once
#include "domain/callbacks/callback.h"
#include <QByteArray>

namespace net {

/// The bytes that a signature of this scheme covers: its template, with the message's id, its time stamp and its body
/// as they were sent. What these hold is not looked at for placeholders.
QByteArray signedText(
    const domain::SignatureScheme &scheme, const QByteArray &id, const QByteArray &stamp, const QByteArray &body);

/// The moment of a time stamp in digits, one way to write it: at most ten are seconds, 13 milliseconds; nothing for
/// anything else. UTC ms.
std::optional<core::Instant> stampedAt(const QByteArray &stamp);

} // namespace net
