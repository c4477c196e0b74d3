#include "domain/callbacks/callback.h"
#include "net/receiver/authenticator.h"
#include "support/registry.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using domain::CallbackVerdict;

namespace {

struct Vector
{
    QString from;
    domain::ReceiverSettings settings;
    core::SecretPtr secret;
    core::Instant at = 0;
    httpd::Request request;
};

domain::SignatureScheme schemeOf(const QString &from)
{
    if (from == QLatin1String("stripe")) {
        auto s = *domain::signaturePreset(QStringLiteral("timestamped"));
        s.header = QStringLiteral("Stripe-Signature");
        return s;
    }
    auto s = *domain::signaturePreset(QStringLiteral("standard-webhooks"));
    if (from == QLatin1String("svix")) {
        s.header = QStringLiteral("svix-signature");
        s.timestampHeader = QStringLiteral("svix-timestamp");
        s.idHeader = QStringLiteral("svix-id");
    }
    return s;
}

std::vector<Vector> vectors()
{
    QFile file(QStringLiteral(SOURCE_DIR "/tests/callbacks/adapters/signatures.json"));
    std::vector<Vector> all;
    const auto list = file.open(QIODevice::ReadOnly)
                          ? QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("vectors")).toArray()
                          : QJsonArray();
    for (const auto &item : list) {
        const QJsonObject o = item.toObject();
        Vector v;
        v.from = o.value(QLatin1String("from")).toString();
        v.settings.auth = domain::CallbackAuth::Hmac;
        v.settings.scheme = schemeOf(v.from);
        v.secret = core::makeSecret(o.value(QLatin1String("secret")).toString().toUtf8());
        v.at = o.value(QLatin1String("at")).toInteger() * 1000;
        v.request.method = "POST";
        v.request.body = o.value(QLatin1String("body")).toString().toUtf8();
        const auto headers = o.value(QLatin1String("headers")).toArray();
        for (const auto &h : headers)
            v.request.headers << httpd::Header{
                h.toArray().at(0).toString().toUtf8(), h.toArray().at(1).toString().toUtf8()};
        all.push_back(v);
    }
    return all;
}

} // namespace

// Signatures that other people's libraries made: the very bytes are believed, nothing else is.
class ForeignSignatures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theirsAreBelieved()
    {
        const auto all = vectors();
        QCOMPARE(all.size(), size_t(16));
        for (const auto &v : all) {
            QVERIFY2(!net::secretFault(v.settings.auth, v.secret, v.settings.scheme.format), qPrintable(v.from));
            const net::Authenticator a(v.settings, {v.secret, {}});
            for (const core::Instant off : {0, -299'000, 299'000}) {
                const auto p = a.check(v.request, v.at + off);
                QVERIFY2(!p.refusal, qPrintable(v.from));
                QCOMPARE(p.trust, domain::CallbackTrust::Signature);
                QCOMPARE(p.signedAt, v.at);
            }
            QVERIFY(!a.isDoubled(v.request));
        }
    }
    void nothingElseIs()
    {
        for (const auto &v : vectors()) {
            const net::Authenticator a(v.settings, {v.secret, {}});
            QVERIFY2(a.check(v.request, v.at + 301'000).refusal == CallbackVerdict::TooOld &&
                         a.check(v.request, v.at - 301'000).refusal == CallbackVerdict::TooOld,
                qPrintable(v.from));
            auto changed = v.request;
            changed.body += ' ';
            QVERIFY(a.check(changed, v.at).refusal == CallbackVerdict::BadSignature);
            const net::Authenticator other(
                v.settings, {core::makeSecret("whsec_" + QByteArray(24, 'k').toBase64()), {}});
            QVERIFY(other.check(v.request, v.at).refusal == CallbackVerdict::BadSignature);
            for (qsizetype i = 0; i < v.request.headers.size(); ++i) {
                auto without = v.request;
                without.headers.removeAt(i);
                QVERIFY(a.check(without, v.at).refusal == CallbackVerdict::Unauthorized);
                auto touched = v.request;
                touched.headers[i].second.back() = touched.headers[i].second.back() == '0' ? '1' : '0';
                QVERIFY2(a.check(touched, v.at).refusal, v.request.headers.at(i).first.constData());
                // Twice, in whatever case: which of them somebody before us took is not known.
                for (const QByteArray &name :
                    {v.request.headers.at(i).first, v.request.headers.at(i).first.toUpper()}) {
                    auto twice = v.request;
                    twice.headers << httpd::Header{name, v.request.headers.at(i).second};
                    QVERIFY2(a.isDoubled(twice), name.constData());
                }
            }
        }
    }
};
IDV_TEST(ForeignSignatures)
#include "tst_signatures.moc"
