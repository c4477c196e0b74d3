#include "bench/bench.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/identitypage.h"
#include "support/await.h"
#include <QTemporaryDir>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <sqlite3.h>

using support::await;

namespace bench {

static double cpuSeconds()
{
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return double(t.tv_sec) + double(t.tv_nsec) / 1e9;
}

static void insertPage(sqlite3 *db, sqlite3_stmt *insert, const net::sailpoint::IdentityPage &page)
{
    sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
    for (const auto &row : page.rows()) {
        int at = 1;
        const auto bind = [&](std::string_view v) {
            sqlite3_bind_text(insert, at++, v.data() ? v.data() : "", int(v.size()), SQLITE_STATIC);
        };
        for (const auto v : {row.id, row.name, row.alias, row.email, row.profile, row.lifecycle, row.modified,
                 row.fields[1], row.fields[2], row.fields[6], row.fields[9], row.fields[12]})
            bind(v);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
}

int pipeline(const QString &url, const QString &client)
{
    char secret[256] = {};
    if (!std::fgets(secret, sizeof secret, stdin))
        return 1;
    auto clock = std::make_shared<core::SystemClock>();
    net::Http http(
        {QStringLiteral("none"), {}, 3, std::chrono::milliseconds(300), {}}, std::make_shared<net::NoLimiter>(), clock);
    domain::Tenant tenant;
    tenant.sailpointUrl = url;
    tenant.clientId = client;
    net::sailpoint::Api api(
        tenant, http,
        [&secret] {
            return core::ready<core::SecretPtr>(core::makeSecret(QByteArrayView(secret, qsizetype(strlen(secret)))));
        },
        clock);
    QTemporaryDir dir;
    sqlite3 *db = nullptr;
    sqlite3_open(dir.filePath(QStringLiteral("ref.db")).toUtf8().constData(), &db);
    sqlite3_exec(db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-24576;"
        "CREATE TABLE t (rid INTEGER PRIMARY KEY, a, b, c, d, e, f, g, h, i, j, k, l)",
        nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(
        db, "INSERT INTO t (a,b,c,d,e,f,g,h,i,j,k,l) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", -1, &insert, nullptr);
    QElapsedTimer timer;
    timer.start();
    const double cpu = cpuSeconds();
    qint64 n = 0;
    net::sailpoint::SearchRequest r;
    r.query = QStringLiteral("*");
    r.includes = net::sailpoint::searchIncludes(tenant.map);
    net::sailpoint::IdentityPage page;
    for (;;) {
        const auto raw = await(net::sailpoint::searchIdentities(api, r), 120000);
        if (!raw || !page.parse(raw->body, net::sailpoint::PageKind::Search, tenant.map) || page.rows().empty())
            break;
        insertPage(db, insert, page);
        n += qint64(page.rows().size());
        r.after = page.lastId();
    }
    sqlite3_exec(db, "CREATE INDEX x ON t (b); CREATE INDEX y ON t (h)", nullptr, nullptr, nullptr);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    print({{QStringLiteral("rate"), double(n) / seconds},
        {QStringLiteral("cpu"), (cpuSeconds() - cpu) * 1e6 / double(std::max<qint64>(1, n))}});
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return 0;
}

} // namespace bench
