#pragma once

namespace cli {

class CommandTable;

/// idvctl doctor.
void registerReadinessCommands(CommandTable &table);

} // namespace cli
