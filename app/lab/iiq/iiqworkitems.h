#pragma once
#include "core/clock.h"
#include "httpd/message.h"
#include "lab/options.h"
#include "lab/sailpoint/directory.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <memory>

namespace lab {

/// The work items of the simulated IdentityIQ and the access requests that they belong to. Thread: the lab's.
class IiqWorkItems
{
public:
    IiqWorkItems(const Endpoints &endpoints, Directory &directory, std::shared_ptr<core::Clock> clock);
    /// Those that nobody completed, as GET shows them.
    QJsonArray open() const;
    /// All access requests, the ended ones as well.
    QJsonArray requests() const;
    /// Completes a work item as its approver; `body`: state, approver and comment.
    httpd::Response decide(const QString &id, const QJsonObject &body);
    /// Somebody else completes a work item.
    void decideElsewhere(const QString &id, bool isApproved, const QString &by);

private:
    struct Item
    {
        QJsonObject object;  ///< as GET shows it
        QJsonObject request; ///< its IdentityRequest
        bool isOpen = true;
    };
    void make();
    Item approvalOf(int i, const Person &p, const QJsonObject &owner) const;
    void complete(Item &item, const QString &state, const QString &by, const QString &comment);

    Endpoints m_ends;
    Directory &m_directory;
    std::shared_ptr<core::Clock> m_clock;
    QList<Item> m_items;
};

} // namespace lab
