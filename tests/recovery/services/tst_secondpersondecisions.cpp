#include "domain/audit/sessionevents.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/resultproof.h"
#include "services/readiness/signin.h"
#include "services/recovery/accountactivity.h"
#include "services/recovery/gatereader.h"
#include "services/recovery/secondpersondecisions.h"
#include "support/ownparts.h"
#include "support/registry.h"
#include <QSqlDatabase>
#include <QSqlQuery>

using core::ErrorCode;
using domain::ReviewReason;
using domain::Session;
using domain::SessionState;
using support::await;
using support::OwnParts;

namespace {

struct Decisions : OwnParts
{
    explicit Decisions(const std::function<void(domain::Tenant &)> &change = {}) : OwnParts(support::quick(), change) {}
    services::SignIn signIn{connections, *context};
    services::AccountActivity activity{connections, *context};
    services::GateReader gate{connections, *context, *tenantSession, activity, signIn};
    services::SecondPersonDecisions decisions{connections, *context, *tenantSession, gate, signIn};
    /// A pass that is held for its name, and recorded as such.
    Session held(ReviewReason cause = ReviewReason::NameDiffers)
    {
        const auto s = open("s1");
        return *await(
            ledger->sessions().change(s.id, [this, cause](const Session &now) -> core::Result<domain::SessionStep> {
                domain::SessionStep step;
                step.session = now;
                step.session.state = SessionState::NeedsReview;
                step.session.closingReason = domain::reviewReasonKey(cause);
                step.session.ial = 2;
                step.session.documentType = QStringLiteral("passport");
                step.session.verifiedName = QStringLiteral("JORDAN UNRELATED");
                step.session.completedAt = clock->now() - 1000;
                step.session.source = QStringLiteral("status-query");
                step.audit << domain::resultEvent(sessions.operatorName(), step.session, QStringLiteral("done"),
                    {{domain::resultDigestKey, domain::resultDigest(step.session)}});
                return step;
            }));
    }
    core::Result<Session> review(const Session &s, bool isAccepted, const QString &comment = QStringLiteral("seen"))
    {
        return await(decisions.review(s.id, isAccepted, comment, reviewerId(), reviewer()));
    }
    SessionState now(const Session &s) { return await(ledger->sessions().session(s.id))->state; }
    void sql(const QString &statement)
    {
        {
            auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("by-hand"));
            db.setDatabaseName(dir.filePath(QStringLiteral("ledger.db")));
            QVERIFY(db.open());
            QSqlQuery q(db);
            QVERIFY(q.exec(statement));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("by-hand"));
    }
};

} // namespace

class DecidingAsASecondPerson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAcceptedIsVerifiedByName()
    {
        Decisions d;
        const auto s = d.held();
        const auto after = d.review(s, true);
        QVERIFY2(bool(after), after ? "" : qPrintable(after.error().text));
        QCOMPARE(after->state, SessionState::Verified);
        QCOMPARE(after->reviewer, OwnParts::reviewerIdentity());
        QVERIFY(after->closedAt && after->closingReason.isEmpty());
        QVERIFY(d.audited(s.id).contains(QStringLiteral("verification.review/done")));
        QCOMPARE(
            await(d.ledger->sessions().prove({}, 10))->proved, 1);     // the row is what the log says, by this decision
        QCOMPARE(d.review(s, true).error().code, ErrorCode::Conflict); // there is nothing to decide any more
    }
    void whatIsRejectedIsFailed()
    {
        Decisions d;
        const auto s = d.held();
        const auto after = d.review(s, false);
        QCOMPARE(after->state, SessionState::Failed);
        QVERIFY(!after->closingReason.isEmpty());
    }
    void aDecisionHasAWord()
    {
        Decisions d;
        const auto s = d.held();
        for (const QString &comment : {QString(), QStringLiteral("   "), QString(1001, QLatin1Char('x'))}) {
            const auto r = d.review(s, true, comment);
            QVERIFY(!r);
            QCOMPARE(r.error().field, QStringLiteral("comment"));
        }
        QCOMPARE(d.now(s), SessionState::NeedsReview);
    }
    void whoeverMayNotDecideChangesNothing()
    {
        Decisions d;
        const auto s = d.held();
        const QString why = QStringLiteral("mine");
        QCOMPARE(
            await(d.decisions.review(s.id, true, why, d.ownId(), d.ownSecret())).error().code, ErrorCode::Conflict);
        QCOMPARE(await(d.decisions.review(s.id, true, why, d.reviewerId(), core::makeSecret("wrong"))).error().code,
            ErrorCode::Unauthorized);
        QCOMPARE(await(d.decisions.review(s.id, true, why, {}, {})).error().field, QStringLiteral("secrets"));
        QCOMPARE(d.now(s), SessionState::NeedsReview);
        QVERIFY(!d.audited(s.id).contains(QStringLiteral("verification.review/done")));
    }
    void whatNobodyMayAcceptIsRejectedOnly_data()
    {
        QTest::addColumn<int>("cause");
        for (const auto cause : {ReviewReason::LevelTooLow, ReviewReason::DocumentNotAllowed,
                 ReviewReason::OtherSession, ReviewReason::OtherPerson, ReviewReason::Unconfirmed})
            QTest::newRow(qPrintable(domain::reviewReasonKey(cause))) << int(cause);
    }
    void whatNobodyMayAcceptIsRejectedOnly()
    {
        QFETCH(int, cause);
        Decisions d;
        const auto s = d.held(ReviewReason(cause));
        QCOMPARE(d.review(s, true).error().code, ErrorCode::Conflict);
        QCOMPARE(d.review(s, false)->state, SessionState::Failed);
    }
    void aRowThatTheLogDoesNotProveIsNotAccepted()
    {
        Decisions d;
        const auto s = d.held();
        d.sql(QStringLiteral("UPDATE session SET ial = 3"));
        const auto r = d.review(s, true);
        QVERIFY(!r);
        QVERIFY(r.error().text.contains(QLatin1String("does not prove")));
        QCOMPARE(d.review(s, false)->state, SessionState::Failed);
    }
    void ofALockedTenantNothingIsDecided()
    {
        Decisions d;
        const auto s = d.held();
        d.connections.tenant.readOnly = true;
        QCOMPARE(d.review(s, false).error().code, ErrorCode::Conflict);
        QCOMPARE(d.now(s), SessionState::NeedsReview);
    }
    void anActivityIsAcceptedWhereItIsAskedForOnly()
    {
        Decisions d;
        QVERIFY(d.sync());
        const auto s = d.held();
        const auto r = await(d.decisions.acceptActivity(s.id, QStringLiteral("seen"), d.reviewerId(), d.reviewer()));
        QVERIFY(!r); // no account recovery, and not verified
        QVERIFY(!d.notes(s.id).contains(QStringLiteral("activity-accepted")));
        QCOMPARE(await(d.decisions.acceptActivity(s.id, {}, d.reviewerId(), d.reviewer())).error().field,
            QStringLiteral("comment"));
    }
    void aRightClockIsAcceptedByWhoIsNotTheOperator()
    {
        Decisions d;
        const auto own = await(d.decisions.acceptClock(QStringLiteral("it is right"), d.ownId(), d.ownSecret()));
        QVERIFY(!own);
        QCOMPARE(
            await(d.decisions.acceptClock({}, d.reviewerId(), d.reviewer())).error().field, QStringLiteral("comment"));
        QVERIFY(await(d.decisions.acceptClock(QStringLiteral("it is right"), d.reviewerId(), d.reviewer())));
        const auto told = await(d.ledger->audit().latestAbout(d.tenant.id, {QStringLiteral("clock")}, 5));
        QCOMPARE(told->size(), 1);
        QCOMPARE(told->first().event.data.value(QLatin1String("reviewer")).toString(), OwnParts::reviewerIdentity());
    }
};
IDV_TEST(DecidingAsASecondPerson)
#include "tst_secondpersondecisions.moc"
