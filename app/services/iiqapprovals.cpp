#include "services/iiqapprovals.h"
#include "net/iiq/plugin.h"
#include "services/runtime.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Approval;
using domain::OperationKind;
using net::sailpoint::Accepted;

static QString say(const char *text) { return QCoreApplication::translate("Approvals", text); }
static const QString workItem = QStringLiteral("WorkItem");
static const QString entity = QStringLiteral("CertificationEntity");
static constexpr int pageSize = 100, mostItems = 2500, recheckedPerLook = 25;

const domain::IdentityIqSettings &IiqApprovals::settings() const { return m_runtime.tenant.identityIq; }

Async<QJsonArray> IiqApprovals::everything(const QString &filter, int offset, const QJsonArray &before)
{
    return core::andThen<QJsonArray>(net::iiq::objects(m_runtime.api, workItem, {filter, offset, pageSize}), this, [this, filter, offset, before](const QJsonArray &page) {
        QJsonArray all = before;
        for (const auto &v : page)
            all.append(v);
        const bool isEnd = page.size() < pageSize || all.size() >= mostItems;
        return isEnd ? core::ready<QJsonArray>(all) : everything(filter, offset + pageSize, all);
    });
}

// Everything now and then, in between what changed; what is shown is asked for by its id, because an item that somebody
// completed leaves the list without a word.
Async<Unit> IiqApprovals::look()
{
    const core::Instant now = m_context.clock->now();
    const bool isAll = m_window.needsAll(now);
    const auto asked = everything(isAll ? QString() : domain::iiqModifiedSince(m_window.askSince()));
    return core::andThen<QJsonArray>(asked, this, [this, now, isAll](const QJsonArray &all) {
        Items open;
        QStringList ended, shown;
        for (const auto &v : all) {
            if (const auto a = domain::workItemFrom(v.toObject()))
                open << *a;
            else
                ended << v.toObject().value(QLatin1String("id")).toString();
        }
        if (isAll) {
            m_window.takeAll(open, now);
            return core::ready<Unit>(core::ok());
        }
        m_window.takeChanged(open, ended, now);
        const Items visible = mine();
        for (const Approval &a : visible) {
            if (shown.size() < recheckedPerLook)
                shown << a.id;
        }
        return recheck(shown);
    });
}

Async<Unit> IiqApprovals::recheck(QStringList ids)
{
    if (ids.isEmpty())
        return core::ready<Unit>(core::ok());
    const QString id = ids.takeFirst();
    core::Deferred<Unit> out;
    core::whenDone<QJsonObject>(net::iiq::object(m_runtime.api, workItem, id), this, [this, id, ids, out](const Result<QJsonObject> &o) {
        if ((!o && o.error().code == core::ErrorCode::NotFound) || (o && !domain::workItemFrom(*o)))
            m_window.remove(id);
        core::whenDone<Unit>(recheck(ids), this, [out](const core::Status &r) { out.resolve(r); });
    });
    return out.future();
}

// Nothing says of an owner whether it is a work group: its members are asked for, and who has none is a person.
Async<Unit> IiqApprovals::learnOwners(QStringList ids)
{
    while (!ids.isEmpty() && (ids.first().isEmpty() || m_owners.contains(ids.first())))
        ids.removeFirst();
    if (ids.isEmpty())
        return core::ready<Unit>(core::ok());
    const QString id = ids.takeFirst();
    if (id == settings().operatorId) {
        m_owners.insert(id, Owner::Me);
        return learnOwners(ids);
    }
    core::Deferred<Unit> out;
    using Members = QList<net::iiq::Member>;
    core::whenDone<Members>(net::iiq::workgroupMembers(m_runtime.api, id), this, [this, id, ids, out](const Result<Members> &members) {
        // An address that did not answer says nothing: asked again at the next look.
        const bool isAnswer = members || members.error().httpStatus >= 400;
        bool isMine = false;
        for (const auto &m : members ? *members : Members()) {
            isMine = isMine || m.id == settings().operatorId;
            m_members[id] << (m.name.isEmpty() ? m.id : m.name);
        }
        if (isAnswer)
            m_owners.insert(id, !members || members->isEmpty() ? Owner::Other : isMine ? Owner::MyGroup : Owner::ForeignGroup);
        core::whenDone<Unit>(learnOwners(ids), this, [out](const core::Status &r) { out.resolve(r); });
    });
    return out.future();
}

Approval IiqApprovals::marked(Approval a) const
{
    const Owner owner = m_owners.value(a.ownerId, Owner::Other);
    a.isGroups = owner == Owner::MyGroup || owner == Owner::ForeignGroup;
    a.members = m_members.value(a.ownerId);
    a.isForeign = owner == Owner::Other || owner == Owner::ForeignGroup;
    return a;
}

IiqApprovals::Items IiqApprovals::mine() const
{
    Items out;
    const Items all = m_window.items();
    for (const Approval &a : all) {
        const Approval shown = marked(a);
        if (!shown.isForeign || settings().decidesForOthers || settings().operatorId.isEmpty())
            out << shown;
    }
    return out;
}

Async<QList<Approval>> IiqApprovals::pending()
{
    return core::andThen<Unit>(look(), this, [this](Unit) {
        QStringList owners;
        const Items all = m_window.items();
        for (const Approval &a : all) {
            if (!owners.contains(a.ownerId))
                owners << a.ownerId;
        }
        return core::mapped<QList<Approval>, Unit>(learnOwners(owners), this, [this](Unit) -> Result<QList<Approval>> { return mine().mid(0, 250); });
    });
}

Async<QList<domain::AccessReview>> IiqApprovals::reviews()
{
    return core::mapped<QList<domain::AccessReview>, QJsonArray>(net::iiq::rows(m_runtime.api, entity, {{}, 0, pageSize}), this, [this](const QJsonArray &all) -> Result<QList<domain::AccessReview>> {
        QList<domain::AccessReview> out;
        for (const auto &v : all) {
            const auto r = domain::reviewFromEntity(v.toObject());
            const QStringList who = domain::certifiersOf(v.toObject());
            const bool isMine = who.isEmpty() || settings().operatorId.isEmpty() || settings().decidesForOthers || who.contains(settings().operatorId);
            if (r && isMine)
                out << *r;
        }
        return out;
    });
}

// By its number; without one, among the newest hundred.
Async<QJsonObject> IiqApprovals::requestOf(const QString &number, const QString &item)
{
    const net::iiq::PluginQuery query{number.isEmpty() ? QString() : domain::iiqEquals(QStringLiteral("name"), number), 0, number.isEmpty() ? pageSize : 1};
    return core::mapped<QJsonObject, QJsonArray>(net::iiq::objects(m_runtime.api, QStringLiteral("IdentityRequest"), query), this, [this, item](const QJsonArray &all) -> Result<QJsonObject> {
        for (const auto &v : all) {
            if (domain::isAbout(v.toObject(), item))
                return v.toObject();
        }
        return core::makeError(core::ErrorCode::NotFound, {});
    });
}

Async<QList<domain::ApprovalStep>> IiqApprovals::history(const Approval &a)
{
    return core::mapped<QList<domain::ApprovalStep>, QJsonObject>(requestOf(a.requestId, a.id), this, [id = a.id](const QJsonObject &request) -> Result<QList<domain::ApprovalStep>> { return domain::requestHistory(request, id); });
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
    core::whenDone<QJsonObject>(net::iiq::object(m_runtime.api, workItem, id), this, [this, id, number, out](const Result<QJsonObject> &o) {
        const auto a = o ? domain::workItemFrom(*o) : std::nullopt;
        if (a) {
            core::whenDone<Unit>(learnOwners({a->ownerId}), this, [this, a, out](const core::Status &) { out.resolve(marked(*a)); });
            return;
        }
        if (!o && o.error().code != core::ErrorCode::NotFound) {
            out.resolve(o.error());
            return;
        }
        m_window.remove(id);
        core::whenDone<QJsonObject>(requestOf(o ? o->value(QLatin1String("identityRequestId")).toString() : number, id), this, [this, id, out](const Result<QJsonObject> &request) {
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
        return domain::notAvailableWith(m_runtime.tenant.product).text;
    if (s.operatorId.isEmpty())
        return say(QT_TRANSLATE_NOOP("Approvals", "Say first who decides here: Settings, Tenants, Approvals…"));
    if (verb == ApprovalVerb::Deny && s.deniedState.isEmpty())
        return say(QT_TRANSLATE_NOOP("Approvals", "The state that denies is not set: Settings, Tenants, Approvals…"));
    if (a.isForeign && a.isGroups)
        return say(QT_TRANSLATE_NOOP("Approvals", "It waits for a work group that you are not a member of."));
    if (a.isForeign && !s.decidesForOthers)
        return say(QT_TRANSLATE_NOOP("Approvals", "It waits for somebody else, and deciding for others is not allowed here."));
    return {};
}

QString IiqApprovals::decider(const Approval &a) const { return a.isForeign ? a.ownerId : settings().operatorId; }

static Accepted done() { return {}; }

Async<Accepted> IiqApprovals::decide(ApprovalVerb verb, const Approval &a, const QString &comment, const QString &)
{
    const net::iiq::Decision d{decider(a), verb == ApprovalVerb::Approve ? settings().approvedState : settings().deniedState, comment};
    return core::mapped<Accepted, Unit>(net::iiq::decide(m_runtime.api, workItem, a.id, d), this, [this, id = a.id](Unit) -> Result<Accepted> {
        m_window.remove(id);
        return done();
    });
}

QString IiqApprovals::reviewObstacle(OperationKind kind) const
{
    const auto &s = settings();
    if (s.operatorId.isEmpty())
        return say(QT_TRANSLATE_NOOP("Approvals", "Say first who decides here: Settings, Tenants, Approvals…"));
    if (kind == OperationKind::DenyReview && s.deniedState.isEmpty())
        return say(QT_TRANSLATE_NOOP("Approvals", "The state that denies is not set: Settings, Tenants, Approvals…"));
    if (kind == OperationKind::SignReview && s.signedState.isEmpty())
        return say(QT_TRANSLATE_NOOP("Approvals", "The state that signs off is not set: Settings, Tenants, Approvals…"));
    return {};
}

Async<Accepted> IiqApprovals::decideReview(OperationKind kind, const QString &id, const QString &comment)
{
    const auto &s = settings();
    const QString state = kind == OperationKind::ApproveReview ? s.approvedState : kind == OperationKind::DenyReview ? s.deniedState : s.signedState;
    return core::mapped<Accepted, Unit>(net::iiq::decide(m_runtime.api, entity, id, {s.operatorId, state, comment}), this, [](Unit) -> Result<Accepted> { return done(); });
}

} // namespace services
