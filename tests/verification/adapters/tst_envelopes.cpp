#include "net/provider/ecdhenvelope.h"
#include "support/registry.h"
#include <QProcess>
#include <QtTest>

using core::ErrorCode;

namespace {

/// The independent implementation, one answer a line.
struct Peer
{
    Peer()
    {
        process.start(QStringLiteral("/usr/bin/python3"),
            {QStringLiteral(SOURCE_DIR "/tests/verification/adapters/envelope_peer.py")});
        QVERIFY2(process.waitForStarted(10000), "python3 and python3-cryptography are needed");
    }
    ~Peer()
    {
        process.closeWriteChannel();
        process.waitForFinished(5000);
    }
    QByteArray ask(const QByteArray &line)
    {
        process.write(line + '\n');
        QByteArray answer;
        (void)QTest::qWaitFor([&] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, 20000);
        return process.readLine().trimmed();
    }
    QProcess process;
};

} // namespace

class SealedEnvelopes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEnvelopeAgreesWithAnIndependentOne()
    {
        Peer peer;
        const auto e = *net::Envelope::create();
        QCOMPARE(QByteArray::fromBase64(e->publicKey()).size(), 64);
        const QByteArray theirs = peer.ask("key");
        for (const QByteArray &text :
            {QByteArray("{}"), QByteArray(), QByteArray(10'000, 'x'), QByteArray("\xc3\xa4\x00\xff", 4)}) {
            const auto sealed = e->seal(text, theirs);
            QVERIFY(sealed);
            QCOMPARE(QByteArray::fromBase64(peer.ask("open " + e->publicKey() + ' ' + *sealed)), text);
            if (text.isEmpty())
                continue;
            const auto opened = e->open(peer.ask("seal " + e->publicKey() + ' ' + text.toBase64()), theirs);
            QVERIFY(opened);
            QCOMPARE(*opened, text);
        }
    }
    // A shared X that begins with a zero byte, where careless padding breaks.
    void leadingZerosOfTheSharedKeyAreKept()
    {
        Peer peer;
        const auto e = *net::Envelope::create();
        const QByteArray theirs = peer.ask("zero " + e->publicKey());
        const auto key = e->sharedKey(theirs);
        QVERIFY(key);
        QCOMPARE((*key)->reveal().size(), 32);
        QCOMPARE((*key)->reveal().at(0), '\0');
        QCOMPARE(QByteArray::fromBase64(peer.ask("open " + e->publicKey() + ' ' + *e->seal("zero", theirs))),
            QByteArray("zero"));
    }
    void damagedEnvelopesAreProtocolErrors()
    {
        const auto a = *net::Envelope::create();
        const auto b = *net::Envelope::create();
        const QByteArray sealed = *a->seal("hello", b->publicKey());
        QCOMPARE(*b->open(sealed, a->publicKey()), QByteArray("hello"));
        QByteArray changed = QByteArray::fromBase64(sealed);
        changed[20] = char(changed[20] ^ 1);
        for (const QByteArray &bad :
            {changed.toBase64(), QByteArray(), QByteArray("!!"), sealed.left(20), QByteArray("AAAA")})
            QCOMPARE(b->open(bad, a->publicKey()).error().code, ErrorCode::Protocol);
        QCOMPARE(a->open(sealed, a->publicKey()).error().code, ErrorCode::Protocol);
        for (const QByteArray &bad :
            {QByteArray(), QByteArray("AAAA"), QByteArray(64, '\1').toBase64(), QByteArray(65, '\4').toBase64()})
            QCOMPARE(a->seal("x", bad).error().code, ErrorCode::Protocol);
        QCOMPARE(net::Envelope::create("no-such-curve").error().code, ErrorCode::Internal);
    }
};
IDV_TEST(SealedEnvelopes)
#include "tst_envelopes.moc"
