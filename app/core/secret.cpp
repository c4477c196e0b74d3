#include "core/secret.h"
#include "core/secretmask.h"
#include <cstring>
#include <string.h>

namespace core {

static void zero(void *p, size_t n)
{
    if (n)
        explicit_bzero(p, n);
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.wipe();
    }
    return *this;
}

SecretPtr makeSecret(QByteArrayView bytes)
{
    auto secret = std::make_shared<const Secret>(bytes);
    watchSecret(secret);
    return secret;
}

void Secret::wipe()
{
    zero(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        zero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (text.isDetached())
        zero(text.data(), size_t(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace core
