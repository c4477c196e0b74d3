#include "support/product.h"
#include "support/registry.h"

using domain::SessionState;
using support::await;
using support::Product;
using support::quick;

namespace {

/// The provider says nothing by itself and, asked, that it is still waiting: what is accepted was accepted from a
/// callback.
lab::Options silent(const QString &auth, const char *outcome)
{
    auto o = quick(outcome);
    o.callbackAuth = auth;
    o.callbackFaults << QStringLiteral("none");
    return o;
}
Product::Change receiving(const QString &auth)
{
    return [auth](domain::Tenant &t) {
        t.environment = domain::Environment::Simulator;
        t.receiver.port = 0;
        t.receiver.startsWithTenant = true;
        t.receiver.auth = *domain::callbackAuthFromKey(auth);
    };
}
/// A pass, as the simulator's callback says it for its newest session.
QJsonObject pass()
{
    return {{QStringLiteral("status"), QStringLiteral("VERIFIED")}, {QStringLiteral("ial_level"), 2},
        {QStringLiteral("verified_name"), QStringLiteral("$name")},
        {QStringLiteral("document_type"), QStringLiteral("passport")},
        {QStringLiteral("completed_at"), QStringLiteral("$now")}};
}
QJsonObject with(const QJsonObject &body, const char *key, const QJsonValue &value)
{
    QJsonObject o = body;
    o.insert(QLatin1String(key), value);
    return o;
}
QJsonObject sending(const QJsonObject &body, const QStringList &faults = {}, int clockOffset = 0)
{
    return {{QStringLiteral("body"), body}, {QStringLiteral("faults"), QJsonArray::fromStringList(faults)},
        {QStringLiteral("clockOffsetS"), clockOffset}};
}

} // namespace

// A result that comes in by a callback of each kind while the product runs.
class MutatedCallbacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anHonestCallbackPassesInEverySignIn_data()
    {
        QTest::addColumn<QString>("auth");
        for (const char *auth : {"none", "bearer", "basic", "header", "hmac", "ed25519"})
            QTest::newRow(auth) << QString::fromLatin1(auth);
    }
    void anHonestCallbackPassesInEverySignIn()
    {
        QFETCH(QString, auth);
        auto o = silent(auth, "verified");
        Product p(o, receiving(auth));
        p.askSeldom();
        const auto s = p.start();
        QVERIFY(s);
        QTest::qWait(700); // asked now, the provider agrees
        QCOMPARE(p.session(s->id).state, SessionState::Pending);
        QCOMPARE(p.callback(), 200);
        QCOMPARE(p.ended(s->id).state, SessionState::Verified);
    }
    void aChangedCallbackPassesInNone_data() { anHonestCallbackPassesInEverySignIn_data(); }
    void aChangedCallbackPassesInNone()
    {
        QFETCH(QString, auth);
        const bool isSigned = domain::isSigned(*domain::callbackAuthFromKey(auth));
        struct Case
        {
            const char *how;
            QJsonObject change;
        };
        std::vector<Case> cases{
            {"no level", sending(with(pass(), "ial_level", QJsonValue::Null))},
            {"lower level", sending(with(pass(), "ial_level", 1))},
            {"unknown level", sending(with(pass(), "ial_level", QStringLiteral("high")))},
            {"other name", sending(with(pass(), "verified_name", QStringLiteral("JORDAN UNRELATED")))},
            {"no name", sending(with(pass(), "verified_name", QJsonValue::Null))},
            {"oversized name", sending(with(pass(), "verified_name", QString(300, QLatin1Char('x'))))},
            {"other document", sending(with(pass(), "document_type", QStringLiteral("library_card")))},
            {"retyped document", sending(with(pass(), "document_type", 7))},
            {"older", sending(with(pass(), "completed_at", QStringLiteral("2020-01-01T00:00:00Z")))},
            {"no moment", sending(with(pass(), "completed_at", QJsonValue::Null))},
            {"unreadable moment", sending(with(pass(), "completed_at", QStringLiteral("lately")))},
            {"other session", sending(with(pass(), "session_id", QStringLiteral("k1-other")))},
            {"no session", sending(with(pass(), "session_id", QJsonValue::Null))},
            {"other person", sending(with(pass(), "user_identifier", QStringLiteral("somebody.else@halden.example")))},
            {"failure reason", sending(with(pass(), "failure_reason", QStringLiteral("SPOOF_DETECTED")))},
            {"two words", sending(with(pass(), "verification_status", QStringLiteral("FAILED")))},
            {"false beside it", sending(with(pass(), "verification_status", false))},
            {"unknown word", sending(with(pass(), "status", QStringLiteral("VERIFIED?")))},
            {"without the one-time value", sending(pass(), {QStringLiteral("no-nonce")})},
        };
        if (isSigned) {
            cases.push_back({"signed otherwise", sending(pass(), {QStringLiteral("bad-signature")})});
            cases.push_back({"signed an hour ago", sending(pass(), {}, -3600)});
            cases.push_back({"signed in an hour", sending(pass(), {}, 3600)});
        } else {
            cases.push_back({"a claim that nobody proves", sending(pass())}); // asked, the provider knows nothing of it
        }
        // Signed ones decide alone: there every case counts each time; of the others a sample does.
        support::shuffle(cases);
        if (auth != QLatin1String("hmac") && !support::isThorough())
            cases.resize(5);
        Product p(silent(auth, "never"), receiving(auth));
        p.askSeldom();
        for (const Case &c : cases) {
            const auto s = p.start();
            QVERIFY2(bool(s), s ? "" : qPrintable(s.error().text));
            const int status = p.callback(c.change);
            support::Tally::of().count(QStringLiteral("callback, running, ") + auth, QLatin1String(c.how));
            // What the callback set going would be on its way by then.
            QTest::qWait(20);
            QVERIFY2(status > 0, c.how);
            QVERIFY2(p.session(s->id).state != SessionState::Verified, c.how);
        }
        QCOMPARE(p.writes(QStringLiteral("POST /accounts")), 0);
    }
    void aCallbackOfARemovedTenantIsGone()
    {
        Product p(silent(QStringLiteral("hmac"), "never"), receiving(QStringLiteral("hmac")));
        p.askSeldom();
        const auto s = p.start();
        QVERIFY(s);
        QVERIFY(p.remove());
        QCOMPARE(p.callback(sending(pass())), 410);
        QVERIFY(p.session(s->id).state != SessionState::Verified);
    }
    void anOverheardCallbackChangesNothing()
    {
        Product p(silent(QStringLiteral("hmac"), "verified"), receiving(QStringLiteral("hmac")));
        p.askSeldom();
        const auto s = p.start();
        QVERIFY(s);
        // The simulated person is through by then; nobody asks, so nothing tells.
        QTest::qWait(500);
        QCOMPARE(p.callback(), 200);
        QTRY_COMPARE_WITH_TIMEOUT(p.session(s->id).source, QStringLiteral("both"), 10000); // asked again, and agreed
        const auto before = p.audited().count(QStringLiteral("verification.result/done"));
        QVERIFY(p.callback({{QStringLiteral("repeat"), true}}) > 0);
        // A repeated one leaves nothing behind that could be awaited.
        QTest::qWait(300);
        QCOMPARE(p.audited().count(QStringLiteral("verification.result/done")), before);
    }
};
IDV_TEST(MutatedCallbacks)
#include "tst_callbacks.moc"
