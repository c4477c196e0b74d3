#include "services/backup/backupcipher.h"
#include "domain/text/strictjson.h"
#include <QCoreApplication>
#include <QJsonDocument>
#include <QScopeGuard>
#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace services {

using core::ErrorCode;
using core::Result;

namespace {

constexpr qint64 pieceBytes = 1024 * 1024;
constexpr int tagBytes = 16;
constexpr int prefixBytes = 7;
constexpr qint64 longestHead = 4096;

struct FreeCipher
{
    void operator()(EVP_CIPHER_CTX *c) const { EVP_CIPHER_CTX_free(c); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

QString sayBackup(const char *text)
{
    return QCoreApplication::translate("Backup", text);
}
core::Error broken()
{
    return core::makeError(ErrorCode::Internal, QStringLiteral("OpenSSL refused to encrypt or decrypt."));
}
core::Error noBackup()
{
    return core::fieldError(QStringLiteral("file"),
        sayBackup(QT_TRANSLATE_NOOP("Backup", "This is no backup of IDV Console, or it was cut off.")));
}
core::Error wrong()
{
    return core::makeError(ErrorCode::Unauthorized,
        sayBackup(QT_TRANSLATE_NOOP(
            "Backup", "The passphrase is another one, or the file was changed. Nothing of it was used.")));
}

const unsigned char *bytes(const QByteArray &b)
{
    return reinterpret_cast<const unsigned char *>(b.constData());
}
unsigned char *bytes(QByteArray &b)
{
    return reinterpret_cast<unsigned char *>(b.data());
}

QByteArray randomBytes(int n)
{
    QByteArray out(n, '\0');
    return RAND_bytes(bytes(out), n) == 1 ? out : QByteArray();
}

struct Head
{
    QByteArray salt;
    QByteArray prefix;
    int cost = 1 << 17; ///< scrypt's N: 128 MiB and some tenths of a second
};

QByteArray lineOf(const Head &h)
{
    const QJsonObject o{{QStringLiteral("format"), QStringLiteral("idv-console-backup/1")},
        {QStringLiteral("kdf"), QStringLiteral("scrypt")}, {QStringLiteral("n"), h.cost}, {QStringLiteral("r"), 8},
        {QStringLiteral("p"), 1}, {QStringLiteral("cipher"), QStringLiteral("aes-256-gcm")},
        {QStringLiteral("salt"), QString::fromLatin1(h.salt.toBase64())},
        {QStringLiteral("nonce"), QString::fromLatin1(h.prefix.toBase64())}};
    return QJsonDocument(o).toJson(QJsonDocument::Compact) + '\n';
}

// What a file asks for is bounded: opening it must not take the computer's memory.
Result<Head> headOf(const QByteArray &line)
{
    const auto o = domain::strictDocument(line);
    if (!o)
        return noBackup();
    Head h;
    h.salt = QByteArray::fromBase64(o->value(QLatin1String("salt")).toString().toLatin1());
    h.prefix = QByteArray::fromBase64(o->value(QLatin1String("nonce")).toString().toLatin1());
    h.cost = o->value(QLatin1String("n")).toInt();
    const QString format = o->value(QLatin1String("format")).toString();
    if (format.startsWith(QLatin1String("idv-console-backup/")) && format != QLatin1String("idv-console-backup/1"))
        return core::fieldError(QStringLiteral("file"),
            sayBackup(QT_TRANSLATE_NOOP(
                "Backup", "This backup was written by a newer version of IDV Console. Restore it with that version.")));
    const bool isPower = h.cost >= (1 << 14) && h.cost <= (1 << 20) && (h.cost & (h.cost - 1)) == 0;
    if (h.salt.size() != 16 || h.prefix.size() != prefixBytes || !isPower || line != lineOf(h))
        return noBackup();
    return h;
}

Result<core::SecretPtr> keyOf(const core::SecretPtr &passphrase, const Head &h)
{
    QByteArray key(32, '\0');
    const auto wiped = qScopeGuard([&key] { core::wipe(key); });
    const QByteArrayView word = passphrase->reveal();
    constexpr uint64_t mostMemory = 1536ull * 1024 * 1024;
    if (EVP_PBE_scrypt(word.data(), size_t(word.size()), bytes(h.salt), size_t(h.salt.size()), uint64_t(h.cost), 8, 1,
            mostMemory, bytes(key), size_t(key.size())) != 1)
        return broken();
    return core::makeSecret(key);
}

QByteArray nonceOf(const Head &h, quint32 piece, bool isLast)
{
    QByteArray n = h.prefix;
    for (int shift = 24; shift >= 0; shift -= 8)
        n += char((piece >> shift) & 0xff);
    return n + char(isLast ? 1 : 0);
}

Result<QByteArray> sealed(
    const core::Secret &key, const QByteArray &nonce, const QByteArray &with, const QByteArray &plain)
{
    const Cipher c(EVP_CIPHER_CTX_new());
    QByteArray out(plain.size() + tagBytes, '\0');
    int n = 0, end = 0;
    const auto *k = reinterpret_cast<const unsigned char *>(key.reveal().data());
    if (!c || EVP_EncryptInit_ex(c.get(), EVP_aes_256_gcm(), nullptr, k, bytes(nonce)) != 1 ||
        EVP_EncryptUpdate(c.get(), nullptr, &n, bytes(with), int(with.size())) != 1 ||
        EVP_EncryptUpdate(c.get(), bytes(out), &n, bytes(plain), int(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(c.get(), bytes(out) + n, &end) != 1 ||
        EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, bytes(out) + plain.size()) != 1)
        return broken();
    return out;
}

Result<QByteArray> opened(const core::Secret &key, const QByteArray &nonce, const QByteArray &with, QByteArray piece)
{
    if (piece.size() < tagBytes)
        return noBackup();
    QByteArray tag = piece.right(tagBytes);
    piece.chop(tagBytes);
    const Cipher c(EVP_CIPHER_CTX_new());
    QByteArray out(piece.size(), '\0');
    int n = 0, end = 0;
    const auto *k = reinterpret_cast<const unsigned char *>(key.reveal().data());
    if (!c || EVP_DecryptInit_ex(c.get(), EVP_aes_256_gcm(), nullptr, k, bytes(nonce)) != 1 ||
        EVP_DecryptUpdate(c.get(), nullptr, &n, bytes(with), int(with.size())) != 1 ||
        EVP_DecryptUpdate(c.get(), bytes(out), &n, bytes(piece), int(piece.size())) != 1 ||
        EVP_CIPHER_CTX_ctrl(c.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag.data()) != 1)
        return broken();
    if (EVP_DecryptFinal_ex(c.get(), bytes(out) + n, &end) != 1)
        return wrong();
    return out;
}

/// Pieces of one length, and which is the last: known only once the next one was asked for.
class Pieces
{
public:
    Pieces(const BackupCipher::Source &source, qint64 length) : m_source(source), m_length(length) {}
    Result<QByteArray> next()
    {
        if (m_number == 0) {
            if (auto first = read(); !first)
                return first;
            else
                m_ahead = *first;
        }
        ++m_number;
        QByteArray now = std::move(m_ahead);
        m_ahead.clear();
        if (now.size() == m_length) {
            auto more = read();
            if (!more)
                return more;
            m_ahead = *more;
        }
        return now;
    }
    bool isLast() const { return m_ahead.isEmpty(); }

private:
    Result<QByteArray> read()
    {
        QByteArray out;
        while (out.size() < m_length) {
            const auto some = m_source(m_length - out.size());
            if (!some)
                return some;
            if (some->isEmpty())
                break;
            out += *some;
        }
        return out;
    }
    const BackupCipher::Source &m_source;
    qint64 m_length;
    qint64 m_number = 0;
    QByteArray m_ahead;
};

} // namespace

core::Status BackupCipher::seal(const core::SecretPtr &passphrase, const Source &plain, const Sink &to)
{
    const Head head{randomBytes(16), randomBytes(prefixBytes)};
    if (head.salt.isEmpty() || head.prefix.isEmpty())
        return broken();
    const QByteArray line = lineOf(head);
    const auto key = keyOf(passphrase, head);
    if (!key)
        return key.error();
    if (const auto r = to(line); !r)
        return r;
    Pieces pieces(plain, pieceBytes);
    for (quint32 number = 0;; ++number) {
        const auto piece = pieces.next();
        if (!piece)
            return piece.error();
        const auto closed = sealed(**key, nonceOf(head, number, pieces.isLast()), line, *piece);
        if (!closed)
            return closed.error();
        if (const auto r = to(*closed); !r)
            return r;
        if (pieces.isLast())
            return core::ok();
    }
}

core::Status BackupCipher::open(const core::SecretPtr &passphrase, const Source &from, const Sink &to)
{
    QByteArray line;
    while (!line.endsWith('\n')) {
        const auto c = line.size() < longestHead ? from(1) : Result<QByteArray>(QByteArray());
        if (!c)
            return c.error();
        if (c->isEmpty())
            return noBackup();
        line += *c;
    }
    const auto head = headOf(line);
    if (!head)
        return head.error();
    const auto key = keyOf(passphrase, *head);
    if (!key)
        return key.error();
    Pieces pieces(from, pieceBytes + tagBytes);
    for (quint32 number = 0;; ++number) {
        const auto piece = pieces.next();
        if (!piece)
            return piece.error();
        const auto plain = opened(**key, nonceOf(*head, number, pieces.isLast()), line, *piece);
        if (!plain)
            return plain.error();
        if (const auto r = to(*plain); !r)
            return r;
        if (pieces.isLast())
            return core::ok();
    }
}

} // namespace services
