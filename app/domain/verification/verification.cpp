#include "domain/verification/verification.h"
#include <array>

namespace domain {

bool isTerminal(SessionState s)
{
    switch (s) {
    case SessionState::LaunchFailed:
    case SessionState::Verified:
    case SessionState::Failed:
    case SessionState::Declined:
    case SessionState::Abandoned:
    case SessionState::Expired:
    case SessionState::Cancelled: return true;
    default: return false;
    }
}

const QList<SessionState> &openStates()
{
    static const QList<SessionState> states{
        SessionState::Launching, SessionState::LaunchUnknown, SessionState::Pending, SessionState::Provisional};
    return states;
}

bool isOpen(SessionState s)
{
    return isStarting(s) || isAskedAbout(s);
}

bool isStarting(SessionState s)
{
    return s == SessionState::Launching || s == SessionState::LaunchUnknown;
}

bool isAskedAbout(SessionState s)
{
    return s == SessionState::Pending || s == SessionState::Provisional;
}

bool hasFailed(SessionState s)
{
    return s == SessionState::Failed || s == SessionState::Declined || s == SessionState::Abandoned;
}

namespace {

// The end that an event brings, if it brings one.
std::optional<SessionState> endOf(SessionEvent e)
{
    switch (e) {
    case SessionEvent::Pass: return SessionState::Verified;
    case SessionEvent::ProviderFailed: return SessionState::Failed;
    case SessionEvent::PersonDeclined: return SessionState::Declined;
    case SessionEvent::PersonAbandoned: return SessionState::Abandoned;
    case SessionEvent::ProviderExpired:
    case SessionEvent::ClockExpired: return SessionState::Expired;
    case SessionEvent::ProviderCancelled:
    case SessionEvent::OperatorStopped: return SessionState::Cancelled;
    default: return std::nullopt;
    }
}

Transition move(SessionState to)
{
    return {Transition::Move, to};
}
Transition stay(Transition::Kind kind, SessionState at)
{
    return {kind, at};
}

Transition fromWatched(SessionState from, SessionEvent e)
{
    if (from == SessionState::Provisional && e == SessionEvent::ClockExpired)
        return move(SessionState::NeedsReview); // a pass was claimed and never confirmed: neither verified nor expired
    if (const auto end = endOf(e)) {
        // Somebody said "verified": any other end contradicts it. The operator may still close it.
        if (from == SessionState::Provisional && e != SessionEvent::Pass && e != SessionEvent::OperatorStopped)
            return {Transition::Dispute, SessionState::NeedsReview};
        return move(*end);
    }
    switch (e) {
    case SessionEvent::Created:
    case SessionEvent::FoundAtProvider: return stay(Transition::Repeat, from);
    case SessionEvent::StillOpen: return stay(Transition::Repeat, from);
    case SessionEvent::UnprovenPass:
        return from == SessionState::Provisional ? stay(Transition::Repeat, from) : move(SessionState::Provisional);
    case SessionEvent::PassToReview: return move(SessionState::NeedsReview);
    default: return stay(Transition::Illegal, from);
    }
}

Transition fromLaunch(SessionState from, SessionEvent e)
{
    const bool launching = from == SessionState::Launching;
    switch (e) {
    case SessionEvent::Created:
    case SessionEvent::FoundAtProvider: return move(SessionState::Pending);
    case SessionEvent::LaunchRefused: return move(SessionState::LaunchFailed);
    case SessionEvent::LaunchUnanswered:
        return launching ? move(SessionState::LaunchUnknown) : stay(Transition::Repeat, from);
    case SessionEvent::GivenUpUnknown:
    case SessionEvent::OperatorStopped:
        return launching ? stay(Transition::Illegal, from) : move(SessionState::Cancelled);
    case SessionEvent::ClockExpired: return launching ? stay(Transition::Illegal, from) : move(SessionState::Expired);
    default: break;
    }
    // A proven result of a session whose launch was not answered: it did exist.
    if (!launching && (endOf(e) || e == SessionEvent::UnprovenPass || e == SessionEvent::PassToReview))
        return fromWatched(SessionState::Pending, e);
    return stay(Transition::Illegal, from);
}

Transition fromHeld(SessionEvent e)
{
    switch (e) {
    case SessionEvent::ReviewAccepted: return move(SessionState::Verified);
    case SessionEvent::ReviewRejected: return move(SessionState::Failed);
    case SessionEvent::OperatorStopped: return move(SessionState::Cancelled);
    case SessionEvent::StillOpen: return stay(Transition::Late, SessionState::NeedsReview);
    case SessionEvent::Pass:
    case SessionEvent::PassToReview:
    case SessionEvent::UnprovenPass:
    case SessionEvent::ClockExpired: return stay(Transition::Repeat, SessionState::NeedsReview);
    case SessionEvent::ProviderFailed:
    case SessionEvent::PersonDeclined:
    case SessionEvent::PersonAbandoned:
    case SessionEvent::ProviderExpired:
    case SessionEvent::ProviderCancelled: return stay(Transition::Dispute, SessionState::NeedsReview);
    default: return stay(Transition::Illegal, SessionState::NeedsReview);
    }
}

Transition fromEnd(SessionState from, SessionEvent e)
{
    const auto end = endOf(e);
    if (end == from)
        return stay(Transition::Repeat, from);
    if (e == SessionEvent::ClockExpired || e == SessionEvent::OperatorStopped)
        return stay(Transition::Late, from);
    if (e == SessionEvent::ProviderExpired || e == SessionEvent::ProviderCancelled) {
        // Providers close a link after its result, or after we stopped: that contradicts nothing.
        return stay(Transition::Late, from);
    }
    // An unproven claim overturns nothing: it says what is known, or it is a reason to ask again.
    if (e == SessionEvent::UnprovenPass)
        return stay(from == SessionState::Verified ? Transition::Repeat : Transition::Late, from);
    if (end || e == SessionEvent::PassToReview)
        return {Transition::Dispute, SessionState::NeedsReview};
    if (e == SessionEvent::StillOpen || e == SessionEvent::FoundAtProvider)
        return stay(Transition::Late, from);
    return stay(Transition::Illegal, from);
}

} // namespace

Transition next(SessionState from, SessionEvent event)
{
    if (isStarting(from))
        return fromLaunch(from, event);
    if (isAskedAbout(from))
        return fromWatched(from, event);
    if (from == SessionState::NeedsReview)
        return fromHeld(event);
    return fromEnd(from, event);
}

QString stateKey(SessionState s)
{
    static const std::array<const char *, sessionStateCount> keys{"launching", "launch-unknown", "launch-failed",
        "pending", "provisional", "held", "verified", "failed", "declined", "abandoned", "expired", "cancelled"};
    return QString::fromLatin1(keys[size_t(s)]);
}

std::optional<SessionState> stateFromKey(const QString &key)
{
    for (int i = 0; i < sessionStateCount; ++i) {
        if (stateKey(SessionState(i)) == key)
            return SessionState(i);
    }
    return std::nullopt;
}

QString reasonKey(Reason r)
{
    static const std::array<const char *, reasonCount> keys{
        "account-recovery", "onboarding", "privileged-access", "periodic", "non-employee"};
    return QString::fromLatin1(keys[size_t(r)]);
}

std::optional<Reason> reasonFromKey(const QString &key)
{
    for (int i = 0; i < reasonCount; ++i) {
        if (reasonKey(Reason(i)) == key)
            return Reason(i);
    }
    return std::nullopt;
}

bool needsTicket(Reason r)
{
    return r == Reason::AccountRecovery || r == Reason::PrivilegedAccess;
}

QString deliveryKey(Delivery d)
{
    switch (d) {
    case Delivery::Sms: return QStringLiteral("sms");
    case Delivery::Email: return QStringLiteral("email");
    case Delivery::Link: break;
    }
    return QStringLiteral("link");
}

std::optional<Delivery> deliveryFromKey(const QString &key)
{
    for (const Delivery d : {Delivery::Sms, Delivery::Email, Delivery::Link}) {
        if (deliveryKey(d) == key)
            return d;
    }
    return std::nullopt;
}

static constexpr std::array<const char *, 3> startedAsKeys{"", "person", "program"};
QString startedAsKey(StartedAs s)
{
    return QString::fromLatin1(startedAsKeys[size_t(s)]);
}

StartedAs startedAsFromKey(const QString &key)
{
    for (size_t i = 1; i < startedAsKeys.size(); ++i) {
        if (key == QLatin1String(startedAsKeys[i]))
            return StartedAs(i);
    }
    return StartedAs::Unknown;
}

const QStringList &documentTypes()
{
    static const QStringList types{
        QStringLiteral("passport"), QStringLiteral("drivers_license"), QStringLiteral("national_id")};
    return types;
}

} // namespace domain
