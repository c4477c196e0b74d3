#include "domain/callbacks/requestcollection.h"
#include "support/registry.h"
#include <QtTest>

using namespace domain;

class RequestCollections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSavedIsReadAgain()
    {
        const QList<SavedRequest> all{
            {QStringLiteral("good"), false, R"({"session_id":"s1","verification_status":"VERIFIED"})"},
            {QStringLiteral("event"), true, R"({"identity":{"id":"i1"}})"},
            {QStringLiteral("not JSON"), false, "{\"half\":"}, {QStringLiteral("spaced"), false, "{ \"a\": 1 }"}};
        const auto text = collectionText(all);
        const auto again = collectionFrom(text);
        QVERIFY2(bool(again), again ? "" : qPrintable(again.error().text));
        QCOMPARE(*again, all); // to the byte, also what is no JSON or not compact
    }
    void nothingThatProvesASenderIsSaved()
    {
        CapturedRequest c;
        c.method = "POST";
        c.target = "/idv/callback?n=one-time";
        c.headers = {{"Authorization", "Bearer secret-token"}, {"webhook-signature", "v1,abc"}};
        c.body = R"({"_metadata":{"secret":"invocation-secret","triggerId":"idn:x"},"identity":{"id":"i"}})";
        const auto s = savedFrom(c, QStringLiteral("idn:x"));
        QVERIFY(s.isEvent);
        QCOMPARE(s.name, QStringLiteral("idn:x"));
        const auto text = collectionText({s});
        for (const char *secret : {"one-time", "secret-token", "invocation-secret", "v1,abc"})
            QVERIFY2(!text.contains(secret), secret);
    }
    void aCallbackIsNamedByItsSession()
    {
        CapturedRequest c;
        c.method = "POST";
        c.body = R"({"session_id":"k1-1","verification_status":"FAILED"})";
        QCOMPARE(savedFrom(c, {}).name, QStringLiteral("k1-1 FAILED"));
        c.body = "garbage";
        QCOMPARE(savedFrom(c, {}).name, QStringLiteral("POST"));
    }
    void aBadFileNamesItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("no JSON") << QByteArray("{\n  \"format\": ,\n}") << "line 2, column 13";
        QTest::newRow("another format") << QByteArray(R"({"format":"har","requests":[]})") << "format";
        QTest::newRow("no list") << QByteArray(R"({"format":"idv-console-requests","requests":{}})") << "format";
        QTest::newRow("kind")
            << QByteArray("{\"format\":\"idv-console-requests\",\n\"requests\":[\n{\"kind\":\"mail\",\"body\":{}}]}")
            << "line 3, column 2";
        QTest::newRow("body")
            << QByteArray("{\"format\":\"idv-console-requests\",\n\"requests\":[\n{\"kind\":\"event\",\"body\":7}]}")
            << "line 3, column 17";
    }
    void aBadFileNamesItsPlace()
    {
        QFETCH(QByteArray, text);
        const auto r = collectionFrom(text);
        QVERIFY(!r);
        QTEST(r.error().field, "field");
    }
};
IDV_TEST(RequestCollections)
#include "tst_requestcollection.moc"
