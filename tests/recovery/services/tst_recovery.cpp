#include "domain/recovery/callerbinding.h"
#include "recovery/services/recoverycounter.h"
#include "services/audit/audittrail.h"
#include "services/recovery/recovery.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/fakeclock.h"
#include "support/labfixture.h"
#include "support/registry.h"
#include <QSqlDatabase>
#include <QSqlQuery>

using core::ErrorCode;
using domain::SessionState;
using support::await;
using support::quick;
using support::RecoveryCounter;
using support::refusalOf;

class AccountRecovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWholeGate()
    {
        RecoveryCounter c;
        auto &recovery = c.tenantSession->recovery();
        const auto s = c.verified();
        QCOMPARE(s.state, SessionState::Verified);
        // Four of five: the caller is not bound yet.
        auto g = await(recovery.gate(s.id));
        QCOMPARE(g->met(), 4);
        QCOMPARE(g->obstacle, domain::GateObstacle::Conditions);
        QVERIFY(!await(recovery.sendReset(s.id, c.toWork())));
        const auto wrong = await(recovery.bindByCode(s.id, QStringLiteral("zzzz")));
        QCOMPARE(wrong.error().code, ErrorCode::Rejected);
        QVERIFY(await(recovery.bindByCode(s.id, c.link.right(4).toUpper())));
        QVERIFY(await(recovery.gate(s.id))->isOpen());
        const auto sent = await(recovery.sendReset(s.id, c.toWork()));
        QVERIFY2(bool(sent), qPrintable(refusalOf(sent)));
        QCOMPARE(sent->resetState, QStringLiteral("asked"));
        QCOMPARE(c.mails(), 1);
        // One reset per verification.
        const auto again = await(recovery.sendReset(s.id, c.toWork()));
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(c.mails(), 1);
        int intents = 0, dones = 0;
        const auto records = *await(c.ledger->audit().records(1, 500));
        for (const auto &r : records) {
            intents +=
                r.event.action == QLatin1String("recovery.reset") && r.event.outcome == QLatin1String("intent") ? 1 : 0;
            dones +=
                r.event.action == QLatin1String("recovery.reset") && r.event.outcome == QLatin1String("done") ? 1 : 0;
        }
        QCOMPARE(intents, 1);
        QCOMPARE(dones, 1);
    }
    void anAddressWhoseAgeIsNotKnownAsksForAReason()
    {
        RecoveryCounter c;
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        auto r = c.toWork();
        r.contactReason.clear();
        QCOMPARE(await(c.tenantSession->recovery().sendReset(s.id, r)).error().field, QStringLiteral("contact-reason"));
        QCOMPARE(c.mails(), 0);
    }
    void noAnswerIsAskedNotRepeated()
    {
        auto o = quick();
        o.resetFaults << QStringLiteral("no-answer");
        RecoveryCounter c(o);
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        QVERIFY(!await(c.tenantSession->recovery().sendReset(s.id, c.toWork())));
        QCOMPARE(await(c.tenantSession->verifier().sessions().session(s.id))->resetState, QStringLiteral("unknown"));
        QCOMPARE(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())).error().code, ErrorCode::Conflict);
        QCOMPARE(c.mails(), 1);
    }
    void aRefusalMayBeTriedAgain()
    {
        auto o = quick();
        o.resetFaults << QStringLiteral("403");
        RecoveryCounter c(o);
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        QCOMPARE(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())).error().code, ErrorCode::Forbidden);
        QCOMPARE(await(c.tenantSession->verifier().sessions().session(s.id))->resetState, QStringLiteral("refused"));
        QVERIFY(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())));
        QCOMPARE(c.mails(), 1);
    }
    void fiveWrongCodesCloseIt()
    {
        RecoveryCounter c;
        const auto s = c.verified();
        for (int i = 0; i < domain::mostCodeTries; ++i)
            QCOMPARE(await(c.tenantSession->recovery().bindByCode(s.id, QStringLiteral("0000"))).error().code,
                ErrorCode::Rejected);
        QCOMPARE(
            await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))).error().code, ErrorCode::Conflict);
    }
    // A row that was changed with an SQL tool is not what the log recorded; a gate that never opens would be no gate.
    void aRowThatWasChangedOpensNothing()
    {
        RecoveryCounter c(quick("level-too-low"));
        const auto s = c.verified();
        QCOMPARE(s.state, SessionState::NeedsReview);
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("hand"));
            db.setDatabaseName(c.dir.filePath(QStringLiteral("ledger.db")));
            QVERIFY(db.open());
            QSqlQuery q(db);
            QVERIFY(q.exec(QStringLiteral(
                "UPDATE session SET state = 'verified', ial = 2, closing_reason = '', closed_at = completed_at")));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("hand"));
        QCOMPARE(await(c.tenantSession->recovery().gate(s.id))->obstacle, domain::GateObstacle::RowDiffers);
        const auto sent = await(c.tenantSession->recovery().sendReset(s.id, c.toWork()));
        QCOMPARE(sent.error().code, ErrorCode::Conflict);
        QVERIFY2(sent.error().text.contains(QLatin1String("changed outside")), qPrintable(sent.error().text));
        QCOMPARE(c.mails(), 0);
        services::AuditTrail trail(*c.context);
        const auto proof = await(trail.verify());
        QCOMPARE(int(proof->kind), int(services::TrailState::Whole)); // the chain holds
        QVERIFY2(proof->rowProblem.contains(s.id.str()), qPrintable(proof->rowProblem));
    }
    void fortyCodesAtOnceAreFiveComparisons()
    {
        RecoveryCounter c;
        const auto s = c.verified();
        QList<core::Async<domain::Session>> tries;
        for (int i = 0; i < 40; ++i)
            tries << c.tenantSession->recovery().bindByCode(s.id, QStringLiteral("0000"));
        int rejected = 0, closed = 0;
        for (const auto &t : tries) {
            const auto r = await(t);
            rejected += r.error().code == ErrorCode::Rejected ? 1 : 0;
            closed += r.error().code == ErrorCode::Conflict ? 1 : 0;
        }
        QCOMPARE(rejected, domain::mostCodeTries);
        QCOMPARE(closed, 40 - domain::mostCodeTries);
        // The right one comes too late.
        QCOMPARE(
            await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))).error().code, ErrorCode::Conflict);
    }
    void aCodeThatIsOnNoScreenWasNotScanned()
    {
        RecoveryCounter c(quick("never"));
        const auto s = await(c.tenantSession->verifier().starter().start(c.anyone(), c.request()));
        QVERIFY(!c.tenantSession->verifier().links().of(s->id).isEmpty());
        QVERIFY(await(c.tenantSession->recovery().bindByQr(s->id)));
        const auto second = await(c.tenantSession->verifier().starter().replace(s->id, c.anyone(), c.request()));
        c.open(); // as after a restart: the link was in memory only
        QVERIFY(c.tenantSession->verifier().links().of(second->id).isEmpty());
        QCOMPARE(await(c.tenantSession->recovery().bindByQr(second->id)).error().code, ErrorCode::Conflict);
    }
    void aClockThatWasSetBackOpensNothing()
    {
        const auto clock = std::make_shared<support::FakeClock>();
        RecoveryCounter c(quick(), clock);
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        clock->setAhead(16 * core::minuteMs);
        QVERIFY(await(c.tenantSession->recovery().sendReset(s.id, c.toWork()))
                    .error()
                    .text.contains(QLatin1String("15 minutes")));
        // An entry of the log is from then; now the clock is set back, and the vendor still says what time it is.
        QVERIFY(await(c.ledger->audit().append(
            {QStringLiteral("tester"), QStringLiteral("note"), {}, {}, QStringLiteral("done"), {}, {}})));
        clock->setAhead(0);
        const auto back = await(c.tenantSession->recovery().sendReset(s.id, c.toWork()));
        QCOMPARE(back.error().code, ErrorCode::Conflict);
        QCOMPARE(c.mails(), 0);
        // The way out: a second person says that the present time is right.
        QVERIFY(await(c.tenantSession->recovery().acceptClock(
            QStringLiteral("the battery was empty"), c.reviewerId(), c.reviewer())));
        QVERIFY(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())));
        QCOMPARE(c.mails(), 1);
    }
    void theAddressThatWasConfirmedIsTheOneUsed()
    {
        RecoveryCounter c;
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        auto r = c.toWork();
        r.expectedAddress = QStringLiteral("somebody@else.example");
        QCOMPARE(await(c.tenantSession->recovery().sendReset(s.id, r)).error().code, ErrorCode::Conflict);
        QCOMPARE(c.mails(), 0);
    }
};
IDV_TEST(AccountRecovery)
#include "tst_recovery.moc"
