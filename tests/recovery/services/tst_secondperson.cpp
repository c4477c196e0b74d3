#include "recovery/services/recoverycounter.h"
#include "services/recovery/recovery.h"
#include "services/verification/sessions.h"
#include "services/verification/sessionstarter.h"
#include "support/labfixture.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::SessionState;
using support::await;
using support::quick;
using support::RecoveryCounter;
using support::refusalOf;

// Who decides about a held result, and who started it.
class SecondPersonInRecovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStartersPrincipalIsFrozen()
    {
        RecoveryCounter c(quick("name-differs"));
        const auto s = c.verified();
        QCOMPARE(s.startedBy, support::tokenOwner);
        QCOMPARE(int(s.startedAs), int(domain::StartedAs::Person));
        // Somebody else registers on the same account; whoever started it still is whoever started it.
        QVERIFY(await(c.tenantSession->recovery().registerOperator(c.reviewerId(), c.reviewer())));
        const auto own = await(c.tenantSession->recovery().review(s.id, true, QStringLiteral("mine"),
            core::makeSecret(c.lab->endpoints().clientId.toUtf8()),
            core::makeSecret(c.lab->endpoints().clientSecret.toUtf8())));
        QCOMPARE(own.error().code, ErrorCode::Conflict);
        QCOMPARE(await(c.tenantSession->verifier().sessions().session(s.id))->state, SessionState::NeedsReview);
        QCOMPARE(await(c.tenantSession->recovery().gate(s.id))->obstacle, domain::GateObstacle::OtherOperator);
    }
    void nobodyKnownStartsNoRecovery()
    {
        RecoveryCounter c;
        QVERIFY(
            await(c.ledger->settings().set(domain::operatorSetting(c.tenant.id, c.context->operatorName), QString())));
        const auto s = await(c.tenantSession->verifier().starter().start(c.anyone(), c.request()));
        QCOMPARE(s.error().reason, core::ErrorReason::OperatorUnknown);
        QCOMPARE(c.stats(c.tenant.idvUrl).value(QLatin1String("session")).toInteger(), 0);
        auto other = c.request();
        other.reason = domain::Reason::Periodic;
        QVERIFY(await(c.tenantSession->verifier().starter().start(c.anyone(), other)));
    }
    void whatIsNotKnownToBeActiveNeedsASecondPerson()
    {
        RecoveryCounter c;
        domain::ActivityTable table;
        table.rules = {{QString(), QStringLiteral("somethingElse"), true}};
        QVERIFY(await(c.tenantSession->recovery().setActivityTable(table)));
        const auto s = c.verified();
        QVERIFY(await(c.tenantSession->recovery().bindByCode(s.id, c.link.right(4))));
        const auto refused = await(c.tenantSession->recovery().sendReset(s.id, c.toWork()));
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().text.contains(QLatin1String("not known")), qPrintable(refused.error().text));
        const QString why = QStringLiteral("seen in HR's system");
        const auto own = await(c.tenantSession->recovery().acceptActivity(s.id, why,
            core::makeSecret(c.lab->endpoints().clientId.toUtf8()),
            core::makeSecret(c.lab->endpoints().clientSecret.toUtf8())));
        QCOMPARE(own.error().code, ErrorCode::Conflict);
        QVERIFY(await(c.tenantSession->recovery().acceptActivity(s.id, why, c.reviewerId(), c.reviewer())));
        QVERIFY(await(c.tenantSession->recovery().sendReset(s.id, c.toWork())));
        QCOMPARE(c.mails(), 1);
    }
    void aSecondPersonDecides()
    {
        RecoveryCounter c(quick("name-differs"));
        auto &recovery = c.tenantSession->recovery();
        const auto s = c.verified();
        QCOMPARE(s.state, SessionState::NeedsReview);
        QVERIFY(!await(recovery.gate(s.id))->isOpen());
        const QString why = QStringLiteral("married last week, certificate seen");
        // The operator's own credentials, wrong ones, no comment: refused, and the result stays held.
        const auto own = await(recovery.review(s.id, true, why, core::makeSecret(c.lab->endpoints().clientId.toUtf8()),
            core::makeSecret(c.lab->endpoints().clientSecret.toUtf8())));
        QCOMPARE(own.error().code, ErrorCode::Conflict);
        QCOMPARE(await(recovery.review(s.id, true, why, c.reviewerId(), core::makeSecret(QByteArrayLiteral("wrong"))))
                     .error()
                     .code,
            ErrorCode::Unauthorized);
        QCOMPARE(await(recovery.review(s.id, true, QString(), c.reviewerId(), c.reviewer())).error().field,
            QStringLiteral("comment"));
        QCOMPARE(await(c.tenantSession->verifier().sessions().session(s.id))->state, SessionState::NeedsReview);
        const auto done = await(recovery.review(s.id, true, why, c.reviewerId(), c.reviewer()));
        QVERIFY2(bool(done), qPrintable(refusalOf(done)));
        QCOMPARE(done->state, SessionState::Verified);
        QVERIFY(!done->reviewer.isEmpty() && done->reviewer != support::tokenOwner);
        QVERIFY(await(recovery.bindByCode(s.id, c.link.right(4))));
        QVERIFY(await(recovery.gate(s.id))->isOpen());
        // The pair is nowhere.
        QVERIFY(!await(c.vault.read(services::secretKey(c.tenant.id, QStringLiteral("reviewerClientSecret")))));
        const auto files = QDir(c.dir.path()).entryInfoList(QDir::Files);
        for (const auto &f : files) {
            QFile file(f.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(c.reviewer()->reveal().toByteArray()));
        }
    }
    void aLowLevelCannotBeAccepted()
    {
        RecoveryCounter c(quick("level-too-low"));
        const auto s = c.verified();
        QCOMPARE(
            await(c.tenantSession->recovery().review(s.id, true, QStringLiteral("fine"), c.reviewerId(), c.reviewer()))
                .error()
                .code,
            ErrorCode::Conflict);
        const auto no =
            await(c.tenantSession->recovery().review(s.id, false, QStringLiteral("no"), c.reviewerId(), c.reviewer()));
        QVERIFY(no);
        QCOMPARE(no->state, SessionState::Failed);
    }
    void withoutARegisteredOperatorThereIsNoReview()
    {
        RecoveryCounter c(quick("name-differs"));
        const auto s = c.verified();
        QVERIFY(await(c.ledger->settings().set(QStringLiteral("operator-identity:t1:tester"), QString())));
        QCOMPARE(
            await(c.tenantSession->recovery().review(s.id, true, QStringLiteral("x"), c.reviewerId(), c.reviewer()))
                .error()
                .code,
            ErrorCode::Conflict);
    }
};
IDV_TEST(SecondPersonInRecovery)
#include "tst_secondperson.moc"
