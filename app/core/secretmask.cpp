#include "core/secretmask.h"
#include <QByteArray>
#include <QLatin1String>
#include <algorithm>
#include <mutex>
#include <vector>

namespace core {

namespace {

constexpr qsizetype shortest = 8; // shorter ones are words that may stand anywhere

struct Watched
{
    std::mutex mutex;
    std::vector<std::weak_ptr<const Secret>> all;
    size_t pruneAt = 64;
};
Watched &watched()
{
    static auto *one = new Watched; // a log line may come after everything static is gone
    return *one;
}

bool isPlain(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

void replace(QString &text, QByteArrayView bytes)
{
    const QLatin1String plain(bytes.data(), bytes.size());
    for (qsizetype at = text.indexOf(plain); at >= 0; at = text.indexOf(plain, at))
        text.replace(at, plain.size(), QStringLiteral("[secret]"));
}

} // namespace

void watchSecret(const SecretPtr &secret)
{
    const QByteArrayView bytes = secret->reveal();
    if (bytes.size() < shortest || !isPlain(bytes))
        return;
    auto &w = watched();
    const std::lock_guard lock(w.mutex);
    if (w.all.size() >= w.pruneAt) {
        std::erase_if(w.all, [](const auto &s) { return s.expired(); });
        w.pruneAt = 2 * w.all.size() + 64;
    }
    w.all.push_back(secret);
}

QString withoutSecrets(const QString &text)
{
    if (text.size() < shortest)
        return text;
    QString out = text;
    auto &w = watched();
    const std::lock_guard lock(w.mutex);
    for (const auto &weak : w.all) {
        const SecretPtr secret = weak.lock();
        if (!secret || secret->isEmpty())
            continue;
        const QByteArrayView bytes = secret->reveal();
        replace(out, bytes);
        if (!out.contains(QLatin1Char('%')))
            continue;
        QByteArray encoded = bytes.toByteArray().toPercentEncoding();
        if (encoded.size() != bytes.size())
            replace(out, encoded);
        wipe(encoded);
    }
    return out;
}

} // namespace core
