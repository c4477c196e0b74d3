#pragma once

namespace cli {

class CommandTable;

/// idvctl task.
void registerOperationCommands(CommandTable &table);

} // namespace cli
