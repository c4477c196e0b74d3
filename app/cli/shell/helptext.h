#pragma once
#include <QByteArray>

namespace cli {

class CommandTable;

/// Every form of idvctl and its exit codes, as "idvctl help" prints them; UTF-8.
QByteArray helpText(const CommandTable &commands);

} // namespace cli
