#include "domain/recovery/recovery.h"
#include "support/registry.h"
#include <QtTest>

using domain::ContactAge;
using domain::GateObstacle;

namespace {

constexpr core::Instant now = 1'800'000'000'000;

domain::Session good()
{
    domain::Session s;
    s.request.reason = domain::Reason::AccountRecovery;
    s.request.requiredIal = 2;
    s.operatorName = QStringLiteral("ann");
    s.startedBy = QStringLiteral("id-ann");
    s.startedAs = domain::StartedAs::Person;
    s.state = domain::SessionState::Verified;
    s.ial = 2;
    s.source = QStringLiteral("both");
    s.completedAt = now - core::minuteMs;
    s.boundAt = now - core::minuteMs;
    return s;
}

domain::GateFacts fine()
{
    domain::GateFacts f;
    f.activity = domain::Activity::Active;
    f.operatorName = QStringLiteral("ann");
    f.principal = QStringLiteral("id-ann");
    f.proof = domain::RowProof::Proved;
    f.time = domain::TimeDoubt::None;
    f.now = now;
    return f;
}

GateObstacle obstacle(
    const std::function<void(domain::Session &)> &change,
    const std::function<void(domain::GateFacts &)> &changeFacts = [](auto &) {})
{
    auto s = good();
    auto f = fine();
    change(s);
    changeFacts(f);
    return domain::recoveryGate(s, f).obstacle;
}
GateObstacle byFacts(const std::function<void(domain::GateFacts &)> &change)
{
    return obstacle([](auto &) {}, change);
}

} // namespace

class RecoveryRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMissingConditionClosesTheGate()
    {
        QCOMPARE(obstacle([](auto &) {}), GateObstacle::None);
        QCOMPARE(obstacle([](auto &s) { s.request.reason = domain::Reason::Onboarding; }), GateObstacle::OtherReason);
        QCOMPARE(obstacle([](auto &s) { s.operatorName = QStringLiteral("bob"); }), GateObstacle::OtherOperator);
        QCOMPARE(obstacle([](auto &s) { s.state = domain::SessionState::NeedsReview; }), GateObstacle::NotVerified);
        QCOMPARE(obstacle([](auto &s) { s.state = domain::SessionState::Provisional; }), GateObstacle::NotVerified);
        QCOMPARE(obstacle([](auto &s) { s.completedAt.reset(); }), GateObstacle::NotVerified);
        QCOMPARE(obstacle([](auto &s) { s.ial = 1; }), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &s) { s.ial.reset(); }), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &s) { s.source.clear(); }), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &s) { s.boundAt.reset(); }), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &s) { s.startedBy.clear(); }), GateObstacle::StarterUnknown);
        QCOMPARE(obstacle([](auto &s) { s.startedAs = domain::StartedAs::Program; }), GateObstacle::StarterUnknown);
        QCOMPARE(obstacle([](auto &s) { s.startedAs = domain::StartedAs::Unknown; }), GateObstacle::StarterUnknown);
        QCOMPARE(obstacle([](auto &s) { s.startedBy = QStringLiteral("id-bob"); }), GateObstacle::OtherOperator);
        QCOMPARE(byFacts([](auto &f) { f.principal.clear(); }), GateObstacle::OtherOperator);
        QCOMPARE(byFacts([](auto &f) { f.principal = QStringLiteral("id-bob"); }), GateObstacle::OtherOperator);
        QCOMPARE(byFacts([](auto &f) { f.activity = domain::Activity::Inactive; }), GateObstacle::Conditions);
        QCOMPARE(byFacts([](auto &f) { f.activity = domain::Activity::NotKnown; }), GateObstacle::Conditions);
        QCOMPARE(byFacts([](auto &f) { f.activity.reset(); }), GateObstacle::Conditions);
        QCOMPARE(byFacts([](auto &f) {
            f.activity = domain::Activity::NotKnown;
            f.isActivityAccepted = true;
        }),
            GateObstacle::None);
        QCOMPARE(byFacts([](auto &f) {
            f.activity = domain::Activity::Inactive;
            f.isActivityAccepted = true;
        }),
            GateObstacle::Conditions);
        QCOMPARE(byFacts([](auto &f) { f.isReadOnly = true; }), GateObstacle::Locked);
        QCOMPARE(byFacts([](auto &f) { f.proof = domain::RowProof::Missing; }), GateObstacle::RowDiffers);
        QCOMPARE(byFacts([](auto &f) { f.proof = domain::RowProof::Differs; }), GateObstacle::RowDiffers);
        QCOMPARE(byFacts([](auto &f) { f.proof = domain::RowProof::NotAnchored; }), GateObstacle::NotAnchored);
        QCOMPARE(byFacts([](auto &f) { f.time = domain::TimeDoubt::NoVendorTime; }), GateObstacle::NoVendorTime);
        QCOMPARE(byFacts([](auto &f) { f.time = domain::TimeDoubt::ClocksDiffer; }), GateObstacle::ClocksDiffer);
        QCOMPARE(byFacts([](auto &f) { f.time = domain::TimeDoubt::LogAhead; }), GateObstacle::LogAhead);
        QCOMPARE(obstacle([](auto &s) { s.completedAt = now - domain::gateLifetime; }), GateObstacle::TooOld);
        QCOMPARE(obstacle([](auto &s) { s.completedAt = now - domain::gateLifetime + 1; }), GateObstacle::None);
        QCOMPARE(obstacle([](auto &s) { s.completedAt = now + 6 * core::minuteMs; }), GateObstacle::TooOld);
        QCOMPARE(obstacle([](auto &s) { s.resetState = QStringLiteral("asked"); }), GateObstacle::AlreadyUsed);
        QCOMPARE(obstacle([](auto &s) { s.resetState = QStringLiteral("asking"); }), GateObstacle::Unknown);
        QCOMPARE(obstacle([](auto &s) { s.resetState = QStringLiteral("unknown"); }), GateObstacle::Unknown);
        QCOMPARE(obstacle([](auto &s) { s.resetState = QStringLiteral("refused"); }), GateObstacle::None);
    }
    void contactsHaveAnAge()
    {
        using domain::Channel;
        const auto age = [](std::optional<core::Instant> since, std::optional<core::Instant> changed) {
            domain::ContactHistory h;
            h.since = since;
            h.mobileChangedAt = changed;
            return domain::contactAge(h, Channel::Mobile, now);
        };
        const core::Instant day = core::dayMs;
        QCOMPARE(age({}, {}), ContactAge::NotKnown);
        QCOMPARE(age(now - 13 * day, {}), ContactAge::NotKnown);
        QCOMPARE(age(now - 14 * day, {}), ContactAge::Unchanged);
        QCOMPARE(age(now - 100 * day, now - 13 * day), ContactAge::ChangedRecently);
        QCOMPARE(age(now - 100 * day, now - 14 * day), ContactAge::Unchanged);
        domain::ContactHistory h;
        h.since = now - 412 * day;
        QCOMPARE(domain::contactDays(h, Channel::Mobile, now), 412);
    }
    void codesComeFromTheLinksEnd()
    {
        QCOMPARE(domain::readBackCode(QStringLiteral("https://x.example/v/0123456789abcDE12")), QStringLiteral("de12"));
        QCOMPARE(
            domain::readBackCode(QStringLiteral("https://x.example/v?s=k1-0123456789abcDE12")), QStringLiteral("de12"));
        QVERIFY(domain::readBackCode(QStringLiteral("https://x.example/v/0123456789abcdef-12")).isEmpty());
        QVERIFY(domain::readBackCode({}).isEmpty());
        // A fixed ending is the same in every link: whoever knows one would know them all.
        for (const char *link :
            {"https://x.example/v/0123456789abcDE12?lang=en01", "https://x.example/v/0123456789abcDE12/start",
                "https://x.example/v/0123456789abcDE12#step1", "https://x.example/v/abcDE12"})
            QVERIFY2(domain::readBackCode(QString::fromLatin1(link)).isEmpty(), link);
        const QByteArray key(32, 'k');
        const auto digest = domain::codeDigest(QStringLiteral(" DE12 "), QStringLiteral("s1"), key);
        QCOMPARE(digest, domain::codeDigest(QStringLiteral("de12"), QStringLiteral("s1"), key));
        QVERIFY(digest != domain::codeDigest(QStringLiteral("de12"), QStringLiteral("s2"), key));
        QVERIFY(digest != domain::codeDigest(QStringLiteral("de12"), QStringLiteral("s1"), QByteArray(32, 'l')));
        QVERIFY(!digest.contains("de12"));
    }
    void threeFailuresInADay()
    {
        const auto failed = [](core::Instant at) {
            domain::Session s;
            s.state = domain::SessionState::Failed;
            s.closedAt = at;
            return s;
        };
        QVERIFY(domain::mustEscalate({failed(now - 1), failed(now - 2), failed(now - 3)}, now));
        QVERIFY(!domain::mustEscalate({failed(now - 1), failed(now - 2), failed(now - core::dayMs)}, now));
    }
};
IDV_TEST(RecoveryRules)
#include "tst_gate.moc"
