#include "cli/shell/helptext.h"
#include "cli/shell/commandtable.h"

namespace cli {

QByteArray helpText(const CommandTable &commands)
{
    QByteArray text = "idvctl: IDV Console without a window\n\n";
    for (const Command &command : commands.all())
        text += command.help;
    text += "\n"
            "Secrets come from the keychain, or as one JSON object on standard input with --secrets - .\n"
            "Exit codes: 0 done, 1 internal, 2 usage, 3 not verified, 4 connection, 5 keychain, 6 held, 7 unknown or "
            "pending,\n"
            "8 verified but not written, 9 refused by the vendor, 10 refused here (locked, not registered, unknown, in "
            "conflict),\n"
            "11 not proved (audit; a report over a log that is not whole).\n";
    return text;
}

} // namespace cli
