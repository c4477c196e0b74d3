#include "domain/callbacks/probe.h"
#include "support/registry.h"

class Probes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyItsOwnFormIsOne_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isProbe");
        const auto row = [](const QByteArray &body, bool is) { QTest::newRow(body.constData()) << body << is; };
        const QByteArray nonce(32, 'a');
        row(domain::probeBody(nonce), true);
        row(domain::probeBody("0123456789abcdef0123456789abcdef"), true);
        row(domain::probeBody(nonce.toUpper()), false);
        row(domain::probeBody(nonce.left(31)), false);
        row(domain::probeBody(nonce + "a"), false);
        row(domain::probeBody(nonce.left(31) + '"'), false);
        row(domain::probeBody(nonce) + ' ', false);
        row("{\"idv_console_probe\":\"" + nonce + "\",\"session_id\":\"x\"}", false);
        row("{}", false);
        row("", false);
    }
    void onlyItsOwnFormIsOne()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isProbe);
        const auto nonce = domain::probeIn(body);
        QCOMPARE(bool(nonce), isProbe);
        QVERIFY(!nonce || domain::probeBody(*nonce) == body);
    }
    void whatIsKeptHoldsNoNonce()
    {
        const QByteArray nonce(32, 'b');
        const domain::ProbeRecord record{domain::probeDigest(nonce), 1'800'000'000'000, true};
        const auto json = domain::toJson(record);
        QVERIFY(!QString::fromLatin1(json.value(QLatin1String("digest")).toString().toLatin1())
                     .contains(QString::fromLatin1(nonce)));
        const auto read = domain::probeRecordFromJson(json);
        QVERIFY(read);
        QCOMPARE(read->digest, record.digest);
        QCOMPARE(read->arrivedAt, record.arrivedAt);
        QVERIFY(read->isProven);
        QVERIFY(!domain::probeRecordFromJson({}));
        QVERIFY(!domain::probeRecordFromJson({{QStringLiteral("digest"), 7}}));
    }
};
IDV_TEST(Probes)
#include "tst_probe.moc"
