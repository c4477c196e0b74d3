#pragma once

namespace cli {

class CommandTable;

/// idvctl verify.
void registerVerifyCommands(CommandTable &table);
/// idvctl sessions, review, operator, reset-password.
void registerSessionCommands(CommandTable &table);

} // namespace cli
