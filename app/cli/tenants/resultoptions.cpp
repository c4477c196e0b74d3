#include "cli/tenants/resultoptions.h"
#include "cli/shell/shell.h"

namespace cli {

using domain::ResultMapping;
using domain::ResultSource;

QList<QCommandLineOption> resultOptionList()
{
    return {valueOption("results", "guide|data|result"), valueOption("answer-field", "FIELD=POINTER"),
        valueOption("callback-field", "FIELD=POINTER"), valueOption("status-word", "WORD=MEANING"),
        valueOption("level-word", "WORD=LEVEL"), valueOption("document-word", "WORD=DOCUMENT")};
}

static core::Status putAnswer(ResultMapping &m, const QString &line)
{
    return domain::putPlaces(m, ResultSource::Answer, line);
}

static core::Status putCallback(ResultMapping &m, const QString &line)
{
    return domain::putPlaces(m, ResultSource::Callback, line);
}

std::optional<core::Error> takeResultOptions(Shell &s, ResultMapping &m)
{
    if (s.isSet("results")) {
        const auto preset = domain::resultPreset(s.value("results"), m);
        if (!preset)
            return core::fieldError(
                QStringLiteral("results"), domain::resultPresets().join(QStringLiteral(", ")) + QLatin1Char('.'));
        m = *preset;
    }
    for (const auto &[option, put] : {std::pair{"answer-field", &putAnswer}, std::pair{"callback-field", &putCallback},
             std::pair{"status-word", &domain::putStatusWord}, std::pair{"level-word", &domain::putLevelWord},
             std::pair{"document-word", &domain::putDocumentWord}}) {
        const QStringList lines = s.values(option);
        for (const QString &line : lines) {
            if (const auto taken = put(m, line); !taken)
                return core::fieldError(QLatin1String(option), taken.error().text);
        }
    }
    return std::nullopt;
}

} // namespace cli
