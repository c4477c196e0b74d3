#include "lab/lab.h"
#include "net/provider/docuverify.h"
#include "net/provider/envelope.h"
#include "support/await.h"
#include "support/registry.h"
#include <QProcess>

using core::ErrorCode;
using support::await;

namespace {

/// The independent implementation, one answer a line.
struct Peer
{
    Peer()
    {
        process.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(SOURCE_DIR "/tests/net/envelope_peer.py")});
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

struct Stand
{
    explicit Stand(const QString &outcome = QStringLiteral("verified"))
    {
        lab::Options o;
        o.identities = 5;
        o.outcome = outcome;
        o.journey = std::chrono::milliseconds(0);
        simulator = *lab::Lab::start(o, clock);
        tenant.idvUrl = simulator->endpoints().idvUrl;
        tenant.communityId = simulator->endpoints().communityId;
        tenant.provider.kind = domain::ProviderKind::DocuVerify;
        tenant.provider.dvcId = QStringLiteral("lab-dvc");
        licence = simulator->endpoints().idvApiKey.toUtf8();
        make();
    }
    void make() { provider = net::makeProvider(tenant, http, [this] { return core::ready<core::SecretPtr>(core::makeSecret(licence)); }, clock); }
    net::CreateRequest request()
    {
        net::CreateRequest r;
        r.userIdentifier = QStringLiteral("ann@halden.example");
        r.firstName = QStringLiteral("Ann");
        r.lastName = QStringLiteral("Example");
        r.documents = {QStringLiteral("passport")};
        return r;
    }
    std::shared_ptr<core::Clock> clock = std::make_shared<core::SystemClock>();
    std::unique_ptr<lab::Lab> simulator;
    domain::Tenant tenant;
    QByteArray licence;
    net::Http http{{}, std::make_shared<net::NoBudget>(), clock};
    std::unique_ptr<net::Provider> provider;
};

} // namespace

class DocuVerify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEnvelopeAgreesWithAnIndependentOne()
    {
        Peer peer;
        const auto e = *net::Envelope::create();
        QCOMPARE(QByteArray::fromBase64(e->publicKey()).size(), 64);
        const QByteArray theirs = peer.ask("key");
        for (const QByteArray &text : {QByteArray("{}"), QByteArray(), QByteArray(10'000, 'x'), QByteArray("\xc3\xa4\x00\xff", 4)}) {
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
        QCOMPARE(QByteArray::fromBase64(peer.ask("open " + e->publicKey() + ' ' + *e->seal("zero", theirs))), QByteArray("zero"));
    }
    void damagedEnvelopesAreProtocolErrors()
    {
        const auto a = *net::Envelope::create();
        const auto b = *net::Envelope::create();
        const QByteArray sealed = *a->seal("hello", b->publicKey());
        QCOMPARE(*b->open(sealed, a->publicKey()), QByteArray("hello"));
        QByteArray changed = QByteArray::fromBase64(sealed);
        changed[20] = char(changed[20] ^ 1);
        for (const QByteArray &bad : {changed.toBase64(), QByteArray(), QByteArray("!!"), sealed.left(20), QByteArray("AAAA")})
            QCOMPARE(b->open(bad, a->publicKey()).error().code, ErrorCode::Protocol);
        QCOMPARE(a->open(sealed, a->publicKey()).error().code, ErrorCode::Protocol);
        for (const QByteArray &bad : {QByteArray(), QByteArray("AAAA"), QByteArray(64, '\1').toBase64(), QByteArray(65, '\4').toBase64()})
            QCOMPARE(a->seal("x", bad).error().code, ErrorCode::Protocol);
        QCOMPARE(net::Envelope::create("no-such-curve").error().code, ErrorCode::Internal);
    }
    void aWholeSessionKeepsOnlyWhatItMay()
    {
        Stand s;
        QVERIFY(await(s.provider->probe()));
        const auto created = await(s.provider->create(s.request()));
        QVERIFY2(bool(created), created ? "" : qPrintable(created.error().text));
        QVERIFY(created->invitationUrl.contains(QLatin1String("/idproofing/session/")));
        const auto r = await(s.provider->status(created->session));
        QVERIFY2(bool(r), r ? "" : qPrintable(r.error().text));
        QCOMPARE(r->status, domain::ProviderStatus::Passed);
        QCOMPARE(r->verifiedName, QStringLiteral("ANN EXAMPLE"));
        QCOMPARE(r->documentType, QStringLiteral("passport"));
        QCOMPARE(r->ial, std::optional<int>(2));
        QVERIFY(r->completedAt.at.has_value());
        const QString all = r->statusWord + r->verifiedName + r->documentType + r->failureReason + r->invitationUrl + r->session.str();
        QVERIFY(!all.contains(QLatin1String("SECRET")));
    }
    void wordsAreKeptApart_data()
    {
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("ial");
        QTest::newRow("failed") << "failed" << int(domain::ProviderStatus::Failed) << 0;
        QTest::newRow("completed, but nothing verified") << "not-performed" << int(domain::ProviderStatus::Unknown) << 0;
        QTest::newRow("no level reported") << "no-level" << int(domain::ProviderStatus::Passed) << 0;
        QTest::newRow("low level") << "level-too-low" << int(domain::ProviderStatus::Passed) << 1;
        QTest::newRow("still open") << "never" << int(domain::ProviderStatus::InProgress) << 0;
    }
    void wordsAreKeptApart()
    {
        QFETCH(QString, outcome);
        Stand s(outcome);
        const auto created = await(s.provider->create(s.request()));
        QVERIFY(created);
        const auto r = await(s.provider->status(created->session));
        QVERIFY(r);
        QTEST(int(r->status), "status");
        QTEST(r->ial.value_or(0), "ial");
    }
    void wrongKeysAndSettingsAreSaid()
    {
        Stand s;
        s.licence = "wrong";
        s.make();
        QCOMPARE(await(s.provider->probe()).error().code, ErrorCode::Unauthorized);
        s.licence = s.simulator->endpoints().idvApiKey.toUtf8();
        s.tenant.communityId = QStringLiteral("nobody");
        s.make();
        QCOMPARE(await(s.provider->probe()).error().code, ErrorCode::NotFound);
        s.tenant.communityId = s.simulator->endpoints().communityId;
        s.make();
        auto r = s.request();
        r.documents << QStringLiteral("national_id");
        QCOMPARE(await(s.provider->create(r)).error().field, QStringLiteral("documents"));
        QVERIFY(!s.provider->canSend(domain::Delivery::Sms) && !s.provider->canCancel() && !s.provider->canResend() && !s.provider->takesSeveralDocuments());
    }
    void aServiceMapMayNotPointElsewhere()
    {
        QVERIFY(domain::isSameSite(QUrl(QStringLiteral("https://a.1kosmos.net")), QUrl(QStringLiteral("https://b.1kosmos.net/x"))));
        QVERIFY(domain::isSameSite(QUrl(QStringLiteral("http://127.0.0.1:1")), QUrl(QStringLiteral("http://127.0.0.1:2"))));
        QVERIFY(!domain::isSameSite(QUrl(QStringLiteral("https://a.1kosmos.net")), QUrl(QStringLiteral("https://evil.example"))));
        QVERIFY(!domain::isSameSite(QUrl(QStringLiteral("https://a.1kosmos.net")), QUrl(QStringLiteral("http://b.1kosmos.net"))));
        QVERIFY(!domain::isSameSite(QUrl(QStringLiteral("https://acme.net")), QUrl(QStringLiteral("https://other.net"))));
    }
};
IDV_TEST(DocuVerify)
#include "tst_docuverify.moc"
