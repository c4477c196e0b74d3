#pragma once

namespace cli {

class CommandTable;

/// idvctl backup, restore.
void registerBackupCommands(CommandTable &table);

} // namespace cli
