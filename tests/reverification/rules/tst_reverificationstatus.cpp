#include "domain/reverification/reverification.h"
#include "support/registry.h"
#include <QtTest>

class ReverificationStatus : public QObject
{
    Q_OBJECT
    static constexpr core::Instant now = 1'795'000'000'000; // 2026-11-18
    static domain::IdvFacts facts(const char *date, const char *status = "VERIFIED")
    {
        domain::IdvFacts f;
        f.status = QString::fromLatin1(status);
        f.dateRaw = QString::fromLatin1(date);
        f.date = domain::parseInstant(f.dateRaw, now);
        return f;
    }
private Q_SLOTS:
    void exactlyOneStatusInOrder()
    {
        using S = domain::IdentityStatus;
        using O = domain::SessionOverlay;
        const domain::ReverificationInterval rule;
        const auto at = [&](const domain::IdvFacts &f, O o = {}) { return domain::statusOf(f, o, rule, now); };
        const auto good = facts("2026-06-01T00:00:00Z");
        QCOMPARE(at(good), S::Verified);
        QCOMPARE(at(good, {O::Open, now}), S::Pending);
        QCOMPARE(at(good, {O::Held, now}), S::Pending);
        QCOMPARE(at(good, {O::Failed, now}), S::Failed);
        QCOMPARE(at(good, {O::Failed, *good.date.at - 1}), S::Verified); // an older failure does not count
        QCOMPARE(at(facts("", "")), S::Never);
        QCOMPARE(at(facts("", ""), {O::Failed, 5}), S::Failed);
        QCOMPARE(at(facts("2026-06-01T00:00:00Z", "FAILED")), S::Failed);
        QCOMPARE(at(facts("", "PENDING")), S::Pending);
        QCOMPARE(at(facts("2024-06-01T00:00:00Z")), S::Overdue);
        QCOMPARE(at(facts("gibberish")), S::Overdue);
        QCOMPARE(at(facts("2099-06-01T00:00:00Z")), S::Overdue);
    }
    void equalityIsDue()
    {
        using S = domain::IdentityStatus;
        const domain::ReverificationInterval rule{10, 3, 1};
        domain::IdvFacts f = facts("2026-06-01T00:00:00Z");
        const core::Instant due = *f.date.at + 10 * core::dayMs;
        QCOMPARE(domain::statusAt(domain::StatusKind::Dated, due, due - 3 * core::dayMs, due), S::Overdue);
        QCOMPARE(domain::statusAt(domain::StatusKind::Dated, due, due - 3 * core::dayMs, due - 1), S::DueSoon);
        QCOMPARE(
            domain::statusAt(domain::StatusKind::Dated, due, due - 3 * core::dayMs, due - 3 * core::dayMs), S::DueSoon);
        QCOMPARE(domain::statusAt(domain::StatusKind::Dated, due, due - 3 * core::dayMs, due - 3 * core::dayMs - 1),
            S::Verified);
        QCOMPARE(domain::dueAt(f, rule).value_or(0), due);
    }
    void readsLevelsAndFlags()
    {
        QCOMPARE(domain::parseIal(QStringLiteral("IAL2")).value_or(0), 2);
        QCOMPARE(domain::parseIal(QStringLiteral("2.0")).value_or(0), 2);
        QVERIFY(!domain::parseIal(QStringLiteral("2.5")) && !domain::parseIal(QStringLiteral("")) &&
                !domain::parseIal(QStringLiteral("9")));
        QCOMPARE(domain::parseFlag(QStringLiteral(" TRUE ")).value_or(false), true);
        QVERIFY(!domain::parseFlag(QStringLiteral("maybe")));
    }
};
IDV_TEST(ReverificationStatus)
#include "tst_reverificationstatus.moc"
