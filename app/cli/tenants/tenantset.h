#pragma once
#include "cli/shell/commandtable.h"

namespace cli {

/// idvctl tenant set: edits a tenant that is there.
CommandForm tenantSetForm();
/// idvctl tenant receiver: shows or changes how its callbacks are received.
CommandForm tenantReceiverForm();

} // namespace cli
