#include "domain/audit/audittext.h"
#include "domain/reverification/exemption.h"
#include "domain/verification/conditions.h"
#include "domain/verification/resultevaluation.h"
#include "support/registry.h"
#include <QtTest>

using domain::Condition;
using domain::GateMark;
using domain::ReviewReason;
using domain::Session;
using domain::SessionState;

namespace {

constexpr core::Instant now = 1'800'000'000'000;

Session passed()
{
    Session s;
    s.request.reason = domain::Reason::Onboarding;
    s.request.requiredIal = 2;
    s.request.documents = {QStringLiteral("passport")};
    s.personName = QStringLiteral("Gael Núñez Cabeza");
    s.firstName = QStringLiteral("Gael");
    s.lastName = QStringLiteral("Núñez Cabeza");
    s.verifiedName = QStringLiteral("GAEL NÚÑEZ CABEZA");
    s.documentType = QStringLiteral("passport");
    s.state = SessionState::Verified;
    s.ial = 2;
    s.source = QStringLiteral("status-query");
    s.createdAt = now - 2 * core::minuteMs;
    s.completedAt = now - core::minuteMs;
    return s;
}

Session held(ReviewReason cause)
{
    Session s = passed();
    s.state = SessionState::NeedsReview;
    s.closingReason = domain::reviewReasonKey(cause);
    return s;
}

char signOf(GateMark m)
{
    if (m == GateMark::Met)
        return '+';
    return m == GateMark::NotMet ? '-' : '?';
}

/// One letter a condition, in their order: + met, - not met, ? not known.
QString signsOf(const Session &s, const domain::ConditionSigns &signs = {})
{
    QString out;
    for (const GateMark m : domain::conditionsOf(s, signs, now).marks)
        out += QLatin1Char(signOf(m));
    return out;
}

} // namespace

// Level, document, name, time, source, user: each by its own fact.
class ResultConditions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRestsOnItsOwnFact()
    {
        const auto changed = [](Session s, const std::function<void(Session &)> &change) {
            change(s);
            return signsOf(s);
        };
        QCOMPARE(signsOf(passed()), QStringLiteral("+++++?"));
        // The picture that was seen: the level was too low, and the name was the same.
        QCOMPARE(changed(held(ReviewReason::LevelTooLow), [](auto &s) { s.ial = 1; }), QStringLiteral("-++++?"));
        QCOMPARE(changed(held(ReviewReason::LevelMissing), [](auto &s) { s.ial.reset(); }), QStringLiteral("?++++?"));
        QCOMPARE(changed(held(ReviewReason::DocumentNotAllowed),
                     [](auto &s) { s.documentType = QStringLiteral("drivers_license"); }),
            QStringLiteral("+-+++?"));
        QCOMPARE(changed(held(ReviewReason::DocumentNotAllowed), [](auto &s) { s.documentType.clear(); }),
            QStringLiteral("+?+++?"));
        QCOMPARE(changed(held(ReviewReason::NameDiffers),
                     [](auto &s) { s.verifiedName = QStringLiteral("JORDAN UNRELATED"); }),
            QStringLiteral("++-++?"));
        QCOMPARE(changed(held(ReviewReason::NameMissing), [](auto &s) { s.verifiedName.clear(); }),
            QStringLiteral("++?++?"));
        QCOMPARE(signsOf(held(ReviewReason::NameNotComparable)), QStringLiteral("++?++?"));
        QCOMPARE(changed(held(ReviewReason::CompletedAtMissing), [](auto &s) { s.completedAt.reset(); }),
            QStringLiteral("+++?+?"));
        QCOMPARE(changed(held(ReviewReason::CompletedAtImplausible), [](auto &s) { s.completedAt.reset(); }),
            QStringLiteral("+++-+?"));
        QCOMPARE(
            changed(held(ReviewReason::CompletedAtImplausible), [](auto &s) { s.completedAt = now - core::hourMs; }),
            QStringLiteral("+++-+?"));
        for (const auto cause : {ReviewReason::OtherSession, ReviewReason::Contradiction, ReviewReason::Unconfirmed})
            QCOMPARE(signsOf(held(cause)), QStringLiteral("++++-?"));
        QCOMPARE(signsOf(held(ReviewReason::OtherPerson)), QStringLiteral("+++++-"));
        // Several at once: each is shown.
        QCOMPARE(changed(held(ReviewReason::LevelTooLow),
                     [](auto &s) {
                         s.ial = 1;
                         s.verifiedName = QStringLiteral("JORDAN UNRELATED");
                         s.documentType = QStringLiteral("national_id");
                     }),
            QStringLiteral("---++?"));
    }
    void withoutAResultNothingIsKnown()
    {
        for (const auto state : {SessionState::Launching, SessionState::LaunchUnknown, SessionState::LaunchFailed,
                 SessionState::Pending, SessionState::Provisional, SessionState::Failed, SessionState::Declined,
                 SessionState::Abandoned, SessionState::Expired, SessionState::Cancelled}) {
            Session s = passed();
            s.state = state;
            QCOMPARE(signsOf(s), QStringLiteral("??????"));
        }
    }
    void sourcesAndTimes()
    {
        Session s = passed();
        for (const char *known : {"callback", "status-query", "both"}) {
            s.source = QLatin1String(known);
            QCOMPARE(signsOf(s), QStringLiteral("+++++?"));
        }
        for (const char *other : {"", "Status-Query", "both!"}) {
            s.source = QLatin1String(other);
            QCOMPARE(signsOf(s), QStringLiteral("++++??"));
        }
        s = passed();
        s.completedAt = s.createdAt - 5 * core::minuteMs;
        QCOMPARE(signsOf(s), QStringLiteral("+++++?"));
        s.completedAt = *s.completedAt - 1;
        QCOMPARE(signsOf(s), QStringLiteral("+++-+?"));
        s.completedAt = now + 5 * core::minuteMs;
        QCOMPARE(signsOf(s), QStringLiteral("+++++?"));
        s.completedAt = *s.completedAt + 1;
        QCOMPARE(signsOf(s), QStringLiteral("+++-+?"));
    }
    void aSecondPersonAcceptsANameOnly()
    {
        Session s = passed();
        s.verifiedName = QStringLiteral("JORDAN UNRELATED");
        QCOMPARE(signsOf(s), QStringLiteral("++-++?"));
        s.reviewer = QStringLiteral("r1");
        QCOMPARE(signsOf(s), QStringLiteral("+++++?"));
        s.ial = 1;
        QCOMPARE(signsOf(s), QStringLiteral("-++++?"));
        // Rejected, or held again after it: the reviewer's name alone meets nothing.
        s = held(ReviewReason::NameDiffers);
        s.reviewer = QStringLiteral("r1");
        QCOMPARE(signsOf(s), QStringLiteral("++-++?"));
    }
    void namesThatWereRemovedKeepTheirVerdict()
    {
        Session s = passed();
        s.verifiedName.clear();
        s.personName.clear();
        QCOMPARE(signsOf(s), QStringLiteral("+++++?"));
        s = held(ReviewReason::LevelTooLow);
        s.verifiedName.clear();
        QCOMPARE(signsOf(s), QStringLiteral("++?++?"));
    }
    void theAnswersUser()
    {
        QCOMPARE(signsOf(passed(), {{}, true}), QStringLiteral("++++++"));
        QCOMPARE(signsOf(passed(), {{}, false}), QStringLiteral("+++++-"));
        QCOMPARE(signsOf(held(ReviewReason::OtherPerson), {{}, true}), QStringLiteral("+++++-"));
    }
    void recoveryAsksForTwo()
    {
        Session s = passed();
        s.request.reason = domain::Reason::AccountRecovery;
        s.request.requiredIal = s.ial.emplace(1);
        QCOMPARE(domain::neededIal(s), 2);
        QCOMPARE(signsOf(s), QStringLiteral("-++++?"));
        s.request.reason = domain::Reason::Onboarding;
        QCOMPARE(signsOf(s), QStringLiteral("+++++?"));
    }
    void theGateShowsTheSame()
    {
        Session s = held(ReviewReason::LevelTooLow);
        s.request.reason = domain::Reason::AccountRecovery;
        s.ial = 1;
        domain::GateFacts facts;
        facts.operatorName = s.operatorName;
        facts.proof = domain::RowProof::Proved;
        facts.time = domain::TimeDoubt::None;
        facts.now = now;
        const auto g = domain::recoveryGate(s, facts);
        QCOMPARE(g.marks[size_t(domain::GateCondition::Level)], GateMark::NotMet);
        QCOMPARE(g.marks[size_t(domain::GateCondition::Name)], GateMark::Met);
        QCOMPARE(g.marks[size_t(domain::GateCondition::Genuine)], GateMark::Met);
        QVERIFY(!g.isOpen());
    }
    void aTypedNameIsNoApproval()
    {
        domain::Exemption e;
        e.approver = QStringLiteral("Marie Curie");
        e.operatorName = QStringLiteral("ann");
        QCOMPARE(domain::allowedBy(e), QStringLiteral("Marie Curie, as typed by ann; did not sign in"));
        e.approverId = QStringLiteral("2c91");
        QCOMPARE(domain::allowedBy(e), QStringLiteral("Marie Curie (signed in)"));
    }
    void whoSaidIt_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *action, const char *outcome, const char *expected) {
            QTest::addRow("%s, %s", action, outcome)
                << QString::fromLatin1(action) << QString::fromLatin1(outcome) << QString::fromLatin1(expected);
        };
        row("verification.result", "done", "Provider");
        row("verification.result", "noted", "Provider");
        row("verification.callback", "noted", "Provider");
        row("verification.callback", "failed", "root");
        row("verification.expired", "done", "IDV Console");
        row("verification.unanswered", "done", "IDV Console");
        row("verification.unconfirmed", "done", "IDV Console");
        row("verification.review", "done", "Second person r1");
        row("verification.start", "intent", "root");
        row("verification.stopped", "done", "root");
        row("recovery.reset", "done", "root");
    }
    void whoSaidIt()
    {
        QFETCH(QString, action);
        QFETCH(QString, outcome);
        QFETCH(QString, expected);
        domain::AuditEvent e;
        e.actor = QStringLiteral("root");
        e.action = action;
        e.outcome = outcome;
        e.data.insert(QStringLiteral("reviewer"), QStringLiteral("r1"));
        QCOMPARE(domain::auditActor(e), expected);
    }
};
IDV_TEST(ResultConditions)
#include "tst_conditions.moc"
