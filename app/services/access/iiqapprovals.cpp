#include "services/access/iiqapprovals.h"
#include "net/iiq/plugin.h"
#include "services/access/approvaltext.h"
#include "services/access/iiqpages.h"
#include "services/access/internal/iiqdecision.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Accepted;
using domain::Approval;
using domain::IdentityRequest;
using domain::WorkItem;

static constexpr int recheckedPerLook = 25;

IiqApprovals::IiqApprovals(TenantConnections &connections, Context &context, QObject *parent)
    : ApprovalSource(connections, parent), m_context(context), m_owners(connections), m_certifications(connections)
{
}

const domain::IdentityIqSettings &IiqApprovals::settings() const
{
    return m_connections.tenant.identityIq;
}

void IiqApprovals::forget()
{
    m_window.forget();
    m_owners.forget();
}

// Everything now and then, in between what changed; what is shown is asked for by its id, because an item that somebody
// completed leaves the list without a word.
Async<Unit> IiqApprovals::poll()
{
    const core::Instant now = m_context.clock->now();
    const bool isAll = m_window.needsAll(now);
    // A server whose clock is behind stamps its changes earlier.
    const QString filter =
        isAll ? QString()
              : domain::iiqModifiedSince(m_window.askSince() + std::min<qint64>(0, m_connections.sailpointSkewMs));
    const auto isCut = std::make_shared<bool>(false);
    const auto asked = everyIiqEntry<WorkItem>(
        this,
        [this, filter](int offset) {
            return net::iiq::workItems(m_connections.api, {filter, offset, iiqPageSize});
        },
        isCut);
    return core::andThen<QList<WorkItem>>(asked, this, [this, now, isAll, isCut](const QList<WorkItem> &all) {
        if (!isAll && m_window.needsAll(now))
            return poll(); // forgotten meanwhile: what changed is not enough any more
        if (isAll)
            m_areItemsCut = *isCut;
        return taken(all, now, isAll);
    });
}

Async<Unit> IiqApprovals::taken(const QList<WorkItem> &all, core::Instant from, bool isAll)
{
    Items open;
    QStringList ended, shown;
    for (const WorkItem &item : all) {
        if (!item.approval)
            ended << item.id;
        else if (m_left.value(item.id, -1) < from)
            open << *item.approval;
    }
    m_left.removeIf([from](auto it) { return it.value() < from - core::hourMs; });
    if (isAll) {
        m_window.takeAll(open, from);
        m_owners.forget(); // somebody may have joined a work group, or left one
        return core::ready<Unit>(core::ok());
    }
    m_window.takeChanged(open, ended, from);
    const Items visible = mine();
    for (int i = 0; i < std::min<int>(recheckedPerLook, int(visible.size())); ++i)
        shown << visible.at((m_nextRecheck + i) % visible.size()).id;
    m_nextRecheck += int(shown.size());
    return recheck(shown);
}

Async<Unit> IiqApprovals::recheck(QStringList ids)
{
    if (ids.isEmpty())
        return core::ready<Unit>(core::ok());
    const QString id = ids.takeFirst();
    core::Deferred<Unit> out;
    core::whenDone<WorkItem>(
        net::iiq::workItem(m_connections.api, id), this, [this, id, ids, out](const Result<WorkItem> &item) {
            if (!item && item.error().httpStatus == 0) // nobody answers: the others are not asked in vain
                return out.resolve(item.error());
            if ((!item && item.error().httpStatus == 404) || (item && !item->approval))
                m_window.remove(id);
            core::whenDone<Unit>(recheck(ids), this, [out](const core::Status &r) { out.resolve(r); });
        });
    return out.future();
}

IiqApprovals::Items IiqApprovals::mine() const
{
    Items out;
    const Items all = m_window.items();
    for (const Approval &a : all) {
        const Approval shown = m_owners.marked(a);
        if (!shown.isForeign || shown.ownerId.isEmpty() || settings().decidesForOthers ||
            settings().operatorId.isEmpty())
            out << shown;
    }
    return out;
}

Async<QList<Approval>> IiqApprovals::pending()
{
    return core::andThen<Unit>(poll(), this, [this](Unit) {
        QStringList owners;
        const Items all = m_window.items();
        for (const Approval &a : all) {
            if (!owners.contains(a.ownerId))
                owners << a.ownerId;
        }
        return core::mapped<QList<Approval>, Unit>(
            m_owners.learnAll(owners), this, [this](Unit) -> Result<QList<Approval>> { return mine().mid(0, 250); });
    });
}

QString IiqApprovals::remark() const
{
    if (!m_areItemsCut && !m_certifications.isCut())
        return {};
    return sayApprovals(QT_TRANSLATE_NOOP("Approvals",
        "IdentityIQ holds more than 2,500 of these; the oldest are not looked at here. Decide those in IdentityIQ."));
}

// By its number; without one, among the newest hundred.
Async<IdentityRequest> IiqApprovals::requestOf(const QString &number, const QString &item)
{
    const net::iiq::PluginQuery query{number.isEmpty() ? QString() : domain::iiqEquals(QStringLiteral("name"), number),
        0, number.isEmpty() ? iiqPageSize : 1};
    return core::mapped<IdentityRequest, QList<IdentityRequest>>(net::iiq::identityRequests(m_connections.api, query),
        this, [item](const QList<IdentityRequest> &all) -> Result<IdentityRequest> {
            for (const IdentityRequest &r : all) {
                if (domain::isAbout(r, item))
                    return r;
            }
            return IdentityRequest();
        });
}

Async<QList<domain::ApprovalStep>> IiqApprovals::history(const Approval &a)
{
    return core::mapped<QList<domain::ApprovalStep>, IdentityRequest>(requestOf(a.requestId, a.id), this,
        [id = a.id](const IdentityRequest &request) -> Result<QList<domain::ApprovalStep>> {
            return domain::requestHistory(request, id);
        });
}

Async<Approval> IiqApprovals::waiting(const QString &id)
{
    QString number;
    const Items known = m_window.items();
    for (const Approval &a : known) {
        if (a.id == id)
            number = a.requestId;
    }
    core::Deferred<Approval> out;
    core::whenDone<WorkItem>(
        net::iiq::workItem(m_connections.api, id), this, [this, id, number, out](const Result<WorkItem> &item) {
            const auto a = item ? item->approval : std::nullopt;
            if (a) {
                // Whose it is now, not whose it was at the last look.
                core::whenDone<Unit>(m_owners.learn(a->ownerId), this, [this, a, out](const core::Status &r) {
                    out.resolve(r ? Result<Approval>(m_owners.marked(*a)) : Result<Approval>(r.error()));
                });
                return;
            }
            if (!item && item.error().httpStatus != 404)
                return out.resolve(item.error());
            m_window.remove(id);
            m_left.insert(id, m_context.clock->now());
            core::whenDone<IdentityRequest>(requestOf(item ? item->requestId : number, id), this,
                [this, id, out](const Result<IdentityRequest> &request) {
                    const auto d = request ? domain::decidedIn(*request, id, settings()) : std::nullopt;
                    out.resolve(decided(d ? domain::decidedText(*d) : QString()));
                });
        });
    return out.future();
}

QString IiqApprovals::obstacle(ApprovalVerb verb, const Approval &a) const
{
    const auto &s = settings();
    if (verb == ApprovalVerb::Forward)
        return domain::notAvailableWith(m_connections.tenant.product).text;
    if (s.operatorId.isEmpty())
        return iiqOperatorMissing();
    if (verb == ApprovalVerb::Deny && s.deniedState.isEmpty())
        return iiqDenialMissing();
    if (!a.isForeign)
        return {};
    if (a.isGroups)
        return sayApprovals(QT_TRANSLATE_NOOP("Approvals", "It waits for a work group that you are not a member of."));
    // Whose it is was not told, or could not be asked: nobody's name is guessed.
    if (a.ownerId.isEmpty() || !m_owners.isOther(a.ownerId))
        return iiqOwnerUntold();
    return s.decidesForOthers ? QString() : iiqNotYours();
}

QString IiqApprovals::decider(const Approval &a) const
{
    return a.isForeign ? a.ownerId : settings().operatorId;
}

Async<Accepted> IiqApprovals::decide(ApprovalVerb verb, const Approval &a, const QString &comment, const QString &)
{
    const QString state = verb == ApprovalVerb::Approve ? settings().approvedState : settings().deniedState;
    return sendIiqDecision(
        m_connections, this, net::iiq::PluginType::WorkItem, a.id, {decider(a), state, comment}, [this, id = a.id] {
            m_window.remove(id);
            m_left.insert(id, m_context.clock->now());
        });
}

Async<QList<domain::AccessReview>> IiqApprovals::reviews()
{
    return m_certifications.reviews();
}

Async<domain::AccessReview> IiqApprovals::openReview(const QString &id)
{
    return m_certifications.openReview(id);
}

QString IiqApprovals::reviewObstacle(domain::OperationKind kind, const domain::AccessReview &r) const
{
    return m_certifications.obstacle(kind, r);
}

Async<Accepted> IiqApprovals::decideReview(
    domain::OperationKind kind, const domain::AccessReview &r, const QString &comment)
{
    return m_certifications.decide(kind, r, comment);
}

} // namespace services
