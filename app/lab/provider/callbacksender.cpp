#include "lab/provider/callbacksender.h"
#include "lab/answers.h"
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QNetworkReply>
#include <QTimer>
#include <QUrlQuery>
#include <openssl/evp.h>

namespace lab {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

QByteArray ed25519(const QByteArray &seed, const QByteArray &text)
{
    const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr,
                      reinterpret_cast<const unsigned char *>(seed.constData()), size_t(seed.size())),
        EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    QByteArray signature(64, '\0');
    size_t n = 64;
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get());
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &n,
        reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()));
    return signature;
}

QByteArray publicOf(const QByteArray &seed)
{
    const Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr,
                      reinterpret_cast<const unsigned char *>(seed.constData()), size_t(seed.size())),
        EVP_PKEY_free);
    QByteArray raw(32, '\0');
    size_t n = 32;
    EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(raw.data()), &n);
    return raw;
}

} // namespace

CallbackSecret makeCallbackSecret(const QString &mode)
{
    const QByteArray seed = QByteArray::fromHex(randomHex(64));
    if (mode == QLatin1String("none"))
        return {};
    if (mode == QLatin1String("ed25519"))
        return {QString::fromLatin1(seed.toBase64()),
            QStringLiteral("whpk_") + QString::fromLatin1(publicOf(seed).toBase64())};
    QString s = QString::fromLatin1(seed.toBase64());
    if (mode == QLatin1String("hmac"))
        s.prepend(QLatin1String("whsec_"));
    else if (mode == QLatin1String("basic"))
        s.prepend(QLatin1String("idv:"));
    return {s, s};
}

CallbackSender::CallbackSender(const Options &options, const QString &secret, std::shared_ptr<core::Clock> clock)
    : m_options(options), m_secret(secret.toUtf8()), m_clock(std::move(clock))
{
}

void CallbackSender::sign(QNetworkRequest &r, const QByteArray &body, const QByteArray &id, const Change &change) const
{
    const QString &mode = m_options.callbackAuth;
    const QByteArray ts =
        QByteArray::number(m_clock->now() / 1000 + (m_options.callbackClockOffset + change.clockOffset).count());
    const QByteArray text = change.faults.contains(QLatin1String("bad-signature")) ? body + ' ' : body;
    const auto hmac = [](const QByteArray &key, const QByteArray &message) {
        return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
    };
    if (mode == QLatin1String("bearer"))
        r.setRawHeader("Authorization", "Bearer " + m_secret);
    else if (mode == QLatin1String("basic"))
        r.setRawHeader("Authorization", "Basic " + m_secret.toBase64());
    else if (mode == QLatin1String("header"))
        r.setRawHeader("X-Api-Key", m_secret);
    else if (mode == QLatin1String("plain"))
        r.setRawHeader("X-Signature", hmac(m_secret, text).toHex());
    else if (mode == QLatin1String("timestamped"))
        r.setRawHeader("X-Signature", "t=" + ts + ",v1=" + hmac(m_secret, ts + '.' + text).toHex());
    else if (mode == QLatin1String("hmac") || mode == QLatin1String("ed25519")) {
        const QByteArray message = id + '.' + ts + '.' + text;
        r.setRawHeader("webhook-id", id);
        r.setRawHeader("webhook-timestamp", ts);
        r.setRawHeader("webhook-signature",
            mode == QLatin1String("hmac") ? "v1," + hmac(QByteArray::fromBase64(m_secret.mid(6)), message).toBase64()
                                          : "v1a," + ed25519(QByteArray::fromBase64(m_secret), message).toBase64());
    }
}

QNetworkRequest CallbackSender::requestFor(
    const QString &url, const QByteArray &body, const QByteArray &id, const Change &change) const
{
    QUrl address(url);
    if (change.faults.contains(QLatin1String("no-nonce"))) {
        QUrlQuery query(address);
        query.removeQueryItem(QStringLiteral("n"));
        address.setQuery(query);
    }
    QNetworkRequest r{address};
    r.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    r.setTransferTimeout(5000);
    r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    sign(r, body, id, change);
    return r;
}

void CallbackSender::sendOnce(const QString &url, const QJsonObject &body, const Change &change, Done done)
{
    QJsonObject o = body;
    for (auto it = change.body.begin(); it != change.body.end(); ++it)
        o.insert(it.key(), it.value());
    m_lastBody = QJsonDocument(o).toJson(QJsonDocument::Compact);
    m_last = requestFor(url, m_lastBody, "msg_" + randomHex(24), change);
    carry(std::move(done));
}

void CallbackSender::repeat(Done done)
{
    if (m_last.url().isEmpty())
        return done(0);
    carry(std::move(done));
}

void CallbackSender::carry(Done done)
{
    QNetworkReply *reply = m_net.post(m_last, m_lastBody);
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        ++(status >= 200 && status < 300 ? m_delivered : m_refused);
        done(status);
    });
}

void CallbackSender::send(const QString &url, const QJsonObject &body)
{
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const QByteArray id = "msg_" + randomHex(24);
    post(url, bytes, id, 1);
    if (m_options.callbackFaults.contains(QLatin1String("duplicate")))
        post(url, bytes, id, 1);
}

void CallbackSender::post(const QString &url, const QByteArray &body, const QByteArray &id, int attempt)
{
    const QNetworkRequest r = requestFor(url, body, id, {m_options.callbackFaults, {}, {}});
    QNetworkReply *reply = m_net.post(r, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, url, body, id, attempt] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 200 && status < 300) {
            ++m_delivered;
            return;
        }
        ++m_refused;
        if (attempt < 4)
            QTimer::singleShot(1000 * attempt, this, [=, this] { post(url, body, id, attempt + 1); });
    });
}

} // namespace lab
