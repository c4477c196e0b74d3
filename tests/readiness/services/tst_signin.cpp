#include "services/readiness/signin.h"
#include "support/ownparts.h"
#include "support/registry.h"

using core::ErrorCode;
using domain::StartedAs;
using support::await;
using support::OwnParts;

namespace {

const QString tokenOwner = QStringLiteral("2c9180867769897d01776ed5f125512f");

struct SignedIn : OwnParts
{
    explicit SignedIn(
        const std::function<void(domain::Tenant &)> &change = {}, const lab::Options &o = support::quick())
        : OwnParts(o, change)
    {
    }
    services::SignIn signIn{connections, *context};
    void registerOperator(const QString &identity)
    {
        QVERIFY(await(ledger->settings().set(domain::operatorSetting(tenant.id, context->operatorName), identity)));
    }
    core::Result<QString> second(const std::optional<domain::Session> &session)
    {
        return await(signIn.secondPerson(session, reviewerId(), reviewer()));
    }
    domain::Session startedBy(const QString &who, StartedAs as = StartedAs::Person) const
    {
        domain::Session s;
        s.tenant = tenant.id;
        s.request.identity = core::IdentityId(QStringLiteral("the person"));
        s.startedBy = who;
        s.startedAs = as;
        return s;
    }
};

} // namespace

class WhoSomebodyIs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTokenSaysWhoIsBehindIt()
    {
        SignedIn d;
        QCOMPARE(*await(d.signIn.identityBehind(d.reviewerId(), d.reviewer())), SignedIn::reviewerIdentity());
        QCOMPARE(*await(d.signIn.identityBehind(d.ownId(), d.ownSecret())), tokenOwner);
        const auto wrong = await(d.signIn.identityBehind(d.reviewerId(), core::makeSecret("wrong")));
        QCOMPARE(wrong.error().code, ErrorCode::Unauthorized);
        QVERIFY(wrong.error().text.contains(QLatin1String("typed here")));
    }
    void aClientOfNobodyIsNobody()
    {
        auto o = support::quick();
        o.hasUser = false;
        SignedIn d({}, o);
        const auto r = await(d.signIn.identityBehind(d.ownId(), d.ownSecret()));
        QCOMPARE(r.error().code, ErrorCode::Conflict);
        QVERIFY(r.error().text.contains(QLatin1String("personal access token")));
    }
    void inIdentityIqAPersonSignsInWithNameAndPassword()
    {
        SignedIn d(support::useIdentityIq);
        const auto who = await(d.signIn.identityBehind(d.reviewerId(), d.reviewer()));
        QVERIFY2(bool(who), who ? "" : qPrintable(who.error().text));
        QVERIFY(!who->isEmpty());
        const auto wrong = await(d.signIn.identityBehind(d.reviewerId(), core::makeSecret("wrong")));
        QCOMPARE(wrong.error().code, ErrorCode::Unauthorized);
        QCOMPARE(d.identityIq("GET /scim/v2/Users"), 1); // whose password is wrong is not looked for
    }
    void nothingTypedIsAFieldAtFault()
    {
        SignedIn d;
        for (const auto &[id, secret] : {std::pair{core::SecretPtr(), d.reviewer()},
                 std::pair{d.reviewerId(), core::SecretPtr()}, std::pair{d.reviewerId(), core::makeSecret("")}}) {
            const auto r = await(d.signIn.secondPerson(std::nullopt, id, secret));
            QVERIFY(!r);
            QCOMPARE(r.error().field, QStringLiteral("secrets"));
        }
    }
    void whereNobodyIsRegisteredNobodyIsSecond()
    {
        SignedIn d;
        d.registerOperator({});
        QVERIFY(await(d.signIn.operatorIdentity())->isEmpty());
        QCOMPARE(d.second(d.startedBy(tokenOwner)).error().code, ErrorCode::Conflict);
        // What a program started has no desk.
        QVERIFY(d.second(d.startedBy(QStringLiteral("whoever released it"), StartedAs::Program)));
    }
    void whoMayNotDecide_data()
    {
        QTest::addColumn<QString>("starter");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("registered");
        QTest::addColumn<bool>("may");
        const QString second = SignedIn::reviewerIdentity();
        QTest::newRow("somebody else") << tokenOwner << QStringLiteral("p") << tokenOwner << true;
        QTest::newRow("the starter") << second << QStringLiteral("p") << tokenOwner << false;
        QTest::newRow("their own verification") << tokenOwner << second << tokenOwner << false;
        QTest::newRow("whoever sits here") << tokenOwner << QStringLiteral("p") << second << false;
        QTest::newRow("nobody knows who started it") << QString() << QStringLiteral("p") << tokenOwner << false;
    }
    void whoMayNotDecide()
    {
        QFETCH(QString, starter);
        QFETCH(QString, person);
        QFETCH(QString, registered);
        QFETCH(bool, may);
        SignedIn d;
        d.registerOperator(registered);
        auto s = d.startedBy(starter, starter.isEmpty() ? StartedAs::Unknown : StartedAs::Person);
        s.request.identity = core::IdentityId(person);
        const auto r = d.second(s);
        QCOMPARE(bool(r), may);
        if (!may)
            QCOMPARE(r.error().code, ErrorCode::Conflict);
        else
            QCOMPARE(*r, SignedIn::reviewerIdentity());
    }
    void theOwnerOfTheTenantsTokenIsNoSecondPerson()
    {
        SignedIn d;
        d.registerOperator(QStringLiteral("somebody at the desk"));
        const auto r =
            await(d.signIn.secondPerson(d.startedBy(QStringLiteral("somebody at the desk")), d.ownId(), d.ownSecret()));
        QCOMPARE(r.error().code, ErrorCode::Conflict);
        QVERIFY(r.error().text.contains(QLatin1String("owner of the tenant")));
    }
    void aboutNoSessionWhoeverSitsHereIsWhoeverWantsIt()
    {
        SignedIn d;
        d.registerOperator(SignedIn::reviewerIdentity());
        const auto own = d.second(std::nullopt);
        QCOMPARE(own.error().code, ErrorCode::Conflict);
        d.registerOperator(tokenOwner);
        QCOMPARE(*d.second(std::nullopt), SignedIn::reviewerIdentity());
    }
};
IDV_TEST(WhoSomebodyIs)
#include "tst_signin.moc"
