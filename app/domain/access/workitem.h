#pragma once
#include "domain/access/approval.h"
#include "domain/tenants/identityiq.h"
#include <QHash>

// Work items, access requests and certifications of IdentityIQ as the approvals plug-in shows them. Their shape is not
// published: names of IdentityIQ's own objects are read, and what is missing stays empty.
namespace domain {

/// An open work item of type Approval about a person; nothing for any other.
std::optional<Approval> workItemFrom(const QJsonObject &object);

/// Does this request list the work item among its steps?
bool isAbout(const QJsonObject &identityRequest, const QString &workItem);
/// Steps of a request that are over, oldest first, without those of `workItem`.
QList<ApprovalStep> requestHistory(const QJsonObject &identityRequest, const QString &workItem);
/// How a work item ended, as its request tells.
std::optional<Decided> decidedIn(
    const QJsonObject &identityRequest, const QString &workItem, const IdentityIqSettings &settings);

/// An open certification of one person's or one object's access.
std::optional<AccessReview> reviewFromEntity(const QJsonObject &row);
/// Who reviews it, as ids and names, whatever the row has.
QStringList certifiersOf(const QJsonObject &row);

/// Open work items as last seen: all of them now and then, in between what changed, asked for with an overlap, so that
/// a late commit loses nothing, and each item counted once. Instants are this computer's.
class WorkItemWindow
{
public:
    static constexpr core::Instant overlap = 2 * core::minuteMs;
    static constexpr core::Instant fullEvery = 15 * core::minuteMs;

    bool needsAll(core::Instant now) const { return m_fullAt == 0 || now - m_fullAt >= fullEvery; }
    core::Instant askSince() const { return m_seenAt - overlap; }
    void takeAll(const QList<Approval> &items, core::Instant at);
    /// `ended`: items of the answer that are no longer open.
    void takeChanged(const QList<Approval> &items, const QStringList &ended, core::Instant at);
    void remove(const QString &id) { m_items.remove(id); }
    void forget();
    /// Oldest first.
    QList<Approval> items() const;

private:
    QHash<QString, Approval> m_items;
    core::Instant m_fullAt = 0, m_seenAt = 0;
};

} // namespace domain
