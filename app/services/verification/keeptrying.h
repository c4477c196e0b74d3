#pragma once
#include "core/async.h"
#include <QObject>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <functional>

namespace services {

/// For what has to reach the disk because it is nowhere else: a vendor has answered, and the ledger is busy or its disk
/// full. `attempt` is made again after 1, 2, 4, … 30 s while the process and `owner` live, as long as it fails with
/// Storage; every other end is the end. `onFailure` hears of the first failed attempt.
template <class T>
core::Async<T> keepTrying(
    QObject *owner, std::function<core::Async<T>()> attempt, std::function<void(const core::Error &)> onFailure = {})
{
    static constexpr std::chrono::seconds firstPause{1};
    core::Deferred<T> out;
    const auto go = std::make_shared<std::function<void(std::chrono::seconds)>>();
    *go = [owner, attempt = std::move(attempt), onFailure = std::move(onFailure), out, weak = std::weak_ptr(go)](
              std::chrono::seconds pause) {
        const auto self = weak.lock();
        core::whenDone<T>(attempt(), owner, [owner, onFailure, out, self, pause](core::Result<T> r) {
            if (r || r.error().code != core::ErrorCode::Storage)
                return out.resolve(std::move(r));
            if (onFailure && pause == firstPause)
                onFailure(r.error());
            QTimer::singleShot(pause, owner, [self, pause] { (*self)(std::min(2 * pause, std::chrono::seconds(30))); });
        });
    };
    (*go)(firstPause);
    return out.future();
}

} // namespace services
