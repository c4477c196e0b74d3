#pragma once
#include "net/iiq/plugin.h"
#include "net/sailpoint/identityactions.h"
#include <functional>

// What decisions about work items and about certifications of IdentityIQ have in common: how they are sent, and what
// keeps somebody from deciding, as sentences for a person.
namespace services {

struct TenantConnections;

/// Sent once. `taken` is called when it was accepted, before the outcome is known to anybody else. Conflict with the
/// reason Decided when somebody was faster. Thread: `context`'s.
core::Async<domain::Accepted> sendIiqDecision(
    TenantConnections &connections, QObject *context, net::iiq::PluginType type, const QString &id,
    const net::iiq::Decision &decision, const std::function<void()> &taken = [] {});

QString iiqOperatorMissing();
QString iiqDenialMissing();
QString iiqOwnerUntold();
QString iiqNotYours();

} // namespace services
