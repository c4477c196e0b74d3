#include "domain/tenants/tenantguard.h"
#include "domain/verification/startobstacles.h"
#include "support/registry.h"
#include <QTest>

// The lock says the same wherever it is asked for.
class TenantGuards : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLockedTenantIsAConflict()
    {
        for (const bool isLocked : {true, false}) {
            domain::Tenant t;
            t.readOnly = isLocked;
            const auto fault = domain::lockFault(t);
            QCOMPARE(fault.has_value(), isLocked);
            if (fault) {
                QCOMPARE(fault->code, core::ErrorCode::Conflict);
                QCOMPARE(fault->reason, core::ErrorReason::TenantLocked);
                QCOMPARE(fault->text, domain::lockedText());
                QVERIFY(fault->field.isEmpty());
            }
            domain::StartConditions c;
            c.isLocked = isLocked;
            QCOMPARE(domain::startObstacle({}, {}, c) == domain::lockedText(), isLocked);
        }
    }
};
IDV_TEST(TenantGuards)
#include "tst_tenantguard.moc"
