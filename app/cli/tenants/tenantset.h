#pragma once
#include "cli/shell/commandtable.h"

namespace cli {

/// idvctl tenant set: edits a tenant that is there.
CommandForm tenantSetForm();

} // namespace cli
