#pragma once

namespace cli {

class CommandTable;

/// idvctl due.
void registerDueCommands(CommandTable &table);
/// idvctl policy.
void registerPolicyCommands(CommandTable &table);
/// idvctl campaign.
void registerCampaignCommands(CommandTable &table);
/// idvctl exempt.
void registerExemptionCommands(CommandTable &table);

} // namespace cli
