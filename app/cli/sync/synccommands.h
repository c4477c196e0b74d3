#pragma once

namespace cli {

class CommandTable;

/// idvctl drift.
void registerDriftCommands(CommandTable &table);

} // namespace cli
