#pragma once
#include <QByteArray>
#include <QStringList>

namespace cli {

struct Command;
class CommandTable;

/// Every form of idvctl and its exit codes, as "idvctl help" prints them; UTF-8.
QByteArray helpText(const CommandTable &commands);
/// What `idvctl COMMAND [VERB] --help` prints: each form, or that of the verb, with its options, what stands for those
/// that are not given, and an example; UTF-8.
QByteArray commandHelp(const Command &command, const QString &verb);
/// Calls of this form, without what may be left out; of the verb, else of each that the syntax names.
QStringList examplesOf(const QString &syntax, const QString &verb);

} // namespace cli
