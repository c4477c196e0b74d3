#include "store/cache/identitycache.h"
#include "store/cache/cachesql.h"
#include "store/cache/segments.h"

namespace store {

using core::Async;
using core::Result;
using core::Unit;

static constexpr int cacheId = 0x4944564D; // "IDVM"

IdentityCache::IdentityCache(std::unique_ptr<CacheFile> file)
    : m_file(std::move(file)), m_reader(*m_file), m_writer(*m_file)
{
    connect(&m_writer, &CopyWriter::changed, this, &IdentityCache::changed);
}

IdentityCache::~IdentityCache() = default;

Result<std::unique_ptr<IdentityCache>> IdentityCache::open(const QString &path,
    const domain::ReverificationPolicy &policy, std::shared_ptr<core::Clock> clock, const domain::Reading &reading)
{
    DatabaseOptions o;
    o.path = path;
    o.applicationId = cacheId;
    o.migrationPrefix = QStringLiteral(":/sql/mirror");
    o.cacheKiB = 24 * 1024;
    auto writer = Database::open(o);
    if (!writer)
        return writer.error();
    auto readAnew = std::make_shared<core::Status>(core::ok());
    (void)(*writer)->run<Unit>([readAnew, reading, policy, now = clock->now()](Connection &c) -> core::Status {
        *readAnew = cachesql::readAnew(c, reading, policy, now);
        return *readAnew;
    });
    (*writer)->drain();
    if (!*readAnew)
        return readAnew->error();
    o.cacheKiB = 8 * 1024;
    auto reader = Database::open(o);
    o.cacheKiB = 4 * 1024;
    auto slow = Database::open(o);
    if (!reader || !slow)
        return reader ? slow.error() : reader.error();
    auto file = std::make_unique<CacheFile>();
    file->writer = *std::move(writer);
    file->reader = *std::move(reader);
    file->slow = *std::move(slow);
    file->clock = std::move(clock);
    file->policy = policy;
    file->reading = reading;
    return std::unique_ptr<IdentityCache>(new IdentityCache(std::move(file)));
}

void IdentityCache::changedSoon(const Async<Unit> &done)
{
    core::whenDone<Unit>(done, this, [this](const core::Status &r) {
        if (r)
            Q_EMIT changed();
    });
}

Async<Unit> IdentityCache::setOverlay(const core::IdentityId &id, const domain::SessionOverlay &overlay)
{
    const auto done = m_file->writer->write<Unit>([id, overlay](Connection &c) -> core::Status {
        const auto words = cachesql::wordsOf(c);
        return words ? cachesql::applyOverlay(c, id.str(), overlay, *words) : core::Status(words.error());
    });
    changedSoon(done);
    return done;
}

Async<Unit> IdentityCache::replaceOverlays(const QHash<QString, domain::SessionOverlay> &overlays)
{
    return m_file->writer->write<Unit>([overlays](Connection &c) -> core::Status {
        const auto words = cachesql::wordsOf(c);
        if (!words)
            return words.error();
        const auto before = c.rows(QStringLiteral("SELECT id FROM overlay"));
        if (!before)
            return before.error();
        for (const auto &row : *before) {
            if (overlays.contains(row.at(0).toString()))
                continue;
            if (const auto r = cachesql::applyOverlay(c, row.at(0).toString(), {}, *words); !r)
                return r;
        }
        for (auto it = overlays.begin(); it != overlays.end(); ++it) {
            if (const auto r = cachesql::applyOverlay(c, it.key(), it.value(), *words); !r)
                return r;
        }
        return core::ok();
    });
}

Async<Unit> IdentityCache::setPolicy(const domain::ReverificationPolicy &policy)
{
    m_file->policy = policy;
    return core::andThen<bool>(m_file->writer->write<bool>([policy, now = m_file->clock->now()](Connection &c) {
        return cachesql::applyPolicy(c, policy, now);
    }),
        this, [this](bool isBehind) { return isBehind ? applyPolicySlices() : core::ready<Unit>(core::ok()); });
}

// In slices, so that a page of a running copy or an overlay does not wait for a million people.
Async<Unit> IdentityCache::applyPolicySlices()
{
    return core::andThen<bool>(m_file->writer->write<bool>([](Connection &c) { return cachesql::applyPolicySlice(c); }),
        this, [this](bool isMore) {
            Q_EMIT changed();
            return isMore ? applyPolicySlices() : m_file->writer->write<Unit>([](Connection &c) -> core::Status {
                const auto indexed = cachesql::meta(c, QStringLiteral("indexed"));
                return indexed && *indexed == QLatin1String("1") ? cachesql::buildListIndexes(c) : core::ok();
            });
        });
}

} // namespace store
