#include "cli/shell/output.h"
#include "core/outputfile.h"
#include "domain/text/outputtext.h"
#include <QDateTime>
#include <QTimer>
#include <cstdio>
#include <unistd.h>
#include <utility>

namespace cli {

QString localTime(core::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

void Output::print(const QJsonObject &object)
{
    line(QString::fromUtf8(domain::safeJson(QJsonDocument(object).toJson(QJsonDocument::Compact))));
}

void Output::printPretty(const QJsonDocument &document)
{
    const auto rows = document.toJson().trimmed().split('\n');
    for (const QByteArray &row : rows)
        line(QString::fromUtf8(domain::safeJson(row)));
}

// Flushed when the event loop comes round: at once for a person, in one piece under load.
void Output::line(const QString &text)
{
    if (core::isStandardOutputTaken())
        return note(text);
    std::fprintf(stdout, "%s\n", qUtf8Printable(domain::terminalText(text)));
    if (!std::exchange(m_isFlushing, true))
        QTimer::singleShot(0, this, [this] {
            m_isFlushing = false;
            std::fflush(stdout);
        });
}

void Output::note(const QString &text)
{
    if (m_isProgressShown)
        std::fprintf(stderr, "\r\033[K");
    m_isProgressShown = false;
    std::fprintf(stderr, "%s\n", qUtf8Printable(domain::terminalText(text)));
}

void Output::showLink(const QString &link)
{
    if (link.isEmpty())
        return;
    note(isatty(STDERR_FILENO)
             ? QStringLiteral("Link for the person: ") + link
             : QStringLiteral(
                   "The link is shown on a terminal only. Without one, send it with --delivery sms or email."));
}

void Output::progress(const QString &text)
{
    if (!isatty(STDERR_FILENO))
        return;
    std::fprintf(stderr, "\r\033[K%s", qUtf8Printable(domain::terminalText(text)));
    std::fflush(stderr);
    m_isProgressShown = true;
}

void Output::flush()
{
    if (m_isProgressShown)
        note({});
    m_hasFailed = std::fflush(stdout) != 0 || std::ferror(stdout) != 0 || m_hasFailed;
}

} // namespace cli
