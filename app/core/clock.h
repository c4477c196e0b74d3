#pragma once
#include <QtGlobal>

namespace core {

/// UTC milliseconds since 1970-01-01. Every instant in the product is one of these; "no instant" is std::optional.
using Instant = qint64;

constexpr Instant secondMs = 1000;
constexpr Instant minuteMs = 60 * secondMs;
constexpr Instant hourMs = 60 * minuteMs;
constexpr Instant dayMs = 24 * hourMs;

/// The time, injectable. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override;
};

} // namespace core
