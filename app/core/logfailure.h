#pragma once
#include "core/async.h"
#include "core/log.h"

namespace core {

/// Writes that `what` failed, and the error's code, to the log: as a warning what this computer refuses (Storage,
/// Internal), as information what comes by itself (no answer, no keychain, something has moved on). Cancelled is
/// nothing: the one who asked is gone. `what`: a sentence without anything personal.
void writeFailure(const QLoggingCategory &category, const char *what, const Error &error);

/// For what nobody waits for: its failure is in the log, and nothing else depends on it. As whenDone().
template <class T>
void logFailure(const Async<T> &future, QObject *context, const QLoggingCategory &(*category)(), const char *what)
{
    whenDone<T>(future, context, [category, what](const Result<T> &r) {
        if (!r)
            writeFailure(category(), what, r.error());
    });
}

} // namespace core
