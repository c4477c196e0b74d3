#include "domain/tenants/tenant.h"
#include "domain/verification/writeback/writeback.h"
#include "support/registry.h"
#include <QtTest>

using domain::SessionState;

class WriteBackPlans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOutcomeTable()
    {
        domain::Tenant t;
        domain::Session s;
        s.providerId = core::ProviderSessionId(QStringLiteral("k1"));
        s.state = SessionState::Verified;
        s.ial = 2;
        s.verifiedName = QStringLiteral("ANA RUIZ");
        s.documentType = QStringLiteral("passport");
        s.completedAt = 1787393700000;
        const auto plan = domain::planFor(s, t);
        QCOMPARE(plan.writes.size(), 7);
        for (const auto &w : plan.writes) {
            if (w.field == domain::Field::IdvVerifiedDate)
                QCOMPARE(w.value, QStringLiteral("2026-08-22T10:15:00.000Z"));
        }
        s.state = SessionState::Failed;
        QStringList names;
        for (const auto &w : domain::planFor(s, t).writes)
            names << w.attribute;
        QCOMPARE(names, QStringList({QStringLiteral("idvStatus"), QStringLiteral("idvSessionId")}));
        t.failedClearsVerified = true;
        QCOMPARE(domain::planFor(s, t).writes.size(), 3);
        for (const auto &w : domain::planFor(s, t).writes)
            QVERIFY(w.field != domain::Field::IdvVerifiedDate);
        for (const auto state : {SessionState::NeedsReview, SessionState::Expired, SessionState::Cancelled,
                 SessionState::Declined, SessionState::LaunchUnknown}) {
            s.state = state;
            QVERIFY(domain::planFor(s, t).isEmpty());
        }
        s.state = SessionState::Pending;
        QVERIFY(domain::planFor(s, t).isEmpty());
        t.writesPending = true;
        QCOMPARE(domain::planFor(s, t).writes.size(), 1);
    }
    void noConstantStandsForAMissingFact()
    {
        domain::Session s;
        s.state = SessionState::Verified;
        for (const auto &w : domain::planFor(s, {}).writes)
            QVERIFY(w.field == domain::Field::IdvVerified || w.field == domain::Field::IdvStatus);
    }
};
IDV_TEST(WriteBackPlans)
#include "tst_writebackplans.moc"
