#include "store/ledger/ledger.h"
#include "store/dialect.h"
#include "store/ledger/ledgerfile.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace store {

using core::Result;

static constexpr int ledgerId = 0x49445643; // "IDVC"

Ledger::Ledger(std::unique_ptr<LedgerFile> file) : m_file(std::move(file))
{
    connect(&m_sessions, &SessionStore::callbacksChanged, &m_callbacks, &CallbackStore::changed);
    connect(&m_events, &EventStore::proposed, &m_proposals, &ProposalStore::changed);
    connect(&m_retention, &RetentionStore::redacted, this, &Ledger::changedElsewhere);
    m_poll.setInterval(500);
    connect(&m_poll, &QTimer::timeout, this, &Ledger::pollVersion);
    m_poll.start();
    pollVersion(); // what others write from now on is a change, also within the first pause
}

Ledger::~Ledger()
{
    m_file.reset(); // what its worker is at tells the stores: it ends before them
}

void Ledger::drain()
{
    m_file->drain();
}

// A copy of a tenant is made by a tenant of the ledger, and adding one is its first entry: a ledger without entries
// beside copies was emptied, lost or put in another's place. It is never taken for a new one.
static core::Error emptied(const QString &path)
{
    return core::makeError(core::ErrorCode::Storage,
        QCoreApplication::translate("Ledger",
            "\"%1\" holds no entries, though copies of tenants lie beside it: the ledger was lost or emptied. Nothing "
            "was changed. Put a backup back (idvctl restore FILE), or move the whole folder away to start anew.")
            .arg(path));
}

static bool hasCopiesBeside(const QString &path)
{
    return !QFileInfo(path).dir().entryList({QStringLiteral("mirror-*.db")}, QDir::Files).isEmpty();
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &path, std::shared_ptr<core::Clock> clock)
{
    const bool hasCopies = hasCopiesBeside(path);
    if (hasCopies && QFileInfo(path).size() == 0) // or not there at all
        return emptied(path);
    DatabaseOptions o;
    o.path = path;
    o.applicationId = ledgerId;
    o.migrationPrefix = QStringLiteral(":/sql/ledger");
    o.fullSync = true;
    o.quickCheck = true;
    auto db = Database::open(o);
    if (!db)
        return db.error();
    if (hasCopies) {
        Result<qint64> entries = qint64(0);
        const auto asked = (*db)->run<qint64>([&entries](Connection &c) -> Result<qint64> {
            const auto n = c.value(QStringLiteral("SELECT COALESCE(MAX(seq), 0) FROM audit"));
            return entries = n ? Result<qint64>(n->toLongLong()) : Result<qint64>(n.error());
        });
        (*db)->drain();
        if (!entries)
            return entries.error();
        if (*entries == 0)
            return emptied(path);
    }
    o.quickCheck = false; // it was looked at a moment ago
    auto reader = Database::open(o);
    if (!reader)
        return reader.error();
    auto file = std::make_unique<LedgerFile>(*std::move(db), *std::move(reader), std::move(clock));
    return std::unique_ptr<Ledger>(new Ledger(std::move(file)));
}

void Ledger::pollVersion()
{
    if (m_polling)
        return;
    m_polling = true;
    const auto version = m_file->read<qint64>([](Connection &c) -> Result<qint64> {
        const auto v = c.value(dialect::dataVersion());
        if (!v)
            return v.error();
        return v->toLongLong();
    });
    core::whenDone<qint64>(version, this, [this](Result<qint64> v) {
        m_polling = false;
        if (!v)
            return;
        const bool isFirst = m_version < 0;
        const bool isOther = m_version != *v;
        m_version = *v;
        if (!isFirst && isOther)
            Q_EMIT changedElsewhere();
    });
}

} // namespace store
