#include "domain/tenants/accesstoken/accesstoken.h"
#include "support/registry.h"
#include "text/rules/goodsettings.h"

using domain::AccessToken;
using domain::ClientExpiry;
using domain::ExpiryLevel;
using domain::PendingRotation;

namespace {

constexpr core::Instant now = 1'800'000'000'000; // 15 January 2027, 08:00 UTC

AccessToken token(const char *id, std::optional<core::Instant> expires, const char *name = "console")
{
    AccessToken t;
    t.id = QString::fromLatin1(id);
    t.name = QString::fromLatin1(name);
    t.ownerId = QStringLiteral("svc");
    t.scopes = QStringList{QStringLiteral("sp:scopes:all")};
    t.validitySeconds = 600;
    t.created = now - 100 * core::dayMs;
    t.expiresAt = expires;
    return t;
}

QString text(const char *t)
{
    return QString::fromLatin1(t);
}

} // namespace

class AccessTokens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsKnownOfItsEnd_data()
    {
        QTest::addColumn<qint64>("expiresAt"); // 0: it does not say
        QTest::addColumn<bool>("neverExpires");
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("days"); // -1: none
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, core::Instant at, bool never, const char *level, int days,
                             const char *words) {
            QTest::newRow(name) << at << never << QString::fromLatin1(level) << days << QString::fromLatin1(words);
        };
        row("in half a year", now + 180 * core::dayMs, false, "fine", 180, "expires in 180 day(s)");
        row("in 30 days and a bit", now + 30 * core::dayMs + 1, false, "fine", 30, "expires in 30 day(s)");
        row("in 30 days", now + 30 * core::dayMs, false, "soon", 30, "expires in 30 day(s)");
        row("tomorrow", now + core::dayMs, false, "soon", 1, "expires in 1 day(s)");
        row("today", now + core::dayMs - 1, false, "soon", 0, "expires within a day");
        row("now", now, false, "over", 0, "expired on");
        row("long ago", now - core::dayMs, false, "over", 0, "expired on");
        row("never", 0, true, "fine", -1, "never expires");
        row("a date counts before a never", now + core::dayMs, true, "soon", 1, "expires in 1 day(s)");
        row("nothing is said", 0, false, "unknown", -1, "does not say");
    }
    void whatIsKnownOfItsEnd()
    {
        QFETCH(qint64, expiresAt);
        QFETCH(bool, neverExpires);
        QFETCH(int, days);
        QFETCH(QString, words);
        AccessToken t = token("a", expiresAt ? std::optional<core::Instant>(expiresAt) : std::nullopt);
        t.neverExpires = neverExpires;
        const auto e = domain::expiryOf({token("b", now), t}, t.id, now);
        QTEST(domain::expiryLevelKey(domain::levelOf(e, now)), "level");
        QCOMPARE(domain::daysLeft(e, now).value_or(-1), days);
        QVERIFY2(domain::expiryText(e, now).contains(words), qPrintable(domain::expiryText(e, now)));
        QCOMPARE(e.readAt, now);
        const auto kept = domain::clientExpiryFromJson(domain::toJson(e));
        QVERIFY(kept);
        QCOMPARE(*kept, e);
        // Of another client nothing is known by it.
        QCOMPARE(domain::expiryFor(*kept, t.id), e);
        QCOMPARE(domain::expiryFor(*kept, text("other")).kind, ClientExpiry::NotRead);
        QCOMPARE(domain::levelOf(domain::expiryFor(*kept, text("other")), now), ExpiryLevel::Unknown);
    }
    void aClientThatIsNoneOfThem()
    {
        const auto e = domain::expiryOf({token("a", now)}, text("client"), now);
        QCOMPARE(e.kind, ClientExpiry::NotPersonal);
        QCOMPARE(domain::levelOf(e, now), ExpiryLevel::Unknown);
        QVERIFY(!domain::expiryText(e, now).isEmpty());
        QVERIFY(!domain::clientExpiryFromJson({{text("kind"), text("of a newer version")}}));
    }
    void theNewOneIsLikeTheOldOne_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("newName");
        QTest::addColumn<int>("life"); // of the old one, in days; 0: it never ends
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("days");
        const auto row = [](const char *name, const char *newName, int life, int wanted, int days) {
            QTest::addRow("%s, %d, %d", name, life, wanted)
                << QString::fromLatin1(name) << QString::fromLatin1(newName) << life << wanted << days;
        };
        row("console", "console 2027-01-15 1f2e", 90, 0, 90);
        row("console 2026-05-30 00aa", "console 2027-01-15 1f2e", 200, 0, 180);
        row("console 2026-05-30 00aa 2026-06-30 00ab", "console 2027-01-15 1f2e", 0, 0, 180);
        row("console 2026-05-30", "console 2026-05-30 2027-01-15 1f2e", 90, 7, 7);
        row("", "IDV Console 2027-01-15 1f2e", 90, 180, 180);
        row("2026-05-30 00aa", "2026-05-30 00aa 2027-01-15 1f2e", 90, 1, 1);
    }
    void theNewOneIsLikeTheOldOne()
    {
        QFETCH(QString, name);
        QFETCH(int, life);
        QFETCH(int, wanted);
        QFETCH(int, days);
        AccessToken old = token("a", std::nullopt, qPrintable(name));
        if (life > 0)
            old.expiresAt = *old.created + life * core::dayMs;
        const auto r = domain::replacementOf(old, wanted ? std::optional(wanted) : std::nullopt, now, text("1f2e"));
        QTEST(r.name, "newName");
        QCOMPARE(r.expiresAt, now + days * core::dayMs);
        QCOMPARE(r.scopes, old.scopes);
        QCOMPARE(r.validitySeconds, old.validitySeconds);
    }
    void whatCannotBeReplaced_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("words"); // empty: it can
        for (const auto &[which, name] :
            {std::pair{0, ""}, std::pair{1, "no personal access token"}, std::pair{2, "manages"},
                std::pair{3, "ten tokens"}, std::pair{4, "may do"}, std::pair{5, "IdentityIQ"}, std::pair{6, ""}})
            QTest::addRow("%d %s", which, name) << which << QString::fromLatin1(name);
    }
    void whatCannotBeReplaced()
    {
        QFETCH(int, which);
        QFETCH(QString, words);
        domain::Tenant tenant = support::goodTenant();
        QList<AccessToken> own{token("c", now + core::dayMs)};
        const int most = which == 3 ? 9 : 8;
        if (which == 3 || which == 6) {
            for (int i = 0; i < most; ++i)
                own << token(qPrintable(QString::number(i)), now);
        }
        if (which == 1)
            tenant.clientId = text("d");
        own.first().isManaged = which == 2;
        if (which == 4)
            own.first().scopes.clear();
        if (which == 5)
            tenant.product = domain::Product::IdentityIq;
        const auto fault = domain::rotationFault(tenant, own);
        QCOMPARE(bool(fault), !words.isEmpty());
        QVERIFY2(!fault || fault->text.contains(words), fault ? qPrintable(fault->text) : "");
    }
    void whatARotationLeavesBehind()
    {
        const PendingRotation pending{text("new"), text("old"), false};
        const auto kept = domain::pendingRotationFromJson(domain::toJson(pending));
        QVERIFY(kept);
        QCOMPARE(*kept, pending);
        QVERIFY(!domain::pendingRotationFromJson({{text("name"), text("x")}}));
        const AccessToken old = token("old", now, "old name"), made = token("made", now, "new");
        const QList<AccessToken> both{old, made};
        // Not switched: nobody has the secret of the new one.
        QCOMPARE(domain::leftBehind(pending, text("old"), both)->id, made.id);
        QVERIFY(!domain::leftBehind(pending, text("old"), {old}));
        // Switched: the old one is to go, unless it shall stay.
        QVERIFY(domain::isSwitched(pending, text("made"), both));
        QCOMPARE(domain::leftBehind(pending, text("made"), both)->id, old.id);
        QVERIFY(!domain::leftBehind(pending, text("made"), {made}));
        QVERIFY(!domain::leftBehind({text("new"), text("old"), true}, text("made"), both));
        // Somebody chose a third client meanwhile: the old one is not this rotation's to delete any more.
        QVERIFY(!domain::isSwitched(pending, text("third"), both));
        QCOMPARE(domain::leftBehind(pending, text("third"), both)->id, made.id);
    }
};
IDV_TEST(AccessTokens)
#include "tst_accesstoken.moc"
