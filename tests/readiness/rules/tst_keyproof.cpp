#include "domain/readiness/keyproof.h"
#include "support/registry.h"
#include <QtTest>

using domain::KeyAnswer;
using domain::KeyProof;

class KeyProofs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheTwoAnswersProve_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body"); // of the first answer: json, page, none
        QTest::addColumn<int>("control");  // 0: no answer
        QTest::addColumn<int>("proof");
        const auto row = [](const char *name, int status, const char *body, int control, KeyProof p) {
            QTest::newRow(name) << status << QString::fromLatin1(body) << control << int(p);
        };
        row("the ordinary provider", 404, "json", 401, KeyProof::Accepted);
        row("one that says 403", 404, "json", 403, KeyProof::Accepted);
        row("one that answers for everybody it knows", 200, "json", 401, KeyProof::Accepted);
        row("a wrong key", 401, "json", 0, KeyProof::Refused);
        row("a key without the right", 403, "json", 0, KeyProof::Refused);
        row("a server that is another one", 404, "json", 404, KeyProof::NotProven);
        row("200 to everything", 200, "json", 200, KeyProof::NotProven);
        row("200, and 404 with a made-up key", 200, "json", 404, KeyProof::NotProven);
        row("a path that nobody guards", 404, "none", 404, KeyProof::NotProven);
        row("no answer to the made-up key", 404, "json", 0, KeyProof::NotCompared);
        row("out of order for the made-up key", 404, "json", 500, KeyProof::NotCompared);
        row("asked to wait", 404, "json", 429, KeyProof::NotCompared);
        row("the made-up key is no key there", 404, "json", 400, KeyProof::NotCompared);
        row("a redirect for the made-up key", 404, "json", 302, KeyProof::NotCompared);
        row("a redirect", 302, "none", 0, KeyProof::Elsewhere);
        row("a redirect with a page", 301, "page", 0, KeyProof::Elsewhere);
        row("a website without that page", 404, "page", 0, KeyProof::Page);
        row("a website", 200, "page", 0, KeyProof::Page);
        row("a website behind a sign-in", 404, "page", 401, KeyProof::Page);
        row("404 without JSON", 404, "none", 401, KeyProof::NotJson);
        row("204", 204, "none", 401, KeyProof::NotJson);
        row("400", 400, "json", 401, KeyProof::Other);
        row("500", 500, "json", 401, KeyProof::Other);
        row("429", 429, "json", 401, KeyProof::Other);
    }
    void whatTheTwoAnswersProve()
    {
        QFETCH(int, status);
        QFETCH(QString, body);
        QFETCH(int, control);
        const KeyAnswer first{status, body == QLatin1String("json"), body == QLatin1String("page")};
        const auto second = control ? std::optional(KeyAnswer{control, true, false}) : std::nullopt;
        const KeyProof proof = domain::keyProof(first, second);
        QTEST(int(proof), "proof");
        // A second question is asked only where its answer could change something, and it alone can make the tick.
        if (!domain::needsComparison(first))
            QCOMPARE(
                int(domain::keyProof(first, KeyAnswer{401, true, false})), int(domain::keyProof(first, std::nullopt)));
        QVERIFY(domain::keyProof(first, std::nullopt) != KeyProof::Accepted);
    }
};
IDV_TEST(KeyProofs)

#include "tst_keyproof.moc"
