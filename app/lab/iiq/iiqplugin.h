#pragma once
#include "httpd/message.h"
#include "lab/iiq/iiqworkitems.h"
#include "lab/sailpoint/directory.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace lab {

/// The approvals plug-in of the simulated IdentityIQ: objects, tables, work groups, and decisions about work items and
/// certifications. Its answers are our reading of what its maker says, none is published. Thread: the lab's.
class IiqPlugin
{
public:
    IiqPlugin(
        const Options &options, const Endpoints &endpoints, Directory &directory, std::shared_ptr<core::Clock> clock);
    httpd::Response handle(const QByteArray &method, const QStringList &path, const httpd::Request &r);
    IiqWorkItems &workItems() { return m_workItems; }

private:
    void makeReviews();
    httpd::Response decide(const QString &type, const QString &id, const httpd::Request &r);
    httpd::Response identities(const httpd::Request &r) const;
    httpd::Response page(QJsonArray all, const httpd::Request &r) const;

    Options m_options;
    Endpoints m_ends;
    Directory &m_directory;
    std::shared_ptr<core::Clock> m_clock;
    IiqWorkItems m_workItems;
    QList<QJsonObject> m_reviews;
};

} // namespace lab
