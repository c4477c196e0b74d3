#include "domain/operations/operation.h"
#include <QCoreApplication>
#include <array>

namespace domain {

static QString sayOperation(const char *text)
{
    return QCoreApplication::translate("Operation", text);
}

struct KindWords
{
    const char *key;
    const char *text;
};
static constexpr std::array<KindWords, operationKindCount> kinds{{
    {"identity.delete", QT_TRANSLATE_NOOP("Operation", "Delete identity")},
    {"identity.reset", QT_TRANSLATE_NOOP("Operation", "Reset identity")},
    {"identity.invite", QT_TRANSLATE_NOOP("Operation", "Invite")},
    {"identity.process", QT_TRANSLATE_NOOP("Operation", "Process identities")},
    {"identity.synchronize", QT_TRANSLATE_NOOP("Operation", "Synchronize attributes")},
    {"profile.create", QT_TRANSLATE_NOOP("Operation", "Create identity profile")},
    {"profile.update", QT_TRANSLATE_NOOP("Operation", "Change identity profile")},
    {"profile.delete", QT_TRANSLATE_NOOP("Operation", "Delete identity profile")},
    {"profile.import", QT_TRANSLATE_NOOP("Operation", "Import identity profiles")},
    {"profile.refresh", QT_TRANSLATE_NOOP("Operation", "Refresh identities of a profile")},
    {"attribute.create", QT_TRANSLATE_NOOP("Operation", "Create identity attribute")},
    {"subscription.create", QT_TRANSLATE_NOOP("Operation", "Subscribe to an event trigger")},
    {"subscription.change", QT_TRANSLATE_NOOP("Operation", "Change a subscription")},
    {"subscription.delete", QT_TRANSLATE_NOOP("Operation", "Delete a subscription")},
    {"trigger.test", QT_TRANSLATE_NOOP("Operation", "Test an event trigger")},
    {"invocation.complete", QT_TRANSLATE_NOOP("Operation", "Complete a trigger's invocation")},
    {"workflow.test", QT_TRANSLATE_NOOP("Operation", "Test a workflow")},
    {"workflow.client", QT_TRANSLATE_NOOP("Operation", "Create a workflow's client")},
    {"approval.approve", QT_TRANSLATE_NOOP("Operation", "Approve an access request")},
    {"approval.deny", QT_TRANSLATE_NOOP("Operation", "Deny an access request")},
    {"approval.forward", QT_TRANSLATE_NOOP("Operation", "Forward an access request")},
    {"review.approve", QT_TRANSLATE_NOOP("Operation", "Approve all of an access review")},
    {"review.deny", QT_TRANSLATE_NOOP("Operation", "Revoke all of an access review")},
    {"review.sign", QT_TRANSLATE_NOOP("Operation", "Sign an access review off")},
}};
static constexpr std::array<KindWords, operationStateCount> states{{
    {"intent", QT_TRANSLATE_NOOP("Operation", "About to be asked for")},
    {"refused", QT_TRANSLATE_NOOP("Operation", "Refused: nothing was done")},
    {"unknown", QT_TRANSLATE_NOOP("Operation", "No answer: it may have been done")},
    {"asked", QT_TRANSLATE_NOOP("Operation", "Asked for")},
    {"running", QT_TRANSLATE_NOOP("Operation", "Running")},
    {"still-running", QT_TRANSLATE_NOOP("Operation", "Still running")},
    {"done", QT_TRANSLATE_NOOP("Operation", "Done")},
    {"failed", QT_TRANSLATE_NOOP("Operation", "Failed")},
    {"submitted", QT_TRANSLATE_NOOP("Operation", "Submitted; SailPoint does not say when it is done")},
}};
static constexpr std::array<const char *, 4> follows{"nothing", "task", "gone", "refresh-flag"};

template <class E, size_t N>
static std::optional<E> fromKey(const std::array<KindWords, N> &words, const QString &key)
{
    for (size_t i = 0; i < N; ++i) {
        if (key == QLatin1String(words[i].key))
            return E(i);
    }
    return std::nullopt;
}

QString operationKindKey(OperationKind k)
{
    return QString::fromLatin1(kinds[size_t(k)].key);
}
std::optional<OperationKind> operationKindFromKey(const QString &key)
{
    return fromKey<OperationKind>(kinds, key);
}
QString operationText(OperationKind k)
{
    return sayOperation(kinds[size_t(k)].text);
}
bool isOfIdentityIq(OperationKind k)
{
    return k == OperationKind::ApproveRequest || k == OperationKind::DenyRequest || k == OperationKind::ApproveReview ||
           k == OperationKind::DenyReview || k == OperationKind::SignReview;
}
bool isDecision(OperationKind k)
{
    return k >= OperationKind::ApproveRequest && k <= OperationKind::SignReview;
}
bool isDestructive(OperationKind k)
{
    return k == OperationKind::DeleteIdentity || k == OperationKind::ResetIdentity ||
           k == OperationKind::DeleteProfiles || k == OperationKind::DeleteSubscription ||
           k == OperationKind::ApproveReview || k == OperationKind::DenyReview || k == OperationKind::SignReview;
}
QString operationStateKey(OperationState s)
{
    return QString::fromLatin1(states[size_t(s)].key);
}
std::optional<OperationState> operationStateFromKey(const QString &key)
{
    return fromKey<OperationState>(states, key);
}
QString operationStateText(OperationState s)
{
    return sayOperation(states[size_t(s)].text);
}

bool isOver(OperationState s)
{
    return s == OperationState::Refused || s == OperationState::Done || s == OperationState::Failed ||
           s == OperationState::Submitted;
}

QString followByKey(FollowBy f)
{
    return QString::fromLatin1(follows[size_t(f)]);
}
FollowBy followByFromKey(const QString &key)
{
    for (size_t i = 0; i < follows.size(); ++i) {
        if (key == QLatin1String(follows[i]))
            return FollowBy(i);
    }
    return FollowBy::Nothing;
}

core::Instant nextLook(core::Instant createdAt, core::Instant lastPause, core::Instant now)
{
    if (now - createdAt > followFor)
        return 0;
    return std::clamp<core::Instant>(lastPause * 3 / 2, 2 * core::secondMs, 15 * core::secondMs);
}

qsizetype Ownership::count() const
{
    qsizetype n = 0;
    for (const auto &a : associations)
        n += a.entities.size();
    return n;
}

QString Ownership::text() const
{
    QStringList lines;
    for (const auto &a : associations) {
        QStringList names;
        for (const auto &e : a.entities)
            names << e.name;
        lines << associationText(a.type) + QStringLiteral(": ") + names.join(QStringLiteral(", "));
    }
    return lines.join(QLatin1Char('\n'));
}

QString associationText(const QString &type)
{
    static const std::array<KindWords, 7> known{{
        {"ROLE_OWNER", QT_TRANSLATE_NOOP("Operation", "Owner of roles")},
        {"SOURCE_OWNER", QT_TRANSLATE_NOOP("Operation", "Owner of sources")},
        {"ACCESS_PROFILE_OWNER", QT_TRANSLATE_NOOP("Operation", "Owner of access profiles")},
        {"CAMPAIGN_OWNER", QT_TRANSLATE_NOOP("Operation", "Owner of certification campaigns")},
        {"ENTITLEMENT_OWNER", QT_TRANSLATE_NOOP("Operation", "Owner of entitlements")},
        {"GOVERNANCE_GROUP_OWNER", QT_TRANSLATE_NOOP("Operation", "Owner of governance groups")},
        {"WORKFLOW_OWNER", QT_TRANSLATE_NOOP("Operation", "Owner of workflows")},
    }};
    for (const auto &k : known) {
        if (type == QLatin1String(k.key))
            return sayOperation(k.text);
    }
    return type;
}

} // namespace domain
