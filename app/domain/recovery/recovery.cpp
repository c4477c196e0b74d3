#include "domain/recovery/recovery.h"
#include "domain/recovery/callerbinding.h"
#include "domain/verification/conditions.h"
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

Channel channelOf(Delivery d)
{
    return d == Delivery::Sms ? Channel::Mobile : Channel::WorkEmail;
}

static constexpr std::array<const char *, 4> viaKeys{"EMAIL_WORK", "EMAIL_PERSONAL", "LINK_WORK", "LINK_PERSONAL"};
QString resetViaKey(ResetVia v)
{
    return QString::fromLatin1(viaKeys[size_t(v)]);
}
std::optional<ResetVia> resetViaFromKey(const QString &key)
{
    for (size_t i = 0; i < viaKeys.size(); ++i) {
        if (key.compare(QLatin1String(viaKeys[i]), Qt::CaseInsensitive) == 0)
            return ResetVia(i);
    }
    return std::nullopt;
}
bool isPersonal(ResetVia v)
{
    return v == ResetVia::PersonalEmail || v == ResetVia::PersonalLink;
}
Channel channelOf(ResetVia v)
{
    return isPersonal(v) ? Channel::PersonalEmail : Channel::WorkEmail;
}

bool isWithinGate(core::Instant completedAt, core::Instant now)
{
    return now < completedAt + gateLifetime && completedAt <= now + 5 * core::minuteMs;
}

int RecoveryGate::met() const
{
    return int(std::count(marks.begin(), marks.end(), GateMark::Met));
}

static GateMark activeMark(const GateFacts &f)
{
    if (!f.activity)
        return GateMark::NotKnown;
    switch (*f.activity) {
    case Activity::Active: return GateMark::Met;
    case Activity::Inactive: return GateMark::NotMet;
    case Activity::NotKnown: break;
    }
    return f.isActivityAccepted ? GateMark::Met : GateMark::NotKnown;
}

// What stands against it whatever the five conditions say.
static GateObstacle obstacleOf(const Session &s, const GateFacts &f)
{
    if (s.request.reason != Reason::AccountRecovery)
        return GateObstacle::OtherReason;
    if (s.startedBy.isEmpty() || s.startedAs != StartedAs::Person)
        return GateObstacle::StarterUnknown;
    if (s.operatorName != f.operatorName || s.startedBy != f.principal)
        return GateObstacle::OtherOperator;
    if (f.isReadOnly)
        return GateObstacle::Locked;
    if (s.resetState == QLatin1String("asked"))
        return GateObstacle::AlreadyUsed;
    if (s.resetState == QLatin1String("asking") || s.resetState == QLatin1String("unknown"))
        return GateObstacle::Unknown;
    if (s.state != SessionState::Verified || !s.completedAt)
        return GateObstacle::NotVerified;
    if (f.proof != RowProof::Proved)
        return f.proof == RowProof::NotAnchored ? GateObstacle::NotAnchored : GateObstacle::RowDiffers;
    switch (f.time) {
    case TimeDoubt::NoVendorTime: return GateObstacle::NoVendorTime;
    case TimeDoubt::ClocksDiffer: return GateObstacle::ClocksDiffer;
    case TimeDoubt::LogAhead: return GateObstacle::LogAhead;
    case TimeDoubt::None: break;
    }
    if (!isWithinGate(*s.completedAt, f.now))
        return GateObstacle::TooOld;
    return GateObstacle::None;
}

RecoveryGate recoveryGate(const Session &s, const GateFacts &f)
{
    RecoveryGate g;
    const auto mark = [&g](GateCondition c) -> GateMark & { return g.marks[size_t(c)]; };
    const Conditions result = conditionsOf(s, {f.heldDifferences, {}}, f.now);
    mark(GateCondition::Level) = result.of(Condition::Level);
    mark(GateCondition::Name) = result.of(Condition::Name);
    mark(GateCondition::Genuine) = result.of(Condition::Source);
    mark(GateCondition::Active) = activeMark(f);
    g.canAcceptActivity = f.activity == Activity::NotKnown && !f.isActivityAccepted;
    mark(GateCondition::CallerBound) = s.boundAt ? GateMark::Met : GateMark::NotKnown;
    if (s.completedAt)
        g.closesAt = *s.completedAt + gateLifetime;
    g.obstacle = obstacleOf(s, f);
    if (g.obstacle == GateObstacle::None && g.met() < gateConditionCount)
        g.obstacle = GateObstacle::Conditions;
    return g;
}

bool isActivityAccepted(const QList<SessionNote> &notes, const QString &mark)
{
    return std::any_of(notes.begin(), notes.end(), [&mark](const SessionNote &n) {
        return n.kind == QLatin1String("activity-accepted") && !mark.isEmpty() &&
               n.detail.value(QLatin1String("of")).toString() == mark;
    });
}

bool isActivityQuestionOpen(const RecoveryGate &g, SessionState state)
{
    const bool mayOpen = g.obstacle == GateObstacle::Conditions || g.obstacle == GateObstacle::NotVerified;
    return g.canAcceptActivity && mayOpen && state != SessionState::NeedsReview;
}

bool isRecoveryUnderWay(const Session &s)
{
    return s.request.reason == Reason::AccountRecovery && mayBind(s.state);
}

bool isResetAwaited(const Session &s, core::Instant closesAt, core::Instant now)
{
    return s.state == SessionState::Verified && s.request.reason == Reason::AccountRecovery && s.resetState.isEmpty() &&
           closesAt > now;
}

QString resetStateAfter(const core::Status &answer)
{
    if (answer)
        return QStringLiteral("asked");
    return answer.error().mayHaveReachedServer ? QStringLiteral("unknown") : QStringLiteral("refused");
}

bool mustEscalate(const QList<Session> &sessions, core::Instant now)
{
    return std::count_if(sessions.begin(), sessions.end(), [now](const Session &s) {
        return s.state == SessionState::Failed && s.closedAt && now - *s.closedAt < core::dayMs;
    }) >= 3;
}

QString linkToken(const QString &link)
{
    qsizetype from = link.size();
    const auto isPart = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'));
    };
    while (from > 0 && isPart(link.at(from - 1)))
        --from;
    const QString token = link.mid(from);
    return token.size() >= 16 ? token : QString();
}

QString readBackCode(const QString &link)
{
    const QString token = linkToken(link);
    QString code;
    for (qsizetype i = token.size() - 1; i >= 0 && code.size() < 4; --i) {
        if (!token.at(i).isLetterOrNumber())
            break;
        code.prepend(token.at(i).toLower());
    }
    return code.size() == 4 ? code : QString();
}

QByteArray codeDigest(const QString &code, const QString &salt, const QByteArray &key)
{
    QMessageAuthenticationCode mac(QCryptographicHash::Sha256, key);
    mac.addData(salt.toUtf8());
    mac.addData(QByteArrayLiteral("/"));
    mac.addData(code.trimmed().toLower().toUtf8());
    return mac.result().toHex();
}

} // namespace domain
