#include "services/verification/readback.h"
#include "support/labfixture.h"
#include "support/registry.h"

using support::await;
using support::LabFixture;

// What a caller reads back must be the end of this link alone: who has one link must not know the end of the next.
class CodesReadBack : public QObject
{
    Q_OBJECT

private:
    static core::Result<QJsonObject> note(LabFixture &d, const char *session, const char *link)
    {
        return await(services::readBackNote(*d.context, d.tenantSession.get(), d.tenant.id,
            core::SessionId(QLatin1String(session)), QLatin1String(link)));
    }

private Q_SLOTS:
    void aLinkThatEndsLikeTheLastOneHasNoCode_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<bool>("hasCode");
        const auto row = [](const char *name, const char *first, const char *second, bool has) {
            QTest::newRow(name) << QByteArray(first) << QByteArray(second) << has;
        };
        row("ends of their own", "https://x.example/v/0123456789abcdef0001", "https://x.example/v/0123456789abcdef0002",
            true);
        row("the same whole end", "https://x.example/v/a?k=0123456789abcdef0001",
            "https://x.example/v/b?k=0123456789abcdef0001", false);
        row("only the last letters alike", "https://x.example/v/11111111-2222-4333-8444-555555555555-prod",
            "https://x.example/v/99999999-2222-4333-8444-777777777777-prod", false);
        row("alike in another case", "https://x.example/v/0123456789abcdefPROD",
            "https://x.example/v/fedcba9876543210prod", false);
    }
    void aLinkThatEndsLikeTheLastOneHasNoCode()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        LabFixture d;
        const auto before = note(d, "s1", first.constData());
        QVERIFY(before && before->contains(QLatin1String("readBack")));
        const auto after = note(d, "s2", second.constData());
        QVERIFY(after);
        QTEST(after->contains(QLatin1String("readBack")), "hasCode");
        // The third is compared with the second, whether that had a code or not.
        const auto third = note(d, "s3", second.constData());
        QVERIFY(third && third->isEmpty());
        // The same session asks for its link again: its code stays.
        const auto own = note(d, "s4", "https://x.example/v/0123456789abcdefwxyz");
        QCOMPARE(*note(d, "s4", "https://x.example/v/0123456789abcdefwxyz"), *own);
    }
    // What an earlier version kept of the last link says nothing of its code: once, there is none.
    void whatCannotBeComparedHasNoCode()
    {
        LabFixture d;
        QVERIFY(await(d.ledger->settings().set(
            QStringLiteral("link-end:") + d.tenant.id.str(), QStringLiteral("s0 0123456789abcdef"))));
        const auto first = note(d, "s1", "https://x.example/v/0123456789abcdef0001");
        QVERIFY(first && first->isEmpty());
        const auto second = note(d, "s2", "https://x.example/v/0123456789abcdef0002");
        QVERIFY(second && second->contains(QLatin1String("readBack")));
    }
    // What was keyed cannot be compared without its key, and that is what is said.
    void aKeyThatCannotBeReadIsSaid()
    {
        LabFixture d;
        const auto kept = note(d, "s1", "https://x.example/v/0123456789abcdef0001");
        const QString with = kept->value(QLatin1String("with")).toString();
        QCOMPARE(with, QStringLiteral("key"));
        const auto digest = [&] {
            return await(services::readBackDigest(*d.context, d.tenantSession.get(),
                core::SessionId(QStringLiteral("s1")), QStringLiteral(" 0001"), with));
        };
        QCOMPARE(*digest(), kept->value(QLatin1String("readBack")).toString());
        QVERIFY(await(d.vault.remove(QStringLiteral("recovery/read-back-key"))));
        QCOMPARE(digest().error().code, core::ErrorCode::Conflict);
        QVERIFY(digest().error().text.contains(QLatin1String("keychain")));
        const auto none = await(services::readBackDigest(
            *d.context, d.tenantSession.get(), core::SessionId(QStringLiteral("s1")), QStringLiteral("0001"), {}));
        QCOMPARE(none.error().text, services::noCodeToCompare().text);
    }
};
IDV_TEST(CodesReadBack)

#include "tst_readback.moc"
