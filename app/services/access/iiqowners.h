#pragma once
#include "core/async.h"
#include "domain/access/approval.h"
#include <QHash>
#include <QObject>
#include <QStringList>

namespace services {

struct TenantConnections;

/// Whose work items of IdentityIQ are whose: the operator's, a work group's, or somebody else's. Asked once of each
/// owner until it is forgotten. Thread: the GUI's or main.
class IiqOwners : public QObject
{
    Q_OBJECT
public:
    explicit IiqOwners(TenantConnections &connections, QObject *parent = nullptr);
    ~IiqOwners() override;

    void forget();
    /// Each that is not known yet, one after the other; the first that fails ends it.
    core::Async<core::Unit> learnAll(QStringList ids);
    /// Asks, whatever is known.
    core::Async<core::Unit> learn(const QString &id);
    /// With what is known of its owner.
    domain::Approval marked(domain::Approval approval) const;
    /// Is it known that this is somebody else, and no work group?
    bool isOther(const QString &id) const { return m_owners.value(id, Owner::Unknown) == Owner::Other; }

private:
    enum class Owner { Unknown, Me, MyGroup, ForeignGroup, Other };

    TenantConnections &m_connections;
    QHash<QString, Owner> m_owners;
    QHash<QString, QStringList> m_members; ///< of work groups, by name
};

} // namespace services
