#pragma once
#include <QString>

namespace core {

/// What this computer is called in the audit log: its host name, at most 64 characters. Never empty. Thread: any.
QString thisSeat();

} // namespace core
