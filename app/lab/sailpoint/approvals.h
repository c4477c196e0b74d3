#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include "lab/options.h"
#include "lab/sailpoint/directory.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace lab {

/// The simulated tenant's access requests that wait for the token's user, and their access reviews. A decision is
/// accepted at once and applied after the processing time, as in a tenant. Thread: the lab's.
class Approvals
{
public:
    Approvals(const Options &options, Directory &directory, std::shared_ptr<core::Clock> clock);
    /// `rest`: the path behind the service.
    httpd::Response requests(const QByteArray &method, const QStringList &rest, const httpd::Request &r);
    httpd::Response certifications(const QByteArray &method, const QStringList &rest, const httpd::Request &r);
    /// Somebody else decides: it is no longer pending from now on.
    void decideElsewhere(const QString &id, bool isApproved, const QString &by);

private:
    struct Item
    {
        QJsonObject object;
        core::Instant dueAt = 0; ///< of the decision that is being applied
        QString outcome;         ///< "APPROVED", "REJECTED", "FORWARDED"; empty while it waits
        QString by;
        QString comment;
        bool isPending = true;
    };
    void make();
    void finalize();
    httpd::Response decide(Item &item, const QString &verb, const QJsonObject &body);
    Options m_options;
    Directory &m_directory;
    std::shared_ptr<core::Clock> m_clock;
    QList<Item> m_items;
};

} // namespace lab
