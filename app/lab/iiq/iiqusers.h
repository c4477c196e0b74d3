#pragma once
#include "httpd/message.h"
#include "lab/sailpoint/directory.h"
#include <QJsonObject>
#include <QStringList>
#include <vector>

namespace lab {

struct ScimQuery;

/// SCIM Users of the simulated IdentityIQ by RFC 7644: lists with filter, order and projection, one, and replacement
/// with entity tags. What is not done is refused. Thread: the lab's.
class IiqUsers
{
public:
    IiqUsers(const Options &options, Directory &directory, std::shared_ptr<core::Clock> clock)
        : m_options(options), m_directory(directory), m_clock(std::move(clock))
    {
    }
    /// `rest`: the path behind /Users.
    httpd::Response handle(const QStringList &rest, const httpd::Request &r);
    QJsonObject schema() const;

private:
    httpd::Response list(const httpd::Request &r);
    httpd::Response one(quint32 position, const httpd::Request &r) const;
    httpd::Response replace(quint32 position, const httpd::Request &r);
    std::vector<quint32> chosen(const ScimQuery &query);
    QStringList ownAttributes() const;
    QJsonObject resource(quint32 position) const;
    QByteArray shown(quint32 position, const QString &attributes, const QString &excluded) const;
    QByteArray userJson(quint32 position) const;
    const std::vector<quint32> &byUserName();
    Options m_options;
    Directory &m_directory;
    std::shared_ptr<core::Clock> m_clock;
    std::vector<quint32> m_order; ///< positions, by userName
    bool m_hasLost = false;
    qint64 m_orderOf = -1; ///< how many people that was made from
};

} // namespace lab
