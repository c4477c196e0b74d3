#include "domain/recovery.h"
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
    s.state = domain::SessionState::Verified;
    s.ial = 2;
    s.source = QStringLiteral("both");
    s.completedAt = now - core::minuteMs;
    s.boundAt = now - core::minuteMs;
    return s;
}

GateObstacle obstacle(const std::function<void(domain::Session &)> &change, std::optional<bool> isActive = true, bool isReadOnly = false)
{
    auto s = good();
    change(s);
    return domain::recoveryGate(s, isActive, QStringLiteral("ann"), isReadOnly, now).obstacle;
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
        QCOMPARE(obstacle([](auto &s) { s.state = domain::SessionState::Held; }), GateObstacle::NotVerified);
        QCOMPARE(obstacle([](auto &s) { s.state = domain::SessionState::Provisional; }), GateObstacle::NotVerified);
        QCOMPARE(obstacle([](auto &s) { s.completedAt.reset(); }), GateObstacle::NotVerified);
        QCOMPARE(obstacle([](auto &s) { s.ial = 1; }), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &s) { s.ial.reset(); }), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &s) { s.source.clear(); }), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &s) { s.boundAt.reset(); }), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &) {}, false), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &) {}, std::nullopt), GateObstacle::Conditions);
        QCOMPARE(obstacle([](auto &) {}, true, true), GateObstacle::Locked);
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
        QCOMPARE(domain::readBackCode(QStringLiteral("https://x.example/v/abcDE12")), QStringLiteral("de12"));
        QVERIFY(domain::readBackCode(QStringLiteral("https://x.example/v/a-12")).isEmpty());
        QVERIFY(domain::readBackCode({}).isEmpty());
        const auto digest = domain::codeDigest(QStringLiteral(" DE12 "), QStringLiteral("s1"));
        QCOMPARE(digest, domain::codeDigest(QStringLiteral("de12"), QStringLiteral("s1")));
        QVERIFY(digest != domain::codeDigest(QStringLiteral("de12"), QStringLiteral("s2")));
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
