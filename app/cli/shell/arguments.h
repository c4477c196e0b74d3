#pragma once
#include <QCommandLineParser>
#include <optional>

namespace cli {

/// What was given behind the words of a command.
class Arguments
{
public:
    /// Takes `given`, whose first is the program, by the options of a command. What is wrong, in the parser's words.
    std::optional<QString> parse(const QList<QCommandLineOption> &options, const QStringList &given);
    QString value(const char *option) const { return m_parser.value(QLatin1String(option)); }
    /// Of an option that may be given several times.
    QStringList values(const char *option) const { return m_parser.values(QLatin1String(option)); }
    /// False for an option that this command does not have.
    bool isSet(const char *option) const
    {
        return m_known.contains(QLatin1String(option)) && m_parser.isSet(QLatin1String(option));
    }
    QStringList positional() const { return m_positional; }

private:
    QCommandLineParser m_parser;
    QStringList m_positional;
    QStringList m_known;
};

} // namespace cli
