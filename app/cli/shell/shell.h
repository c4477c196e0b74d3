#pragma once
#include "cli/shell/arguments.h"
#include "cli/shell/commandtable.h"
#include "cli/shell/exitcode.h"
#include "cli/shell/output.h"
#include "cli/shell/secretinput.h"
#include "cli/shell/tenantopening.h"
#include "core/error.h"
#include <QObject>

namespace cli {

/// One call of idvctl: finds its command, takes its options, and ends the event loop with a code.
class Shell : public QObject
{
public:
    explicit Shell(CommandTable commands);
    ~Shell() override;
    /// Looks the command up and starts it; the commands go on in the event loop.
    void run(const QStringList &arguments);

    QString value(const char *option) const { return m_arguments.value(option); }
    /// Of an option that may be given several times.
    QStringList values(const char *option) const { return m_arguments.values(option); }
    /// False for an option that this command does not have.
    bool isSet(const char *option) const { return m_arguments.isSet(option); }
    QStringList positional() const { return m_arguments.positional(); }
    bool isJson() const { return isSet("json"); }

    Output &output() { return m_output; }
    SecretInput &secretInput() { return m_secretInput; }
    TenantOpening &opening() { return m_opening; }

    /// A file that an option or argument names; false after its fault was printed.
    bool writeFile(const char *option, const QString &path, const QByteArray &bytes);
    void finish(int code);
    void fail(const core::Error &error);
    void usage(const QString &text);

private:
    void runCommand(const Command &command, QStringList rest);
    /// False after a usage error was printed.
    bool hasTaken(const CommandForm &form, const QStringList &given);
    bool hasTakenOutput();
    void showHelp(int code);
    void printError(const core::Error &error);

    CommandTable m_commands;
    Output m_output;
    Arguments m_arguments;
    SecretInput m_secretInput;
    TenantOpening m_opening;
    bool m_wantsJson = false; ///< also where the options could not be taken
    bool m_isFinished = false;
};

} // namespace cli
