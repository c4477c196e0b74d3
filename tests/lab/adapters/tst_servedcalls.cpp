#include "lab/adapters/labcall.h"
#include "lab/identities/identitysearch.h"
#include "lab/sailpoint/calls/listquery.h"
#include "lab/sailpoint/calls/served.h"
#include "lab/sailpoint/calls/tokenrequest.h"
#include "lab/sailpoint/sailpoint.h"
#include "support/registry.h"
#include <QFile>
#include <QUrl>

using namespace support;

namespace {

struct Simulated : LabParts
{
    lab::SailPoint sailpoint{options, ends, clock};
    QByteArray token;
    Simulated()
    {
        httpd::Request r = asked("POST");
        r.path = "/oauth/token";
        r.query = "grant_type=client_credentials&client_id=client&client_secret=secret";
        token = textOf(objectOf(sailpoint.handle(r)), "access_token").toLatin1();
    }
    httpd::Response ask(const char *method, const QString &path, const QByteArray &query = {},
        const QJsonValue &body = QJsonObject(), QList<httpd::Header> more = {})
    {
        more.prepend({"Authorization", "Bearer " + token});
        more.append(experimental());
        auto r = asked(method, body, more);
        r.path = path.toUtf8();
        r.query = query;
        return sailpoint.handle(r);
    }
};

/// Of sailpointcalls.txt: method, service, and the rest with a value in the place of each star.
QList<std::pair<QByteArray, QStringList>> publishedCalls()
{
    QFile file(QStringLiteral(SOURCE_DIR "/tests/lab/adapters/sailpointcalls.txt"));
    QList<std::pair<QByteArray, QStringList>> all;
    const auto lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 2 && words.first() != "#")
            all.append({words.first(), QString::fromLatin1(words.last()).split(QLatin1Char('/'), Qt::SkipEmptyParts)});
    }
    return all;
}

lab::Route routeTo(const QByteArray &method, const QStringList &path)
{
    return {method, QStringLiteral("v1"), QLatin1Char('/') + path.first(), path.mid(1)};
}

httpd::Response rows()
{
    httpd::Response r;
    r.body = R"([{"id":"1","name":"beta","on":true,"owner":{"id":"x"},"n":100,"at":"2025-12-31T21:59:00Z"},)"
             R"({"id":"2","name":"Alpha","on":false,"n":9,"at":"2025-12-31T22:30:00Z"},)"
             R"({"id":"3","name":"gamma","on":true,"owner":{"id":"x"},"n":26,"at":"2026-02-01T00:00:00Z"},)"
             R"({"id":"4","name":"beta","on":false,"n":-1,"at":"2026-02-01T00:00:00Z"}])";
    return r;
}

} // namespace

// Each call of SailPoint's is done, or said not to be: no success that did nothing.
class ServedCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotServedNeverSucceeds()
    {
        Simulated s;
        int calls = 0, servedOnes = 0;
        for (const auto &[method, path] : publishedCalls()) {
            const QString rest = QLatin1Char('/') +
                                 path.mid(1).join(QLatin1Char('/')).replace(QLatin1Char('*'), QStringLiteral("nobody"));
            const QString tail = path.size() > 1 ? rest : QString();
            QStringList real = path;
            real.replaceInStrings(QStringLiteral("*"), QStringLiteral("nobody"));
            const bool isServed = lab::servedCall(routeTo(method, real));
            servedOnes += isServed;
            for (const QString &address : {QStringLiteral("/v2024/") + path.first() + tail,
                     QLatin1Char('/') + path.first() + QStringLiteral("/v1") + tail}) {
                const auto r = s.ask(method.constData(), address);
                const QByteArray what = method + ' ' + address.toUtf8() + ' ' + QByteArray::number(r.status);
                ++calls;
                QVERIFY2(isServed ? r.status != 501 : r.status == 501 || r.status == 404, what.constData());
                // Nobody of this name is there: whatever names somebody cannot succeed.
                if (path.contains(QStringLiteral("*")) && !address.contains(QLatin1String("/execute/external/")))
                    QVERIFY2(r.status >= 400, what.constData());
            }
        }
        QVERIFY2(calls > 300 && servedOnes > 55, qPrintable(QString::number(servedOnes)));
    }
    // A call that the console makes has to be served to be tried at all: the list that is compared with SailPoint's
    // descriptions knows every one of them.
    void theListOfOurCallsIsWhole()
    {
        QFile file(QStringLiteral(SOURCE_DIR "/resources/sailpoint-calls.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QString> ours;
        const auto calls = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("calls")).toArray();
        for (const auto &c : calls)
            ours << textOf(c, "method") + QLatin1Char(' ') + textOf(c, "path");
        static const QSet<QString> otherClients{QStringLiteral("GET /accounts/*"),
            QStringLiteral("GET /identity-attributes/*"), QStringLiteral("DELETE /identity-attributes/*"),
            QStringLiteral("POST /workflow-executions/*/cancel"), QStringLiteral("POST /workflows"),
            QStringLiteral("PATCH /workflows/*"), QStringLiteral("DELETE /workflows/*"),
            QStringLiteral("GET /access-request-approvals/approval-summary")};
        QCOMPARE(lab::servedCalls() - otherClients, ours);
    }
    void noOtherMethodOfAServedPathSucceeds()
    {
        Simulated s;
        for (const char *path : {"/v2024/public-identities", "/v2024/triggers", "/v2024/oauth-clients",
                 "/v2024/task-status", "/v2024/certifications", "/v2024/identity-attributes", "/v2024/workflows"}) {
            for (const char *method : {"PUT", "PATCH", "DELETE"})
                QVERIFY2(s.ask(method, QLatin1String(path)).status >= 400, path);
        }
    }
    void listsAreAnsweredAsAsked_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *query, const char *ids) {
            QTest::newRow(query) << QUrl::toPercentEncoding(QString::fromLatin1(query), "=&%")
                                 << QString::fromLatin1(ids);
        };
        row("", "1234");
        row("limit=2", "12");
        row("offset=3", "4");
        row("offset=4", "");
        row("limit=2&offset=1", "23");
        row("sorters=name", "2143");
        row("sorters=-name", "3142");
        row("sorters=name,-id", "2413");
        row("filters=id eq \"3\"", "3");
        row("filters=name sw \"al\"", "2");
        row("filters=name in (\"beta\", \"gamma\")", "134");
        row("filters=on eq true and name eq \"beta\"", "1");
        row("filters=owner.id eq \"x\"", "13");
        row("filters=name ne \"beta\"", "23");
        row("limit=1&filters=name eq \"beta\"&sorters=-id", "4");
        row("filters=n gt 9", "13");
        row("sorters=n", "4231");
        row("filters=at lt \"2026-01-01T00:00:00+02:00\"", "1");
        for (const char *wrong : {"limit=251", "limit=-1", "limit=ten", "offset=-1", "filters=name",
                 "filters=name like \"x\"", "filters=name eq \"x\" or id eq \"1\"", "filters=name eq \"x\" and",
                 "filters=name in ()", "filters=shoeSize eq 42", "sorters=shoeSize"})
            row(wrong, "400");
    }
    void listsAreAnsweredAsAsked()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, ids);
        httpd::Request r;
        r.method = "GET";
        r.query = query;
        const auto answer = lab::asAsked(rows(), r);
        if (ids == QLatin1String("400")) {
            QCOMPARE(answer.status, 400);
            return;
        }
        QString found;
        const auto all = arrayOf(answer);
        for (const auto &v : all)
            found += textOf(v, "id");
        QCOMPARE(found, ids);
    }
    void allAreCountedWhereItIsAsked()
    {
        const auto answer = lab::asAsked(rows(), questioned("limit=1&count=true&filters=on%20eq%20true"));
        QCOMPARE(arrayOf(answer).size(), 1);
        QCOMPARE(answer.headers.last().first, QByteArray("X-Total-Count"));
        QCOMPARE(answer.headers.last().second, QByteArray("2"));
    }
    void accountsAreFoundInEitherOrderAndChangedOrRefused()
    {
        Simulated s;
        const QString who = QString::fromLatin1(s.idOf(4));
        const QByteArray one =
            "filters=" +
            QUrl::toPercentEncoding(QStringLiteral("identityId eq \"%1\" and sourceId eq \"idv-source\"").arg(who));
        const QByteArray other =
            "filters=" +
            QUrl::toPercentEncoding(QStringLiteral("sourceId eq \"idv-source\" and identityId eq \"%1\"").arg(who));
        const auto found = arrayOf(s.ask("GET", QStringLiteral("/v2024/accounts"), one));
        QCOMPARE(found.size(), 1);
        QCOMPARE(arrayOf(s.ask("GET", QStringLiteral("/v2024/accounts"), other)), found);
        const QString account = QStringLiteral("/v2024/accounts/") + textOf(found.first(), "id");
        QCOMPARE(objectOf(s.ask("GET", account)), found.first().toObject());
        QCOMPARE(s.ask("GET", QStringLiteral("/v2024/accounts/nobody")).status, 404);
        for (const auto &[op, status] :
            {std::pair{"add", 202}, std::pair{"replace", 202}, std::pair{"remove", 400}, std::pair{"move", 400}}) {
            const QJsonArray patch{QJsonObject{{QStringLiteral("op"), QLatin1String(op)},
                {QStringLiteral("path"), QStringLiteral("/attributes/idvStatus")},
                {QStringLiteral("value"), QStringLiteral("FAILED")}}};
            QCOMPARE(s.ask("PATCH", account, {}, patch, {patchType()}).status, status);
        }
        const QJsonArray unknown{QJsonObject{{QStringLiteral("op"), QStringLiteral("add")},
            {QStringLiteral("path"), QStringLiteral("/attributes/shoeSize")},
            {QStringLiteral("value"), QStringLiteral("42")}}};
        for (const QJsonValue &nothing : {QJsonValue(unknown), QJsonValue(QJsonArray()), QJsonValue(QJsonObject())})
            QCOMPARE(s.ask("PATCH", account, {}, nothing, {patchType()}).status, 400);
    }
    void aTokenIsAskedForInFourForms()
    {
        const QByteArray form = "grant_type=client_credentials&client_id=client&client_secret=a%2Bb%20c";
        const auto read = [](const httpd::Request &r) {
            const auto t = lab::tokenRequest(r);
            return t ? t->grantType + QLatin1Char('|') + t->clientId + QLatin1Char('|') + t->clientSecret : QString();
        };
        const QString whole = QStringLiteral("client_credentials|client|a+b c");
        auto r = asked("POST");
        r.query = form;
        QCOMPARE(read(r), whole);
        r = asked("POST", {}, {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}});
        r.body = form;
        QCOMPARE(read(r), whole);
        r.body = "grant_type=client_credentials";
        r.headers.append({"Authorization", "Basic " + QByteArray("client:a%2Bb c").toBase64()});
        QCOMPARE(read(r), whole);
        r = asked("POST", {}, {{"Content-Type", "multipart/form-data; boundary=--x7"}});
        for (const auto &[name, value] : {std::pair{"grant_type", "client_credentials"},
                 std::pair{"client_id", "client"}, std::pair{"client_secret", "a+b c"}})
            r.body +=
                "----x7\r\nContent-Disposition: form-data; name=\"" + QByteArray(name) + "\"\r\n\r\n" + value + "\r\n";
        r.body += "----x7--\r\n";
        QCOMPARE(read(r), whole);
        r = asked("POST", QJsonObject{{QStringLiteral("grant_type"), QStringLiteral("client_credentials")}},
            {{"Content-Type", "application/json"}});
        QCOMPARE(read(r), QString());
    }
    void aSearchIsAnsweredOrRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *body, int status) {
            QTest::newRow(name) << QByteArray(body) << status;
        };
        const char *const plain = R"({"indices":["identities"],"query":{"query":"*"}})";
        row("plain", plain, 200);
        row("sorted", R"({"indices":["identities"],"query":{"query":"*"},"sort":["id"],"includeNested":false})", 200);
        row("another index", R"({"indices":["events"],"query":{"query":"*"}})", 400);
        row("two indices", R"({"indices":["identities","events"],"query":{"query":"*"}})", 400);
        row("no index", R"({"query":{"query":"*"}})", 400);
        row("another order", R"({"indices":["identities"],"query":{"query":"*"},"sort":["-name"]})", 400);
        row("the query language of the engine",
            R"({"indices":["identities"],"queryType":"DSL","queryDsl":{"match":{}}})", 400);
        row("the engine's beside a query", R"({"indices":["identities"],"query":{"query":"*"},"queryDsl":{}})", 400);
        row("fields", R"({"indices":["identities"],"query":{"query":"a","fields":["name"]}})", 400);
        row("filters", R"({"indices":["identities"],"query":{"query":"*"},"filters":{"name":{"type":"EXISTS"}}})", 400);
        row("an aggregation", R"({"indices":["identities"],"query":{"query":"*"},"aggregations":{}})", 400);
    }
    void aSearchIsAnsweredOrRefused()
    {
        QFETCH(QByteArray, body);
        Simulated s;
        const auto asked = QJsonDocument::fromJson(body).object();
        QTEST(s.ask("POST", QStringLiteral("/v2024/search"), "limit=3", asked).status, "status");
        const int counted = s.ask("POST", QStringLiteral("/v2024/search/count"), {}, asked).status;
        QCOMPARE(counted >= 400, s.ask("POST", QStringLiteral("/search/v1"), "limit=3", asked).status >= 400);
    }
    void peopleAreSortedAsAsked()
    {
        Simulated s;
        const auto names = [&s](const QByteArray &sorters, const char *key) {
            QStringList out;
            const auto all = arrayOf(s.ask("GET", QStringLiteral("/v2024/identities"), "limit=50&sorters=" + sorters));
            for (const auto &v : all)
                out << textOf(v, key);
            return out;
        };
        auto sorted = names("alias", "alias");
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(names("alias", "alias"), sorted);
        const auto down = names("-email", "emailAddress");
        QVERIFY(std::is_sorted(down.rbegin(), down.rend()));
        QCOMPARE(s.ask("GET", QStringLiteral("/v2024/identities"), "sorters=shoeSize").status, 400);
    }
    void aHeadIsAGetThatSaysNothing()
    {
        Simulated s;
        QCOMPARE(s.ask("HEAD", QStringLiteral("/v2024/triggers")).status, 200);
        QCOMPARE(s.ask("HEAD", QStringLiteral("/v2024/triggers/x")).status, 501);
    }
};
IDV_TEST(ServedCalls)
#include "tst_servedcalls.moc"
