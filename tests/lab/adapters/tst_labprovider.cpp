#include "lab/adapters/labcall.h"
#include "lab/provider/blockid.h"
#include "lab/provider/idvprovider.h"
#include "support/registry.h"

using namespace support;

namespace {

QJsonObject person(const char *user = "ana@hv.example")
{
    return {{QStringLiteral("user_identifier"), QLatin1String(user)},
        {QStringLiteral("first_name"), QStringLiteral("Ana")}, {QStringLiteral("last_name"), QStringLiteral("Ruiz")},
        {QStringLiteral("document_types"), QJsonArray{QStringLiteral("passport")}},
        {QStringLiteral("required_ial"), 2}};
}

struct ProviderParts : LabParts
{
    explicit ProviderParts(const std::function<void(lab::Options &)> &change = {}) : LabParts(change)
    {
        provider.setBaseUrl(QStringLiteral("http://127.0.0.1:9"));
    }
    lab::IdvProvider provider{options, ends, clock, QStringLiteral("whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=")};
    httpd::Response ask(
        const char *method, const QString &path, const QJsonValue &body = {}, const char *key = "api-key")
    {
        auto r = asked(method, body, {{"Authorization", QByteArray("Bearer ") + key}});
        r.path = path.toLatin1();
        return provider.handle(r);
    }
    QString root() const { return QStringLiteral("/api/v1/community/community/idv/session"); }
    QJsonObject begun() { return objectOf(ask("POST", root(), person())); }
    QString idOfNew() { return textOf(begun(), "session_id"); }
    QJsonObject status(const QString &id) { return objectOf(ask("GET", root() + QLatin1Char('/') + id)); }
    void journey() { clock->advance(options.journey.count()); }
    qint64 count(const char *what) const { return provider.counters().value(QLatin1String(what)).toInteger(); }
};

} // namespace

class SimulatedProvider : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsAnsweredWithoutTheKey()
    {
        ProviderParts p;
        QCOMPARE(p.ask("POST", p.root(), person(), "wrong").status, 401);
        QCOMPARE(p.ask("POST", QStringLiteral("/api/v1/community/other/idv/session"), person()).status, 404);
        QCOMPARE(p.count("create"), 0);
    }
    void aSessionNeedsAPersonADocumentAndALevel()
    {
        ProviderParts p;
        for (const char *key : {"user_identifier", "first_name", "last_name", "document_types", "required_ial"}) {
            auto without = person();
            without.remove(QLatin1String(key));
            QVERIFY2(p.ask("POST", p.root(), without).status == 400, key);
        }
        const auto made = p.ask("POST", p.root(), person());
        QCOMPARE(made.status, 201);
        QVERIFY(textOf(objectOf(made), "invitation_url").startsWith(QLatin1String("http://127.0.0.1:9/v/")));
        QCOMPARE(p.count("create:ana@hv.example"), 5); // each that named them, as many as were asked for
    }
    void eachOutcomeHasItsWord_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("level");
        QTest::newRow("verified") << QStringLiteral("verified") << QStringLiteral("VERIFIED") << 2;
        QTest::newRow("too low") << QStringLiteral("level-too-low") << QStringLiteral("VERIFIED") << 1;
        QTest::newRow("name") << QStringLiteral("name-differs") << QStringLiteral("VERIFIED") << 2;
        QTest::newRow("failed") << QStringLiteral("failed") << QStringLiteral("FAILED") << 0;
        QTest::newRow("declined") << QStringLiteral("declined") << QStringLiteral("DECLINED") << 0;
        QTest::newRow("unknown word") << QStringLiteral("unknown-word") << QStringLiteral("SENT_TO_REVIEW") << 0;
        QTest::newRow("two words") << QStringLiteral("two-words") << QStringLiteral("FAILED") << 0;
        QTest::newRow("never") << QStringLiteral("never") << QString() << 0;
    }
    void eachOutcomeHasItsWord()
    {
        QFETCH(QString, outcome);
        QFETCH(QString, word);
        QFETCH(int, level);
        ProviderParts p([&outcome](lab::Options &o) { o.outcome = outcome; });
        const QString id = p.idOfNew();
        QCOMPARE(textOf(p.status(id), "status"), QStringLiteral("PENDING"));
        p.journey();
        const auto told = p.status(id);
        QCOMPARE(textOf(told, "verification_status"), word);
        QCOMPARE(told.value(QLatin1String("ial_level")).toInt(), level);
        QCOMPARE(textOf(told, "verified_name") == QLatin1String("ANA RUIZ"),
            outcome == QLatin1String("verified") || outcome == QLatin1String("level-too-low"));
        QCOMPARE(textOf(told, "user_identifier"), QStringLiteral("ana@hv.example"));
    }
    void anotherUserIsNamed()
    {
        ProviderParts p([](lab::Options &o) { o.outcome = QStringLiteral("other-user"); });
        const QString id = p.idOfNew();
        p.journey();
        QVERIFY(textOf(p.status(id), "user_identifier") != QLatin1String("ana@hv.example"));
    }
    void aLinkThatNobodyFollowsExpires()
    {
        ProviderParts p([](lab::Options &o) { o.outcome = QStringLiteral("never"); });
        const QString id = p.idOfNew();
        p.clock->advance(p.options.linkLifetime.count());
        QCOMPARE(textOf(p.status(id), "verification_status"), QStringLiteral("EXPIRED"));
    }
    void oneIsCancelledAndSentAgain()
    {
        ProviderParts p;
        const QString id = p.idOfNew();
        QCOMPARE(p.ask("POST", p.root() + QLatin1Char('/') + id + QStringLiteral("/resend")).status, 202);
        QCOMPARE(p.ask("POST", p.root() + QLatin1Char('/') + id + QStringLiteral("/cancel")).status, 200);
        QCOMPARE(textOf(p.status(id), "verification_status"), QStringLiteral("CANCELLED"));
        QCOMPARE(p.count("resend"), 1);
        QCOMPARE(p.count("cancel"), 1);
        QCOMPARE(p.ask("DELETE", p.root() + QLatin1Char('/') + id).status, 405);
        QCOMPARE(p.ask("GET", p.root() + QStringLiteral("/none")).status, 404);
    }
    void eachFaultHappensOnce()
    {
        ProviderParts p([](lab::Options &o) {
            o.idvFaults = {QStringLiteral("create-refused"), QStringLiteral("create-429"), QStringLiteral("create-500"),
                QStringLiteral("create-no-answer"), QStringLiteral("status-500")};
        });
        QCOMPARE(p.ask("POST", p.root(), person()).status, 422);
        QCOMPARE(p.ask("POST", p.root(), person()).status, 429);
        QCOMPARE(p.ask("POST", p.root(), person()).status, 500);
        QCOMPARE(p.ask("POST", p.root(), person()).damage, httpd::Damage::Reset);
        const auto whole = p.ask("POST", p.root(), person());
        QCOMPARE(whole.status, 201);
        QCOMPARE(whole.damage, httpd::Damage::None);
        const QString address = p.root() + QLatin1Char('/') + textOf(objectOf(whole), "session_id");
        QCOMPARE(p.ask("GET", address).status, 500);
        QCOMPARE(p.ask("GET", address).status, 200);
    }
    void whoeverHoldsTheLinkChoosesTheOutcome()
    {
        ProviderParts p([](lab::Options &o) { o.outcome = QStringLiteral("never"); });
        const auto made = p.begun();
        const QString link = textOf(made, "invitation_url").section(QStringLiteral(":9"), 1);
        QVERIFY(p.ask("GET", link).body.contains("Simulated verification"));
        QCOMPARE(p.ask("GET", QStringLiteral("/v/made-up")).status, 404);
        QVERIFY(p.ask("POST", link + QStringLiteral("/verified")).body.contains("Done"));
        QCOMPARE(textOf(p.status(textOf(made, "session_id")), "verification_status"), QStringLiteral("VERIFIED"));
    }
    void withoutACallbackAddressNothingIsSent()
    {
        ProviderParts p;
        int told = -1;
        p.provider.sendCallback({}, [&told](int status) { told = status; });
        QCOMPARE(told, 0);
        (void)p.begun();
        told = -1;
        p.provider.sendCallback({}, [&told](int status) { told = status; });
        QCOMPARE(told, 0);
        QCOMPARE(p.count("callbacksDelivered"), 0);
    }
    void theOtherServiceTellsItsKeyAndAnswersNoStranger()
    {
        LabParts parts;
        lab::BlockId service(parts.options, parts.ends, parts.clock);
        service.setBaseUrl(QStringLiteral("http://127.0.0.1:9"));
        const auto ask = [&service](const char *method, const char *path, const QJsonObject &body = {}) {
            auto r = asked(method, body);
            r.path = path;
            return service.handle(r);
        };
        const auto fetched = ask("POST", "/api/r1/system/community_info/fetch",
            {{QStringLiteral("communityName"), QStringLiteral("community")}});
        QCOMPARE(fetched->status, 200);
        const auto community = objectOf(*fetched).value(QLatin1String("community"));
        QCOMPARE(QByteArray::fromBase64(textOf(community, "publicKey").toLatin1()).size(), 64);
        QCOMPARE(objectOf(*ask("GET", "/docuverify/publickeys")).value(QLatin1String("publicKey")),
            community.toObject().value(QLatin1String("publicKey")));
        QCOMPARE(ask("POST", "/api/r1/system/community_info/fetch",
                     {{QStringLiteral("communityName"), QStringLiteral("another")}})
                     ->status,
            404);
        QVERIFY(textOf(objectOf(*ask("GET", "/caas/sd")), "docuverify").endsWith(QLatin1String("/docuverify")));
        QCOMPARE(ask("POST", "/docuverify/document_share_session/create")->status, 401);
        QCOMPARE(ask("GET", "/api/r1/community/community/userid/ana/ial")->status, 401);
        QVERIFY(!ask("GET", "/somewhere/else"));
    }
    void noTwoServicesHaveTheSameKey()
    {
        LabParts parts;
        QStringList keys;
        for (int i = 0; i < 2; ++i) {
            lab::BlockId service(parts.options, parts.ends, parts.clock);
            auto r = asked("GET");
            r.path = "/docuverify/publickeys";
            keys << textOf(objectOf(*service.handle(r)), "publicKey");
        }
        QVERIFY(keys.at(0) != keys.at(1));
    }
};
IDV_TEST(SimulatedProvider)
#include "tst_labprovider.moc"
