#pragma once
#include "domain/identities/identityrow.h"
#include "store/cache/cachesql.h"
#include "store/cache/identitycache.h"
#include "store/cache/pagewriter.h"
#include "store/connection.h"
#include "support/fakeclock.h"
#include "support/storefolder.h"
#include <QSqlDatabase>

namespace support {

/// The file of a copy of people on a connection of the test's own: the store's statements run here, and what they left
/// is looked at with SQL.
class CopyFile
{
public:
    static constexpr core::Instant now = 1'800'000'000'000;

    CopyFile() : m_clock(std::make_shared<FakeClock>(now))
    {
        QVERIFY(store::IdentityCache::open(path(), {}, m_clock)); // makes the file and closes it
        auto db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name());
        db.setDatabaseName(path());
        QVERIFY(db.open());
        m_connection = std::make_unique<store::Connection>(db);
    }
    ~CopyFile()
    {
        m_connection->db().close();
        m_connection.reset();
        QSqlDatabase::removeDatabase(name());
    }
    Q_DISABLE_COPY_MOVE(CopyFile)

    store::Connection &connection() { return *m_connection; }
    QString path() const { return m_folder.path("mirror.db"); }
    std::shared_ptr<FakeClock> clock() const { return m_clock; }
    /// A page in a transaction of its own, as the copy writes it.
    core::Result<store::PageResult> write(const std::vector<domain::IdentityRow> &rows,
        const store::PageSpan &span = changes(), const domain::ReverificationPolicy &policy = {})
    {
        if (const auto begun = store::begin(connection()); !begun)
            return begun.error();
        auto result = store::PageWriter(connection(), policy, m_words, now).write(span, rows);
        if (!result)
            store::rollback(connection());
        else if (const auto committed = store::commit(connection()); !committed)
            return committed.error();
        return result;
    }
    QVariant value(const QString &sql)
    {
        const auto v = connection().value(sql);
        return v ? *v : QVariant(v.error().text);
    }
    QStringList column(const QString &sql)
    {
        QStringList out;
        const auto rows = connection().rows(sql);
        for (const auto &row : rows ? *rows : QList<QVariantList>())
            out << row.at(0).toString();
        return out;
    }
    static store::PageSpan changes()
    {
        store::PageSpan span;
        span.isChanges = true;
        return span;
    }
    /// The texts have to live as long as the row.
    static domain::IdentityRow row(std::string_view id, std::string_view name)
    {
        domain::IdentityRow r;
        r.id = id;
        r.name = name;
        r.profile = "Employees";
        r.source = "HR";
        return r;
    }

private:
    static QString name() { return QStringLiteral("copy-by-hand"); }
    StoreFolder m_folder;
    std::shared_ptr<FakeClock> m_clock;
    domain::StatusWords m_words;
    std::unique_ptr<store::Connection> m_connection;
};

} // namespace support
