#include "net/sailpoint/accounts.h"
#include "support/registry.h"
#include "support/sailpointpeer.h"

using support::await;

// The account that a result is written to.
class AccountsOfASource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areFoundByTheirPerson_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("none") << QByteArray("[]") << QStringList() << true;
        QTest::newRow("one") << QByteArray(R"([{"id":"a1","nativeIdentity":"x"}])") << QStringList(QStringLiteral("a1"))
                             << true;
        // It is there: to make another one beside it would be wrong.
        QTest::newRow("without an id") << QByteArray(R"([{"nativeIdentity":"x"}])") << QStringList() << false;
        QTest::newRow("an id that is none") << QByteArray(R"([{"id":7}])") << QStringList() << false;
        QTest::newRow("an empty one") << QByteArray(R"([{"id":"a1"},{"id":""}])") << QStringList() << false;
        QTest::newRow("no list") << QByteArray(R"({"id":"a1"})") << QStringList() << false;
    }
    void areFoundByTheirPerson()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, isRead);
        support::SailPointPeer peer;
        peer.answers(answer);
        const auto found = await(
            net::sailpoint::findAccounts(*peer.api, QStringLiteral("s1"), core::IdentityId(QStringLiteral("p1"))));
        QCOMPARE(bool(found), isRead);
        QStringList ids;
        for (const auto &a : found ? *found : QList<domain::Account>())
            ids << a.id;
        QTEST(ids, "ids");
        if (!isRead)
            QCOMPARE(found.error().code, core::ErrorCode::Protocol);
    }
};
IDV_TEST(AccountsOfASource)
#include "tst_accounts.moc"
