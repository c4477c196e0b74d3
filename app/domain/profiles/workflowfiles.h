#pragma once
#include "core/result.h"
#include "domain/tenants/tenant.h"
#include <QJsonObject>

// Workflows to be imported in SailPoint's builder, filled from a tenant's settings. Clients, keys and owners are left
// for the builder. Pure.
namespace domain {

/// Asks the provider for a session when an identity is created, and keeps the session's id in the identity's account of
/// the source of results, so that a result can be told whose it is.
QJsonObject initiateWorkflow(const Tenant &tenant);
/// Takes a result through its external trigger and writes it to the person's account in the source of results: in this
/// console's words (identityId, attributes), of which only what is sent is written, or in the provider's own
/// (session_id, verification_status, ial_level, …), whose person is the one identity with the user_identifier as its
/// e-mail, and only for the session that this identity names.
QJsonObject resultWorkflow(const Tenant &tenant);
/// The same, and a failed one tells the requester, where one is named, and asks `escalateTo` (an e-mail address) for a
/// review by hand.
QJsonObject decisionWorkflow(const Tenant &tenant, const QString &escalateTo);

enum class WorkflowFile {
    Start,
    Result,   ///< writes only
    Decision, ///< writes, and goes on by the status
};
/// The file to import; `escalateTo` is of Decision. Usage with the field ("idv-source", "escalate-to",
/// "callback-base-url", "provider") of what has to be known first, or what such steps cannot read: a file with a gap
/// would be imported and fail there.
core::Result<QByteArray> workflowFileText(WorkflowFile which, const Tenant &tenant, const QString &escalateTo = {});

} // namespace domain
