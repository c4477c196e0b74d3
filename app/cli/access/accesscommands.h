#pragma once

namespace cli {

class CommandTable;

/// idvctl approvals, reviews.
void registerApprovalCommands(CommandTable &table);

} // namespace cli
