#pragma once
#include "cli/shell/commandtable.h"
#include "core/result.h"
#include "lab/options.h"

namespace cli {

/// What every command takes that starts the simulators.
QList<QCommandLineOption> labOptionList();
/// The simulators that these options describe; else the first fault with the option's name.
core::Result<lab::Options> labOptions(Shell &shell);

} // namespace cli
