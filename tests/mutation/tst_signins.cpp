#include "net/receiver/authenticator.h"
#include "net/receiver/signer.h"
#include "support/mutate.h"
#include "support/registry.h"
#include <QtTest>
#include <memory>
#include <openssl/evp.h>

using domain::CallbackAuth;
using support::Outcome;

namespace {

constexpr core::Instant now = 1'800'000'000'000;
const QByteArray body =
    R"({"session_id":"ps-1234","verification_status":"VERIFIED","ial_level":2,"verified_name":"Anna Berg"})";
const QByteArray messageId = "msg_1";

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

QByteArray signedBy(EVP_PKEY *key, const QByteArray &text)
{
    QByteArray signature(64, '\0');
    size_t n = 64;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> c(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const bool isGood = EVP_DigestSignInit(c.get(), nullptr, nullptr, nullptr, key) == 1 &&
                        EVP_DigestSign(c.get(), reinterpret_cast<unsigned char *>(signature.data()), &n,
                            reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size())) == 1;
    return isGood ? signature : QByteArray();
}

/// One way of signing in: what the receiver has, and an honest request.
struct SignIn
{
    QString name;
    domain::ReceiverSettings settings;
    core::SecretPtr secret;
    Key key{nullptr, EVP_PKEY_free}; ///< Ed25519's

    bool isSigned() const { return domain::isSigned(settings.auth); }
    httpd::Request request(const QByteArray &text = body, core::Instant at = now) const
    {
        httpd::Request r;
        r.method = "POST";
        r.path = "/idv/callback";
        r.headers = {
            {"Host", "x"}, {"Content-Type", "application/json"}, {"Content-Length", QByteArray::number(text.size())}};
        r.body = text;
        if (key) {
            const QByteArray ts = QByteArray::number(at / 1000);
            r.headers << httpd::Header{"webhook-id", messageId} << httpd::Header{"webhook-timestamp", ts}
                      << httpd::Header{"webhook-signature",
                             "v1a," + signedBy(key.get(), messageId + '.' + ts + '.' + text).toBase64()};
        } else if (const auto proof = net::proofOf(settings, secret, messageId, text, at)) {
            r.headers << *proof;
        }
        return r;
    }
    Outcome outcomeOf(const httpd::Request &r, core::Instant at = now) const
    {
        const net::Authenticator a(settings, {secret, {}});
        if (a.isDoubled(r))
            return {false, domain::callbackVerdictText(domain::CallbackVerdict::Doubled)};
        const auto proof = a.check(r, at);
        if (proof.refusal)
            return {false, domain::callbackVerdictText(*proof.refusal)};
        return {proof.trust != domain::CallbackTrust::None, QStringLiteral("nothing was proved")};
    }
};

std::vector<SignIn> all()
{
    std::vector<SignIn> out;
    const auto add = [&out](const char *name, CallbackAuth auth, const char *preset = "standard-webhooks") -> SignIn & {
        SignIn s;
        s.name = QLatin1String(name);
        s.settings.auth = auth;
        s.settings.presetName = QLatin1String(preset);
        s.settings.scheme = *domain::signaturePreset(s.settings.presetName);
        s.secret = core::makeSecret(QByteArrayLiteral("0123456789abcdef0123456789abcdef"));
        out.push_back(std::move(s));
        return out.back();
    };
    add("bearer", CallbackAuth::Bearer);
    add("basic", CallbackAuth::Basic).secret = core::makeSecret(QByteArrayLiteral("idv:0123456789abcdef"));
    add("header", CallbackAuth::Header);
    add("hmac", CallbackAuth::Hmac);
    add("hmac, timestamped", CallbackAuth::Hmac, "timestamped");
    add("hmac, plain", CallbackAuth::Hmac, "plain");
    SignIn &ed = add("ed25519", CallbackAuth::Ed25519);
    ed.key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    QByteArray open(32, '\0');
    size_t n = 32;
    EVP_PKEY_get_raw_public_key(ed.key.get(), reinterpret_cast<unsigned char *>(open.data()), &n);
    ed.secret = core::makeSecret(open.toBase64());
    return out;
}

QByteArray flipped(QByteArray text, qsizetype at, char to, char orTo)
{
    text[at] = text.at(at) == to ? orTo : to;
    return text;
}

} // namespace

class MutatedSignIns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsChangedOnTheWayProvesNothing()
    {
        QStringList faults;
        for (const SignIn &s : all()) {
            const auto honest = s.request();
            QVERIFY2(s.outcomeOf(honest).isAccepted, qPrintable(s.name));
            const QString path = QStringLiteral("callback, ") + s.name;
            for (qsizetype i = 3; i < honest.headers.size(); ++i) {
                const httpd::Header header = honest.headers.at(i);
                const QString name = QString::fromLatin1(header.first);
                const auto with = [&](const QString &how, const QList<httpd::Header> &instead) {
                    auto r = honest;
                    r.headers.removeAt(i);
                    r.headers << instead;
                    support::tryOne(faults, path, how + QLatin1Char(' ') + name, s.outcomeOf(r));
                };
                const QByteArray v = header.second;
                with(QStringLiteral("drop"), {});
                with(QStringLiteral("blank"), {{header.first, QByteArray()}});
                with(QStringLiteral("twice"), {header, header});
                with(QStringLiteral("twice-other"), {{header.first, "x"}, header});
                with(QStringLiteral("twice-other"), {header, {header.first.toUpper(), "x"}});
                with(QStringLiteral("truncate"), {{header.first, v.left(v.size() - 3)}});
                with(QStringLiteral("truncate"), {{header.first, v.mid(1)}});
                with(QStringLiteral("oversize"), {{header.first, v + QByteArray(2000, '0')}});
                with(QStringLiteral("unknown"), {{header.first, "unheard-of"}});
                const qsizetype last = v.size() - 3; // spare bits stand at the end of base64
                for (qsizetype k = 0; k < last; ++k)
                    with(QStringLiteral("flip at %1 of").arg(k), {{header.first, flipped(v, k, '0', '1')}});
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 20).join(QLatin1Char('\n'))));
    }
    void whatIsSignedIsTheBodyAndTheTime()
    {
        QStringList faults;
        for (const SignIn &s : all()) {
            if (!s.isSigned())
                continue;
            const QString path = QStringLiteral("callback, ") + s.name;
            for (qsizetype k = 0; k < body.size(); ++k) {
                auto r = s.request();
                r.body = flipped(r.body, k, '1', '2');
                support::tryOne(faults, path, QStringLiteral("body at %1").arg(k), s.outcomeOf(r));
            }
            auto longer = s.request();
            longer.body += ' ';
            support::tryOne(faults, path, QStringLiteral("longer body"), s.outcomeOf(longer));
            auto empty = s.request();
            empty.body.clear();
            support::tryOne(faults, path, QStringLiteral("empty body"), s.outcomeOf(empty));
            if (!s.settings.scheme.signedText.contains(QLatin1String("{ts}")))
                continue;
            const core::Instant tolerance = s.settings.toleranceSeconds * core::secondMs;
            QVERIFY(s.outcomeOf(s.request(body, now - tolerance)).isAccepted);
            QVERIFY(s.outcomeOf(s.request(body, now + tolerance)).isAccepted);
            for (const core::Instant off : {tolerance + core::secondMs, core::hourMs, core::dayMs, 365 * core::dayMs}) {
                support::tryOne(
                    faults, path, QStringLiteral("older by %1").arg(off), s.outcomeOf(s.request(body, now - off)));
                support::tryOne(
                    faults, path, QStringLiteral("younger by %1").arg(off), s.outcomeOf(s.request(body, now + off)));
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.mid(0, 20).join(QLatin1Char('\n'))));
    }
    // Whoever may sign in one way has proved nothing in another one, and nobody without a secret has.
    void oneWayIsNotAnother()
    {
        QStringList faults;
        const auto ways = all();
        for (const SignIn &s : ways) {
            for (const SignIn &other : ways) {
                if (&s == &other)
                    continue;
                SignIn receiver;
                receiver.settings = s.settings;
                receiver.secret = s.secret;
                support::tryOne(faults, QStringLiteral("callback, ") + s.name, QStringLiteral("by %1").arg(other.name),
                    receiver.outcomeOf(other.request()));
            }
            SignIn bare;
            bare.settings = s.settings;
            support::tryOne(faults, QStringLiteral("callback, ") + s.name, QStringLiteral("no-secret here"),
                bare.outcomeOf(s.request()));
            bare.secret = core::makeSecret(QByteArrayLiteral("fedcba9876543210fedcba9876543210"));
            support::tryOne(faults, QStringLiteral("callback, ") + s.name, QStringLiteral("another-secret here"),
                bare.outcomeOf(s.request()));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};
IDV_TEST(MutatedSignIns)
#include "tst_signins.moc"
