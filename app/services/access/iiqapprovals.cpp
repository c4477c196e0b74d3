#include "services/access/iiqapprovals.h"
#include "net/iiq/plugin.h"
#include "services/tenants/tenantconnections.h"
#include <QCoreApplication>

// What waits in IdentityIQ; decisions: iiqdecisions.cpp.
namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Approval;

static QString sayApprovals(const char *text)
{
    return QCoreApplication::translate("Approvals", text);
}
static const QString workItem = QStringLiteral("WorkItem");
static constexpr int pageSize = 100, mostEntries = 2500, recheckedPerLook = 25;

const domain::IdentityIqSettings &IiqApprovals::settings() const
{
    return m_connections.tenant.identityIq;
}

// An address that is not there means: no plug-in. What that is for a person, in their words.
static core::Error explained(core::Error e)
{
    if (e.code != core::ErrorCode::NotFound && e.code != core::ErrorCode::Protocol)
        return e;
    e.text =
        sayApprovals(QT_TRANSLATE_NOOP("Approvals", "The approvals plug-in does not answer. Decide in IdentityIQ, or "
                                                    "name the plug-in's address: Settings, Tenants, Approvals…"));
    e.field = QStringLiteral("explained");
    return e;
}

Async<QJsonArray> IiqApprovals::everything(
    const Page &page, std::shared_ptr<bool> isCut, int offset, const QJsonArray &before)
{
    core::Deferred<QJsonArray> out;
    core::whenDone<QJsonArray>(
        page(offset), this, [this, page, isCut, offset, before, out](const Result<QJsonArray> &more) {
            if (!more)
                return out.resolve(explained(more.error()));
            QJsonArray all = before;
            for (const auto &v : *more)
                all.append(v);
            *isCut = all.size() >= mostEntries;
            // A server may give fewer than were asked for: only an empty page is the end.
            if (more->isEmpty() || *isCut)
                return out.resolve(all);
            core::whenDone<QJsonArray>(everything(page, isCut, int(all.size()), all), this,
                [out](const Result<QJsonArray> &rest) { out.resolve(rest); });
        });
    return out.future();
}

void IiqApprovals::forget()
{
    m_window.forget();
    m_owners.clear();
    m_members.clear();
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
    const auto asked = everything(
        [this, filter](int offset) {
            return net::iiq::objects(m_connections.api, workItem, {filter, offset, pageSize});
        },
        isCut);
    return core::andThen<QJsonArray>(asked, this, [this, now, isAll, isCut](const QJsonArray &all) {
        if (!isAll && m_window.needsAll(now))
            return poll(); // forgotten meanwhile: what changed is not enough any more
        if (isAll)
            m_areItemsCut = *isCut;
        return taken(all, now, isAll);
    });
}

Async<Unit> IiqApprovals::taken(const QJsonArray &all, core::Instant from, bool isAll)
{
    Items open;
    QStringList ended, shown;
    for (const auto &v : all) {
        const auto a = domain::workItemFrom(v.toObject());
        if (!a)
            ended << v.toObject().value(QLatin1String("id")).toString();
        else if (m_left.value(a->id, -1) < from)
            open << *a;
    }
    m_left.removeIf([from](auto it) { return it.value() < from - core::hourMs; });
    if (isAll) {
        m_window.takeAll(open, from);
        m_owners.clear(); // somebody may have joined a work group, or left one
        m_members.clear();
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
    core::whenDone<QJsonObject>(
        net::iiq::object(m_connections.api, workItem, id), this, [this, id, ids, out](const Result<QJsonObject> &o) {
            if (!o && o.error().httpStatus == 0) // nobody answers: the others are not asked in vain
                return out.resolve(o.error());
            if ((!o && o.error().httpStatus == 404) || (o && !domain::workItemFrom(*o)))
                m_window.remove(id);
            core::whenDone<Unit>(recheck(ids), this, [out](const core::Status &r) { out.resolve(r); });
        });
    return out.future();
}

// Nothing says of an owner whether it is a work group: its members are asked for, and who has none is a person.
Async<Unit> IiqApprovals::learnOwner(const QString &id)
{
    if (id.isEmpty() || id == settings().operatorId) {
        m_owners.insert(id, id.isEmpty() ? Owner::Unknown : Owner::Me);
        return core::ready<Unit>(core::ok());
    }
    using Members = QList<net::iiq::Member>;
    core::Deferred<Unit> out;
    core::whenDone<Members>(
        net::iiq::workgroupMembers(m_connections.api, id), this, [this, id, out](const Result<Members> &members) {
            const int status = members ? 200 : members.error().httpStatus;
            m_members.remove(id);
            if (members && !members->isEmpty()) {
                QStringList names;
                bool isMine = false;
                for (const auto &m : *members) {
                    isMine = isMine || (!m.id.isEmpty() && m.id == settings().operatorId);
                    names << (m.name.isEmpty() ? m.id : m.name);
                }
                m_members.insert(id, names);
                m_owners.insert(id, isMine ? Owner::MyGroup : Owner::ForeignGroup);
            } else if (members || status == 400 || status == 404) {
                m_owners.insert(id, Owner::Other);
            } else {
                m_owners.remove(id); // a refusal or a fault says nothing about who it is
                if (status != 401 && status != 403)
                    return out.resolve(members.error());
            }
            out.resolve(core::ok());
        });
    return out.future();
}

Async<Unit> IiqApprovals::learnOwners(QStringList ids)
{
    while (!ids.isEmpty() && m_owners.contains(ids.first()))
        ids.removeFirst();
    if (ids.isEmpty())
        return core::ready<Unit>(core::ok());
    const QString id = ids.takeFirst();
    return core::andThen<Unit>(learnOwner(id), this, [this, ids](Unit) { return learnOwners(ids); });
}

Approval IiqApprovals::marked(Approval a) const
{
    const Owner owner = m_owners.value(a.ownerId, Owner::Unknown);
    a.isGroups = owner == Owner::MyGroup || owner == Owner::ForeignGroup;
    a.isForeign = owner != Owner::Me && owner != Owner::MyGroup;
    a.members = m_members.value(a.ownerId);
    return a;
}

IiqApprovals::Items IiqApprovals::mine() const
{
    Items out;
    const Items all = m_window.items();
    for (const Approval &a : all) {
        const Approval shown = marked(a);
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
            learnOwners(owners), this, [this](Unit) -> Result<QList<Approval>> { return mine().mid(0, 250); });
    });
}

domain::AccessReview IiqApprovals::marked(domain::AccessReview r) const
{
    r.isForeign = settings().operatorId.isEmpty() || !r.reviewers.contains(settings().operatorId);
    return r;
}

Async<QList<domain::AccessReview>> IiqApprovals::reviews()
{
    const auto isCut = std::make_shared<bool>(false);
    const auto asked = everything(
        [this](int offset) {
            return net::iiq::rows(m_connections.api, QStringLiteral("CertificationEntity"), {{}, offset, pageSize});
        },
        isCut);
    return core::mapped<QList<domain::AccessReview>, QJsonArray>(
        asked, this, [this, isCut](const QJsonArray &all) -> Result<QList<domain::AccessReview>> {
            m_areReviewsCut = *isCut;
            QList<domain::AccessReview> out;
            for (const auto &v : all) {
                const auto r = domain::reviewFromEntity(v.toObject());
                if (!r)
                    continue;
                const domain::AccessReview shown = marked(*r);
                if (!shown.isForeign || shown.reviewers.isEmpty() || settings().operatorId.isEmpty() ||
                    settings().decidesForOthers)
                    out << shown;
            }
            return out;
        });
}

QString IiqApprovals::remark() const
{
    if (!m_areItemsCut && !m_areReviewsCut)
        return {};
    return sayApprovals(QT_TRANSLATE_NOOP("Approvals",
        "IdentityIQ holds more than 2,500 of these; the oldest are not looked at here. Decide those in IdentityIQ."));
}

// By its number; without one, among the newest hundred.
Async<QJsonObject> IiqApprovals::requestOf(const QString &number, const QString &item)
{
    const net::iiq::PluginQuery query{number.isEmpty() ? QString() : domain::iiqEquals(QStringLiteral("name"), number),
        0, number.isEmpty() ? pageSize : 1};
    return core::mapped<QJsonObject, QJsonArray>(
        net::iiq::objects(m_connections.api, QStringLiteral("IdentityRequest"), query), this,
        [item](const QJsonArray &all) -> Result<QJsonObject> {
            for (const auto &v : all) {
                if (domain::isAbout(v.toObject(), item))
                    return v.toObject();
            }
            return QJsonObject();
        });
}

Async<QList<domain::ApprovalStep>> IiqApprovals::history(const Approval &a)
{
    return core::mapped<QList<domain::ApprovalStep>, QJsonObject>(requestOf(a.requestId, a.id), this,
        [id = a.id](const QJsonObject &request) -> Result<QList<domain::ApprovalStep>> {
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
    core::whenDone<QJsonObject>(
        net::iiq::object(m_connections.api, workItem, id), this, [this, id, number, out](const Result<QJsonObject> &o) {
            const auto a = o ? domain::workItemFrom(*o) : std::nullopt;
            if (a) {
                // Whose it is now, not whose it was at the last look.
                core::whenDone<Unit>(learnOwner(a->ownerId), this, [this, a, out](const core::Status &r) {
                    out.resolve(r ? Result<Approval>(marked(*a)) : Result<Approval>(r.error()));
                });
                return;
            }
            if (!o && o.error().httpStatus != 404)
                return out.resolve(o.error());
            m_window.remove(id);
            m_left.insert(id, m_context.clock->now());
            core::whenDone<QJsonObject>(
                requestOf(o ? o->value(QLatin1String("identityRequestId")).toString() : number, id), this,
                [this, id, out](const Result<QJsonObject> &request) {
                    const auto d = request ? domain::decidedIn(*request, id, settings()) : std::nullopt;
                    out.resolve(decided(d ? domain::decidedText(*d) : QString()));
                });
        });
    return out.future();
}

} // namespace services
