#pragma once
#include "core/result.h"
#include <QString>

class QCoreApplication;

namespace assembly {

/// Before anything else: core dumps off, a log handler that writes to stderr only.
void harden();
/// Given, or the user's data folder; created with mode 0700.
core::Result<QString> dataFolder(const QString &given);
/// The operating-system user, as the audit log names the operator.
QString operatorName();

} // namespace assembly
