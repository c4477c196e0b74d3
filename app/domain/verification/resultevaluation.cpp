#include "domain/verification/resultevaluation.h"
#include <QCryptographicHash>
#include <algorithm>
#include <array>

namespace domain {

static constexpr std::array<const char *, 14> causeKeys{"", "level-too-low", "level-missing", "document-not-allowed",
    "completed-at-missing", "completed-at-implausible", "name-differs", "name-missing", "other-session",
    "contradiction", "unconfirmed", "name-not-comparable", "other-person", "pass-with-failure-reason"};

QString reviewReasonKey(ReviewReason c)
{
    return QString::fromLatin1(causeKeys[size_t(c)]);
}

ReviewReason reviewReasonFromKey(const QString &key)
{
    for (size_t i = 1; i < causeKeys.size(); ++i) {
        if (key == QLatin1String(causeKeys[i]))
            return ReviewReason(i);
    }
    return ReviewReason::None;
}

bool onlyNewSessionHelps(ReviewReason c)
{
    return c == ReviewReason::LevelTooLow || c == ReviewReason::LevelMissing || c == ReviewReason::DocumentNotAllowed ||
           c == ReviewReason::OtherSession || c == ReviewReason::OtherPerson || c == ReviewReason::Unconfirmed ||
           c == ReviewReason::CompletedAtMissing || c == ReviewReason::CompletedAtImplausible ||
           c == ReviewReason::PassWithFailureReason;
}

int neededIal(const Session &s)
{
    return s.request.reason == Reason::AccountRecovery ? std::max(2, s.request.requiredIal) : s.request.requiredIal;
}

bool canBeAccepted(const Session &s)
{
    const ReviewReason cause = reviewReasonFromKey(s.closingReason);
    // Where an account depends on it, only a name may be judged by eye.
    if (s.request.reason == Reason::AccountRecovery && cause == ReviewReason::Contradiction)
        return false;
    return s.state == SessionState::NeedsReview && cause != ReviewReason::None && !onlyNewSessionHelps(cause) &&
           s.ial && *s.ial >= neededIal(s) && isDocumentAllowed(s.request, s.documentType) && s.completedAt &&
           !s.source.isEmpty();
}

QString userDigest(const QString &identifier)
{
    const QString folded = identifier.trimmed().toCaseFolded();
    return folded.isEmpty()
               ? QString()
               : QString::fromLatin1(QCryptographicHash::hash(folded.toUtf8(), QCryptographicHash::Sha256).toHex());
}

bool namesAnotherUser(const ProviderResult &r, const Session &s)
{
    return !r.userHash.isEmpty() && !s.userHash.isEmpty() && r.userHash != s.userHash;
}

NamePurpose namePurpose(Reason reason)
{
    return reason == Reason::AccountRecovery ? NamePurpose::AccountRecovery : NamePurpose::Ordinary;
}

NameMatch compareSessionNames(const Session &s, const QString &verifiedName, const QStringList &held)
{
    return compareNames({s.personName, s.firstName, s.lastName}, verifiedName, held, namePurpose(s.request.reason));
}

bool isDocumentAllowed(const VerificationRequest &request, const QString &documentType)
{
    return request.documents.contains(documentType.trimmed().toLower());
}

bool isCompletionPlausible(const Session &s, core::Instant completedAt, core::Instant now)
{
    constexpr core::Instant skew = 5 * core::minuteMs;
    return completedAt >= s.createdAt - skew && completedAt <= now + skew;
}

static ReviewReason causeToHold(const ProviderResult &r, const Session &s, core::Instant now, const QStringList &held)
{
    // An answer that names no session may be about anybody's.
    if (r.session.isEmpty() || r.session != s.providerId)
        return ReviewReason::OtherSession;
    if (namesAnotherUser(r, s))
        return ReviewReason::OtherPerson;
    if (!r.failureReason.trimmed().isEmpty())
        return ReviewReason::PassWithFailureReason;
    if (!r.ial)
        return ReviewReason::LevelMissing;
    if (*r.ial < neededIal(s))
        return ReviewReason::LevelTooLow;
    if (!isDocumentAllowed(s.request, r.documentType))
        return ReviewReason::DocumentNotAllowed;
    if (!r.completedAt.at)
        return r.completedAt.quality == DateQuality::Absent ? ReviewReason::CompletedAtMissing
                                                            : ReviewReason::CompletedAtImplausible;
    if (!isCompletionPlausible(s, *r.completedAt.at, now))
        return ReviewReason::CompletedAtImplausible;
    if (r.verifiedName.trimmed().isEmpty())
        return ReviewReason::NameMissing;
    switch (compareSessionNames(s, r.verifiedName, held).verdict) {
    case NameVerdict::Different: return ReviewReason::NameDiffers;
    case NameVerdict::CannotCompare: return ReviewReason::NameNotComparable;
    case NameVerdict::Same:
    case NameVerdict::WrittenDifferently: break;
    }
    return ReviewReason::None;
}

ResultEvaluation evaluateResult(
    const ProviderResult &result, const Session &session, core::Instant now, const QStringList &heldDifferences)
{
    switch (result.status) {
    case ProviderStatus::Passed: {
        const ReviewReason cause = causeToHold(result, session, now, heldDifferences);
        return {cause == ReviewReason::None ? SessionEvent::Pass : SessionEvent::PassToReview, cause};
    }
    case ProviderStatus::Failed: return {SessionEvent::ProviderFailed, ReviewReason::None};
    case ProviderStatus::Declined: return {SessionEvent::PersonDeclined, ReviewReason::None};
    case ProviderStatus::Abandoned: return {SessionEvent::PersonAbandoned, ReviewReason::None};
    case ProviderStatus::Expired: return {SessionEvent::ProviderExpired, ReviewReason::None};
    case ProviderStatus::Cancelled: return {SessionEvent::ProviderCancelled, ReviewReason::None};
    case ProviderStatus::InProgress:
    case ProviderStatus::Unknown: break;
    }
    return {SessionEvent::StillOpen, ReviewReason::None};
}

} // namespace domain
