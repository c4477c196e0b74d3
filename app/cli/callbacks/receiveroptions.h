#pragma once
#include "cli/shell/commandtable.h"
#include "core/result.h"
#include "domain/callbacks/callback.h"

namespace cli {

class Shell;

/// What describes a callback receiver.
QList<QCommandLineOption> receiverOptionList();
/// Is any of them said?
bool saysReceiver(Shell &shell);
/// `settings` with what is said; what is not said stays. Checked: the first fault, with the option's name.
core::Result<domain::ReceiverSettings> takeReceiverOptions(Shell &shell, domain::ReceiverSettings settings);

} // namespace cli
