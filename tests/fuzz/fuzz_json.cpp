#include "net/http/jsonreader.h"
#include <QJsonDocument>
#include <cstdint>

// The strict reader and what is made of its objects: it never accepts what Qt's reader refuses.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto object = net::readObject(bytes);
    if (!object)
        return 0;
    if (!QJsonDocument::fromJson(bytes).isObject())
        __builtin_trap();
    domain::ProviderProfile profile;
    profile.sessionIdAt = {QStringLiteral("/session_id"), QStringLiteral("/data/0/id"), QStringLiteral("/a~1b")};
    const auto source = data[size - 1] % 2 ? domain::ResultSource::Callback : domain::ResultSource::Answer;
    const auto r = net::resultFrom(*object, profile, source, 1'800'000'000'000);
    if (bool(r) != bool(net::readResult(bytes, profile, source, 1'800'000'000'000)))
        __builtin_trap();
    // What is refused says why; what is read names a session and a word, and nothing of it was cut.
    if (!r && r.error().text.isEmpty())
        __builtin_trap();
    if (r &&
        (r->session.isEmpty() || r->session.str().size() > 200 || r->statusWord.isEmpty() || r->statusWord.size() > 64))
        __builtin_trap();
    if (r && (r->verifiedName.size() > 200 || r->failureReason.size() > 1000))
        __builtin_trap();
    static const QStringList passes{QStringLiteral("verified"), QStringLiteral("passed")};
    if (r && r->status == domain::ProviderStatus::Passed && !passes.contains(domain::statusKey(r->statusWord)))
        __builtin_trap();
    return 0;
}
