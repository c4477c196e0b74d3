#include "domain/events/invocation.h"
#include "domain/events/subscription.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::SubscriptionDraft;

class Subscriptions : public QObject
{
    Q_OBJECT
    static domain::Tenant tenant(domain::Environment e, const char *callback = "")
    {
        domain::Tenant t;
        t.environment = e;
        t.callbackBaseUrl = QString::fromLatin1(callback);
        t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
        t.idvUrl = QStringLiteral("https://acme.1kosmos.net");
        t.communityId = QStringLiteral("c1");
        t.idvSourceId = QStringLiteral("s1");
        return t;
    }
    static SubscriptionDraft draft()
    {
        SubscriptionDraft d;
        d.name = QStringLiteral("Events");
        d.triggerId = QStringLiteral("idn:identity-created");
        d.url = QStringLiteral("https://events.acme.example/x");
        return d;
    }
    /// As SailPoint holds what was asked for: without the secret.
    static domain::Subscription heldOf(const SubscriptionDraft &d)
    {
        domain::Subscription s;
        s.name = d.name;
        s.description = d.description;
        s.triggerId = d.triggerId;
        s.type = domain::SubscriptionType::Http;
        s.hasHttpConfig = true;
        s.url = d.url;
        s.auth = d.auth;
        s.userName = d.userName;
        s.mode = domain::DispatchMode::Sync;
        s.filter = d.filter;
        s.isEnabled = d.isEnabled;
        return s;
    }
private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("an hour") << "PT1H" << qint64(3600);
        QTest::newRow("all parts") << "P1DT2H3M4S" << qint64(93784);
        QTest::newRow("weeks") << "P2W" << qint64(1209600);
        QTest::newRow("nothing") << "P" << qint64(-1);
        QTest::newRow("a time without parts") << "P1DT" << qint64(-1);
        QTest::newRow("zero") << "PT0S" << qint64(-1);
        QTest::newRow("words") << "1 hour" << qint64(-1);
        QTest::newRow("small letters") << "pt1h" << qint64(-1);
        QTest::newRow("a line end") << "PT1H\n" << qint64(-1);
    }
    void durations()
    {
        QFETCH(QString, iso);
        QFETCH(qint64, seconds);
        QCOMPARE(domain::durationSeconds(iso).value_or(-1), seconds);
    }
    void whatIsRefused_data()
    {
        using E = domain::Environment;
        QTest::addColumn<int>("environment");
        QTest::addColumn<QString>("callback");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("asksBack");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, E e, const char *callback, const char *url, bool asksBack,
                             const char *field) {
            QTest::newRow(name) << int(e) << callback << url << asksBack << field;
        };
        row("a service elsewhere", E::Production, "", "https://events.acme.example/x", true, "");
        row("http", E::Production, "", "http://events.acme.example/x", false, "url");
        row("no address", E::Sandbox, "", "events", false, "url");
        row("a password in the address", E::Sandbox, "", "https://a:b@events.acme.example/x", false, "url");
        row("this computer, production", E::Production, "", "https://127.0.0.1:8787/idv/callback", false, "url");
        row("this computer, sandbox", E::Sandbox, "", "https://localhost:8787/x", false, "url");
        row("our relay asks nothing back", E::Production, "https://relay.acme.example", "https://relay.acme.example/x",
            false, "");
        row("our relay, request-response, production", E::Production, "https://relay.acme.example",
            "https://RELAY.acme.example:443/x", true, "url");
        row("our relay, request-response, sandbox", E::Sandbox, "https://relay.acme.example",
            "https://relay.acme.example/x", true, "");
        row("the simulator reaches this computer", E::Simulator, "", "http://127.0.0.1:8787/x", true, "");
    }
    void whatIsRefused()
    {
        QFETCH(int, environment);
        QFETCH(QString, callback);
        QFETCH(QString, url);
        QFETCH(bool, asksBack);
        QFETCH(QString, field);
        auto d = draft();
        d.url = url;
        d.isRequestResponse = asksBack;
        const auto faults = domain::validate(d, tenant(domain::Environment(environment), qPrintable(callback)));
        QCOMPARE(faults.isEmpty() ? QString() : faults.first().field, field);
        QVERIFY(faults.isEmpty() || faults.first().text.size() > 20);
    }
    void everyFieldIsChecked()
    {
        const auto t = tenant(domain::Environment::Sandbox);
        const auto field = [&t](const std::function<void(SubscriptionDraft &)> &change) {
            auto d = draft();
            change(d);
            const auto faults = domain::validate(d, t);
            return faults.isEmpty() ? QString() : faults.first().field;
        };
        QCOMPARE(field([](auto &d) { d.name = QStringLiteral("  "); }), QStringLiteral("name"));
        QCOMPARE(field([](auto &d) { d.triggerId.clear(); }), QStringLiteral("trigger"));
        QCOMPARE(field([](auto &d) { d.auth = domain::TriggerAuth::None; }), QStringLiteral("auth"));
        QCOMPARE(field([](auto &d) { d.auth = domain::TriggerAuth::Basic; }), QStringLiteral("user"));
        QCOMPARE(field([](auto &d) { d.filter = QStringLiteral("changes"); }), QStringLiteral("filter"));
        QCOMPARE(field([](auto &d) {
            d.isRequestResponse = true, d.mode = domain::DispatchMode::Async, d.deadline = QStringLiteral("P15D");
        }),
            QStringLiteral("deadline"));
        QCOMPARE(field([](auto &d) { d.deadline = QStringLiteral("soon"); }),
            QString()); // nothing is asked back: it does not matter
    }
    void theBodyHoldsWhatSailPointWants()
    {
        auto d = draft();
        d.filter = QStringLiteral("$.changes[?(@.attribute == \"idvStatus\")]");
        auto o = domain::subscriptionBody(d, QStringLiteral("secret"));
        QCOMPARE(o.value(QLatin1String("httpConfig"))
                     .toObject()
                     .value(QLatin1String("bearerTokenAuthConfig"))
                     .toObject()
                     .value(QLatin1String("bearerToken"))
                     .toString(),
            QStringLiteral("secret"));
        QVERIFY(!o.contains(QLatin1String("responseDeadline")) && o.contains(QLatin1String("filter")));
        d.auth = domain::TriggerAuth::Basic;
        d.userName = QStringLiteral("u");
        d.isRequestResponse = true;
        d.mode = domain::DispatchMode::Dynamic;
        o = domain::subscriptionBody(d, QStringLiteral("secret"));
        const QJsonObject http = o.value(QLatin1String("httpConfig")).toObject();
        QCOMPARE(http.value(QLatin1String("httpDispatchMode")).toString(), QStringLiteral("DYNAMIC"));
        QVERIFY(!http.contains(QLatin1String("bearerTokenAuthConfig")));
        QCOMPARE(o.value(QLatin1String("responseDeadline")).toString(), QStringLiteral("PT1H"));
    }
    void aPatchHoldsWhatDiffersAndNoMore()
    {
        auto d = draft();
        domain::Subscription now = heldOf(d);
        QVERIFY(domain::subscriptionPatch(now, d, {}).isEmpty());
        d.name = QStringLiteral("Other");
        d.filter = QStringLiteral("$");
        QJsonArray patch = domain::subscriptionPatch(now, d, {});
        QCOMPARE(patch.size(), 2);
        QCOMPARE(patch.at(1).toObject().value(QLatin1String("op")).toString(), QStringLiteral("add"));
        QVERIFY(!domain::needsSecret(now, d)); // the token in SailPoint stays
        now = heldOf(d);
        d.filter.clear();
        QCOMPARE(domain::subscriptionPatch(now, d, {}).at(0).toObject().value(QLatin1String("op")).toString(),
            QStringLiteral("remove"));
        d = domain::draftFrom(now, false);
        d.url = QStringLiteral("https://elsewhere.acme.example/x");
        QVERIFY(domain::needsSecret(now, d));
        patch = domain::subscriptionPatch(now, d, QStringLiteral("again"));
        QCOMPARE(patch.size(), 1);
        QCOMPARE(patch.at(0)
                     .toObject()
                     .value(QLatin1String("value"))
                     .toObject()
                     .value(QLatin1String("bearerTokenAuthConfig"))
                     .toObject()
                     .value(QLatin1String("bearerToken"))
                     .toString(),
            QStringLiteral("again"));
        d = domain::draftFrom(now, false);
        QCOMPARE(domain::subscriptionPatch(now, d, QStringLiteral("new one")).size(), 1); // only the secret is another
    }
    void aWayThatIsNotKnownIsNotOverwritten_data()
    {
        QTest::addColumn<QString>("auth");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("field"); // of the refusal; empty: it may be done
        for (const char *change : {"address", "secret", "name"}) {
            const bool isHttp = qstrcmp(change, "name") != 0;
            const auto row = [&](const char *auth, const char *mode, const char *field) {
                QTest::addRow("%s, %s, %s", auth, mode, change)
                    << QString::fromLatin1(auth) << QString::fromLatin1(mode) << QString::fromLatin1(change)
                    << QString::fromLatin1(isHttp ? field : "");
            };
            row("BEARER_TOKEN", "SYNC", "");
            row("", "", "");
            row("MUTUAL_TLS", "SYNC", "auth");
            row("BEARER_TOKEN", "STREAM", "mode");
            row("MUTUAL_TLS", "STREAM", "auth");
        }
    }
    void aWayThatIsNotKnownIsNotOverwritten()
    {
        QFETCH(QString, auth);
        QFETCH(QString, mode);
        QFETCH(QString, change);
        QFETCH(QString, field);
        domain::Subscription now = heldOf(draft());
        now.authWord = auth;
        now.auth = domain::triggerAuthFromWord(auth);
        now.modeWord = mode;
        now.mode = domain::dispatchModeFromKey(mode.toLower());
        SubscriptionDraft wanted = domain::draftFrom(now, false);
        if (change == QLatin1String("address"))
            wanted.url = QStringLiteral("https://elsewhere.acme.example/x");
        if (change == QLatin1String("name"))
            wanted.name = QStringLiteral("Other");
        const auto fits = domain::httpChangeFault(now, wanted, change == QLatin1String("secret") ? change : QString());
        QCOMPARE(fits ? QString() : fits.error().field, field);
        QVERIFY(fits || fits.error().text.contains(field == QLatin1String("auth") ? auth : mode));
    }
    void aDraftOfWhatSaysNothing()
    {
        domain::Subscription held;
        SubscriptionDraft d = domain::draftFrom(held, true);
        QVERIFY(d.isRequestResponse && d.isEnabled);
        QCOMPARE(d.deadline, QStringLiteral("PT1H"));
        QCOMPARE(d.auth, domain::TriggerAuth::None);
        QCOMPARE(d.mode, domain::DispatchMode::Sync);
        held.isEnabled = false;
        held.deadline = QString();
        d = domain::draftFrom(held, false);
        QVERIFY(!d.isRequestResponse && !d.isEnabled && d.deadline.isEmpty());
    }
    void anInvocationIsInOneOfThreeStates()
    {
        domain::Invocation i;
        QCOMPARE(domain::invocationState(i), domain::InvocationState::InProgress);
        i.error = QStringLiteral("HTTP 502");
        QCOMPARE(domain::invocationState(i), domain::InvocationState::InProgress); // not over: it may be tried again
        i.completed = QStringLiteral("x");
        QCOMPARE(domain::invocationState(i), domain::InvocationState::Failed);
        i.error.clear();
        QCOMPARE(domain::invocationState(i), domain::InvocationState::Completed);
    }
};
IDV_TEST(Subscriptions)
#include "tst_subscription.moc"
