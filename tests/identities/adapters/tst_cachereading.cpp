#include "identities/adapters/copyfile.h"
#include "support/registry.h"
#include <QJsonDocument>

using domain::Field;
using domain::IdentityRow;
using support::CopyFile;

namespace {

/// Another word says that somebody passed.
domain::Reading otherWords()
{
    domain::Reading r;
    r.words.pass = {QStringLiteral("DONE")};
    return r;
}

void fillFor(CopyFile &f)
{
    std::vector<IdentityRow> page{CopyFile::row("a", "Ana"), CopyFile::row("b", "Bo"), CopyFile::row("c", "Cy")};
    page[0].fields[size_t(Field::IdvStatus)] = "VERIFIED";
    page[1].fields[size_t(Field::IdvStatus)] = "DONE";
    for (size_t i = 0; i < 2; ++i)
        page[i].fields[size_t(Field::IdvVerifiedDate)] = "2026-12-01T00:00:00Z";
    QVERIFY(f.write(page));
}

QStringList kinds(CopyFile &f)
{
    return f.column(QStringLiteral("SELECT kind FROM identity ORDER BY id"));
}

QString kind(domain::StatusKind k)
{
    return QString::number(int(k));
}

core::Status readWith(CopyFile &f, const domain::Reading &reading, const domain::ReverificationPolicy &policy = {})
{
    return store::cachesql::readAnew(f.connection(), reading, policy, CopyFile::now);
}

} // namespace

class ReadingTheCopyAnew : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void otherWordsChangeWhatTheSameTextsMean()
    {
        using domain::StatusKind;
        CopyFile f;
        fillFor(f);
        const QStringList before{kind(StatusKind::Dated), kind(StatusKind::Withdrawn), kind(StatusKind::Never)};
        QCOMPARE(kinds(f), before);
        QVERIFY(readWith(f, otherWords()));
        QCOMPARE(
            kinds(f), QStringList({kind(StatusKind::Withdrawn), kind(StatusKind::Dated), kind(StatusKind::Never)}));
        QCOMPARE(store::cachesql::wordsOf(f.connection())->pass, QStringList(QStringLiteral("DONE")));
        QVERIFY(readWith(f, {}));
        QCOMPARE(kinds(f), before);
    }
    void theSameReadingTouchesNothing()
    {
        CopyFile f;
        fillFor(f);
        QVERIFY(readWith(f, otherWords()));
        const auto writes = f.value(QStringLiteral("SELECT total_changes()")).toLongLong();
        QVERIFY(readWith(f, otherWords()));
        QCOMPARE(f.value(QStringLiteral("SELECT total_changes()")).toLongLong(), writes);
    }
    void aSessionStaysOverIt()
    {
        CopyFile f;
        QVERIFY(f.connection().exec(QStringLiteral("INSERT INTO overlay (id, kind, at) VALUES ('a', 1, 5)")));
        fillFor(f);
        QVERIFY(readWith(f, otherWords()));
        QCOMPARE(kinds(f).first(), kind(domain::StatusKind::Pending));
        QCOMPARE(f.value(QStringLiteral("SELECT base_kind FROM identity WHERE id = 'a'")).toInt(),
            int(domain::StatusKind::Withdrawn));
    }
    void aStatusThatSomebodyWroteByHandIsComputedAgain()
    {
        CopyFile f;
        fillFor(f);
        QVERIFY(
            f.connection().exec(QStringLiteral("UPDATE identity SET kind = 0, ial = 3, due = 9e12 WHERE id = 'c'")));
        QVERIFY(readWith(f, otherWords()));
        QCOMPARE(kinds(f).last(), kind(domain::StatusKind::Never));
        QVERIFY(f.value(QStringLiteral("SELECT COALESCE(ial, due) FROM identity WHERE id = 'c'")).isNull());
    }
    void whatWasCopiedFromOtherAttributesWantsAFullCopy()
    {
        CopyFile f;
        fillFor(f);
        domain::SyncState s;
        s.hasFull = true;
        s.lastFullAt = 1000;
        s.cursor = QStringLiteral("somewhere");
        QVERIFY(store::cachesql::writeState(f.connection(), s));
        QVERIFY(readWith(f, otherWords()));
        QCOMPARE(store::cachesql::readState(f.connection())->lastFullAt, 1000);
        domain::Reading other = otherWords();
        other.map.set(Field::IdvStatus, QStringLiteral("anotherAttribute"));
        QVERIFY(readWith(f, other));
        const auto after = store::cachesql::readState(f.connection());
        QCOMPARE(after->lastFullAt, 0);
        QVERIFY(after->cursor.isEmpty() && after->runningMode.isEmpty());
    }
    void stoppedHalfWayItIsDoneAgain()
    {
        CopyFile f;
        fillFor(f);
        // The last step notes the reading: without it the file says that it was read by nobody.
        QVERIFY(f.connection().exec(QStringLiteral("CREATE TRIGGER no_note BEFORE UPDATE ON meta WHEN new.name = "
                                                   "'reading' BEGIN SELECT RAISE(ABORT, 'stopped'); END")));
        QVERIFY(f.connection().exec(QStringLiteral("CREATE TRIGGER no_new_note BEFORE INSERT ON meta WHEN new.name = "
                                                   "'reading' BEGIN SELECT RAISE(ABORT, 'stopped'); END")));
        QVERIFY(!readWith(f, otherWords()));
        QVERIFY(*store::cachesql::meta(f.connection(), QStringLiteral("reading")) != otherWords().version());
        QVERIFY(f.connection().exec(QStringLiteral("DROP TRIGGER no_note")));
        QVERIFY(f.connection().exec(QStringLiteral("DROP TRIGGER no_new_note")));
        QVERIFY(readWith(f, otherWords()));
        QCOMPARE(*store::cachesql::meta(f.connection(), QStringLiteral("reading")), otherWords().version());
        QCOMPARE(kinds(f).at(1), kind(domain::StatusKind::Dated));
    }
    void wordsThatCannotBeReadAreNoWords()
    {
        CopyFile f;
        QVERIFY(
            store::cachesql::setMeta(f.connection(), QStringLiteral("readingWords"), QStringLiteral("{\"pass\": 7}")));
        QVERIFY(!store::cachesql::wordsOf(f.connection()));
    }
};
IDV_TEST(ReadingTheCopyAnew)
#include "tst_cachereading.moc"
