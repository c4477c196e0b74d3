#include "httpd/server.h"
#include "net/iiq/plugin.h"
#include "net/iiq/scim.h"
#include "support/await.h"
#include "support/registry.h"
#include "tenants/adapters/iiqstand.h"

using core::ErrorCode;
using support::await;
using support::IdentityIqStand;

class SigningInToIdentityIq : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsInWithBasicAndPings()
    {
        IdentityIqStand s;
        const auto info = await(s.api->signIn());
        QVERIFY(bool(info));
        QVERIFY(info->hasUser);
        QVERIFY(info->lifetime.count() > 60);
        QVERIFY(bool(await(net::iiq::ping(*s.api))));
        QCOMPARE(s.asked("token"), 1);
    }
    void aWrongSecretIsSaid()
    {
        IdentityIqStand s;
        s.secret = "wrong";
        QCOMPARE(await(s.api->signIn()).error().code, ErrorCode::Unauthorized);
    }
    void onlyAnAnswerThatDependsOnThePasswordSignsIn_data()
    {
        QTest::addColumn<int>("toNobody");
        QTest::addColumn<int>("toThePerson");
        QTest::addColumn<int>("calls");
        QTest::addColumn<QString>("outcome"); // empty: signed in
        const auto row = [](const char *name, int toNobody, int toThePerson, int calls, ErrorCode code) {
            QTest::newRow(name) << toNobody << toThePerson << calls << core::codeName(code);
        };
        QTest::newRow("an ordinary server") << 401 << 200 << 2 << QString();
        QTest::newRow("one that refuses with 403") << 403 << 200 << 2 << QString();
        QTest::newRow("one that answers without a body") << 401 << 204 << 2 << QString();
        row("a wrong password", 401, 401, 2, ErrorCode::Unauthorized);
        row("403 to everything", 403, 403, 2, ErrorCode::Forbidden);
        row("403 to the person", 401, 403, 2, ErrorCode::Forbidden);
        row("200 to everything", 200, 200, 1, ErrorCode::Conflict);
        row("200 to everybody but the person", 204, 401, 1, ErrorCode::Conflict);
        row("nothing there", 404, 404, 1, ErrorCode::NotFound);
        row("404 to nobody, 200 to the person", 404, 200, 1, ErrorCode::NotFound);
        row("a page elsewhere", 302, 200, 1, ErrorCode::Protocol);
        row("a redirect for the person", 401, 302, 2, ErrorCode::Protocol);
        row("out of order", 503, 200, 1, ErrorCode::Server);
        row("asked to wait", 429, 200, 1, ErrorCode::RateLimited);
        row("out of order for the person", 401, 500, 2, ErrorCode::Server);
    }
    void onlyAnAnswerThatDependsOnThePasswordSignsIn()
    {
        QFETCH(int, toNobody);
        QFETCH(int, toThePerson);
        QList<QByteArray> names;
        QList<QByteArray> passwords;
        httpd::Server server([&](const httpd::Request &r) {
            const QByteArray pair = QByteArray::fromBase64(r.header("Authorization").mid(6));
            names << pair.left(pair.indexOf(':'));
            passwords << pair.mid(pair.indexOf(':') + 1);
            httpd::Response a;
            a.status = names.last() == "ann" ? toThePerson : toNobody;
            return a;
        });
        IdentityIqStand s;
        s.tenant.sailpointUrl =
            QStringLiteral("http://127.0.0.1:%1/identityiq").arg(*server.listen(QHostAddress::LocalHost, 0));
        s.make();
        const auto r =
            await(net::iiq::signInOnce(*s.api, QStringLiteral("ann"), core::makeSecret(QByteArrayLiteral("her:own"))));
        QTEST(r ? QString() : core::codeName(r.error().code), "outcome");
        QTEST(int(names.size()), "calls");
        QVERIFY(names.first() != "ann" && names.first().size() > 20); // a failed try must not lock her account
        QVERIFY(passwords.first() != "her:own");
        if (names.size() > 1) {
            QCOMPARE(names.at(1), QByteArray("ann"));
            QCOMPARE(passwords.at(1), QByteArray("her:own"));
        }
        if (toNobody < 300)
            QVERIFY(r.error().text.contains(QLatin1String("proves nothing")));
    }
    void aServerThatIsAwaySignsNobodyIn()
    {
        IdentityIqStand s;
        s.tenant.sailpointUrl = QStringLiteral("http://127.0.0.1:1/identityiq");
        s.make();
        QCOMPARE(await(net::iiq::signInOnce(*s.api, QStringLiteral("ann"), core::makeSecret(QByteArrayLiteral("x"))))
                     .error()
                     .code,
            ErrorCode::Offline);
    }
    void anOddNameIsNotSent()
    {
        IdentityIqStand s;
        for (const QString &name : {QString(), QStringLiteral("ann:x")})
            QCOMPARE(await(net::iiq::signInOnce(*s.api, name, core::makeSecret(QByteArrayLiteral("x")))).error().code,
                ErrorCode::Usage);
    }
    void theSimulatorLooksAtNamesAndPasswords()
    {
        IdentityIqStand s;
        const auto &e = s.simulator->endpoints();
        const auto with = [&s](const QString &name, const QString &password) {
            return await(net::iiq::signInOnce(*s.api, name, core::makeSecret(password.toUtf8())));
        };
        QVERIFY(bool(with(e.iiqReviewer, e.iiqReviewerPassword)));
        QCOMPARE(with(e.iiqReviewer, QStringLiteral("wrong")).error().code, ErrorCode::Unauthorized);
        QCOMPARE(with(QStringLiteral("nobody"), e.iiqReviewerPassword).error().code, ErrorCode::Unauthorized);
    }
    void anAddressThatIsNoIdentityIqIsSaid()
    {
        IdentityIqStand s;
        s.tenant.sailpointUrl = s.simulator->endpoints().iiqUrl + QStringLiteral("/define");
        s.make();
        const auto r = await(s.api->signIn());
        QCOMPARE(r.error().code, ErrorCode::NotFound);
        QVERIFY(r.error().text.contains(QLatin1String("IdentityIQ")));
    }
    void callsOfTheOtherProductNeverLeave()
    {
        IdentityIqStand s;
        const auto r = await(net::sailpoint::getIdentity(*s.api, core::IdentityId(QStringLiteral("x"))));
        QCOMPARE(r.error().reason, core::ErrorReason::Unsupported);
        QCOMPARE(r.error().text, QStringLiteral("Not available with IdentityIQ."));
        QCOMPARE(s.asked("token"), 0);
        s.tenant.product = domain::Product::SecurityCloud;
        s.make();
        QCOMPARE(await(net::iiq::ping(*s.api)).error().reason, core::ErrorReason::Unsupported);
    }
};
IDV_TEST(SigningInToIdentityIq)
#include "tst_iiqsignin.moc"
