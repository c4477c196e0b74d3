#pragma once
#include "httpd/message.h"
#include "lab/identities/accounts.h"
#include "lab/identities/identities.h"
#include "lab/identities/identitysearch.h"
#include "lab/identities/pagefaults.h"
#include "lab/profiles/profilecalls.h"
#include "lab/sailpoint/clienttokens.h"
#include "lab/sailpoint/personaltokens.h"
#include "lab/sailpoint/tenantstate.h"
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <memory>

namespace lab {

class Approvals;
class Triggers;
class Workflows;

/// The simulated SailPoint tenant, from its published description; shares nothing with the client. Thread: the lab's.
class SailPoint
{
public:
    SailPoint(const Options &options, const Endpoints &endpoints, std::shared_ptr<core::Clock> clock);
    ~SailPoint();
    /// Where it and the provider can be asked, once both listen: its workflows ask them.
    void setAddresses(const QString &sailpoint, const QString &provider);
    httpd::Response handle(const httpd::Request &request);
    QJsonObject counters() const;
    Triggers &triggers() { return *m_triggers; }
    Approvals &approvals() { return *m_approvals; }
    Directory &directory() { return m_state.directory; }

private:
    httpd::Response route(const Route &where, const httpd::Request &r, const ClientTokens::Token &token);
    /// A call that is served; lists as a whole.
    httpd::Response serve(const Route &where, const httpd::Request &r);
    bool overBudget(const QString &version);
    bool hasEnded(const Route &where);
    bool isDeprecated(const Route &where) const;
    void tell(quint32 position, const QByteArray &name, const QByteArray &before, const QByteArray &after);

    TenantState m_state;
    PersonalTokens m_personal;
    ClientTokens m_tokens;
    PageFaults m_faults;
    Identities m_identities;
    IdentitySearch m_search;
    Accounts m_accounts;
    ProfileCalls m_profiles;
    QHash<QString, QJsonArray> m_toTell; ///< changes by identity, of this moment
    std::unique_ptr<Triggers> m_triggers;
    std::unique_ptr<Workflows> m_workflows;
    std::unique_ptr<Approvals> m_approvals;
    QHash<QString, QList<core::Instant>> m_recent; ///< calls of the last ten seconds by version
};

} // namespace lab
