#include "domain/tenants/tenant.h"
#include "support/registry.h"
#include "support/statustable.h"
#include <QJsonArray>
#include <QtTest>

class StatusTable : public QObject
{
    Q_OBJECT
    static domain::IdvFacts facts(const char *word, const char *flag, const QString &date)
    {
        domain::IdvFacts f;
        f.status = QString::fromUtf8(word);
        f.verifiedRaw = QString::fromLatin1(flag);
        f.verified = domain::parseFlag(f.verifiedRaw);
        f.dateRaw = date;
        f.date = domain::parseInstant(date, support::statustable::now);
        return f;
    }
private Q_SLOTS:
    void everyWordWithEveryFlagDateAndOverlay()
    {
        using namespace support::statustable;
        int verified = 0, pastDue = 0;
        for (const Case &c : all()) {
            const auto due = domain::dueAt(c.facts, yearly);
            const auto warnAt = due ? std::optional(*due - yearly.warnDays * core::dayMs) : std::nullopt;
            const auto kind = domain::kindOf(c.facts, c.overlay);
            const auto status = domain::statusOf(c.facts, c.overlay, yearly, now);
            QVERIFY2(status == c.status, qPrintable(c.name + QStringLiteral(": ") + domain::statusKey(status)));
            QCOMPARE(domain::statusAt(kind, due, warnAt, now), status); // two numbers say the same as the texts
            QVERIFY2(domain::overdueReasonAt(kind, due, now) == c.reason, qPrintable(c.name));
            QVERIFY2(domain::pastDueOf(c.facts, c.overlay, due, now) == c.part, qPrintable(c.name));
            // Overdue is always past due; a green status never is, and never stands beside a false flag or another
            // word.
            QVERIFY(status != domain::IdentityStatus::Overdue || c.part);
            const bool isGreen =
                status == domain::IdentityStatus::Verified || status == domain::IdentityStatus::DueSoon;
            QVERIFY2(!isGreen || (!c.part && c.facts.verified != false &&
                                     domain::wordOf(c.word, {}) != domain::StatusWord::Other),
                qPrintable(c.name));
            verified += isGreen ? 1 : 0;
            pastDue += c.part ? 1 : 0;
        }
        QCOMPARE(verified, 80);
        QVERIFY(pastDue > 1000);
    }
    void theFiguresOfTheOldStatusesStay()
    {
        // They stand in files.
        QCOMPARE(int(domain::StatusKind::Dated), 0);
        QCOMPARE(int(domain::StatusKind::Never), 1);
        QCOMPARE(int(domain::StatusKind::Failed), 2);
        QCOMPARE(int(domain::StatusKind::Pending), 3);
        QCOMPARE(int(domain::StatusKind::Held), 4);
        QCOMPARE(int(domain::StatusKind::BadDate), 5);
        QCOMPARE(int(domain::StatusKind::Reset), 6);
        QCOMPARE(int(domain::StatusKind::Withdrawn), 7);
    }
    void aTenantsOwnWords()
    {
        domain::StatusWords w;
        w.pass = {QStringLiteral("OK"), QStringLiteral("Geprüft")};
        w.fail = {};
        w.pending = {QStringLiteral("läuft")};
        const QString fresh = domain::formatInstant(support::statustable::now - core::dayMs);
        const auto status = [&](const char *word) {
            return domain::statusOf(
                facts(word, "true", fresh), {}, support::statustable::yearly, support::statustable::now, w);
        };
        QCOMPARE(status("ok"), domain::IdentityStatus::Verified);
        QCOMPARE(status(" GEPRÜFT "), domain::IdentityStatus::Verified);
        QCOMPARE(status("LÄUFT"), domain::IdentityStatus::Pending);
        for (const char *other : {"VERIFIED", "FAILED", "PENDING", "O K", "OK!"})
            QVERIFY2(status(other) == domain::IdentityStatus::Overdue, other);
        QCOMPARE(status(""), domain::IdentityStatus::Verified); // no word at all
    }
    void wordsSurviveBeingKeptAndOldTenantsHaveTheUsualOnes()
    {
        domain::Tenant t;
        t.id = core::TenantId(QStringLiteral("t"));
        t.statusWords = {{QStringLiteral("OK")}, {}, {QStringLiteral("WAIT"), QStringLiteral("OPEN")}};
        QJsonObject o = domain::tenantToJson(t);
        QCOMPARE(domain::tenantFromJson(o)->statusWords, t.statusWords);
        o.remove(QStringLiteral("statusWords"));
        QCOMPARE(domain::tenantFromJson(o)->statusWords, domain::StatusWords());
        for (const QJsonValue &bad : {QJsonValue(7), QJsonValue(QStringLiteral("OK")), QJsonValue(QJsonArray()),
                 QJsonValue(QJsonValue::Null), QJsonValue(QJsonObject{{QStringLiteral("pass"), QStringLiteral("OK")}}),
                 QJsonValue(QJsonObject{{QStringLiteral("pass"), QJsonArray{7}}}),
                 QJsonValue(QJsonObject{{QStringLiteral("pass"), QJsonArray{}}}),
                 QJsonValue(QJsonObject{{QStringLiteral("fail"), QJsonArray{QStringLiteral("verified")}}}),
                 QJsonValue(QJsonObject{{QStringLiteral("pending"), QJsonArray{QStringLiteral(" ")}}})}) {
            o.insert(QStringLiteral("statusWords"), bad);
            QVERIFY(!domain::tenantFromJson(o)); // never the usual lists instead
        }
    }
    void aReadingHasAVersion()
    {
        domain::Reading a, b;
        QCOMPARE(a.version(), b.version());
        b.words.pass << QStringLiteral("OK");
        QVERIFY(a.version() != b.version());
        QCOMPARE(a.mapVersion(), b.mapVersion());
        domain::Reading c;
        c.map.set(domain::Field::IdvStatus, QStringLiteral("otherStatus"));
        QVERIFY(a.version() != c.version() && a.mapVersion() != c.mapVersion());
    }
    void whatContradictsItselfIsSaid()
    {
        using C = domain::Contradiction;
        const auto of = [](const char *word, const char *flag) {
            return domain::contradictionOf(facts(word, flag, {}));
        };
        QVERIFY(of("VERIFIED", "false") == C::PassWordFalseFlag);
        QVERIFY(of("REVOKED", "true") == C::OtherWordTrueFlag);
        QVERIFY(of("FAILED", "true") == C::OtherWordTrueFlag);
        QVERIFY(of("VERIFIED", "maybe") == C::FlagUnreadable);
        for (const auto &[word, flag] : {std::pair{"VERIFIED", "true"}, std::pair{"REVOKED", "false"},
                 std::pair{"", "false"}, std::pair{"PENDING", "true"}, std::pair{"VERIFIED", ""}})
            QVERIFY2(!of(word, flag), word);
    }
    void oneThatWasResetIsNotDueSomeDay()
    {
        using domain::StatusKind;
        QVERIFY(!domain::shownDue(StatusKind::Reset, 100, 50));
        QVERIFY(!domain::shownDue(StatusKind::Withdrawn, 100, 50));
        QCOMPARE(domain::shownDue(StatusKind::Reset, 100, 100).value_or(0), 100); // its date has passed as well
        QCOMPARE(domain::shownDue(StatusKind::Dated, 100, 50).value_or(0), 100);
    }
    void keysLeadThereAndBack()
    {
        for (int i = 0; i < domain::pastDuePartCount; ++i)
            QVERIFY(domain::pastDueFromKey(domain::pastDueKey(domain::PastDuePart(i))) == domain::PastDuePart(i));
        QVERIFY(!domain::pastDueFromKey(QStringLiteral("all")) && !domain::pastDueFromKey({}));
    }
};
IDV_TEST(StatusTable)
#include "tst_statustable.moc"
