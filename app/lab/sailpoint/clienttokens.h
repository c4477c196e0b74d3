#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include <QByteArray>
#include <QHash>
#include <QStringList>
#include <functional>
#include <optional>

namespace lab {

class PersonalTokens;
struct TenantState;

/// The API clients of the simulated tenant and the tokens that they were given. Thread: the lab's.
class ClientTokens
{
public:
    struct Token
    {
        core::Instant until = 0;
        bool isWorkflow = false;
        bool isReviewer = false;
        QString client{};
        QStringList scopes{};
    };
    ClientTokens(TenantState &state, const PersonalTokens &personal) : m_state(state), m_personal(personal) {}
    /// `isClient`: of a client that was handed out for a workflow.
    void setWorkflowClients(std::function<bool(const QString &id, const QString &secret)> isClient)
    {
        m_isWorkflowClient = std::move(isClient);
    }
    /// Of /oauth/token.
    httpd::Response issue(const httpd::Request &r);
    /// The token that a request carries; nothing when it carries none that was given, ended or not.
    std::optional<Token> find(const httpd::Request &r) const;
    void revokeAll() { m_tokens.clear(); }
    /// Those of one client.
    void revoke(const QString &client);
    /// Of /oauth-clients.
    httpd::Response clients() const;

private:
    TenantState &m_state;
    const PersonalTokens &m_personal;
    std::function<bool(const QString &id, const QString &secret)> m_isWorkflowClient;
    QHash<QByteArray, Token> m_tokens;
};

} // namespace lab
