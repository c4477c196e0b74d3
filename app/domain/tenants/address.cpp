#include "domain/tenants/address.h"
#include <QByteArray>
#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <optional>

namespace domain {

namespace {

using Bytes = std::array<unsigned char, 16>;

/// Of IPv4 the form inside IPv6.
std::optional<Bytes> parsed(const QString &text)
{
    const QByteArray plain = text.toLatin1();
    Bytes out{};
    if (plain.size() != text.size() || plain.contains('\0'))
        return std::nullopt;
    in_addr v4{};
    if (inet_pton(AF_INET, plain.constData(), &v4) == 1) {
        out[10] = out[11] = 0xff;
        const auto *from = reinterpret_cast<const unsigned char *>(&v4);
        std::copy(from, from + 4, out.begin() + 12);
        return out;
    }
    if (inet_pton(AF_INET6, plain.constData(), out.data()) == 1)
        return out;
    return std::nullopt;
}

bool isZero(const unsigned char *from, const unsigned char *to)
{
    return std::all_of(from, to, [](unsigned char c) { return c == 0; });
}

bool isMapped(const Bytes &b)
{
    return isZero(b.data(), b.data() + 10) && b[10] == 0xff && b[11] == 0xff;
}

} // namespace

bool isLoopbackAddress(const QString &text)
{
    const auto b = parsed(text);
    return b && (isMapped(*b) ? (*b)[12] == 127 : isZero(b->data(), b->data() + 15) && (*b)[15] == 1);
}

bool isAnyAddress(const QString &text)
{
    const auto b = parsed(text);
    return b && (isMapped(*b) ? isZero(b->data() + 12, b->data() + 16) : isZero(b->data(), b->data() + 16));
}

} // namespace domain
