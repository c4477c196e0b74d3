#include "http/adapters/httppeer.h"
#include "net/sailpoint/tokens.h"
#include "support/await.h"
#include "support/fakeclock.h"
#include "support/registry.h"
#include <QtTest>

using support::await;

// How long a token is used, whatever form its life is said in.
class TokenLives : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLifeInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("seconds");     // 0: it does not say
        QTest::addColumn<int>("renewsAfter"); // seconds; -1: never by itself
        const auto row = [](const char *said, int seconds, int renewsAfter) {
            QTest::newRow(said) << QByteArray(said) << seconds << renewsAfter;
        };
        row("\"expires_in\":749", 749, 690);
        row("\"expires_in\":\"749\"", 749, 690);
        row("\"expires_in\":749.9", 749, 690);
        row("\"expires_in\":\" 749.9 \"", 749, 690);
        row("\"expires_in\":60", 60, 31);
        row("\"expires_in\":0", 0, -1);
        row("\"expires_in\":-5", 0, -1);
        row("\"expires_in\":null", 0, -1);
        row("\"expires_in\":\"soon\"", 0, -1);
        row("\"token_type\":\"bearer\"", 0, -1);
        row("\"expires_in\":1e300", 366 * 86400, -1);
    }
    void aLifeInEveryForm()
    {
        QFETCH(QByteArray, said);
        QFETCH(int, seconds);
        QFETCH(int, renewsAfter);
        int given = 0;
        support::HttpPeer peer([&](const httpd::Request &) {
            httpd::Response r;
            r.body =
                "\xEF\xBB\xBF{\"access_token\":\"t" + QByteArray::number(++given) + "\",\"org\":\"acme\"," + said + '}';
            return r;
        });
        auto clock = std::make_shared<support::FakeClock>(1'800'000'000'000);
        support::HttpClient c;
        const QString base = peer.url("").toString();
        net::sailpoint::Tokens tokens(
            c.http, {base, QStringLiteral("client"), net::sailpoint::TokenStyle::Cloud},
            [] { return core::ready<core::SecretPtr>(core::makeSecret("a-secret")); }, clock);
        QVERIFY(!tokens.info().isKnown);
        const auto first = await(tokens.token());
        QVERIFY2(first, first ? "" : qPrintable(first.error().text));
        QVERIFY(tokens.info().isKnown);
        QCOMPARE(int(tokens.info().lifetime.count()), seconds);
        QCOMPARE(tokens.info().organisation, QStringLiteral("acme"));
        if (renewsAfter > 0)
            clock->advance((renewsAfter - 2) * core::secondMs);
        else
            clock->advance(24 * core::hourMs);
        QVERIFY(await(tokens.token()));
        QCOMPARE(given, 1);
        if (renewsAfter > 0)
            clock->advance(3 * core::secondMs);
        else
            tokens.drop(*first); // as after a 401
        QVERIFY(await(tokens.token()));
        QCOMPARE(given, 2);
    }
    void withoutATokenThereIsNone()
    {
        support::HttpPeer peer([](const httpd::Request &) {
            httpd::Response r;
            r.body = R"({"expires_in":749})";
            return r;
        });
        support::HttpClient c;
        net::sailpoint::Tokens tokens(
            c.http, {peer.url("").toString(), QStringLiteral("client"), net::sailpoint::TokenStyle::Cloud},
            [] { return core::ready<core::SecretPtr>(core::makeSecret("a-secret")); },
            std::make_shared<core::SystemClock>());
        QVERIFY(!await(tokens.token()));
        QVERIFY(!tokens.info().isKnown);
    }
};
IDV_TEST(TokenLives)
#include "tst_tokens.moc"
