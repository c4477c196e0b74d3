#pragma once

namespace cli {

class CommandTable;

/// idvctl trigger.
void registerTriggerCommands(CommandTable &table);
/// idvctl proposals.
void registerProposalCommands(CommandTable &table);
/// idvctl event-rules.
void registerEventRuleCommands(CommandTable &table);
/// idvctl workflow.
void registerWorkflowCommands(CommandTable &table);

} // namespace cli
