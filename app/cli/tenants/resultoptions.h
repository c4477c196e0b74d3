#pragma once
#include "cli/shell/commandtable.h"
#include "core/result.h"
#include "domain/verification/results/resultmapping.h"
#include <optional>

namespace cli {

class Shell;

/// Where a provider's result stands and what its words mean; each may be given several times.
QList<QCommandLineOption> resultOptionList();
/// Puts what is said into `mapping`; what is not said stays. The first fault, with the option's name.
std::optional<core::Error> takeResultOptions(Shell &shell, domain::ResultMapping &mapping);

/// idvctl tenant sample: what would be read of a message.
CommandForm tenantSampleForm();

} // namespace cli
