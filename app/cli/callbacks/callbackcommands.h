#pragma once

namespace cli {

class CommandTable;

/// idvctl receive.
void registerReceiveCommands(CommandTable &table);
/// idvctl callbacks.
void registerCallbackCommands(CommandTable &table);

} // namespace cli
