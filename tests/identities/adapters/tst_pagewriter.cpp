#include "identities/adapters/copyfile.h"
#include "support/registry.h"
#include <sqlite3.h>

using domain::Field;
using domain::IdentityRow;
using support::CopyFile;

namespace {

/// SQLite stops whatever it is at after so many of its steps.
struct StopsAfter
{
    StopsAfter(store::Connection &c, qint64 steps) : left(steps), handle(c.raw())
    {
        sqlite3_progress_handler(
            handle, 1, [](void *self) { return --static_cast<StopsAfter *>(self)->left < 0 ? 1 : 0; }, this);
    }
    ~StopsAfter() { sqlite3_progress_handler(handle, 0, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(StopsAfter)
    qint64 left;
    sqlite3 *handle;
};

store::PageSpan pageUpTo(const char *last, bool isLast = false)
{
    store::PageSpan span;
    span.last = QString::fromLatin1(last);
    span.isLast = isLast;
    return span;
}

struct Change
{
    const char *column;
    std::string_view IdentityRow::*text;
    std::string_view value;
};

} // namespace

class WritingAPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoIsNewIsAddedWithWhatTheTextsSay()
    {
        CopyFile f;
        IdentityRow r = CopyFile::row("a1", "María Echeverría");
        r.email = "maria@hv.example";
        r.modified = "2026-11-01T10:00:00.000Z";
        r.fields[size_t(Field::IdvVerified)] = "true";
        r.fields[size_t(Field::IdvStatus)] = "VERIFIED";
        r.fields[size_t(Field::IdvIal)] = "IAL2";
        r.fields[size_t(Field::IdvVerifiedDate)] = "2026-11-02T10:00:00Z";
        const auto done = f.write({r, CopyFile::row("a2", "Bo")});
        QVERIFY(done);
        QCOMPARE(done->added, 2);
        QCOMPARE(done->changed + done->unchanged, 0);
        QCOMPARE(f.value(QStringLiteral("SELECT sortkey FROM identity WHERE id = 'a1'")).toString(),
            QStringLiteral("maria echeverria"));
        QCOMPARE(f.value(QStringLiteral("SELECT ial FROM identity WHERE id = 'a1'")).toInt(), 2);
        QCOMPARE(f.value(QStringLiteral("SELECT kind FROM identity WHERE id = 'a1'")).toInt(),
            int(domain::StatusKind::Dated));
        const auto verified = f.value(QStringLiteral("SELECT date_at FROM identity WHERE id = 'a1'")).toLongLong();
        const domain::ReverificationInterval rule;
        QCOMPARE(f.value(QStringLiteral("SELECT due FROM identity WHERE id = 'a1'")).toLongLong(),
            verified + rule.intervalDays * core::dayMs);
        QCOMPARE(f.value(QStringLiteral("SELECT due - warn_at FROM identity WHERE id = 'a1'")).toLongLong(),
            rule.warnDays * core::dayMs);
        QCOMPARE(f.value(QStringLiteral("SELECT kind FROM identity WHERE id = 'a2'")).toInt(),
            int(domain::StatusKind::Never));
        QVERIFY(f.value(QStringLiteral("SELECT due FROM identity WHERE id = 'a2'")).isNull());
    }
    void whoIsTheSameCostsNoWrite()
    {
        CopyFile f;
        const std::vector<IdentityRow> page{CopyFile::row("a1", "Ana"), CopyFile::row("a2", "Bo")};
        QVERIFY(f.write(page));
        const auto before = f.value(QStringLiteral("SELECT total_changes()")).toLongLong();
        const auto again = f.write(page);
        QVERIFY(again);
        QCOMPARE(again->unchanged, 2);
        QCOMPARE(again->added + again->changed, 0);
        QCOMPARE(f.value(QStringLiteral("SELECT total_changes()")).toLongLong(), before);
    }
    void eachTextThatChangedIsWritten()
    {
        static const Change changes[]{{"name", &IdentityRow::name, "Ana Ñandú"}, {"alias", &IdentityRow::alias, "a"},
            {"email", &IdentityRow::email, "b"}, {"profile", &IdentityRow::profile, "c"},
            {"lifecycle", &IdentityRow::lifecycle, "d"}, {"manager", &IdentityRow::manager, "e"},
            {"source", &IdentityRow::source, "g"}, {"sp_status", &IdentityRow::sailpointStatus, "h"}};
        for (const Change &change : changes) {
            CopyFile f;
            IdentityRow r = CopyFile::row("a1", "Ana");
            QVERIFY(f.write({r, CopyFile::row("a2", "Bo")}));
            r.*change.text = change.value;
            const auto done = f.write({r, CopyFile::row("a2", "Bo")});
            QVERIFY(done);
            QVERIFY2(done->changed == 1 && done->unchanged == 1 && done->added == 0, change.column);
            const QString column = QString::fromLatin1(change.column);
            QCOMPARE(f.value(QStringLiteral("SELECT %1 FROM identity WHERE id = 'a1'").arg(column)).toString(),
                QString::fromUtf8(change.value.data(), qsizetype(change.value.size())));
            QCOMPARE(f.value(QStringLiteral("SELECT COUNT(*) FROM identity")).toInt(), 2);
        }
    }
    void eachAttributeThatChangedIsWritten()
    {
        static const char *const columns[]{"idv_verified", "idv_status", "idv_ial", "idv_name", "idv_document",
            "idv_session", "idv_date", "first_name", "last_name", "mobile", "work_email", "personal_email", "employee",
            "risk"};
        CopyFile f;
        IdentityRow r = CopyFile::row("a1", "Ana");
        QVERIFY(f.write({r}));
        for (size_t i = 0; i < std::size(columns); ++i) {
            r.fields[i] = "another text";
            const auto done = f.write({r});
            QVERIFY(done);
            QVERIFY2(done->changed == 1, columns[i]);
            QCOMPARE(f.value(QStringLiteral("SELECT %1 FROM identity").arg(QString::fromLatin1(columns[i]))).toString(),
                QStringLiteral("another text"));
        }
        QCOMPARE(domain::fieldCount, int(std::size(columns)));
    }
    void twoTextsThatChangePlacesAreAChange()
    {
        CopyFile f;
        IdentityRow r = CopyFile::row("a1", "Ana");
        r.fields[size_t(Field::FirstName)] = "x";
        r.fields[size_t(Field::LastName)] = "y";
        QVERIFY(f.write({r}));
        std::swap(r.fields[size_t(Field::FirstName)], r.fields[size_t(Field::LastName)]);
        QCOMPARE(f.write({r})->changed, 1);
        QCOMPARE(f.value(QStringLiteral("SELECT last_name FROM identity")).toString(), QStringLiteral("x"));
    }
    void whatAnAnswerDoesNotHoldIsKept()
    {
        CopyFile f;
        IdentityRow r = CopyFile::row("a1", "Ana");
        QVERIFY(f.write({r}));
        r.profile = r.source = std::string_view();
        QVERIFY(f.write({r}));
        QCOMPARE(f.value(QStringLiteral("SELECT profile || '/' || source FROM identity")).toString(),
            QStringLiteral("Employees/HR"));
        r.profile = r.source = std::string_view("");
        QCOMPARE(f.write({r})->changed, 1);
        QCOMPARE(
            f.value(QStringLiteral("SELECT profile || '/' || source FROM identity")).toString(), QStringLiteral("/"));
    }
    void oddTextsAreTextsAndNothingElse()
    {
        CopyFile f;
        const std::string large(1 << 20, 'x');
        std::vector<IdentityRow> page{CopyFile::row("", ""), CopyFile::row("'); DROP TABLE identity; --", "O'Brien"),
            CopyFile::row("a1", large), CopyFile::row("a2", "\xff\xfe no UTF-8"),
            CopyFile::row("a3", "\n\t\"quoted\"")};
        page[3].fields[size_t(Field::IdvVerifiedDate)] = "the day before yesterday";
        page[4].fields[size_t(Field::IdvIal)] = "99999999999999999999";
        QCOMPARE(f.write(page)->added, 5);
        QCOMPARE(f.value(QStringLiteral("SELECT COUNT(*) FROM identity")).toInt(), 5);
        QCOMPARE(f.value(QStringLiteral("SELECT length(name) FROM identity WHERE id = 'a1'")).toInt(), 1 << 20);
        QCOMPARE(f.value(QStringLiteral("SELECT kind FROM identity WHERE id = 'a2'")).toInt(),
            int(domain::StatusKind::BadDate));
        QVERIFY(f.value(QStringLiteral("SELECT ial FROM identity WHERE id = 'a3'")).isNull());
        QCOMPARE(f.write(page)->unchanged, 5);
    }
    void whoStandsTwiceInAPageIsOnePerson()
    {
        CopyFile f;
        const auto done = f.write({CopyFile::row("a1", "Ana"), CopyFile::row("a1", "Ana"), CopyFile::row("a1", "Eva")});
        QVERIFY(done);
        QCOMPARE(done->added, 1);
        QCOMPARE(done->unchanged, 1);
        QCOMPARE(done->changed, 1);
        QCOMPARE(f.column(QStringLiteral("SELECT name FROM identity")), QStringList(QStringLiteral("Eva")));
    }
    void whoIsLeftOutOfAPageIsNotedAndMetAgain()
    {
        CopyFile f;
        QVERIFY(f.write({CopyFile::row("a1", "Ana"), CopyFile::row("a2", "Bo"), CopyFile::row("a3", "Cy"),
            CopyFile::row("a9", "Di")}));
        IdentityRow apart = CopyFile::row("a4", "Nobody's");
        apart.correlated = false;
        QVERIFY(f.write({apart}));
        QVERIFY(f.write({CopyFile::row("a1", "Ana"), CopyFile::row("a3", "Cy")}, pageUpTo("a5")));
        const QString missing = QStringLiteral("SELECT id FROM missing ORDER BY id");
        QCOMPARE(f.column(missing), QStringList(QStringLiteral("a2")));
        store::PageSpan tail = pageUpTo("", true);
        tail.after = QStringLiteral("a5");
        QVERIFY(f.write({}, tail));
        QCOMPARE(f.column(missing), QStringList({QStringLiteral("a2"), QStringLiteral("a9")}));
        QVERIFY(f.write({CopyFile::row("a2", "Bo")}));
        QCOMPARE(f.column(missing), QStringList(QStringLiteral("a9")));
    }
    void aListNotesWhomItMet()
    {
        CopyFile f;
        store::PageSpan span;
        span.isList = true;
        QVERIFY(f.write({CopyFile::row("b", "Bo"), CopyFile::row("a", "Ana")}, span));
        QVERIFY(f.write({CopyFile::row("b", "Bo")}, span));
        QCOMPARE(f.column(QStringLiteral("SELECT id FROM seen ORDER BY id")),
            QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(f.value(QStringLiteral("SELECT COUNT(*) FROM missing")).toInt(), 0);
    }
    void aSessionStandsOverWhatIsCopied()
    {
        CopyFile f;
        QVERIFY(f.connection().exec(QStringLiteral("INSERT INTO overlay (id, kind, at) VALUES ('a1', %1, 5)")
                                        .arg(int(domain::SessionOverlay::Held))));
        QVERIFY(f.write({CopyFile::row("a1", "Ana"), CopyFile::row("a2", "Bo")}));
        QCOMPARE(f.value(QStringLiteral("SELECT kind FROM identity WHERE id = 'a1'")).toInt(),
            int(domain::StatusKind::Held));
        QCOMPARE(f.value(QStringLiteral("SELECT base_kind FROM identity WHERE id = 'a1'")).toInt(),
            int(domain::StatusKind::Never));
        QCOMPARE(f.value(QStringLiteral("SELECT kind FROM identity WHERE id = 'a2'")).toInt(),
            int(domain::StatusKind::Never));
    }
    void theRuleOfASegmentSaysWhenSomebodyIsDue()
    {
        CopyFile f;
        domain::ReverificationPolicy policy;
        domain::ReverificationRule rule;
        rule.name = QStringLiteral("Contractors");
        rule.profiles = {QStringLiteral("Contractors")};
        rule.rule.intervalDays = 30;
        policy.rules = {rule};
        std::vector<IdentityRow> page{CopyFile::row("a1", "Ana"), CopyFile::row("a2", "Bo"), CopyFile::row("a3", "Cy")};
        page[0].profile = page[1].profile = "Contractors";
        for (auto &r : page)
            r.fields[size_t(Field::IdvVerifiedDate)] = "2026-11-02T10:00:00Z";
        QVERIFY(f.write(page, CopyFile::changes(), policy));
        QCOMPARE(f.column(QStringLiteral("SELECT (due - date_at) / 86400000 FROM identity ORDER BY id")),
            QStringList({QStringLiteral("30"), QStringLiteral("30"),
                QString::number(domain::ReverificationInterval().intervalDays)}));
        QCOMPARE(f.value(QStringLiteral("SELECT COUNT(DISTINCT sid) FROM identity")).toInt(), 2);
        QCOMPARE(f.value(QStringLiteral("SELECT COUNT(*) FROM segment")).toInt(), 2);
    }
    void whatSearchFindsFollows()
    {
        CopyFile f;
        QVERIFY(store::cachesql::setMeta(f.connection(), QStringLiteral("search"), QStringLiteral("ready")));
        QVERIFY(f.write({CopyFile::row("a1", "Ana"), CopyFile::row("a2", "Bo")}));
        const QString found = QStringLiteral("SELECT COUNT(*) FROM search WHERE search MATCH '%1'");
        QCOMPARE(f.value(found.arg(QStringLiteral("ana"))).toInt(), 1);
        QVERIFY(f.write({CopyFile::row("a1", "Eva")}));
        QCOMPARE(f.value(found.arg(QStringLiteral("ana"))).toInt(), 0);
        QCOMPARE(f.value(found.arg(QStringLiteral("eva"))).toInt(), 1);
        QCOMPARE(f.value(QStringLiteral("SELECT COUNT(*) FROM place")).toInt(), 2);
    }
    void stoppedAnywhereNothingOfItIsThere()
    {
        CopyFile f;
        QVERIFY(f.write({CopyFile::row("a1", "Ana"), CopyFile::row("a2", "Bo")}));
        const std::vector<IdentityRow> page{
            CopyFile::row("a1", "Eva"), CopyFile::row("a3", "Cy"), CopyFile::row("a4", "Di")};
        const QString everybody = QStringLiteral("SELECT id || name FROM identity ORDER BY id");
        const QStringList before = f.column(everybody);
        int stopped = 0;
        for (qint64 steps = 1;; steps += 41) {
            QVERIFY(store::begin(f.connection()));
            bool isDone = false;
            {
                const StopsAfter stop(f.connection(), steps);
                isDone =
                    bool(store::PageWriter(f.connection(), {}, {}, CopyFile::now).write(CopyFile::changes(), page));
            }
            if (isDone) {
                QVERIFY(store::commit(f.connection()));
                break;
            }
            ++stopped;
            store::rollback(f.connection());
            QCOMPARE(f.column(everybody), before);
        }
        QVERIFY2(stopped > 5, qPrintable(QString::number(stopped)));
        QCOMPARE(f.column(everybody), QStringList({QStringLiteral("a1Eva"), QStringLiteral("a2Bo"),
                                          QStringLiteral("a3Cy"), QStringLiteral("a4Di")}));
    }
    void aFileThatRefusesSaysSo()
    {
        CopyFile f;
        QVERIFY(f.connection().exec(QStringLiteral("PRAGMA query_only = ON")));
        const auto r = f.write({CopyFile::row("a1", "Ana")});
        QVERIFY(!r);
        QCOMPARE(r.error().code, core::ErrorCode::Storage);
        QVERIFY(f.connection().exec(QStringLiteral("PRAGMA query_only = OFF")));
        QCOMPARE(f.value(QStringLiteral("SELECT COUNT(*) FROM identity")).toInt(), 0);
        QVERIFY(f.connection().exec(QStringLiteral("DROP TABLE overlay")));
        QVERIFY(!f.write({CopyFile::row("a1", "Ana")}));
    }
};
IDV_TEST(WritingAPage)
#include "tst_pagewriter.moc"
