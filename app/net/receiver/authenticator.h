#pragma once
#include "core/clock.h"
#include "core/secret.h"
#include "domain/callbacks/callback.h"
#include "httpd/message.h"
#include <optional>

namespace net {

/// The secrets that a sender may prove. Two, so that one can be replaced without a gap.
struct ReceiverSecrets
{
    core::SecretPtr current;
    core::SecretPtr next; ///< may be null
};

/// What the check of a request found.
struct Proof
{
    std::optional<domain::CallbackVerdict> refusal;
    domain::CallbackTrust trust = domain::CallbackTrust::None;
    QByteArray id; ///< the signed message id; empty when the scheme has none
    std::optional<core::Instant> signedAt;
    int key = 0; ///< 1 current, 2 next; 0 without a secret
};

/// Decides over raw bytes, before anything is parsed. Secrets are compared as keyed digests of one length, in constant
/// time. Thread: any, one at a time.
///
/// Secrets by mode: bearer and header the value; basic "name:password"; hmac the key, or "whsec_" and base64 of it
/// (where the signature is not in Standard Webhooks' form, the text with its prefix is a key, too: some senders sign
/// with that); ed25519 the public key (32 bytes) in base64, or "whpk_" and that.
class Authenticator
{
public:
    Authenticator(const domain::ReceiverSettings &settings, ReceiverSecrets secrets);
    Proof check(const httpd::Request &request, core::Instant now) const;
    /// A header that this way of signing in, or the reading of the body, rests on is there more than once (any case,
    /// any value): what stands between a sender and this receiver may take another of them than we do.
    bool isDoubled(const httpd::Request &request) const;

private:
    Proof checkShared(const QByteArray &given) const;
    Proof checkSigned(const httpd::Request &request, core::Instant now) const;
    bool isSignature(const QByteArray &signature, const QByteArray &text, const core::Secret &key) const;
    domain::ReceiverSettings m_settings;
    ReceiverSecrets m_secrets;
    QByteArray m_blind; ///< random key of the comparison
};

/// The key of an HMAC secret: "whsec_" (Standard Webhooks) is followed by base64, anything else is the key itself.
QByteArray hmacKey(const core::Secret &secret);

/// A fault of the secret for this mode (an Ed25519 key of the wrong length, "basic" without a colon), or nothing.
std::optional<core::Error> secretFault(domain::CallbackAuth auth, const core::SecretPtr &secret,
    domain::SignatureScheme::Format format = domain::SignatureScheme::Format::Tokens);

} // namespace net
