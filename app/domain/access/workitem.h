#pragma once
#include "domain/access/approval.h"
#include "domain/tenants/identityiq.h"
#include <QHash>

// Work items and access requests of IdentityIQ, as net/iiq reads them from its approvals plug-in.
namespace domain {

struct WorkItem
{
    QString id;                       ///< may be empty
    QString requestId;                ///< the number of its access request; may be empty
    std::optional<Approval> approval; ///< of an open one of type Approval about a person; nothing for any other
};

/// One decision that an access request waits for or has.
struct RequestStep
{
    QString workItem; ///< its id
    QString state;    ///< a word of the server's own settings; empty while it is open
    QString completer, owner;
    QStringList comments;
    std::optional<core::Instant> endedAt;
};
struct IdentityRequest
{
    QList<RequestStep> steps; ///< as listed
};

struct WorkgroupMember
{
    QString id, name; ///< either may be empty
};

/// Does this request list the work item among its steps?
bool isAbout(const IdentityRequest &request, const QString &workItem);
/// Steps of a request that are over, oldest first, without those of `workItem`.
QList<ApprovalStep> requestHistory(const IdentityRequest &request, const QString &workItem);
/// How a work item ended, as its request tells.
std::optional<Decided> decidedIn(
    const IdentityRequest &request, const QString &workItem, const IdentityIqSettings &settings);

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
