#pragma once

namespace cli {

class CommandTable;

/// idvctl audit.
void registerAuditCommands(CommandTable &table);
/// idvctl report, evidence.
void registerReportCommands(CommandTable &table);

} // namespace cli
