#include "identities/adapters/copyfile.h"
#include "store/cache/copywriter.h"
#include "support/registry.h"
#include <QSignalSpy>

using domain::IdentityRow;
using support::await;
using support::CopyFile;

namespace {

/// The file as the program opens it, and beside it by hand.
struct Copy
{
    CopyFile file;
    std::unique_ptr<store::IdentityCache> cache = *store::IdentityCache::open(file.path(), {}, file.clock());
    store::CopyWriter &writer() { return cache->writer(); }
    core::Result<store::PageResult> apply(const std::vector<IdentityRow> &rows, const store::PageSpan &span)
    {
        return await(
            writer().applyPage(span, [&rows]() -> core::Result<const std::vector<IdentityRow> *> { return &rows; }));
    }
    QStringList ids() { return file.column(QStringLiteral("SELECT id FROM identity ORDER BY id")); }
};

domain::SyncFailure failure(core::Instant since, const char *text)
{
    domain::SyncFailure f;
    f.since = since;
    f.error = core::makeError(core::ErrorCode::Offline, QString::fromLatin1(text));
    return f;
}

store::PageSpan page(const char *after, const char *last, const char *cursor)
{
    store::PageSpan span;
    span.after = QString::fromLatin1(after);
    span.last = QString::fromLatin1(last);
    span.cursor = QString::fromLatin1(cursor);
    return span;
}

} // namespace

class CopyOfPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itSaysHowFarItIs()
    {
        Copy c;
        QVERIFY(!await(c.writer().syncState())->hasFull);
        domain::SyncState s;
        s.runningMode = QStringLiteral("search");
        s.expected = 2;
        QVERIFY(await(c.writer().beginFull(s)));
        QVERIFY(c.apply({CopyFile::row("a", "Ana")}, page("", "a", "first")));
        auto now = await(c.writer().syncState());
        QCOMPARE(now->cursor, QStringLiteral("first"));
        QCOMPARE(now->runningMode, QStringLiteral("search"));
        QCOMPARE(now->expected, 2);
        s.hasFull = true;
        s.lastFullAt = s.lastSyncAt = CopyFile::now;
        QCOMPARE(*await(c.writer().finishFull(s, true)), 0);
        now = await(c.writer().syncState());
        QVERIFY(now->hasFull && now->cursor.isEmpty() && now->runningMode.isEmpty());
        QCOMPARE(now->lastFullAt, CopyFile::now);
    }
    void aPageOfChangesMovesNoCursor()
    {
        Copy c;
        domain::SyncState s;
        s.cursor = QStringLiteral("where a full copy was");
        QVERIFY(await(c.writer().setSyncState(s)));
        store::PageSpan changes = CopyFile::changes();
        changes.cursor = QStringLiteral("another");
        QVERIFY(c.apply({CopyFile::row("a", "Ana")}, changes));
        QCOMPARE(await(c.writer().syncState())->cursor, QStringLiteral("where a full copy was"));
    }
    void aFailureThatLastsKeepsItsBeginning()
    {
        Copy c;
        QVERIFY(!await(c.writer().syncHealth())->failure);
        QVERIFY(await(c.writer().setSyncFailure(failure(1000, "no way there"))));
        QVERIFY(await(c.writer().setSyncFailure(failure(2000, "still none"))));
        auto health = await(c.writer().syncHealth());
        QVERIFY(health->failure.has_value());
        QCOMPARE(health->failure->since, 1000);
        QCOMPARE(health->failure->error.text, QStringLiteral("still none"));
        QVERIFY(await(c.writer().setSyncFailure({})));
        QVERIFY(!await(c.writer().syncHealth())->failure);
        QVERIFY(await(c.writer().setSyncFailure(failure(3000, "again"))));
        QCOMPARE(await(c.writer().syncHealth())->failure->since, 3000);
    }
    void onlyWhatChangedIsTold()
    {
        Copy c;
        QSignalSpy told(&c.writer(), &store::CopyWriter::changed);
        QVERIFY(c.apply({CopyFile::row("a", "Ana")}, CopyFile::changes()));
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(c.apply({CopyFile::row("a", "Ana")}, CopyFile::changes()));
        QVERIFY(await(c.writer().prepare([]() -> core::Result<QString> { return QString(); })));
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 1);
    }
    void anotherReadingOfTheSameFileIsNotMixedIn()
    {
        Copy c;
        QVERIFY(c.apply({CopyFile::row("a", "Ana")}, CopyFile::changes()));
        QVERIFY(store::cachesql::setMeta(c.file.connection(), QStringLiteral("reading"), QStringLiteral("other")));
        const auto r = c.apply({CopyFile::row("b", "Bo")}, CopyFile::changes());
        QVERIFY(!r);
        QCOMPARE(r.error().code, core::ErrorCode::Conflict);
        QCOMPARE(c.ids(), QStringList(QStringLiteral("a")));
    }
    void whoeverAFullCopyDidNotMeetIsRemovedWhenItSaysSo()
    {
        for (const bool isRemoved : {false, true}) {
            Copy c;
            QVERIFY(c.apply({CopyFile::row("a", "Ana"), CopyFile::row("b", "Bo")}, CopyFile::changes()));
            domain::SyncState s;
            s.runningMode = QStringLiteral("list");
            QVERIFY(await(c.writer().beginFull(s)));
            store::PageSpan span;
            span.isList = true;
            QVERIFY(c.apply({CopyFile::row("b", "Bo")}, span));
            QCOMPARE(*await(c.writer().metCount(true)), 1);
            QCOMPARE(*await(c.writer().finishFull(s, isRemoved)), isRemoved ? 1 : 0);
            QCOMPARE(c.ids().size(), isRemoved ? 1 : 2);
            QCOMPARE(*await(c.writer().metCount(true)), 0);
        }
    }
    void aNewFullCopyForgetsWhatAnEarlierOneNoted()
    {
        Copy c;
        QVERIFY(c.apply({CopyFile::row("a", "Ana"), CopyFile::row("b", "Bo")}, CopyFile::changes()));
        domain::SyncState s;
        s.runningMode = QStringLiteral("search");
        QVERIFY(await(c.writer().beginFull(s)));
        QVERIFY(c.apply({CopyFile::row("b", "Bo")}, page("", "b", "b")));
        QCOMPARE(*await(c.writer().metCount(false)), 1);
        QVERIFY(await(c.writer().beginFull(s)));
        QCOMPARE(*await(c.writer().metCount(false)), 2);
        QCOMPARE(*await(c.writer().finishFull(s, true)), 0);
        QCOMPARE(c.ids().size(), 2);
    }
    void oneWhoIsRemovedIsNotFoundAnyMore()
    {
        Copy c;
        QVERIFY(c.apply({CopyFile::row("a", "Ana"), CopyFile::row("b", "Bo")}, CopyFile::changes()));
        QVERIFY(await(c.writer().buildSearch()));
        const QString found = QStringLiteral("SELECT COUNT(*) FROM search WHERE search MATCH 'ana'");
        QCOMPARE(c.file.value(found).toInt(), 1);
        QVERIFY(await(c.writer().remove(core::IdentityId(QStringLiteral("a")))));
        QCOMPARE(c.ids(), QStringList(QStringLiteral("b")));
        QCOMPARE(c.file.value(found).toInt(), 0);
        QVERIFY(await(c.writer().remove(core::IdentityId(QStringLiteral("nobody")))));
        QCOMPARE(c.ids().size(), 1);
    }
};
IDV_TEST(CopyOfPeople)
#include "tst_copywriter.moc"
