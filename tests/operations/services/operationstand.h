#pragma once
#include "lab/sailpoint/people.h"
#include "services/operations/operationtracker.h"
#include "services/operations/profileoperations.h"
#include "support/labfixture.h"

namespace support {

/// A console that has copied everybody and asks SailPoint to do something.
struct OperationStand : LabFixture
{
    explicit OperationStand(lab::Options o = quick(), const std::function<void(domain::Tenant &)> &change = {})
        : LabFixture(o, change)
    {
        QVERIFY(sync());
    }
    services::OperationTracker &ops() { return tenantSession->operations(); }
    /// The n-th person in id order; one in ten owns something, one in four has registered.
    core::IdentityId nth(quint32 n) const { return core::IdentityId(QString::fromLatin1(lab::People::idOf(2 * n, 1))); }
    domain::Operation over(const QString &id)
    {
        domain::Operation o;
        (void)QTest::qWaitFor(
            [&] {
                o = *await(ops().operation(id));
                return domain::isOver(o.state);
            },
            15000);
        return o;
    }
    QStringList audited()
    {
        QStringList out;
        const auto all = *await(ledger->audit().records(1, 500));
        for (const auto &r : all)
            out << r.event.action + QLatin1Char(':') + r.event.outcome;
        return out;
    }
    QString profileNamed(const char *name)
    {
        const auto all = *await(tenantSession->profileOperations().profiles());
        for (const domain::IdentityProfile &p : all) {
            if (p.name == QLatin1String(name))
                return p.id;
        }
        return {};
    }
};

} // namespace support
