#include "domain/verification/writeback/writeback.h"
#include <array>

namespace domain {

static constexpr std::array<const char *, 8> keys{
    "not-needed", "waiting", "planned", "asked", "unknown", "written", "not-stored", "failed"};

QString writeBackKey(WriteBackState s)
{
    return QString::fromLatin1(keys[size_t(s)]);
}

WriteBackState writeBackFromKey(const QString &key)
{
    for (size_t i = 0; i < keys.size(); ++i) {
        if (key == QLatin1String(keys[i]))
            return WriteBackState(i);
    }
    return WriteBackState::NotNeeded;
}

bool isFinal(WriteBackState s)
{
    return s == WriteBackState::NotNeeded || s == WriteBackState::Written || s == WriteBackState::NotStored ||
           s == WriteBackState::Failed;
}

bool isMissing(WriteBackState s)
{
    return s == WriteBackState::Failed || s == WriteBackState::NotStored;
}

bool mayWrite(const Tenant &t, bool isConfirmed)
{
    return !t.readOnly && (!t.confirmWriteBack || isConfirmed);
}

bool isWaitedFor(const Session &s, const Tenant &t)
{
    const WriteBackState w = writeBackFromKey(s.writeBack);
    const bool isOthers = w == WriteBackState::Waiting || (w == WriteBackState::Planned && !mayWrite(t, false));
    return isOpen(s.state) || (!isFinal(w) && !isOthers);
}

WriteBackPlan planFor(const Session &s, const Tenant &t)
{
    WriteBackPlan plan;
    plan.strategy = t.writeBack;
    const auto add = [&](Field f, const QString &value) {
        if (!value.isEmpty())
            plan.writes.append({f, t.map.name(f), value});
    };
    const QString provider = s.providerId.str();
    switch (s.state) {
    case SessionState::Verified:
        add(Field::IdvVerified, QStringLiteral("true"));
        add(Field::IdvStatus, t.statusWords.pass.value(0));
        add(Field::IdvIal, s.ial ? QString::number(*s.ial) : QString());
        add(Field::IdvVerifiedName, s.verifiedName);
        add(Field::IdvDocumentType, s.documentType);
        add(Field::IdvSessionId, provider);
        add(Field::IdvVerifiedDate, s.completedAt ? formatInstant(*s.completedAt) : QString());
        break;
    case SessionState::Failed:
        if (t.failedClearsVerified)
            add(Field::IdvVerified, QStringLiteral("false"));
        add(Field::IdvStatus, t.statusWords.fail.value(0, QStringLiteral("FAILED")));
        add(Field::IdvSessionId, provider);
        break;
    case SessionState::Pending:
        if (s.clearsVerified)
            add(Field::IdvVerified, QStringLiteral("false"));
        if (t.writesPending)
            add(Field::IdvStatus, t.statusWords.pending.value(0, QStringLiteral("PENDING")));
        break;
    default: break;
    }
    return plan;
}

WriteBackState initialWriteBack(const WriteBackPlan &plan, const Tenant &tenant)
{
    if (plan.isEmpty())
        return WriteBackState::NotNeeded;
    return tenant.writeBack == WriteBackStrategy::None ? WriteBackState::Waiting : WriteBackState::Planned;
}

} // namespace domain
