#pragma once
#include "core/clock.h"
#include <QString>
#include <chrono>
#include <memory>
#include <vector>

namespace net {

/// Keeps a client under a vendor's published rate.
class RateLimiter
{
public:
    virtual ~RateLimiter() = default;
    /// Takes the next free slot and returns how long to wait for it. `now` in UTC ms.
    virtual std::chrono::milliseconds reserve(core::Instant now) = 0;
};

class NoLimiter final : public RateLimiter
{
public:
    std::chrono::milliseconds reserve(core::Instant) override { return std::chrono::milliseconds(0); }
};

/// At most `limit` sends in any `window`, exactly. With a path, every process that names the same file shares it.
class WindowLimiter final : public RateLimiter
{
public:
    WindowLimiter(int limit, std::chrono::milliseconds window, QString sharedFile = {});
    std::chrono::milliseconds reserve(core::Instant now) override;

private:
    std::chrono::milliseconds reserveIn(std::vector<core::Instant> &slots_, core::Instant now) const;
    size_t m_limit;
    std::chrono::milliseconds m_window;
    QString m_file;
    std::vector<core::Instant> m_slots; ///< times of the last `limit` sends, oldest first
};

} // namespace net
