#pragma once

namespace cli {

class CommandTable;

/// idvctl sync, identities.
void registerPeopleCommands(CommandTable &table);
/// idvctl identity.
void registerIdentityCommands(CommandTable &table);

} // namespace cli
