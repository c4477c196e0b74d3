#pragma once
#include <QString>

namespace core {

/// This process as others can find it: "host/namespace/pid/random". A process number means something only on its host
/// and in its PID namespace (a container has its own). Thread: any.
QString processName();
/// Is the process of that name certainly gone? False for another host or namespace, and for a name that is not one of
/// these: from here it cannot be told.
bool isProcessGone(const QString &name);

} // namespace core
