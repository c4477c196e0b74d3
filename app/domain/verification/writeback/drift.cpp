#include "domain/verification/writeback/drift.h"
#include "domain/verification/writeback/writeback.h"
#include <algorithm>

namespace domain {

static QString storedText(const IdvFacts &f, Field field)
{
    switch (field) {
    case Field::IdvVerified: return f.verifiedRaw;
    case Field::IdvStatus: return f.status;
    case Field::IdvIal: return f.ialRaw;
    case Field::IdvVerifiedName: return f.verifiedName;
    case Field::IdvDocumentType: return f.documentType;
    case Field::IdvSessionId: return f.sessionId;
    case Field::IdvVerifiedDate: return f.dateRaw;
    default: return {};
    }
}

static bool isSame(Field field, const QString &said, const IdvFacts &f, const Session &s)
{
    switch (field) {
    case Field::IdvVerified: return f.verified == parseFlag(said);
    case Field::IdvIal: return f.ial == s.ial;
    // To the second: some systems keep no more.
    case Field::IdvVerifiedDate:
        return f.date.at && s.completedAt && *f.date.at / core::secondMs == *s.completedAt / core::secondMs;
    default: return storedText(f, field).trimmed() == said.trimmed();
    }
}

qint64 DriftList::notStored() const
{
    return std::count_if(all.begin(), all.end(), [](const Drift &d) { return d.isNotStored; });
}

QList<FieldDrift> driftOf(const Session &s, const IdvFacts &f, const Tenant &tenant)
{
    if (s.state != SessionState::Verified)
        return {};
    const bool isElsewhere =
        f.sessionId != s.providerId.str() && f.date.at && s.completedAt && *f.date.at > *s.completedAt;
    if (isElsewhere)
        return {};
    QList<FieldDrift> out;
    const auto plan = planFor(s, tenant);
    for (const auto &w : plan.writes) {
        if (!isSame(w.field, w.value, f, s))
            out.append({w.field, w.value, storedText(f, w.field)});
    }
    return out;
}

} // namespace domain
