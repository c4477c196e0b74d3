#pragma once

namespace cli {

class CommandTable;

/// idvctl lab.
void registerLabCommands(CommandTable &table);
/// idvctl demo.
void registerDemoCommands(CommandTable &table);

} // namespace cli
