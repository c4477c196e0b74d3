#include "support/labdesk.h"
#include "support/registry.h"

using support::await;
using support::Desk;
using support::quick;

namespace {
struct IqDesk : Desk
{
    explicit IqDesk(lab::Options o = quick(), const std::function<void(domain::Tenant &)> &change = {})
        : Desk(std::move(o), [change](domain::Tenant &t) {
              support::useIdentityIq(t);
              if (change)
                  change(t);
          })
    {
    }
    qint64 asked(const char *what) { return lab->counters().value(QLatin1String("identityiq")).toObject().value(QLatin1String(what)).toInteger(); }
};
} // namespace

class IdentityIqTenants : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyIsCopiedAndThenOnlyWhatChanged()
    {
        auto o = quick();
        o.identities = 2300;
        IqDesk d(o);
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QCOMPARE(full->mode, QStringLiteral("full"));
        QCOMPARE(full->identities, 2300);
        QCOMPARE(d.asked("GET /scim/v2/Users"), 5); // three pages of 1,000, the empty one behind them, the count
        const auto again = d.sync();
        QVERIFY2(bool(again), again ? "" : qPrintable(again.error().text));
        QCOMPARE(again->mode, QStringLiteral("incremental"));
        QCOMPARE(again->changed, 0);
        QCOMPARE(d.asked("GET /scim/v2/Users"), 6);
        const auto p = d.anyone();
        QVERIFY(!p.email.isEmpty() && !p.name.isEmpty() && !p.firstName.isEmpty());
    }
    void withoutScimPeopleComeFromThePlugin()
    {
        auto o = quick();
        o.iiqScim = false;
        IqDesk d(o);
        const auto full = d.sync();
        QVERIFY2(bool(full), full ? "" : qPrintable(full.error().text));
        QVERIFY(full->identities > 150 && full->identities < 200); // only active ones
        const auto p = d.anyone();
        QVERIFY(!p.id.isEmpty());
        QVERIFY(bool(await(d.workspace->refresh(p.id))));
        QCOMPARE(d.sync()->mode, QStringLiteral("incremental"));
    }
    void withNeitherItSaysSo()
    {
        auto o = quick();
        o.iiqScim = o.iiqPlugin = false;
        IqDesk d(o);
        QCOMPARE(d.sync().error().code, core::ErrorCode::NotFound);
    }
    void aVerificationIsWrittenAndReadBack_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::newRow("replace the record") << int(domain::WriteBackStrategy::Scim);
        QTest::newRow("workflow") << int(domain::WriteBackStrategy::Workflow);
    }
    void aVerificationIsWrittenAndReadBack()
    {
        QFETCH(int, strategy);
        IqDesk d(quick(), [strategy](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy(strategy); });
        QVERIFY(bool(d.sync()));
        const auto person = d.anyone();
        auto r = d.request();
        r.identity = person.id;
        const auto phone = await(d.workspace->attributes(person.id))->value(QLatin1String("phone"));
        d.workspace->verifier().watch();
        const auto started = await(d.workspace->verifier().start(person, r));
        QVERIFY2(bool(started), started ? "" : qPrintable(started.error().text));
        const auto s = d.settled(started->id);
        QCOMPARE(s.state, domain::SessionState::Verified);
        QCOMPARE(s.writeBack, domain::writeBackKey(domain::WriteBackState::Written));
        const auto held = await(d.workspace->refresh(person.id));
        QCOMPARE(held->idv.sessionId, s.providerId.str());
        QCOMPARE(held->idv.verified, std::optional<bool>(true));
        QCOMPARE(await(d.workspace->attributes(person.id))->value(QLatin1String("phone")), phone); // nothing else was lost
        QCOMPARE(d.asked("PUT /scim/v2/Users"), strategy == int(domain::WriteBackStrategy::Scim) ? 1 : 0);
        QCOMPARE(d.asked("POST /scim/v2/LaunchedWorkflows"), strategy == int(domain::WriteBackStrategy::Workflow) ? 1 : 0);
    }
    void aReplacementWithoutAnswerIsReadBackNotRepeated()
    {
        auto o = quick();
        o.rules << QStringLiteral("identityiq:replace:reset");
        IqDesk d(o, [](domain::Tenant &t) { t.writeBack = domain::WriteBackStrategy::Scim; });
        QVERIFY(bool(d.sync()));
        const auto person = d.anyone();
        auto r = d.request();
        r.identity = person.id;
        d.workspace->verifier().watch();
        const auto started = await(d.workspace->verifier().start(person, r));
        QVERIFY(bool(started));
        QCOMPARE(d.settled(started->id).writeBack, domain::writeBackKey(domain::WriteBackState::Written));
        QCOMPARE(d.asked("PUT /scim/v2/Users"), 1);
    }
};
IDV_TEST(IdentityIqTenants)
#include "tst_identityiq.moc"
