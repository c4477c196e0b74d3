#pragma once
#include "core/async.h"
#include <QtTest>

namespace support {

/// Spins the event loop until the result is there; Timeout otherwise.
template <class T>
core::Result<T> await(const core::Async<T> &future, int ms = 20000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, ms))
        return core::makeError(core::ErrorCode::Timeout, QStringLiteral("the test waited in vain"));
    return core::resultOf<T>(future);
}

} // namespace support
