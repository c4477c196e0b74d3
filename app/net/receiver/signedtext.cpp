#include "net/receiver/signedtext.h"
#include <algorithm>

namespace net {

QByteArray signedText(
    const domain::SignatureScheme &scheme, const QByteArray &id, const QByteArray &stamp, const QByteArray &body)
{
    const QByteArray pattern = scheme.signedText.toUtf8();
    const std::pair<QByteArrayView, const QByteArray &> parts[] = {{"{id}", id}, {"{ts}", stamp}, {"{body}", body}};
    QByteArray out;
    out.reserve(pattern.size() + id.size() + stamp.size() + body.size());
    for (qsizetype at = 0; at < pattern.size();) {
        const auto *part = std::find_if(std::begin(parts), std::end(parts),
            [&](const auto &p) { return QByteArrayView(pattern).sliced(at).startsWith(p.first); });
        if (part == std::end(parts)) {
            out += pattern.at(at++);
        } else {
            out += part->second;
            at += part->first.size();
        }
    }
    return out;
}

std::optional<core::Instant> stampedAt(const QByteArray &stamp)
{
    const bool isDigits = std::all_of(stamp.begin(), stamp.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isDigits || stamp.isEmpty() || stamp.startsWith('0') || (stamp.size() > 10 && stamp.size() != 13))
        return std::nullopt;
    const qint64 number = stamp.toLongLong();
    if (stamp.size() == 13)
        return number;
    return number <= 4'000'000'000 ? std::optional<core::Instant>(number * 1000) : std::nullopt;
}

} // namespace net
