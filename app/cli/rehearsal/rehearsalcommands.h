#pragma once

namespace cli {

class CommandTable;

/// idvctl rehearse.
void registerRehearsalCommands(CommandTable &table);

} // namespace cli
