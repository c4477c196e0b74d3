#pragma once
#include <QCommandLineOption>
#include <QList>
#include <QString>
#include <functional>
#include <vector>

namespace cli {

class Shell;

/// One form of a command: what may stand behind its words, and what it does.
struct CommandForm
{
    QString verb;                      ///< the word behind the command's name; empty: the form that has none
    QString syntax;                    ///< of a usage error, without the program
    QList<QCommandLineOption> options; ///< besides --json and --secrets, which every command takes
    int leastPositional = 0;
    int mostPositional = 0;
    std::function<void(Shell &)> run; ///< once all of it was taken; goes on in the event loop
};

struct Command
{
    QString name;
    const char *help = nullptr; ///< its lines of `idvctl help`; UTF-8
    QString verbs;              ///< said of a word that is no verb of this command
    std::vector<CommandForm> forms;

    /// By the word behind the name, else the form without a verb; null when there is neither.
    const CommandForm *form(const QString &word) const;
};

/// What idvctl can be told to do, in the order of `idvctl help`. Each feature adds its own.
class CommandTable
{
public:
    void add(Command command);
    /// A command of one form, without verbs.
    void add(const char *name, const char *help, CommandForm form);
    /// Null when no command has this name.
    const Command *find(const QString &name) const;
    const std::vector<Command> &all() const { return m_all; }

private:
    std::vector<Command> m_all;
};

/// An option with a value; `standard` stands for it while it is not given.
QCommandLineOption valueOption(const char *name, const char *what = "VALUE", const char *standard = "");
/// An option that is given or not.
QCommandLineOption flagOption(const char *name);

} // namespace cli
