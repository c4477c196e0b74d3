#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "lab/options.h"
#include <memory>

namespace lab {

/// Both simulated vendors on loopback, on a thread of their own. Nothing leaves the computer.
class Lab
{
public:
    static core::Result<std::unique_ptr<Lab>> start(const Options &options, std::shared_ptr<core::Clock> clock);
    ~Lab();
    const Endpoints &endpoints() const;

private:
    struct Private;
    explicit Lab(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace lab
