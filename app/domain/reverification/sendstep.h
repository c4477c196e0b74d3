#pragma once
#include "core/error.h"
#include "domain/reverification/campaign.h"

// After one person of a campaign: who is next, and when a campaign pauses by itself.
namespace domain {

enum class SendOutcome {
    Sent,
    Unanswered, ///< it may have been sent; never again for this person
    Refused,    ///< by the provider, for this person
    Gone,       ///< SailPoint does not know the person
    Reminded,
    ReminderUnanswered,
    ReminderRefused,
};
enum class SendStep { NextPerson, NextAfterBreath, Pause };

/// What went wrong in a row.
struct SendStreak
{
    int hindered = 0; ///< nobody answered, or could not serve us
    int refused = 0;  ///< for one person each
    friend bool operator==(const SendStreak &, const SendStreak &) = default;
};

/// One may be refused, or may have left. Five in a row, or three without an answer, are no matter of persons.
SendStep stepAfter(SendOutcome outcome, SendStreak &streak);
/// Why it pauses; translated.
QString pauseReason(SendOutcome outcome);
/// A vendor does not serve us at the moment: how long to wait, in ms. Nothing: it pauses, with the vendor's words.
std::optional<core::Instant> waitAfter(const core::Error &error, SendStreak &streak);
/// The provider refused this person; otherwise it refused us, or did not get to it.
bool isAboutPerson(const core::Error &error);

} // namespace domain
