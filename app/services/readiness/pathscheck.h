#pragma once

namespace services {

struct TenantConnections;
class ReadinessRecord;

/// The line about SailPoint's paths: which are used, and whether its answers to this check said that they end.
void addPathsLine(const TenantConnections &connections, ReadinessRecord &record);

} // namespace services
