#include "cli/shell/commandtable.h"
#include <algorithm>

namespace cli {

const CommandForm *Command::form(const QString &word) const
{
    const auto of = [this](const QString &verb) {
        const auto found =
            std::find_if(forms.begin(), forms.end(), [&verb](const CommandForm &f) { return f.verb == verb; });
        return found == forms.end() ? nullptr : &*found;
    };
    const CommandForm *named = of(word);
    return named ? named : of(QString());
}

void CommandTable::add(Command command)
{
    m_all.push_back(std::move(command));
}

void CommandTable::add(const char *name, const char *help, CommandForm form)
{
    add(Command{QLatin1String(name), help, {}, {std::move(form)}});
}

const Command *CommandTable::find(const QString &name) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&name](const Command &c) { return c.name == name; });
    return found == m_all.end() ? nullptr : &*found;
}

QCommandLineOption valueOption(const char *name, const char *what, const char *standard)
{
    return QCommandLineOption(QLatin1String(name), {}, QLatin1String(what), QLatin1String(standard));
}

QCommandLineOption flagOption(const char *name)
{
    return QCommandLineOption(QLatin1String(name));
}

} // namespace cli
