#pragma once
#include "domain/profiles/identityattribute.h"
#include "domain/profiles/identityprofile.h"
#include "domain/profiles/profilepatch.h"
#include "net/sailpoint/identityactions.h"

// Identity profiles and their attributes (contract 6 and 7), read by profiles/profilereader.h.
namespace net::sailpoint {

/// Filters and sorters in SailPoint's language; both may be empty.
core::Async<QList<domain::IdentityProfile>> listProfiles(
    Api &api, const QString &filters = {}, const QString &sorters = QStringLiteral("name"));
core::Async<domain::IdentityProfile> getProfile(Api &api, const QString &id);
/// Sends `raw`.
core::Async<domain::IdentityProfile> createProfile(Api &api, const domain::IdentityProfile &profile);
core::Async<domain::IdentityProfile> patchProfile(Api &api, const QString &id, const domain::ProfilePatch &patch);
core::Async<Accepted> deleteProfile(Api &api, const QString &id);
core::Async<Accepted> bulkDeleteProfiles(Api &api, const QStringList &ids);
/// Empty ids: all of them.
core::Async<QList<domain::ExportedProfile>> exportProfiles(Api &api, const QString &id = {});
/// Sends each one's `raw`.
core::Async<domain::ImportResult> importProfiles(Api &api, const QList<domain::ExportedProfile> &objects);
core::Async<domain::AttributeConfig> defaultAttributeConfig(Api &api, const QString &id);
/// Nothing is saved. Sends the configuration's `raw`.
core::Async<domain::IdentityPreview> previewIdentity(
    Api &api, const core::IdentityId &person, const domain::AttributeConfig &config);
core::Async<Accepted> processProfile(Api &api, const QString &id);
/// Sends `raw`.
core::Async<domain::IdentityAttribute> createIdentityAttribute(Api &api, const domain::IdentityAttribute &attribute);
core::Async<QList<domain::LifecycleState>> lifecycleStates(Api &api, const QString &id);

} // namespace net::sailpoint
