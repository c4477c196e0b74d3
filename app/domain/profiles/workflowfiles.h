#pragma once
#include "domain/tenants/tenant.h"
#include <QJsonObject>

// Workflows to be imported in SailPoint's builder, filled from a tenant's settings. Secrets and owners are left for the
// builder. Pure.
namespace domain {

/// Asks the provider for a session when an identity is created, and keeps the session's id in the identity's account of
/// the source of results, so that a result can be told whose it is.
QJsonObject initiateWorkflow(const Tenant &tenant);
/// Takes a result through its external trigger, writes it, and goes on by its status: VERIFIED ends well; FAILED tells
/// the requester and asks `escalateTo` (an e-mail address) for a review by hand.
QJsonObject decisionWorkflow(const Tenant &tenant, const QString &escalateTo);

enum class WorkflowFile { Start, Result };
/// The file to import; `escalateTo` is of the one that takes a result.
QByteArray workflowFileText(WorkflowFile which, const Tenant &tenant, const QString &escalateTo);

} // namespace domain
