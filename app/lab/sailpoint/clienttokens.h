#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include <QByteArray>
#include <QHash>
#include <optional>

namespace lab {

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
    };
    explicit ClientTokens(TenantState &state) : m_state(state) {}
    /// Of /oauth/token.
    httpd::Response issue(const httpd::Request &r);
    /// The token that a request carries; nothing when it carries none that was given, ended or not.
    std::optional<Token> find(const httpd::Request &r) const;
    void revokeAll() { m_tokens.clear(); }
    /// Of /oauth-clients.
    httpd::Response clients() const;

private:
    TenantState &m_state;
    QHash<QByteArray, Token> m_tokens;
};

} // namespace lab
