#pragma once
#include "domain/operations/operation.h"
#include "net/iiq/personreader.h"
#include "net/sailpoint/identities.h"

// IdentityIQ's own services: ping and SCIM 2.0. There is no PATCH: a record is replaced as a whole.
namespace net::iiq {

using sailpoint::Api;
using sailpoint::PersonRead;
using sailpoint::RawPage;

/// GET /rest/ping with a person's own user name and password (HTTP Basic). Proves who somebody is, once; nothing of it
/// is kept. Only 2xx proves it, and only on a server that refused a random user name with a random password just before
/// (401 or 403; never the person's own name, whose account a failed try could lock). Unauthorized when they are not
/// accepted, Forbidden when this person may not ping, Conflict when the server lets anybody in, the answer's own error
/// when the comparison could not be made.
core::Async<core::Unit> signInOnce(Api &api, const QString &userName, const core::SecretPtr &password);
/// GET /rest/ping: any 200.
core::Async<core::Unit> ping(Api &api);
/// GET /scim/v2/ServiceProviderConfig.
core::Async<core::Unit> probeScim(Api &api);

/// GET /scim/v2/Schemas/urn:…:sailpoint:1.0:User: names of the attributes in IdentityIQ's extension.
core::Async<QStringList> userAttributes(Api &api);

/// GET /scim/v2/Users, sorted by userName, without accounts. `offset` counts from 0 (SCIM's startIndex less one);
/// `count` up to 1,000; `filter` from domain/identityiq.h, or empty. `total` is totalResults.
core::Async<RawPage> listUsers(Api &api, int offset, int count, const QString &filter);
/// People with this user name, one for each entry of the answer, at most 2. A server may ignore the filter.
core::Async<QList<domain::LoginName>> usersNamed(Api &api, const QString &userName);
core::Async<PersonRead> person(Api &api, const core::IdentityId &id);
/// As it came: to be changed with merged() and put back whole.
core::Async<QJsonObject> getUser(Api &api, const core::IdentityId &id);
/// PUT /scim/v2/Users/{id}: the whole record as it was read, with its changes. With a version in its meta the server
/// refuses it (412: Conflict) when somebody was faster. Sent once.
core::Async<core::Unit> putUser(Api &api, const QJsonObject &user);
/// `user` with these attributes set in IdentityIQ's extension. Only names and values given; nothing else changes.
QJsonObject merged(QJsonObject user, const QList<std::pair<QString, QString>> &attributes);

/// POST /scim/v2/LaunchedWorkflows: the task result's id. Rejected when the workflow ended with an error at once. Sent
/// once.
core::Async<QString> launchWorkflow(Api &api, const QString &workflow, const QJsonObject &input);
/// GET /scim/v2/LaunchedWorkflows?count=1: may workflows be seen at all.
core::Async<core::Unit> probeWorkflows(Api &api);
/// GET /scim/v2/TaskResults/{id}.
core::Async<domain::TaskState> taskResult(Api &api, const QString &id);

} // namespace net::iiq
