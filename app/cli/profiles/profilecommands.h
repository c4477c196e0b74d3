#pragma once

namespace cli {

class CommandTable;

/// idvctl profile.
void registerProfileCommands(CommandTable &table);

} // namespace cli
