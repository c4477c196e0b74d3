#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>

namespace lab {

struct TenantState;

/// The personal access tokens of the simulated tenant's only service account, the main client among them; from the
/// published description of /personal-access-tokens. Thread: the lab's.
class PersonalTokens
{
public:
    /// `ended`: called with the id of one that was deleted.
    PersonalTokens(TenantState &state, std::function<void(const QString &)> ended);
    /// Of /personal-access-tokens.
    httpd::Response handle(const QByteArray &method, const QStringList &rest, const httpd::Request &r);
    /// May this client sign in now? The scopes that it has then.
    std::optional<QStringList> scopesOf(const QString &id, const QString &secret) const;

private:
    struct Entry
    {
        QString id;
        QString secret;
        QString name;
        QStringList scopes;
        int validitySeconds = 43200;
        core::Instant created = 0;
        std::optional<core::Instant> expiresAt; ///< nothing: never
    };
    QJsonObject shown(const Entry &e) const;
    httpd::Response list(const httpd::Request &r) const;
    httpd::Response create(const QJsonObject &body);
    httpd::Response remove(const QString &id);
    std::optional<QString> faultIn(const QJsonObject &body) const;

    TenantState &m_state;
    std::function<void(const QString &)> m_ended;
    QList<Entry> m_all;
};

} // namespace lab
