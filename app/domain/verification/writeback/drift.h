#pragma once
#include "domain/tenants/tenant.h"
#include "domain/verification/verification.h"

namespace domain {

/// One attribute in which SailPoint and the provider disagree.
struct FieldDrift
{
    Field field = Field::IdvVerified;
    QString said;   ///< by the provider, as it would be written
    QString stored; ///< as SailPoint has it; empty: nothing
    friend bool operator==(const FieldDrift &, const FieldDrift &) = default;
};

/// A verified session whose result SailPoint does not show as it was.
struct Drift
{
    Session session;
    QList<FieldDrift> fields;
    bool isNotStored = false; ///< SailPoint shows nothing of it, in a read that came late enough
};

/// What was compared, and what could not be: "nothing differs" is said only of what was looked at.
struct DriftList
{
    QList<Drift> all;
    qint64 compared = 0;    ///< people whose latest pass was looked for in SailPoint's answer
    qint64 notLookedAt = 0; ///< people whose pass may still be on its way, or whom nobody has read since
    qint64 notStored() const;
};

/// `session` is the person's latest verified one. Empty when SailPoint agrees, or holds a newer verification from
/// elsewhere. Flags, levels and dates are compared by their meaning, not by how they are written. What was removed by
/// retention, or never given by the provider, is not compared.
QList<FieldDrift> driftOf(const Session &session, const IdvFacts &stored, const Tenant &tenant);

} // namespace domain
