#include "lab/sailpoint/people.h"
#include "services/identities/internal/peoplesource.h"
#include "support/ownparts.h"
#include "support/registry.h"

using net::sailpoint::IdentityPage;
using net::sailpoint::PageKind;
using services::PeopleSource;
using support::await;
using support::OwnParts;

namespace {

struct Source : OwnParts
{
    explicit Source(const lab::Options &o = support::quick(), const std::function<void(domain::Tenant &)> &change = {})
        : OwnParts(o, change)
    {
        id = QString::fromLatin1(lab::People::idOf(4, o.seed));
    }
    PeopleSource source{connections};
    QString id;
    /// How many rows a page has; -1 when it cannot be read.
    int rows(const core::Result<net::sailpoint::RawPage> &page, const QString &mode)
    {
        IdentityPage parsed;
        if (!page || !parsed.parse(page->body, PeopleSource::kind(mode), connections.tenant.map))
            return -1;
        return int(parsed.rows().size());
    }
    int pageOf(const char *mode, const QString &cursor = {})
    {
        const QString m = QString::fromLatin1(mode);
        return rows(await(source.page(m, cursor)), m);
    }
    core::Result<services::PersonRead> person(const QString &whose)
    {
        return await(source.person(core::IdentityId(whose), tenantSession.get()));
    }
};

} // namespace

class SourceOfPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachModeIsItsOwn_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("byOffset");
        QTest::addColumn<bool>("tellsChanges");
        QTest::addColumn<QString>("fallback");
        const auto row = [](const char *mode, PageKind k, int size, bool offset, bool changes, const char *fallback) {
            QTest::newRow(mode) << QString::fromLatin1(mode) << int(k) << size << offset << changes
                                << QString::fromLatin1(fallback);
        };
        row("search", PageKind::Search, 10000, false, true, "list");
        row("list", PageKind::List, 250, true, false, "");
        row("scim", PageKind::Scim, 1000, true, true, "table");
        row("table", PageKind::Table, 100, true, true, "");
    }
    void eachModeIsItsOwn()
    {
        QFETCH(QString, mode);
        QFETCH(int, kind);
        QFETCH(int, size);
        QFETCH(bool, byOffset);
        QFETCH(bool, tellsChanges);
        QFETCH(QString, fallback);
        QCOMPARE(int(PeopleSource::kind(mode)), kind);
        QCOMPARE(PeopleSource::pageSize(mode), size);
        QCOMPARE(PeopleSource::isByOffset(mode), byOffset);
        QCOMPARE(PeopleSource::tellsChanges(mode), tellsChanges);
        Source d;
        QCOMPARE(d.source.fallback(mode), fallback);
        QCOMPARE(d.source.firstMode(), QStringLiteral("search"));
    }
    void onlySomeRefusalsMakeAnotherModeWorthATry()
    {
        const auto refused = [](core::ErrorCode code, int status) {
            core::Error e = core::makeError(code, QStringLiteral("x"));
            e.httpStatus = status;
            return PeopleSource::isRefused(e);
        };
        QVERIFY(refused(core::ErrorCode::Forbidden, 403));
        QVERIFY(refused(core::ErrorCode::NotFound, 404));
        QVERIFY(!refused(core::ErrorCode::NotFound, 405));
        QVERIFY(!refused(core::ErrorCode::Server, 500));
        QVERIFY(!refused(core::ErrorCode::Timeout, 0));
    }
    void theCloudsPeopleComeInBothModes()
    {
        Source d;
        QCOMPARE(d.pageOf("search"), 200);
        QCOMPARE(d.pageOf("search", QString(32, QLatin1Char('f'))), 0); // behind the last
        QCOMPARE(d.pageOf("list"), 200);
        QCOMPARE(d.pageOf("list", QStringLiteral("150")), 50);
        QCOMPARE(*await(d.source.count(QStringLiteral("search"))), 200);
        QCOMPARE(*await(d.source.count(QStringLiteral("list"))), 200);
        QVERIFY(await(d.source.ping()));
    }
    void identityIqsPeopleComeInBothModes()
    {
        Source d(support::quick(), support::useIdentityIq);
        QCOMPARE(d.source.firstMode(), QStringLiteral("scim"));
        QCOMPARE(d.pageOf("scim"), 200);
        QCOMPARE(d.pageOf("table"), 100);
        QVERIFY(d.pageOf("table", QStringLiteral("100")) > 0);
        QCOMPARE(*await(d.source.count(QStringLiteral("scim"))), 200);
        QCOMPARE(*await(d.source.count(QStringLiteral("table"))), -1);
        QVERIFY(await(d.source.ping()));
    }
    void onlyWhoChangedSinceIsTold()
    {
        auto o = support::quick();
        o.directPatch = true;
        Source d(o);
        const QString search = QStringLiteral("search");
        const auto since = d.clock->now() - core::minuteMs;
        QCOMPARE(d.rows(await(d.source.changes(search, d.clock->now() + core::dayMs, {})), search), 0);
        QVERIFY(await(net::sailpoint::patchIdentityDirect(d.connections.api, core::IdentityId(d.id),
            {{domain::Field::IdvStatus, QStringLiteral("idvStatus"), QStringLiteral("FAILED")}})));
        QTRY_COMPARE(d.rows(await(d.source.changes(search, since, {})), search), 1); // the index lags
        Source iiq(support::quick(), support::useIdentityIq);
        for (const char *word : {"scim", "table"}) {
            const QString mode = QString::fromLatin1(word);
            QCOMPARE(iiq.rows(await(iiq.source.changes(mode, iiq.clock->now() + core::dayMs, {})), mode), 0);
            QVERIFY(iiq.rows(await(iiq.source.changes(mode, 0, {})), mode) > 0);
        }
    }
    void onePersonIsReadFromWhatLagsLeast()
    {
        Source d;
        const auto p = d.person(d.id);
        QVERIFY(p);
        QCOMPARE(int(p->kind), int(PageKind::List));
        QVERIFY(!p->attributes.texts.value(QStringLiteral("displayName")).isEmpty());
        QVERIFY(p->page.contains(d.id.toLatin1()));
        QCOMPARE(d.person(QStringLiteral("nobody")).error().code, core::ErrorCode::NotFound);
    }
    void aClientWithoutAUserReadsTheSearchIndex()
    {
        auto o = support::quick();
        o.hasUser = false;
        Source d(o);
        const auto p = d.person(d.id);
        QVERIFY2(bool(p), p ? "" : qPrintable(p.error().text));
        QCOMPARE(int(p->kind), int(PageKind::Search));
    }
    void whereScimIsRefusedThePluginTells()
    {
        auto o = support::quick();
        o.iiqScim = false;
        Source d(o, support::useIdentityIq);
        const auto p = d.person(d.id);
        QVERIFY2(bool(p), p ? "" : qPrintable(p.error().text));
        QCOMPARE(int(p->kind), int(PageKind::Table));
        QCOMPARE(p->attributes.texts.value(QStringLiteral("id")), d.id);
        Source whole(support::quick(), support::useIdentityIq);
        QCOMPARE(int(whole.person(whole.id)->kind), int(PageKind::Scim));
        QCOMPARE(whole.person(QStringLiteral("nobody")).error().code, core::ErrorCode::NotFound);
    }
    void whereNeitherAnswersNothingIsSaidOfThePerson()
    {
        auto o = support::quick();
        o.iiqScim = false;
        o.iiqPlugin = false;
        Source d(o, support::useIdentityIq);
        const auto p = d.person(d.id);
        QVERIFY(!p);
        QVERIFY(p.error().code != core::ErrorCode::NotFound);
    }
};
IDV_TEST(SourceOfPeople)
#include "tst_peoplesource.moc"
