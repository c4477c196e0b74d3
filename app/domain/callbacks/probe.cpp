#include "domain/callbacks/probe.h"
#include "domain/text/strictjson.h"
#include <QCryptographicHash>
#include <algorithm>

namespace domain {

static const QByteArray head = QByteArrayLiteral("{\"idv_console_probe\":\"");
static const QByteArray tail = QByteArrayLiteral("\"}");
static constexpr qsizetype nonceLength = 32;

QByteArray probeBody(const QByteArray &nonce)
{
    return head + nonce + tail;
}

std::optional<QByteArray> probeIn(const QByteArray &body)
{
    const bool isFramed =
        body.size() == head.size() + nonceLength + tail.size() && body.startsWith(head) && body.endsWith(tail);
    if (!isFramed)
        return std::nullopt;
    const QByteArray nonce = body.mid(head.size(), nonceLength);
    const bool isHex = std::all_of(
        nonce.begin(), nonce.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    return isHex ? std::optional(nonce) : std::nullopt;
}

QByteArray probeDigest(const QByteArray &nonce)
{
    return QCryptographicHash::hash(nonce, QCryptographicHash::Sha256).toHex();
}

QJsonObject toJson(const ProbeRecord &r)
{
    return {{QStringLiteral("digest"), QString::fromLatin1(r.digest)}, {QStringLiteral("arrivedAt"), r.arrivedAt},
        {QStringLiteral("proven"), r.isProven}};
}

core::Result<ProbeRecord> probeRecordFromJson(const QJsonObject &json)
{
    StrictObject o(json);
    ProbeRecord r;
    QString digest;
    o.need("digest");
    o.text("digest", digest);
    o.number("arrivedAt", r.arrivedAt);
    o.flag("proven", r.isProven);
    r.digest = digest.toLatin1();
    if (const auto status = o.status(); !status)
        return status.error();
    return r;
}

} // namespace domain
