#include "ui/sessions/sessiontext.h"
#include "domain/readiness/diagnosis.h"
#include "domain/text/messages.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/writeback/writeback.h"
#include "models/sessionmodel.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QDateTime>

namespace ui {

using domain::ReviewReason;
using domain::SessionState;
using domain::WriteBackState;

QString saySessionText(const char *text)
{
    return QCoreApplication::translate("SessionText", text);
}

QString holdSentence(const QString &key)
{
    switch (domain::reviewReasonFromKey(key)) {
    case ReviewReason::LevelTooLow:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The level reached is below the one asked for. Only a new verification helps."));
    case ReviewReason::LevelMissing:
        return saySessionText(
            QT_TRANSLATE_NOOP("SessionText", "The provider gave no assurance level. Only a new verification helps."));
    case ReviewReason::DocumentNotAllowed:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The document is not one of those asked for. Only a new verification helps."));
    case ReviewReason::CompletedAtMissing:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The provider gave no time of completion. Only a new verification helps."));
    case ReviewReason::CompletedAtImplausible:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The time of completion lies outside this session. Only a new verification helps."));
    case ReviewReason::NameDiffers:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The document is genuine, but it names someone else."));
    case ReviewReason::NameNotComparable:
        return saySessionText(QT_TRANSLATE_NOOP(
            "SessionText", "The document is genuine, but its name cannot be compared with the directory's."));
    case ReviewReason::NameMissing:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The result carries no name to compare."));
    case ReviewReason::OtherPerson:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider's answer names another user than the one "
                                                               "that was asked for. Only a new verification helps."));
    case ReviewReason::PassWithFailureReason:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider passes the person and gives a reason for "
                                                               "a failure beside it. Only a new verification helps."));
    case ReviewReason::OtherSession:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The answer belongs to another session."));
    case ReviewReason::Contradiction:
        return saySessionText(
            QT_TRANSLATE_NOOP("SessionText", "Two different results arrived for this session. Neither is applied."));
    case ReviewReason::Unconfirmed:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText",
            "A callback said verified, but no status query confirmed it. Only a new verification helps."));
    case ReviewReason::None: break;
    }
    return {};
}

QString sessionHeadline(const domain::Session &s)
{
    switch (s.state) {
    case SessionState::Launching: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Starting"));
    case SessionState::LaunchUnknown: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "No answer from 1Kosmos"));
    case SessionState::LaunchFailed: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not started"));
    case SessionState::Pending: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Waiting for the caller"));
    case SessionState::Provisional: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Checking the result"));
    case SessionState::NeedsReview: {
        const auto cause = domain::reviewReasonFromKey(s.closingReason);
        if (cause == ReviewReason::LevelTooLow || cause == ReviewReason::LevelMissing)
            return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Level too low"));
        if (cause == ReviewReason::NameNotComparable)
            return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Held: the name cannot be compared"));
        return cause == ReviewReason::NameDiffers
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Held: the name is different"))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Held for review"));
    }
    case SessionState::Verified:
        return s.resetState == QLatin1String("asked")
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Password reset e-mail asked for"))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Verified"));
    case SessionState::Failed:
    case SessionState::Declined:
    case SessionState::Abandoned: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Not verified"));
    case SessionState::Expired: // by our clock nobody knows whether the caller used it
        return s.source.isEmpty() ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "No result in the link's lifetime"))
                                  : saySessionText(QT_TRANSLATE_NOOP("SessionText", "The link was not used in time"));
    case SessionState::Cancelled: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Ended"));
    }
    return {};
}

QString sessionFact(const domain::Session &s, bool canCancel, bool isLinkKnown)
{
    switch (s.state) {
    case SessionState::Pending:
        if (s.sentTo.isEmpty() && !isLinkKnown)
            return saySessionText(QT_TRANSLATE_NOOP(
                "SessionText", "Its link is not known here, so there is no code to show. No result yet."));
        return s.sentTo.isEmpty()
                   ? saySessionText(
                         QT_TRANSLATE_NOOP("SessionText", "Show the QR code or give the link. No result yet."))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "Link sent to %1. No result yet.")).arg(s.sentTo);
    case SessionState::LaunchUnknown:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "A link may be live until %1. It is never sent again by "
                                                               "itself. End it here before a new one is started."))
            .arg(QDateTime::fromMSecsSinceEpoch(s.expiresAt).toString(QStringLiteral("HH:mm")));
    case SessionState::LaunchFailed: return s.closingReason;
    case SessionState::Verified:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "At IAL%1 with: %2, %3 after the start"))
            .arg(s.ial.value_or(0))
            .arg(models::documentText(s.documentType),
                models::durationText(s.completedAt.value_or(s.createdAt) - s.createdAt));
    case SessionState::NeedsReview: return holdSentence(s.closingReason);
    case SessionState::Failed:
        return s.closingReason.isEmpty()
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider gave no reason."))
                   : s.closingReason;
    case SessionState::Declined: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The person declined."));
    case SessionState::Abandoned: return saySessionText(QT_TRANSLATE_NOOP("SessionText", "The person did not finish."));
    case SessionState::Expired:
        return s.source.isEmpty()
                   ? saySessionText(QT_TRANSLATE_NOOP(
                         "SessionText", "No answer said how it ended. A result that still comes is held, not applied."))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText", "The provider says that the link expired."));
    case SessionState::Cancelled:
        return canCancel
                   ? s.closingReason
                   : saySessionText(
                         QT_TRANSLATE_NOOP("SessionText",
                             "No longer watched. The link stays usable until %1; a later pass is held, not applied."))
                         .arg(QDateTime::fromMSecsSinceEpoch(s.expiresAt).toString(QStringLiteral("HH:mm")));
    default: return {};
    }
}

QString unreadSentence(const std::optional<services::WatchFault> &fault)
{
    if (!fault || fault->code != core::ErrorCode::Protocol)
        return {};
    domain::SessionSigns signs;
    signs.field = fault->field;
    signs.word = fault->word;
    return domain::diagnosisText(
        fault->word.isEmpty() ? domain::Diagnosis::UnreadableAnswer : domain::Diagnosis::UnknownWord, signs);
}

QString writeBackSentence(const domain::Session &s, const domain::Tenant &t, std::optional<core::Instant> lookedAt)
{
    const QString looked =
        lookedAt ? QDateTime::fromMSecsSinceEpoch(*lookedAt).toString(QStringLiteral("HH:mm")) : QString();
    switch (domain::writeBackFromKey(s.writeBack)) {
    case WriteBackState::NotNeeded:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Nothing to write for this outcome"));
    case WriteBackState::Waiting:
        return looked.isEmpty()
                   ? saySessionText(
                         QT_TRANSLATE_NOOP("SessionText", "SailPoint or the provider writes it; not seen yet"))
                   : saySessionText(
                         QT_TRANSLATE_NOOP("SessionText", "SailPoint has not shown the result yet (looked at %1)"))
                         .arg(looked);
    case WriteBackState::Planned:
        return t.confirmWriteBack ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Waits for your confirmation"))
                                  : saySessionText(QT_TRANSLATE_NOOP("SessionText", "About to be written"));
    case WriteBackState::Asked:
        return looked.isEmpty()
                   ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "SailPoint accepted the change; not seen yet"))
                   : saySessionText(QT_TRANSLATE_NOOP("SessionText",
                                        "SailPoint accepted the change and has not shown it yet (looked at %1)"))
                         .arg(looked);
    case WriteBackState::Unknown:
        return saySessionText(
            QT_TRANSLATE_NOOP("SessionText", "Sent, no answer yet; read back before anything is sent again"));
    case WriteBackState::Written:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "Written and read back, %1 attributes"))
            .arg(s.writeBackDetail);
    case WriteBackState::NotStored:
        return saySessionText(
            QT_TRANSLATE_NOOP("SessionText", "Not stored: SailPoint did not show the result within fifteen minutes"));
    case WriteBackState::Failed:
        return saySessionText(QT_TRANSLATE_NOOP("SessionText", "SailPoint refused the change"));
    }
    return {};
}

QString notSentAgain(bool isUnknown)
{
    return isUnknown ? saySessionText(QT_TRANSLATE_NOOP("SessionText", "Whether the link was sent again is not known."))
                     : saySessionText(QT_TRANSLATE_NOOP("SessionText", "The link was not sent again."));
}

QString sendAgainProblem(const core::Error &e)
{
    const auto m = domain::userMessage(e, domain::Vendor::Provider);
    if (core::isOwnRefusal(e))
        return m.headline;
    // Nothing is repeated by itself here, whatever the vendor's wait means elsewhere.
    if (e.code == core::ErrorCode::RateLimited)
        return m.headline + QStringLiteral(". ") +
               saySessionText(QT_TRANSLATE_NOOP("SessionText", "The link was not sent again. Try again in %1 s."))
                   .arg(e.retryAfter.value_or(std::chrono::seconds(30)).count());
    return domain::inOneText({m.headline, notSentAgain(e.mayHaveReachedServer)});
}

} // namespace ui
