#include "domain/tenants/tenant.h"
#include "support/registry.h"
#include <QtTest>

using domain::PathsSay;
using domain::PathStyle;

// Which generation of SailPoint's paths is used, and what moves a tenant to the next.
class PathStyles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAnAnswerSays_data()
    {
        QTest::addColumn<int>("inUse");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("says");
        const auto row = [](const char *name, PathStyle inUse, const char *method, const char *operation, int status,
                             const char *header, PathsSay says) {
            QTest::newRow(name) << int(inUse) << QByteArray(method) << QString::fromLatin1(operation) << status
                                << QByteArray(header) << int(says);
        };
        const auto v2024 = PathStyle::V2024;
        row("a sound answer", v2024, "GET", "/identities", 200, "", PathsSay::Nothing);
        row("deprecated", v2024, "GET", "/identities", 200, "true", PathsSay::Deprecated);
        row("deprecated, a change", v2024, "POST", "/accounts", 200, "true", PathsSay::Deprecated);
        row("a search that ended", v2024, "POST", "/search", 410, "", PathsSay::Gone);
        row("deprecated, in capitals", v2024, "GET", "/identities/{id}", 200, " True ", PathsSay::Deprecated);
        row("not deprecated", v2024, "GET", "/identities", 200, "false", PathsSay::Nothing);
        row("another word", v2024, "GET", "/identities", 200, "2027-01-01", PathsSay::Nothing);
        row("a list that is not there", v2024, "GET", "/identities", 404, "", PathsSay::Gone);
        row("a list that ended", PathStyle::V2026, "GET", "/identities", 410, "", PathsSay::Gone);
        row("somebody who is not there", v2024, "GET", "/identities/{id}", 404, "", PathsSay::Absent);
        row("somebody whose paths ended", v2024, "GET", "/identities/{id}", 410, "", PathsSay::Absent);
        row("a change of somebody who is not there", v2024, "PATCH", "/identities/{id}", 404, "", PathsSay::Nothing);
        row("somebody by the newest", PathStyle::V1, "GET", "/identities/{id}", 404, "", PathsSay::Nothing);
        row("a change of what is not there", v2024, "POST", "/identities", 404, "", PathsSay::Nothing);
        row("a list that may not be read", v2024, "GET", "/identities", 403, "", PathsSay::Nothing);
        row("the newest", PathStyle::V1, "GET", "/identities", 404, "true", PathsSay::Nothing);
    }
    void whatAnAnswerSays()
    {
        QFETCH(int, inUse);
        QFETCH(QByteArray, method);
        QFETCH(QString, operation);
        QFETCH(int, status);
        QFETCH(QByteArray, header);
        QTEST(int(domain::pathsSay(PathStyle(inUse), method, operation, status, header)), "says");
    }
    void whenTheOthersAreTried()
    {
        const core::Instant now = 1'782'900'000'000;
        const auto tried = [&](PathStyle style, PathStyle inUse, PathsSay says, const char *method,
                               core::Instant last) {
            return domain::shallTryPerService(style, inUse, says, method, QStringLiteral("/identities"), last, now);
        };
        const auto automatic = PathStyle::Auto, v2024 = PathStyle::V2024;
        QVERIFY(tried(automatic, v2024, PathsSay::Deprecated, "GET", 0));
        QVERIFY(tried(automatic, v2024, PathsSay::Gone, "GET", 0));
        QVERIFY(!tried(automatic, v2024, PathsSay::Nothing, "GET", 0));
        QVERIFY(!tried(automatic, v2024, PathsSay::Deprecated, "POST", 0));
        QVERIFY(!tried(automatic, v2024, PathsSay::Gone, "PATCH", 0));
        QVERIFY(!tried(v2024, v2024, PathsSay::Deprecated, "GET", 0)); // chosen by a person
        QVERIFY(!tried(automatic, PathStyle::V1, PathsSay::Deprecated, "GET", 0));
        QVERIFY(!tried(automatic, v2024, PathsSay::Gone, "GET", now - core::dayMs + 1));
        QVERIFY(tried(automatic, v2024, PathsSay::Gone, "GET", now - core::dayMs));
    }
    void whichAreUsed()
    {
        domain::Tenant t;
        QCOMPARE(int(t.pathStyle), int(PathStyle::Auto));
        QCOMPARE(int(domain::pathsInUse(t)), int(PathStyle::V2024));
        QCOMPARE(int(domain::pathsOfFiles(t)), int(PathStyle::V1));
        t.movedToV1At = 1'782'900'000'000;
        QCOMPARE(int(domain::pathsInUse(t)), int(PathStyle::V1));
        domain::choosePaths(t, PathStyle::V2025); // by hand, whatever was found
        QCOMPARE(int(domain::pathsInUse(t)), int(PathStyle::V2025));
        QCOMPARE(int(domain::pathsOfFiles(t)), int(PathStyle::V2025));
        domain::choosePaths(t, PathStyle::Auto);
        QCOMPARE(t.movedToV1At, 0);
    }
    void everyStyleHasItsWord()
    {
        QCOMPARE(domain::pathStyleKeys().size(), 5);
        for (const QString &key : domain::pathStyleKeys())
            QCOMPARE(domain::pathStyleKey(*domain::pathStyleFromKey(key)), key);
        QVERIFY(!domain::pathStyleFromKey(QStringLiteral("v3")));
    }
};
IDV_TEST(PathStyles)
#include "tst_pathstyle.moc"
