#include "domain/verification/conditions.h"
#include "domain/verification/namematch.h"
#include "domain/verification/resultevaluation.h"

namespace domain {

static GateMark markOf(bool isMet)
{
    return isMet ? GateMark::Met : GateMark::NotMet;
}

QString conditionKey(Condition c)
{
    static constexpr std::array<const char *, conditionCount> keys{
        "level", "document", "name", "completedAt", "source", "user"};
    return QString::fromLatin1(keys[size_t(c)]);
}

static GateMark nameMark(const Session &s, ReviewReason cause, const QStringList &held)
{
    if (cause == ReviewReason::NameDiffers)
        return GateMark::NotMet;
    if (cause == ReviewReason::NameMissing || cause == ReviewReason::NameNotComparable)
        return GateMark::NotKnown;
    // A second person looked at both names.
    if (s.state == SessionState::Verified && !s.reviewer.isEmpty())
        return GateMark::Met;
    // Names that are no longer kept were compared when the result came: otherwise the session would not be verified.
    if (s.verifiedName.trimmed().isEmpty() || s.personName.trimmed().isEmpty())
        return s.state == SessionState::Verified ? GateMark::Met : GateMark::NotKnown;
    switch (compareSessionNames(s, s.verifiedName, held).verdict) {
    case NameVerdict::Same:
    case NameVerdict::WrittenDifferently: return GateMark::Met;
    case NameVerdict::Different: return GateMark::NotMet;
    case NameVerdict::CannotCompare: break;
    }
    return GateMark::NotKnown;
}

static GateMark timeMark(const Session &s, ReviewReason cause, core::Instant now)
{
    if (cause == ReviewReason::CompletedAtImplausible)
        return GateMark::NotMet;
    if (!s.completedAt)
        return GateMark::NotKnown;
    return markOf(isCompletionPlausible(s, *s.completedAt, now));
}

static GateMark sourceMark(const Session &s, ReviewReason cause)
{
    if (cause == ReviewReason::Contradiction || cause == ReviewReason::Unconfirmed ||
        cause == ReviewReason::OtherSession)
        return GateMark::NotMet;
    const bool isKnown = s.source == sourceCallback || s.source == sourceStatusQuery || s.source == sourceBoth;
    return isKnown ? GateMark::Met : GateMark::NotKnown;
}

Conditions conditionsOf(const Session &s, const ConditionSigns &signs, core::Instant now)
{
    Conditions c;
    c.marks.fill(GateMark::NotKnown);
    if (s.state != SessionState::Verified && s.state != SessionState::NeedsReview)
        return c;
    const ReviewReason cause =
        s.state == SessionState::NeedsReview ? reviewReasonFromKey(s.closingReason) : ReviewReason::None;
    const auto mark = [&c](Condition which) -> GateMark & { return c.marks[size_t(which)]; };
    if (s.ial)
        mark(Condition::Level) = markOf(*s.ial >= neededIal(s));
    if (!s.documentType.isEmpty())
        mark(Condition::Document) = markOf(isDocumentAllowed(s.request, s.documentType));
    mark(Condition::Name) = nameMark(s, cause, signs.heldDifferences);
    mark(Condition::CompletedAt) = timeMark(s, cause, now);
    mark(Condition::Source) = sourceMark(s, cause);
    if (cause == ReviewReason::OtherPerson)
        mark(Condition::User) = GateMark::NotMet;
    else if (signs.isSameUser)
        mark(Condition::User) = markOf(*signs.isSameUser);
    return c;
}

} // namespace domain
