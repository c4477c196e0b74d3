#pragma once
#include "domain/identities/account.h"
#include "domain/verification/writeback/writeback.h"
#include "net/sailpoint/api.h"
#include <QJsonObject>

namespace net::sailpoint {

/// GET /accounts?filters=sourceId eq "…" and identityId eq "…" (contract 9.2).
core::Async<QList<domain::Account>> findAccounts(Api &api, const QString &sourceId, const core::IdentityId &identity);
/// PATCH /accounts/{id}: 202, accepted, not done. Flat-file sources only.
core::Async<core::Unit> patchAccount(Api &api, const QString &accountId, const QList<domain::AttributeWrite> &writes);
/// POST /accounts: creates, or with a known account id acts as a patch. Returns the task id.
core::Async<QString> postAccount(
    Api &api, const QString &sourceId, const core::IdentityId &account, const QList<domain::AttributeWrite> &writes);

/// POST /workflows/execute/external/{id}. A 200 with a message and no execution id did not run: Rejected.
/// With `bearer` the workflow's own client signs instead of the tenant's token.
core::Async<QString> executeWorkflow(
    Api &api, const QString &workflowId, const QJsonObject &input, Tokens *own = nullptr);
/// POST /workflows/execute/external/{id}/test: an echo, nothing runs.
core::Async<core::Unit> echoWorkflow(Api &api, const QString &workflowId, Tokens *own = nullptr);

} // namespace net::sailpoint
