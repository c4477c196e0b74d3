#pragma once
#include "httpd/message.h"
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
    /// Somebody else completes a work item.
    void decideElsewhere(const QString &item, bool isApproved, const QString &by);

private:
    struct Item
    {
        QJsonObject object;  ///< as GET shows it
        QJsonObject request; ///< its IdentityRequest
        bool isOpen = true;
    };
    void make();
    void makeReviews();
    void complete(Item &item, const QString &state, const QString &by, const QString &comment);
    httpd::Response decide(const QString &type, const QString &id, const httpd::Request &r);
    httpd::Response identities(const httpd::Request &r) const;
    httpd::Response page(QJsonArray all, const httpd::Request &r) const;
    QJsonObject nameOf(const QString &id) const;
    bool mayDecide(const QString &approver, const QString &owner) const;

    Options m_options;
    Endpoints m_ends;
    Directory &m_directory;
    std::shared_ptr<core::Clock> m_clock;
    QList<Item> m_items;
    QList<QJsonObject> m_reviews;
};

} // namespace lab
