#pragma once
#include <QString>

// Where a tenant's callbacks arrive. Tenant::callbackBaseUrl holds the origin and, where a relay has one, a prefix; the
// receiver's paths are appended here and nowhere else.
namespace domain {

struct ReceiverSettings;
struct Tenant;

/// What the provider is told: the base and the receiver's path. A base that is SailPoint's own (an event trigger or a
/// workflow) is the whole address. Empty without a base.
QString callbackUrl(const Tenant &tenant);
/// What SailPoint's event triggers are told: the base and the receiver's path for events. Empty without a base, and
/// where the base is SailPoint's own.
QString eventsUrl(const Tenant &tenant);
/// An address as a person gives it, as a base: without slashes at its end, and without the receiver's own path.
QString callbackBaseFrom(const QString &given, const ReceiverSettings &receiver);

} // namespace domain
