#pragma once
#include "core/clock.h"
#include <atomic>

namespace support {

/// The clock of the tests: it stands at an instant until it is moved, or goes with this computer's and is set off from
/// it. Instants and steps are UTC milliseconds. Thread-safe.
class FakeClock final : public core::Clock
{
public:
    /// Goes with this computer's clock.
    FakeClock() = default;
    /// Stands there.
    explicit FakeClock(core::Instant instant) : m_isStanding(true), m_shift(instant) {}
    core::Instant now() const override { return m_shift.load() + (m_isStanding ? 0 : core::SystemClock().now()); }
    /// Of one that goes: that much ahead of this computer's; behind it when negative.
    void setAhead(core::Instant by) { m_shift = by; }
    /// From where it is; back when negative.
    void advance(core::Instant by) { m_shift += by; }

private:
    const bool m_isStanding = false;
    std::atomic<core::Instant> m_shift{0};
};

} // namespace support
