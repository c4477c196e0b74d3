#pragma once

namespace cli {

class CommandTable;

/// idvctl tenant.
void registerTenantCommands(CommandTable &table);
/// idvctl activity.
void registerActivityCommands(CommandTable &table);
/// idvctl privacy.
void registerPrivacyCommands(CommandTable &table);
/// idvctl settings.
void registerSettingsCommands(CommandTable &table);

} // namespace cli
