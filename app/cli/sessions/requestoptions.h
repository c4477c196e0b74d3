#pragma once
#include "cli/shell/commandtable.h"
#include "core/result.h"
#include "domain/verification/verification.h"

namespace cli {

class Shell;

/// What is asked for, besides the purpose (--reason).
QList<QCommandLineOption> requestOptionList();
/// Usage with the option at fault.
core::Result<domain::VerificationRequest> requestFrom(Shell &shell);

} // namespace cli
