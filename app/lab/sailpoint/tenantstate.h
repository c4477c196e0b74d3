#pragma once
#include "core/clock.h"
#include "lab/options.h"
#include "lab/sailpoint/directory.h"
#include "lab/sailpoint/tasks.h"
#include <QHash>
#include <QString>
#include <memory>
#include <utility>

namespace lab {

/// What the parts of the simulated SailPoint tenant share. Thread: the lab's.
struct TenantState
{
    TenantState(const Options &given, const Endpoints &endpoints, std::shared_ptr<core::Clock> time)
        : options(given), ends(endpoints), clock(std::move(time)), directory(options, clock->now()),
          tasks(options.processing, clock)
    {
    }
    core::Instant now() const { return clock->now(); }

    Options options;
    Endpoints ends;
    std::shared_ptr<core::Clock> clock;
    Directory directory;
    Tasks tasks;
    QHash<QString, qint64> counters; ///< calls by what they are
};

} // namespace lab
