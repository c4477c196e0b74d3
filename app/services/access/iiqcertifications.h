#pragma once
#include "core/async.h"
#include "domain/access/workitem.h"
#include "domain/operations/operation.h"
#include <QObject>

namespace services {

struct TenantConnections;

/// Certifications of IdentityIQ through the approvals plug-in: an access review is one row of them. Thread: the GUI's
/// or main.
class IiqCertifications : public QObject
{
    Q_OBJECT
public:
    explicit IiqCertifications(TenantConnections &connections, QObject *parent = nullptr);
    ~IiqCertifications() override;

    core::Async<QList<domain::AccessReview>> reviews();
    /// As it stands now; Conflict with the reason Decided when it is over.
    core::Async<domain::AccessReview> openReview(const QString &id);
    /// Why it cannot be decided from here; empty when it can. Asks nobody.
    QString obstacle(domain::OperationKind kind, const domain::AccessReview &review) const;
    core::Async<domain::Accepted> decide(
        domain::OperationKind kind, const domain::AccessReview &review, const QString &comment);
    /// Did the last reviews() leave some out?
    bool isCut() const { return m_isCut; }

private:
    domain::AccessReview marked(domain::AccessReview review) const;
    const domain::IdentityIqSettings &settings() const;

    TenantConnections &m_connections;
    bool m_isCut = false;
};

} // namespace services
