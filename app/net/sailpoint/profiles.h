#pragma once
#include "net/sailpoint/identityactions.h"

// Identity profiles (contract 6). Objects stay as SailPoint sent them: what the console does not know is not lost.
namespace net::sailpoint {

/// Filters and sorters in SailPoint's language; both may be empty.
core::Async<QJsonArray> listProfiles(
    Api &api, const QString &filters = {}, const QString &sorters = QStringLiteral("name"));
core::Async<QJsonObject> getProfile(Api &api, const QString &id);
core::Async<QJsonObject> createProfile(Api &api, const QJsonObject &profile);
core::Async<QJsonObject> patchProfile(Api &api, const QString &id, const QJsonArray &patch);
core::Async<Accepted> deleteProfile(Api &api, const QString &id);
core::Async<Accepted> bulkDeleteProfiles(Api &api, const QStringList &ids);
/// Empty ids: all of them.
core::Async<QJsonArray> exportProfiles(Api &api, const QString &id = {});
/// ObjectImportResult: `errors` can be filled although the call succeeded.
core::Async<QJsonObject> importProfiles(Api &api, const QJsonArray &objects);
core::Async<QJsonObject> defaultAttributeConfig(Api &api, const QString &id);
/// Nothing is saved.
core::Async<QJsonObject> previewIdentity(Api &api, const core::IdentityId &person, const QJsonObject &attributeConfig);
core::Async<Accepted> processProfile(Api &api, const QString &id);
core::Async<QJsonObject> createIdentityAttribute(Api &api, const QJsonObject &attribute);
core::Async<QJsonArray> lifecycleStates(Api &api, const QString &id);

} // namespace net::sailpoint
