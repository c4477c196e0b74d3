#include "net/receiver/authenticator.h"
#include <cstdint>

// Headers of every scheme against a secret that the input cannot know: nothing may pass.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 4)
        return 0;
    static const auto secret = core::makeSecret(QByteArrayLiteral("0123456789abcdef0123456789abcdef"));
    static const auto publicKey = core::makeSecret(QByteArrayLiteral("PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="));
    domain::ReceiverSettings s;
    const auto presets = domain::signaturePresets();
    s.scheme = *domain::signaturePreset(presets.at(data[0] % presets.size()));
    s.auth = domain::CallbackAuth(1 + data[1] % (domain::callbackAuthCount - 1));
    const net::Authenticator a(s, {s.auth == domain::CallbackAuth::Ed25519 ? publicKey : secret, {}});
    const size_t cut = 4 + data[2] % std::max<size_t>(1, size - 3);
    const QByteArray header(reinterpret_cast<const char *>(data + 4),
        qsizetype(std::min(size, cut) - std::min<size_t>(4, std::min(size, cut))));
    httpd::Request r;
    r.body = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const char *name :
        {"webhook-signature", "webhook-timestamp", "webhook-id", "X-Signature", "Authorization", "X-Api-Key"})
        r.headers.append({name, header});
    const auto proof = a.check(r, 1'800'000'000'000);
    const bool knows = header.contains("0123456789abcdef0123456789abcdef") ||
                       QByteArray::fromBase64(header.mid(6)).contains("0123456789abcdef0123456789abcdef");
    if (!proof.refusal && !knows)
        __builtin_trap();
    return 0;
}
