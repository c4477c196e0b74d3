#pragma once
#include "core/result.h"
#include "core/secret.h"
#include <QByteArray>
#include <functional>

namespace services {

/// A stream under a passphrase: the key by scrypt (RFC 7914), the bytes by AES-256-GCM in pieces, both by OpenSSL. Each
/// piece is sealed with its number and whether it is the last, so that none can be left out, doubled, moved or cut off.
///
/// The file: one line of JSON (what opens it, no secret), then the pieces, each of up to 1 MiB and 16 bytes of tag. The
/// line is sealed with every piece.
struct BackupCipher
{
    /// Takes the next plain or sealed bytes; an error ends it.
    using Sink = std::function<core::Status(const QByteArray &)>;
    /// Up to so many bytes; fewer only at the end. Empty: that was all.
    using Source = std::function<core::Result<QByteArray>(qint64 most)>;

    /// Internal when OpenSSL refuses; what source and sink return.
    static core::Status seal(const core::SecretPtr &passphrase, const Source &plain, const Sink &sealed);
    /// Usage with the field "file" for what is no backup; Unauthorized for a wrong passphrase, or a file that was
    /// changed: the two cannot be told apart. What was handed to `plain` before an error must not be used.
    static core::Status open(const core::SecretPtr &passphrase, const Source &sealed, const Sink &plain);
    /// At least so many characters, by decision: a backup is tried without end by whoever has the file.
    static constexpr int shortestPassphrase = 12;
};

} // namespace services
