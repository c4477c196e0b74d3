#pragma once
#include "domain/reverification/reverificationpolicy.h"
#include "domain/tenants/privacy.h"
#include "domain/tenants/tenant.h"
#include "domain/verification/policy.h"

// What a file of settings would make more permissive than it is. Each is asked about by its name.
namespace domain {

struct Loosening
{
    QString name; ///< "Acme:trusts-unsigned", "verification:level.onboarding": what --allow takes
    QString text; ///< what it means, translated
    friend bool operator==(const Loosening &, const Loosening &) = default;
};

/// Of a tenant that is not there yet: against one that was added with nothing but its addresses.
QList<Loosening> looseningsOf(const Tenant &tenant);
QList<Loosening> looseningsOf(const QString &tenant, const ReverificationPolicy &policy);
/// The removal itself is never switched on by a file; its times are.
QList<Loosening> looseningsOf(const QString &tenant, const Retention &retention);
/// Against what is stored; nothing when that cannot be read, and then replacing it is a loosening of its own.
QList<Loosening> looseningsOf(const std::optional<VerificationPolicy> &now, const VerificationPolicy &wanted);

/// What of `found` is not named in `allowed`, and names that are not of `found` at all.
struct AllowedGap
{
    QList<Loosening> unnamed;
    QStringList unknown;
    bool isEmpty() const { return unnamed.isEmpty() && unknown.isEmpty(); }
};
/// Each of `allowed` is a name, or several with commas between them.
AllowedGap gapOf(const QList<Loosening> &found, const QStringList &allowed);

} // namespace domain
