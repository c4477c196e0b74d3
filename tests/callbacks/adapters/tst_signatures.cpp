#include "domain/callbacks/callback.h"
#include "net/receiver/authenticator.h"
#include "net/receiver/signedtext.h"
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
    bool isTimed() const { return settings.scheme.signedText.contains(QLatin1String("{ts}")); }
};

domain::SignatureScheme schemeOf(const QString &preset)
{
    if (const auto known = domain::signaturePreset(preset))
        return *known;
    domain::SignatureScheme s; // Slack's, said part by part
    s.format = domain::SignatureScheme::Format::Plain;
    s.header = QStringLiteral("X-Slack-Signature");
    s.timestampHeader = QStringLiteral("X-Slack-Request-Timestamp");
    s.idHeader.clear();
    s.prefix = QStringLiteral("v0=");
    s.isHex = true;
    s.signedText = QStringLiteral("v0:{ts}:{body}");
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
        v.settings.scheme = schemeOf(o.value(QLatin1String("preset")).toString());
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
        QCOMPARE(all.size(), size_t(18));
        for (const auto &v : all) {
            QVERIFY2(!net::secretFault(v.settings.auth, v.secret, v.settings.scheme.format), qPrintable(v.from));
            const net::Authenticator a(v.settings, {v.secret, {}});
            for (const core::Instant off : {0, -299'000, 299'000}) {
                const auto p = a.check(v.request, v.at + off);
                QVERIFY2(!p.refusal, qPrintable(v.from));
                QCOMPARE(p.trust, domain::CallbackTrust::Signature);
                QCOMPARE(p.signedAt.value_or(v.at), v.at);
                QCOMPARE(bool(p.signedAt), v.isTimed());
            }
            QVERIFY(!a.isDoubled(v.request));
        }
    }
    void nothingElseIs()
    {
        for (const auto &v : vectors()) {
            const net::Authenticator a(v.settings, {v.secret, {}});
            QVERIFY2(!v.isTimed() || (a.check(v.request, v.at + 301'000).refusal == CallbackVerdict::TooOld &&
                                         a.check(v.request, v.at - 301'000).refusal == CallbackVerdict::TooOld),
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
    // A header that is named but not signed would only seem to prove something.
    void whatIsNotSignedIsNotNamed()
    {
        domain::SignatureScheme s;
        s.signedText = QStringLiteral("{body}");
        QStringList fields;
        for (const core::Error &e : domain::validate(s))
            fields << e.field;
        QCOMPARE(fields, (QStringList{QStringLiteral("timestamp-header"), QStringLiteral("id-header")}));
        s.timestampHeader.clear();
        s.idHeader.clear();
        QVERIFY(domain::validate(s).isEmpty());
    }
    void everySchemeCanBeSaved()
    {
        for (const auto &v : vectors())
            QVERIFY2(domain::validate(v.settings).isEmpty(), qPrintable(v.from));
    }
    // Senders that count in milliseconds are as welcome, and as punctual.
    void stampsAreSecondsOrMilliseconds()
    {
        QCOMPARE(net::stampedAt("1764374400").value_or(0), 1'764'374'400'000);
        QCOMPARE(net::stampedAt("1764374400123").value_or(0), 1'764'374'400'123);
        for (const char *wrong :
            {"", "17643744001234", "-1764374400", "+1764374400", " 1764374400", "1.7e9", "99999999999", "01764374400",
                "0176437440", "17643744001", "176437440012", "01000", "2026-11-28T00:00:00Z"})
            QVERIFY2(!net::stampedAt(wrong), wrong);
    }
    // What the parts hold is text, whatever it looks like.
    void partsAreNoTemplates()
    {
        domain::SignatureScheme s;
        QCOMPARE(net::signedText(s, "{ts}", "7", "{id}{body}"), QByteArray("{ts}.7.{id}{body}"));
        s.signedText = QStringLiteral("v0:{ts}:{body}");
        QCOMPARE(net::signedText(s, "x", "{body}", "b"), QByteArray("v0:{body}:b"));
    }
    void templatesAreChecked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOne");
        for (const char *good : {"{body}", "{ts}.{body}", "{id}.{ts}.{body}", "v0:{ts}:{body}", "{body}|{ts}"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad : {"", "{ts}", "{body}{body}", "{ts}.{ts}.{body}", "{id}{ts}.{body}", "{ts}{body}",
                 "{url}.{body}", "{body", "a {body}"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }
    void templatesAreChecked()
    {
        QFETCH(QString, text);
        domain::SignatureScheme s;
        s.signedText = text;
        bool isOne = true;
        const auto faults = domain::validate(s);
        for (const core::Error &e : faults)
            isOne = isOne && e.field != QLatin1String("signed-text");
        QTEST(isOne, "isOne");
    }
};
IDV_TEST(ForeignSignatures)
#include "tst_signatures.moc"
