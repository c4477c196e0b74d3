#pragma once
#include "core/async.h"
#include "core/secret.h"
#include "domain/verification/verification.h"
#include "services/tenants/context.h"
#include <QObject>

namespace services {

struct TenantConnections;

/// Who somebody is, by credentials of their own that are used for one question and kept nowhere. Errors: Usage
/// ("secrets") where they are missing, Unauthorized, Forbidden, Conflict with the sentence. Thread: the GUI's or main.
class SignIn : public QObject
{
    Q_OBJECT
public:
    SignIn(TenantConnections &connections, Context &context);

    /// The SailPoint identity of whoever sits here; empty while none is registered.
    core::Async<QString> operatorIdentity();
    /// The SailPoint identity behind an own personal access token; with IdentityIQ, behind a user name and a password.
    core::Async<QString> identityBehind(const core::SecretPtr &clientId, const core::SecretPtr &clientSecret);
    /// As identityBehind(), of somebody who may decide about `session`, or where there is none about what the operator
    /// wants: neither the operator nor the owner of the tenant's credentials.
    core::Async<QString> secondPerson(const std::optional<domain::Session> &session, const core::SecretPtr &clientId,
        const core::SecretPtr &clientSecret);

private:
    core::Async<QString> iiqIdentityBehind(const core::SecretPtr &userName, const core::SecretPtr &password);

    TenantConnections &m_connections;
    Context &m_context;
};

} // namespace services
