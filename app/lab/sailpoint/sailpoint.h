#pragma once
#include "httpd/message.h"
#include "lab/sailpoint/directory.h"
#include "lab/sailpoint/profiles.h"
#include <QJsonObject>

namespace lab {

class Approvals;
class Triggers;
class Workflows;

struct Route
{
    QByteArray method;
    QString version;  ///< "v2024" or "v1"
    QString service;  ///< "/identities"
    QStringList rest; ///< path segments behind it
};

/// The account's attributes that the IDV source has.
QMap<QByteArray, QByteArray> schemaValues(const QJsonObject &attributes);

/// The simulated SailPoint tenant, from its published description; shares nothing with the client. Thread: the lab's.
class SailPoint
{
public:
    SailPoint(const Options &options, const Endpoints &endpoints, std::shared_ptr<core::Clock> clock);
    ~SailPoint();
    httpd::Response handle(const httpd::Request &request);
    QJsonObject counters() const;
    Triggers &triggers() { return *m_triggers; }
    Approvals &approvals() { return *m_approvals; }
    Directory &directory() { return m_directory; }

private:
    struct Token
    {
        core::Instant until;
        bool isWorkflow = false;
        bool isReviewer = false;
    };
    struct Task
    {
        core::Instant startedAt;
        QString name;
    };
    using Response = httpd::Response;
    using Request = httpd::Request;

    Response token(const Request &r);
    Response route(const Route &route, const Request &r, const Token &token);
    Response identities(const Route &route, const Request &r);
    Response listIdentities(const Request &r);
    Response oneIdentity(const Route &route, const Request &r);
    Response processIdentities(const Request &r);
    QJsonArray ownershipOf(quint32 position) const;
    Response ownership(quint32 position) const;
    Response roleAssignments(const Route &where, const Request &r, quint32 position) const;
    Response removeIdentity(quint32 position);
    Response resetIdentity(quint32 position);
    Response invite(const Request &r);
    Response synchronise(const Request &r, quint32 position);
    Response identityProfiles(const Route &where, const Request &r);
    QJsonObject simplifiedTask(const QString &name);
    QJsonObject taskJson(const QString &id) const;
    Response sendReset(const Route &route, const Request &r);
    Response search(const Route &route, const Request &r);
    Response searchPage(const QJsonObject &body, const Request &r);
    Response accounts(const Route &route, const Request &r);
    Response source(const Route &route) const;
    Response oauthClients() const;
    Response taskStatus(const Route &route);
    /// Damage for calls that page, as Options::fault says; nothing when this call is spared.
    std::optional<Response> faultBefore();
    void faultAfter(Response &response, const QList<quint32> &positions);
    bool overBudget(const QString &client);
    QString newTask(const QString &name);
    core::Instant now() const { return m_clock->now(); }

    Options m_options;
    Endpoints m_ends;
    std::shared_ptr<core::Clock> m_clock;
    Directory m_directory;
    Profiles m_profiles;
    void tell(quint32 position, const QByteArray &name, const QByteArray &before, const QByteArray &after);
    QHash<QString, QJsonArray> m_toTell; ///< changes by identity, of this moment
    std::unique_ptr<Triggers> m_triggers;
    std::unique_ptr<Workflows> m_workflows;
    std::unique_ptr<Approvals> m_approvals;
    QHash<quint32, core::Instant> m_lastSync;
    QHash<QByteArray, Token> m_tokens;
    QHash<QString, Task> m_tasks;
    QHash<QString, QList<core::Instant>> m_recent;
    QHash<QString, qint64> m_counters;
    int m_dataCalls = 0;
    bool m_faultDone = false;
    int m_faultRuns = 0;
};

} // namespace lab
