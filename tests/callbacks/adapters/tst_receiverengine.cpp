#include "callbacks/adapters/receiverstand.h"
#include "net/receiver/engine.h"
#include "support/registry.h"

using domain::CallbackVerdict;
using support::receiverSettings;
using support::ReceiverStand;
using support::soundCallback;

namespace {

/// A receiver whose ledger answers what the test says, when it says so.
struct HeldReceiver
{
    using Done = std::function<void(QList<CallbackVerdict>)>;
    HeldReceiver()
        : receiver(
              [this](const QList<domain::Callback> &batch, Done done) {
                  const std::lock_guard lock(mutex);
                  batches << batch.size();
                  waiting << done;
              },
              std::make_shared<support::FakeClock>(support::receiverStart))
    {
        net::ReceiverOptions o;
        o.tenant = core::TenantId(QStringLiteral("t1"));
        o.settings = receiverSettings();
        o.secret = core::makeSecret(support::receiverSecret);
        const auto p = receiver.start(o);
        QVERIFY2(bool(p), p ? "" : qPrintable(p.error().text));
        port = *p;
    }
    int held()
    {
        const std::lock_guard lock(mutex);
        return int(waiting.size());
    }
    void finish(int which, const QList<CallbackVerdict> &verdicts)
    {
        Done done;
        {
            const std::lock_guard lock(mutex);
            done = waiting.at(which);
        }
        done(verdicts);
    }
    std::unique_ptr<QTcpSocket> sent()
    {
        auto s = std::make_unique<QTcpSocket>();
        s->connectToHost(QHostAddress::LocalHost, port);
        if (!s->waitForConnected(2000))
            return s;
        s->write(ReceiverStand::request());
        s->flush();
        return s;
    }
    static QByteArray answerOf(QTcpSocket &s)
    {
        (void)QTest::qWaitFor([&s] { return s.state() == QAbstractSocket::UnconnectedState; }, 4000);
        return s.readAll();
    }
    std::mutex mutex;
    QList<qsizetype> batches;
    QList<Done> waiting;
    net::Receiver receiver;
    quint16 port = 0;
};

} // namespace

class InsideTheReceiver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyVerdictHasItsStatus()
    {
        static const std::pair<CallbackVerdict, int> all[]{{CallbackVerdict::Stored, 200},
            {CallbackVerdict::EventTaken, 200}, {CallbackVerdict::Duplicate, 200}, {CallbackVerdict::Unmatched, 202},
            {CallbackVerdict::BadPath, 404}, {CallbackVerdict::BadMethod, 405}, {CallbackVerdict::BadType, 415},
            {CallbackVerdict::BadBody, 400}, {CallbackVerdict::Doubled, 400}, {CallbackVerdict::BadSchema, 422},
            {CallbackVerdict::Unauthorized, 401}, {CallbackVerdict::BadSignature, 401}, {CallbackVerdict::TooOld, 401},
            {CallbackVerdict::TooMany, 429}, {CallbackVerdict::Gone, 410}, {CallbackVerdict::Busy, 503},
            {CallbackVerdict::Malformed, 400}, {CallbackVerdict::TooLarge, 413}, {CallbackVerdict::TooSlow, 408},
            {CallbackVerdict::NoTls, 0}, {CallbackVerdict::NoRoom, 0}, {CallbackVerdict::Probe, 204}};
        for (const auto &[verdict, status] : all)
            QVERIFY2(net::statusOf(verdict) == status, qPrintable(domain::callbackVerdictKey(verdict)));
        QCOMPARE(std::size(all), size_t(domain::callbackVerdictCount));
    }
    void nobodyIsAnsweredBeforeTheLedgerHasIt()
    {
        HeldReceiver r;
        const auto s = r.sent();
        QTRY_COMPARE(r.held(), 1);
        QTest::qWait(100);
        QCOMPARE(s->bytesAvailable(), 0);
        r.finish(0, {CallbackVerdict::Stored});
        QVERIFY(HeldReceiver::answerOf(*s).startsWith("HTTP/1.1 200"));
    }
    void whatComesMeanwhileIsStoredTogether()
    {
        HeldReceiver r;
        const auto first = r.sent();
        QTRY_COMPARE(r.held(), 1);
        const auto second = r.sent(), third = r.sent();
        QTest::qWait(150);
        QCOMPARE(r.held(), 1); // one transaction at a time
        r.finish(0, {CallbackVerdict::Stored});
        QTRY_COMPARE(r.held(), 2);
        QCOMPARE(r.batches, QList<qsizetype>({1, 2}));
        r.finish(1, {CallbackVerdict::Duplicate}); // of one the ledger said nothing: it is told to come again
        QList<QByteArray> answers{HeldReceiver::answerOf(*second).left(12), HeldReceiver::answerOf(*third).left(12)};
        std::sort(answers.begin(), answers.end());
        QCOMPARE(answers, QList<QByteArray>({"HTTP/1.1 200", "HTTP/1.1 503"}));
        QVERIFY(HeldReceiver::answerOf(*first).startsWith("HTTP/1.1 200"));
    }
    void whoIsToldToComeAgainIsToldWhen()
    {
        HeldReceiver r;
        const auto s = r.sent();
        QTRY_COMPARE(r.held(), 1);
        r.finish(0, {CallbackVerdict::Busy});
        const QByteArray answer = HeldReceiver::answerOf(*s);
        QVERIFY(answer.startsWith("HTTP/1.1 503"));
        QVERIFY(answer.contains("Retry-After: 1\r\n"));
    }
    void aLedgerThatAnswersAfterTheEndHurtsNobody()
    {
        HeldReceiver::Done late;
        {
            HeldReceiver r;
            const auto s = r.sent();
            QTRY_COMPARE(r.held(), 1);
            const std::lock_guard lock(r.mutex);
            late = r.waiting.first();
        }
        QVERIFY(bool(late));
        late({CallbackVerdict::Stored});
    }
    void whoeverAsksHowItIsGetsNothingMore()
    {
        ReceiverStand s;
        const QByteArray answer = s.raw({"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"});
        QVERIFY(answer.startsWith("HTTP/1.1 200"));
        QVERIFY(answer.endsWith("\r\n\r\n"));
    }
    void aRefusalSaysHowToAskAndNoMore()
    {
        ReceiverStand s;
        QCOMPARE(s.status(ReceiverStand::request(soundCallback, {})), 401);
        QVERIFY(s.answer.contains("WWW-Authenticate: Bearer\r\n"));
        const QByteArray get = "GET /idv/callback HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        QCOMPARE(s.status(get), 405);
        QVERIFY(s.answer.contains("Allow: POST\r\n"));
        QCOMPARE(s.entries("new").size(), 0);
    }
};
IDV_TEST(InsideTheReceiver)
#include "tst_receiverengine.moc"
