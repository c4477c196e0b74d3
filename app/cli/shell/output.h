#pragma once
#include "domain/text/instant.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>

namespace cli {

/// What one call of idvctl prints. Nothing that somebody else wrote reaches the terminal as it is: all of it goes
/// through domain/outputtext.h.
class Output : public QObject
{
public:
    void print(const QJsonObject &object);
    /// The same over several lines, for a person.
    void printPretty(const QJsonDocument &document);
    /// One line: a line end inside is spelled out, so that no name can forge the next line. On standard error where
    /// standard output is somebody's file.
    void line(const QString &text);
    void note(const QString &text); ///< stderr
    /// An invitation link, on a terminal only: standard error of a job ends in a log.
    void showLink(const QString &link);
    void progress(const QString &text); ///< stderr, only on a terminal, overwriting itself
    /// Ends the line of the progress, if one stands there, and hands out what waits for standard output.
    void flush();
    /// Standard output did not take all of it: a full disk, a closed pipe. Known after flush().
    bool hasFailed() const { return m_hasFailed; }

private:
    bool m_isProgressShown = false;
    bool m_isFlushing = false;
    bool m_hasFailed = false;
};

/// For a person, by this computer's clock.
QString localTime(core::Instant at);

} // namespace cli
