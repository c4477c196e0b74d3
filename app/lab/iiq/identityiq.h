#pragma once
#include "httpd/message.h"
#include "lab/sailpoint/directory.h"
#include <QJsonObject>
#include <memory>

namespace lab {

class IiqPlugin;
class IiqUsers;

/// The simulated IdentityIQ server: sign-in with Basic, ping, SCIM 2.0, and the approvals plug-in. The same invented
/// people as in the cloud, with lives of their own. Thread: the lab's.
class IdentityIq
{
public:
    IdentityIq(const Options &options, const Endpoints &endpoints, std::shared_ptr<core::Clock> clock);
    ~IdentityIq();
    httpd::Response handle(const httpd::Request &request);
    QJsonObject counters() const;
    IiqPlugin &plugin() { return *m_plugin; }
    Directory &directory() { return m_directory; }

private:
    httpd::Response token(const httpd::Request &r);
    httpd::Response scim(const QStringList &rest, const httpd::Request &r);
    httpd::Response workflows(const QStringList &rest, const httpd::Request &r);
    httpd::Response tasks(const httpd::Request &r) const;
    QJsonObject taskResult(const QString &id) const;
    bool isSignedIn(const httpd::Request &r) const;

    Options m_options;
    Endpoints m_ends;
    std::shared_ptr<core::Clock> m_clock;
    Directory m_directory;
    std::unique_ptr<IiqUsers> m_users;
    std::unique_ptr<IiqPlugin> m_plugin;
    QHash<QByteArray, core::Instant> m_tokens;
    QHash<QString, core::Instant> m_tasks; ///< task result: when it is over
    QHash<QString, qint64> m_counters;
};

} // namespace lab
