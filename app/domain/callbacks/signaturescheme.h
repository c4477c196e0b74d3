#pragma once
#include "core/result.h"
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace domain {

/// Where a signature stands and what it covers.
struct SignatureScheme
{
    enum class Format { Plain, Timestamped, Tokens };
    /// Plain: prefix + signature. Timestamped: "t=…,v1=…" in one header. Tokens: "v1,… v1,…", blank between them.
    Format format = Format::Tokens;
    QString header = QStringLiteral("webhook-signature");
    /// Digits, seconds or milliseconds by their length; empty: none is signed.
    QString timestampHeader = QStringLiteral("webhook-timestamp");
    QString idHeader = QStringLiteral("webhook-id"); ///< empty: none
    QString prefix;                                  ///< Plain only, for example "sha256="
    bool isHex = false;                              ///< otherwise base64
    /// What is signed: {body} once, {ts} and {id} where they are signed, too, and any text between them.
    QString signedText = QStringLiteral("{id}.{ts}.{body}");
    friend bool operator==(const SignatureScheme &, const SignatureScheme &) = default;
};
/// "standard-webhooks", "svix", "stripe", "github", and two without a name of their own: "timestamped", "plain".
QStringList signaturePresets();
std::optional<SignatureScheme> signaturePreset(const QString &name);
/// `said` where that preset is this scheme, else another that is, else "own".
QString nameOfScheme(const SignatureScheme &scheme, const QString &said);
/// Every fault with its field: "signature-header", "timestamp-header", "id-header", "signed-text", "signature-prefix".
QList<core::Error> validate(const SignatureScheme &scheme);
/// A header field name of RFC 9110: token characters only.
bool isHeaderName(const QString &name);

} // namespace domain
