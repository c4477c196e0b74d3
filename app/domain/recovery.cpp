#include "domain/recovery.h"
#include "domain/judgement.h"
#include <QMessageAuthenticationCode>
#include <algorithm>

namespace domain {

static constexpr core::Instant settled = 14 * core::dayMs;

static std::optional<core::Instant> changedAt(const ContactHistory &h, Channel c)
{
    switch (c) {
    case Channel::Mobile: return h.mobileChangedAt;
    case Channel::WorkEmail: return h.emailChangedAt;
    case Channel::PersonalEmail: break;
    }
    return h.personalChangedAt;
}

ContactAge contactAge(const ContactHistory &h, Channel c, core::Instant now)
{
    if (const auto at = changedAt(h, c))
        return now - *at < settled ? ContactAge::ChangedRecently : ContactAge::Unchanged;
    if (!h.since || now - *h.since < settled)
        return ContactAge::NotKnown;
    return ContactAge::Unchanged;
}

int contactDays(const ContactHistory &h, Channel c, core::Instant now)
{
    const auto from = changedAt(h, c).value_or(h.since.value_or(now));
    return int(std::max<core::Instant>(0, now - from) / core::dayMs);
}

static constexpr std::array<const char *, 4> viaKeys{"EMAIL_WORK", "EMAIL_PERSONAL", "LINK_WORK", "LINK_PERSONAL"};
QString resetViaKey(ResetVia v) { return QString::fromLatin1(viaKeys[size_t(v)]); }
std::optional<ResetVia> resetViaFromKey(const QString &key)
{
    for (size_t i = 0; i < viaKeys.size(); ++i) {
        if (key.compare(QLatin1String(viaKeys[i]), Qt::CaseInsensitive) == 0)
            return ResetVia(i);
    }
    return std::nullopt;
}
bool isPersonal(ResetVia v) { return v == ResetVia::PersonalEmail || v == ResetVia::PersonalLink; }

int Gate::met() const { return int(std::count(marks.begin(), marks.end(), GateMark::Met)); }

static GateMark markOf(bool isMet) { return isMet ? GateMark::Met : GateMark::NotMet; }

Gate recoveryGate(const Session &s, std::optional<bool> isActive, const QString &operatorName, bool isReadOnly, core::Instant now)
{
    Gate g;
    const bool hasResult = s.state == SessionState::Verified || s.state == SessionState::Held;
    const bool isVerified = s.state == SessionState::Verified;
    const HoldCause cause = s.state == SessionState::Held ? holdCauseFromKey(s.closingReason) : HoldCause::None;
    const bool isDoubted = cause == HoldCause::Contradiction || cause == HoldCause::Unconfirmed || cause == HoldCause::OtherSession;
    const bool isGenuine = !isDoubted && (s.source == QLatin1String("callback") || s.source == QLatin1String("status-query") || s.source == QLatin1String("both"));
    const auto mark = [&g](GateCondition c) -> GateMark & { return g.marks[size_t(c)]; };
    mark(GateCondition::Level) = hasResult ? markOf(s.ial && *s.ial >= std::max(2, s.request.requiredIal)) : GateMark::NotKnown;
    // Verified means: the name compared, or a second person accepted the difference.
    mark(GateCondition::Name) = hasResult ? markOf(isVerified) : GateMark::NotKnown;
    mark(GateCondition::Genuine) = hasResult ? markOf(isGenuine) : GateMark::NotKnown;
    mark(GateCondition::Active) = isActive ? markOf(*isActive) : GateMark::NotKnown;
    mark(GateCondition::CallerBound) = s.boundAt ? GateMark::Met : GateMark::NotKnown;
    if (s.completedAt)
        g.closesAt = *s.completedAt + gateLifetime;

    if (s.request.reason != Reason::AccountRecovery)
        g.obstacle = GateObstacle::OtherReason;
    else if (s.operatorName != operatorName)
        g.obstacle = GateObstacle::OtherOperator;
    else if (isReadOnly)
        g.obstacle = GateObstacle::Locked;
    else if (s.resetState == QLatin1String("asked"))
        g.obstacle = GateObstacle::AlreadyUsed;
    else if (s.resetState == QLatin1String("asking") || s.resetState == QLatin1String("unknown"))
        g.obstacle = GateObstacle::Unknown;
    else if (!isVerified || !s.completedAt)
        g.obstacle = GateObstacle::NotVerified;
    else if (now >= g.closesAt || *s.completedAt > now + 5 * core::minuteMs)
        g.obstacle = GateObstacle::TooOld;
    else if (g.met() < gateConditionCount)
        g.obstacle = GateObstacle::Conditions;
    else
        g.obstacle = GateObstacle::None;
    return g;
}

bool mustEscalate(const QList<Session> &sessions, core::Instant now)
{
    return std::count_if(sessions.begin(), sessions.end(), [now](const Session &s) { return s.state == SessionState::Failed && s.closedAt && now - *s.closedAt < core::dayMs; }) >= 3;
}

QString readBackCode(const QString &link)
{
    QString code;
    for (qsizetype i = link.size() - 1; i >= 0 && code.size() < 4; --i) {
        if (!link.at(i).isLetterOrNumber())
            break;
        code.prepend(link.at(i).toLower());
    }
    return code.size() == 4 ? code : QString();
}

QByteArray codeDigest(const QString &code, const QString &salt)
{
    QByteArray digest = code.trimmed().toLower().toUtf8();
    const QByteArray key = salt.toUtf8();
    for (int i = 0; i < 20'000; ++i)
        digest = QMessageAuthenticationCode::hash(digest, key, QCryptographicHash::Sha256);
    return digest.toHex();
}

} // namespace domain
