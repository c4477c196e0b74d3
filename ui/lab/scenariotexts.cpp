#include "ui/lab/scenariotexts.h"
#include <QCoreApplication>

// The texts of the scenarios that come with the console, so that they can be translated; see resources/scenarios.
namespace ui {

static const char *const knownScenarioTexts[] = {
    QT_TRANSLATE_NOOP("Scenarios", "Verified"),
    QT_TRANSLATE_NOOP("Scenarios", "The person passes; the result is written to SailPoint and read back."),
    QT_TRANSLATE_NOOP("Scenarios", "Failed"),
    QT_TRANSLATE_NOOP("Scenarios", "The face does not match: the result is final, and nothing is verified."),
    QT_TRANSLATE_NOOP("Scenarios", "Expired"),
    QT_TRANSLATE_NOOP("Scenarios", "Nobody opens the link: it ends by itself."),
    QT_TRANSLATE_NOOP("Scenarios", "Declined"),
    QT_TRANSLATE_NOOP("Scenarios", "The person declines."),
    QT_TRANSLATE_NOOP("Scenarios", "Name mismatch"),
    QT_TRANSLATE_NOOP(
        "Scenarios", "Another name on the document: the pass is held for a second person and not written."),
    QT_TRANSLATE_NOOP("Scenarios", "IAL too low"),
    QT_TRANSLATE_NOOP("Scenarios", "Verified at IAL1 where IAL2 was asked for: held, and only a new session helps."),
    QT_TRANSLATE_NOOP("Scenarios", "Duplicate"),
    QT_TRANSLATE_NOOP("Scenarios", "The provider sends its result twice: it counts once."),
    QT_TRANSLATE_NOOP("Scenarios", "Out of order"),
    QT_TRANSLATE_NOOP("Scenarios", "An older \"in progress\" arrives after the result: it changes nothing."),
    QT_TRANSLATE_NOOP("Scenarios", "Late after expiry"),
    QT_TRANSLATE_NOOP("Scenarios", "A pass arrives after the session expired: it is held, not applied."),
    QT_TRANSLATE_NOOP("Scenarios", "Bad signature"),
    QT_TRANSLATE_NOOP("Scenarios", "A callback signed over another text is refused and changes nothing; the status "
                                   "query still brings the result."),
    QT_TRANSLATE_NOOP("Scenarios", "Replayed"),
    QT_TRANSLATE_NOOP("Scenarios", "A callback that was overheard is sent again, at once and later: the first is a "
                                   "duplicate, the second is too old."),
    QT_TRANSLATE_NOOP("Scenarios", "Contradicting answers"),
    QT_TRANSLATE_NOOP(
        "Scenarios", "The callback says verified, the status query says failed: neither wins, a person looks."),
    QT_TRANSLATE_NOOP("Scenarios", "Provider says 429"),
    QT_TRANSLATE_NOOP("Scenarios", "The provider refuses a start for now: nothing was created, and the start says so."),
    QT_TRANSLATE_NOOP("Scenarios", "Provider says 500"),
    QT_TRANSLATE_NOOP(
        "Scenarios", "A start without a clear answer is unknown, is never repeated, and blocks another one."),
    QT_TRANSLATE_NOOP("Scenarios", "Provider does not answer"),
    QT_TRANSLATE_NOOP(
        "Scenarios", "The session was created and the answer never came: found again, not started twice."),
    QT_TRANSLATE_NOOP("Scenarios", "Connection reset"),
    QT_TRANSLATE_NOOP("Scenarios", "The connection breaks behind the request: the same as no answer."),
    QT_TRANSLATE_NOOP("Scenarios", "Truncated answer"),
    QT_TRANSLATE_NOOP("Scenarios", "The answer to the start is cut off: the same as no answer."),
    QT_TRANSLATE_NOOP("Scenarios", "Status query in trouble"),
    QT_TRANSLATE_NOOP("Scenarios", "Status queries fail for a while; the callback and later queries bring the result."),
    QT_TRANSLATE_NOOP("Scenarios", "Token expires while copying"),
    QT_TRANSLATE_NOOP(
        "Scenarios", "SailPoint's token ends in the middle of the copy: a new one is fetched and nobody is missing."),
    QT_TRANSLATE_NOOP("Scenarios", "Search index lags"),
    QT_TRANSLATE_NOOP(
        "Scenarios", "SailPoint's search index is seconds behind; the result is read back where it was written."),
    QT_TRANSLATE_NOOP("Scenarios", "Slow processing"),
    QT_TRANSLATE_NOOP(
        "Scenarios", "SailPoint takes seconds to process the account: written counts only when it is read back."),
    QT_TRANSLATE_NOOP("Scenarios", "People join while copying"),
    QT_TRANSLATE_NOOP("Scenarios", "New people are inserted while the pages are read: nobody is missing afterwards."),
    QT_TRANSLATE_NOOP("Scenarios", "The whole flow"),
    QT_TRANSLATE_NOOP("Scenarios", "From the event to the decision: a joiner is told of, verified, called back, "
                                   "written, read back, and the flow behind it decides."),
    QT_TRANSLATE_NOOP("Scenarios", "The whole flow, failed"),
    QT_TRANSLATE_NOOP("Scenarios", "A failed verification is written as well, and the flow behind it escalates."),
};

QString scenarioText(const QString &text)
{
    for (const char *k : knownScenarioTexts) {
        if (text == QLatin1String(k))
            return QCoreApplication::translate("Scenarios", k);
    }
    return text; // somebody's own
}

} // namespace ui
