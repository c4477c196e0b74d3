#include "domain/verification/startobstacles.h"
#include "domain/verification/writeback/writeback.h"
#include "support/registry.h"
#include <QTest>

using domain::Session;
using domain::SessionState;
using domain::WriteBackState;

// Who waits for a write-back, and whether it may leave.
class WritingBack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatMayLeave()
    {
        for (const bool isLocked : {true, false}) {
            for (const bool asksFirst : {true, false}) {
                for (const bool isConfirmed : {true, false}) {
                    domain::Tenant t;
                    t.readOnly = isLocked;
                    t.confirmWriteBack = asksFirst;
                    QCOMPARE(domain::mayWrite(t, isConfirmed), !isLocked && (isConfirmed || !asksFirst));
                }
            }
        }
    }
    void whoWaitsOn()
    {
        for (int state = 0; state < domain::sessionStateCount; ++state) {
            for (int w = 0; w <= int(WriteBackState::Failed); ++w) {
                for (const bool isLocked : {true, false}) {
                    for (const bool asksFirst : {true, false}) {
                        Session s;
                        s.state = SessionState(state);
                        s.writeBack = domain::writeBackKey(WriteBackState(w));
                        domain::Tenant t;
                        t.readOnly = isLocked;
                        t.confirmWriteBack = asksFirst;
                        bool isOurs = false;
                        switch (WriteBackState(w)) {
                        case WriteBackState::Asked:
                        case WriteBackState::Unknown: isOurs = true; break;
                        case WriteBackState::Planned: isOurs = !isLocked && !asksFirst; break;
                        default: break;
                        }
                        QCOMPARE(domain::isWaitedFor(s, t), domain::isOpen(s.state) || isOurs);
                    }
                }
            }
        }
    }
    void whatMayBeTriedAgain()
    {
        for (int w = 0; w <= int(WriteBackState::Failed); ++w) {
            const auto s = WriteBackState(w);
            QCOMPARE(domain::isMissing(s), s == WriteBackState::Failed || s == WriteBackState::NotStored);
        }
    }
    void whichContactNeedsAReason()
    {
        constexpr core::Instant now = 1'800'000'000'000;
        for (int reason = 0; reason < domain::reasonCount; ++reason) {
            for (const auto d : {domain::Delivery::Sms, domain::Delivery::Email, domain::Delivery::Link}) {
                for (const int mobileDays : {13, 14}) {
                    for (const int emailDays : {13, 14}) {
                        domain::ContactHistory h;
                        h.since = now - 400 * core::dayMs;
                        h.mobileChangedAt = now - mobileDays * core::dayMs;
                        h.emailChangedAt = now - emailDays * core::dayMs;
                        domain::VerificationRequest r;
                        r.reason = domain::Reason(reason);
                        r.delivery = d;
                        const bool isNew = (d == domain::Delivery::Sms && mobileDays == 13) ||
                                           (d == domain::Delivery::Email && emailDays == 13);
                        const bool wanted = isNew && r.reason == domain::Reason::AccountRecovery;
                        QCOMPARE(domain::needsContactReason(h, r, now), wanted);
                        QCOMPARE(bool(domain::contactFault(h, r, now)), !wanted);
                        r.contactReason = QStringLiteral("called back");
                        QVERIFY(domain::contactFault(h, r, now));
                    }
                }
            }
        }
    }
};
IDV_TEST(WritingBack)
#include "tst_writebackwaiting.moc"
