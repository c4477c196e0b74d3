#include "cli/shell/arguments.h"

namespace cli {

std::optional<QString> Arguments::parse(const QList<QCommandLineOption> &options, const QStringList &given)
{
    m_parser.addOptions(options);
    m_known = {QStringLiteral("json"), QStringLiteral("secrets")};
    for (const QCommandLineOption &o : options)
        m_known << o.names();
    m_parser.addOption({QStringLiteral("json"), QStringLiteral("JSON on standard output")});
    m_parser.addOption({QStringLiteral("secrets"), QStringLiteral("\"-\": one JSON object on standard input"),
        QStringLiteral("SOURCE")});
    if (!m_parser.parse(given))
        return m_parser.errorText();
    m_positional = m_parser.positionalArguments();
    return std::nullopt;
}

} // namespace cli
