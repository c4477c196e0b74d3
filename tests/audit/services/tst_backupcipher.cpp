#include "services/backup/backupcipher.h"
#include "support/registry.h"
#include <QRandomGenerator>
#include <QtTest>

using core::ErrorCode;
using services::BackupCipher;

namespace {

constexpr qsizetype pieceBytes = 1024 * 1024;

core::SecretPtr word(const char *text = "correct horse battery")
{
    return core::makeSecret(text);
}

/// Hands out at most `chunk` bytes at a time.
BackupCipher::Source from(const QByteArray &all, qint64 chunk = 1 << 20)
{
    auto at = std::make_shared<qsizetype>(0);
    return [all, at, chunk](qint64 most) -> core::Result<QByteArray> {
        const QByteArray out = all.mid(*at, std::min(most, chunk));
        *at += out.size();
        return out;
    };
}

BackupCipher::Sink into(QByteArray &out)
{
    return [&out](const QByteArray &bytes) {
        out += bytes;
        return core::ok();
    };
}

QByteArray sealedOf(const QByteArray &plain, qint64 chunk = 1 << 20)
{
    QByteArray out;
    return BackupCipher::seal(word(), from(plain, chunk), into(out)) ? out : QByteArray();
}

core::Result<QByteArray> openedOf(
    const QByteArray &sealed, const core::SecretPtr &with = word(), qint64 chunk = 1 << 20)
{
    QByteArray out;
    const auto r = BackupCipher::open(with, from(sealed, chunk), into(out));
    if (!r)
        return r.error();
    return out;
}

QByteArray bytes(qsizetype n)
{
    QByteArray out(n, '\0');
    QRandomGenerator random(7);
    for (auto &c : out)
        c = char(random.bounded(256));
    return out;
}

} // namespace

class CipherOfABackup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSealedIsOpened_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("nothing") << qsizetype(0);
        QTest::newRow("a byte") << qsizetype(1);
        QTest::newRow("one less than a piece") << pieceBytes - 1;
        QTest::newRow("a piece") << pieceBytes;
        QTest::newRow("one more than a piece") << pieceBytes + 1;
        QTest::newRow("two pieces") << 2 * pieceBytes;
    }
    void whatIsSealedIsOpened()
    {
        QFETCH(qsizetype, size);
        const QByteArray plain = bytes(size), sealed = sealedOf(plain);
        const qsizetype head = sealed.indexOf('\n') + 1;
        const qsizetype pieces = std::max<qsizetype>(1, (size + pieceBytes - 1) / pieceBytes);
        QCOMPARE(sealed.size() - head, size + 16 * pieces);
        QVERIFY(size < 16 || !sealed.contains(plain.left(16)));
        const auto back = openedOf(sealed);
        QVERIFY2(bool(back), back ? "" : qPrintable(back.error().text));
        QVERIFY(*back == plain);
    }
    void howTheBytesComeDoesNotMatter()
    {
        const QByteArray plain = bytes(pieceBytes + 100);
        const auto back = openedOf(sealedOf(plain, 999), word(), 777);
        QVERIFY(back && *back == plain);
    }
    void noTwoAreAlike()
    {
        const QByteArray plain = bytes(100);
        QVERIFY(sealedOf(plain) != sealedOf(plain));
    }
    void anotherPassphraseOpensNothing()
    {
        const auto r = openedOf(sealedOf("a ledger"), word("correct horse batterz"));
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Unauthorized);
    }
    void everyPieceHasItsPlace_data()
    {
        QTest::addColumn<int>("what");
        for (const auto &[name, what] : {std::pair{"one left out", 0}, std::pair{"the last cut off", 1},
                 std::pair{"two changed places", 2}, std::pair{"one twice", 3}, std::pair{"a bit", 4},
                 std::pair{"of another file", 5}, std::pair{"a byte less", 6}, std::pair{"a byte more", 7}})
            QTest::newRow(name) << what;
    }
    void everyPieceHasItsPlace()
    {
        QFETCH(int, what);
        // Sealed once: a passphrase takes its second by design.
        static const QByteArray plain = bytes(2 * pieceBytes + 50), sealed = sealedOf(plain);
        const qsizetype at = sealed.indexOf('\n') + 1, length = pieceBytes + 16;
        const QByteArray head = sealed.left(at), first = sealed.mid(at, length),
                         second = sealed.mid(at + length, length), last = sealed.mid(at + 2 * length);
        QByteArray changed = sealed;
        switch (what) {
        case 0: changed = head + first + last; break;
        case 1: changed = head + first + second; break;
        case 2: changed = head + second + first + last; break;
        case 3: changed = head + first + first + second + last; break;
        case 4: changed[at + 17] = char(changed.at(at + 17) ^ 1); break;
        case 5: changed = head + sealedOf(plain).mid(at); break;
        case 6: changed.chop(1); break;
        default: changed += 'x'; break;
        }
        const auto r = openedOf(changed);
        QVERIFY(!r);
        QVERIFY(r.error().code == ErrorCode::Unauthorized || r.error().field == QLatin1String("file"));
    }
    void whatIsNoBackupIsSaid_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char *name, const char *a, const char *b) {
            QTest::newRow(name) << QByteArray(a) << QByteArray(b);
        };
        row("a later format", "backup/1", "backup/2");
        row("a cheap key", "\"n\":131072", "\"n\":1024");
        row("a key that takes all memory", "\"n\":131072", "\"n\":1073741824");
        row("no power of two", "\"n\":131072", "\"n\":131073");
        row("a member more", "{\"", "{\"a\":1,\"");
        row("a space", "\":", "\": ");
        row("another cipher", "aes-256-gcm", "aes-128-gcm");
    }
    void whatIsNoBackupIsSaid()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        static const QByteArray whole = sealedOf("a ledger");
        QByteArray sealed = whole;
        const qsizetype at = sealed.indexOf(from);
        QVERIFY(at >= 0);
        sealed.replace(at, from.size(), to);
        const auto r = openedOf(sealed);
        QVERIFY(!r);
        QCOMPARE(r.error().field, QStringLiteral("file"));
    }
    void withoutAHeadNothingIsRead()
    {
        for (const QByteArray &file : {QByteArray(), QByteArray("hello\n"), QByteArray(5000, 'x'), QByteArray("{}")}) {
            const auto r = openedOf(file);
            QVERIFY(!r);
            QCOMPARE(r.error().field, QStringLiteral("file"));
        }
    }
    void whatTheSourceOrTheSinkSaysEndsIt()
    {
        const auto full = core::makeError(ErrorCode::Storage, QStringLiteral("full"));
        QByteArray out;
        const auto sink = [&full](const QByteArray &) -> core::Status { return full; };
        QCOMPARE(BackupCipher::seal(word(), from("x"), sink).error().text, full.text);
        const auto source = [&full](qint64) -> core::Result<QByteArray> { return full; };
        QCOMPARE(BackupCipher::seal(word(), source, into(out)).error().text, full.text);
        QCOMPARE(BackupCipher::open(word(), source, into(out)).error().text, full.text);
        QCOMPARE(BackupCipher::open(word(), from(sealedOf("x")), sink).error().text, full.text);
    }
};
IDV_TEST(CipherOfABackup)
#include "tst_backupcipher.moc"
