#include "services/access/iiqowners.h"
#include "net/iiq/plugin.h"
#include "services/tenants/internal/tenantconnections.h"

namespace services {

using core::Async;
using core::Result;
using core::Unit;
using domain::Approval;

IiqOwners::IiqOwners(TenantConnections &connections, QObject *parent) : QObject(parent), m_connections(connections) {}

IiqOwners::~IiqOwners() = default;

void IiqOwners::forget()
{
    m_owners.clear();
    m_members.clear();
}

// Nothing says of an owner whether it is a work group: its members are asked for, and who has none is a person.
Async<Unit> IiqOwners::learn(const QString &id)
{
    if (id.isEmpty() || id == m_connections.tenant.identityIq.operatorId) {
        m_owners.insert(id, id.isEmpty() ? Owner::Unknown : Owner::Me);
        return core::ready<Unit>(core::ok());
    }
    using Members = QList<domain::WorkgroupMember>;
    core::Deferred<Unit> out;
    core::whenDone<Members>(
        net::iiq::workgroupMembers(m_connections.api, id), this, [this, id, out](const Result<Members> &members) {
            const int status = members ? 200 : members.error().httpStatus;
            m_members.remove(id);
            if (members && !members->isEmpty()) {
                QStringList names;
                bool isMine = false;
                for (const auto &m : *members) {
                    isMine = isMine || (!m.id.isEmpty() && m.id == m_connections.tenant.identityIq.operatorId);
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

Async<Unit> IiqOwners::learnAll(QStringList ids)
{
    while (!ids.isEmpty() && m_owners.contains(ids.first()))
        ids.removeFirst();
    if (ids.isEmpty())
        return core::ready<Unit>(core::ok());
    const QString id = ids.takeFirst();
    return core::andThen<Unit>(learn(id), this, [this, ids](Unit) { return learnAll(ids); });
}

Approval IiqOwners::marked(Approval a) const
{
    const Owner owner = m_owners.value(a.ownerId, Owner::Unknown);
    a.isGroups = owner == Owner::MyGroup || owner == Owner::ForeignGroup;
    a.isForeign = owner != Owner::Me && owner != Owner::MyGroup;
    a.members = m_members.value(a.ownerId);
    return a;
}

} // namespace services
