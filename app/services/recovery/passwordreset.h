#pragma once
#include "core/async.h"
#include "core/ids.h"
#include "domain/identities/identity.h"
#include "domain/recovery/recovery.h"
#include "domain/verification/verification.h"
#include "services/recovery/accountactivity.h"
#include <QObject>
#include <QStringList>
#include <optional>

namespace services {

struct Context;
class GateReader;
class SignIn;
struct TenantConnections;
class TenantSession;

struct ResetRequest
{
    domain::ResetVia via = domain::ResetVia::WorkEmail;
    QString sourceName;      ///< SailPoint's sourceName; empty: null
    QString expectedAddress; ///< what the operator saw and confirmed; refused when the directory holds another by now
    QString contactReason;   ///< why a contact that changed lately, or whose age is not known, is used all the same
};

/// The password-reset mail: asked of SailPoint once, behind the gate. Thread: the GUI's or main.
class PasswordReset : public QObject
{
    Q_OBJECT
public:
    /// What it asks; all of it lives longer.
    struct Sources
    {
        TenantConnections &connections;
        Context &context;
        TenantSession &tenantSession;
        AccountActivity &activity;
        GateReader &gate;
        SignIn &signIn;
    };
    explicit PasswordReset(const Sources &sources, QObject *parent = nullptr);
    ~PasswordReset() override;

    /// As Recovery::sendReset().
    core::Async<domain::Session> send(const core::SessionId &id, const ResetRequest &request);

private:
    struct Asked ///< before the transaction that decides
    {
        core::SessionId id;
        ResetRequest request;
        domain::Identity person;
        domain::ActivityTable table;
        ActivitySeen seen;
        QString principal;
        QStringList heldDifferences;
    };
    core::Async<domain::Session> sendOnce(const Asked &asked);
    void post(const domain::Session &session, const ResetRequest &request, const core::Deferred<domain::Session> &out);

    TenantConnections &m_connections;
    Context &m_context;
    TenantSession &m_tenantSession;
    AccountActivity &m_activity;
    GateReader &m_gate;
    SignIn &m_signIn;
};

} // namespace services
