// The reference of the bench, and its look inside the list. "pipeline URL CLIENT" with the secret on standard input:
// fetch, parse with simdjson, rows, two indexes after; one after the other, nothing else. "list FILE": the console's
// own mirror and table, timed.
#include "domain/verification/namematch.h"
#include "domain/verification/verification.h"
#include "models/peoplemodel.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/identitypage.h"
#include "store/cache/identitycache.h"
#include "support/await.h"
#include "ui/common/theme.h"
#include "ui/tables/celldelegate.h"
#include <QApplication>
#include <QHeaderView>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTableView>
#include <QTcpSocket>
#include <cstdio>
#include <ctime>
#include <sqlite3.h>

using support::await;

static void print(const QJsonObject &o)
{
    std::printf("%s\n", QJsonDocument(o).toJson(QJsonDocument::Compact).constData());
}

static double cpuSeconds()
{
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return double(t.tv_sec) + double(t.tv_nsec) / 1e9;
}

static int pipeline(const QString &url, const QString &client)
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

static double percentile(std::vector<double> v, double p)
{
    std::sort(v.begin(), v.end());
    return v.empty() ? 0 : v[size_t(double(v.size() - 1) * p)];
}

static int list(const QString &file)
{
    auto m = *store::IdentityCache::open(file, {}, std::make_shared<core::SystemClock>());
    const auto timed = [](auto &&what) {
        QElapsedTimer t;
        t.start();
        what();
        return double(t.nsecsElapsed()) / 1e6;
    };
    QJsonObject out;
    sqlite3 *db = nullptr;
    sqlite3_open(file.toUtf8().constData(), &db);
    out.insert(QStringLiteral("like_ms"), timed([&] {
        sqlite3_exec(db, "SELECT count(*) FROM identity WHERE sortkey LIKE '%eche%'", nullptr, nullptr, nullptr);
    }));
    sqlite3_close(db);
    (void)await(m->counts());
    out.insert(QStringLiteral("counts_ms"), timed([&] { (void)await(m->counts()); }));
    double slowest = 0;
    for (int i = 0; i < 8; ++i) {
        (void)await(m->quick({{}, {}, domain::SortBy(i), false}));
        const double ms = timed([&] {
            const auto rows = await(m->quick({{}, {}, domain::SortBy(i), true}));
            (void)await(m->people({rows->rows->begin(), rows->rows->begin() + 40}));
        });
        if (ms > slowest) {
            slowest = ms;
            out.insert(QStringLiteral("sort_column"), QStringLiteral("column %1").arg(i));
        }
    }
    out.insert(QStringLiteral("sort_ms"), slowest);
    // The real table with the real delegate and the real model.
    ui::Theme theme;
    theme.apply(ui::ThemeChoice::Light);
    models::PeopleModel model;
    QObject::connect(&model, &models::PeopleModel::blockWanted, &model, [&](quint64 generation, int block) {
        core::whenDone<QList<domain::Identity>>(m->people(model.rowsOfBlock(block)), &model,
            [&model, generation, block](const core::Result<QList<domain::Identity>> &p) {
                if (p)
                    model.deliver(generation, block, *p);
            });
    });
    model.setResult(*await(m->all({})), core::SystemClock().now());
    QTableView table;
    table.setModel(&model);
    table.setItemDelegate(new ui::CellDelegate(theme, &table));
    table.setShowGrid(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(32);
    table.resize(1100, 800);
    table.show();
    QTest::qWait(300);
    // Every prefix that is typed on the way to these names: first letters, accents, two words, e-mail, a number.
    std::vector<double> searches;
    for (const char *typed :
        {"maria eche", "ayşe çelik", "佐々", "παπα", "nguyen", "o'sull", "grace.quesnel", "10 17"}) {
        QString text;
        for (const QChar c : QString::fromUtf8(typed)) {
            text += c;
            searches.push_back(timed([&] {
                model.setResult(*await(m->quick({text, {}, {}, {}})), core::SystemClock().now());
                QSignalSpy delivered(&model, &QAbstractItemModel::dataChanged);
                table.viewport()->repaint();
                while (model.rowCount() > 0 && !model.person(0) && delivered.wait(2000)) {
                }
                table.viewport()->repaint();
            }));
        }
    }
    out.insert(QStringLiteral("search_p95"), percentile(searches, 0.95));
    model.setResult(*await(m->all({})), core::SystemClock().now());
    QTest::qWait(100);
    std::vector<double> frames;
    for (int i = 0; i < 300; ++i) {
        table.verticalScrollBar()->setValue(table.verticalScrollBar()->value() + 7 + i % 40);
        frames.push_back(timed([&] { table.viewport()->repaint(); }));
        QTest::qWait(2);
    }
    out.insert(QStringLiteral("frame_p99"), percentile(frames, 0.99));
    out.insert(QStringLiteral("jump_ms"), timed([&] {
        QSignalSpy delivered(&model, &QAbstractItemModel::dataChanged);
        table.scrollToBottom();
        table.viewport()->repaint();
        while (!model.person(model.rowCount() - 1) && delivered.wait(2000)) {
        }
        table.viewport()->repaint();
    }));
    print(out);
    return 0;
}

// Comparisons and transitions a second, one thread.
static int rules(const QString &pairs)
{
    QFile file(pairs);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    QList<std::pair<QString, QString>> names;
    const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')).mid(1);
    for (const QString &line : lines) {
        const auto f = line.split(QLatin1Char('\t'));
        if (f.size() == 6)
            names.append({f.at(0), f.at(1)});
    }
    const auto perSecond = [](auto &&once, qint64 each) {
        QElapsedTimer t;
        t.start();
        qint64 n = 0;
        while (t.elapsed() < 1500) {
            once();
            n += each;
        }
        return double(n) * 1e9 / double(t.nsecsElapsed());
    };
    QJsonObject out;
    qint64 passed = 0;
    out.insert(QStringLiteral("names"), perSecond(
                                            [&] {
                                                for (const auto &[a, b] : std::as_const(names))
                                                    passed += domain::compareNames({a, {}, {}}, b).passes() ? 1 : 0;
                                            },
                                            names.size()));
    // What a console really compares: a Latin name against itself in capitals.
    out.insert(QStringLiteral("usual"),
        perSecond(
            [&] {
                passed += domain::compareNames({QStringLiteral("Adaeze Chikwanha"), QStringLiteral("Adaeze"),
                                                   QStringLiteral("Chikwanha")},
                              QStringLiteral("ADAEZE CHIKWANHA"))
                                  .passes()
                              ? 1
                              : 0;
            },
            1));
    int sum = 0;
    out.insert(QStringLiteral("states"),
        perSecond(
            [&] {
                for (int s = 0; s < domain::sessionStateCount; ++s) {
                    for (int e = 0; e < domain::sessionEventCount; ++e)
                        sum += int(domain::next(domain::SessionState(s), domain::SessionEvent(e)).kind);
                }
            },
            domain::sessionStateCount * domain::sessionEventCount));
    out.insert(QStringLiteral("sum"), double(sum % 7) + double(passed % 7));
    print(out);
    return 0;
}

// The bound of P8: the inbox's rows through SQLite's own interface, synchronous=FULL, `batch` rows a transaction.
static int fullBound(const QString &file, int batch)
{
    sqlite3 *db = nullptr;
    sqlite3_open(file.toUtf8().constData(), &db);
    for (const char *sql : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
             "CREATE TABLE callback (seq INTEGER PRIMARY KEY NOT NULL, tenant TEXT, at INTEGER, peer TEXT, trust TEXT, "
             "secret_no INTEGER, replay_key TEXT, body_hash TEXT, nonce TEXT, bytes INTEGER, result TEXT, session "
             "TEXT, state TEXT, UNIQUE (tenant, replay_key))"})
        sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(
        db, "INSERT INTO callback VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING", -1, &insert, nullptr);
    QElapsedTimer t;
    t.start();
    qint64 n = 0;
    while (t.elapsed() < 3000) {
        sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        for (int i = 0; i < batch; ++i) {
            const QByteArray key = QCryptographicHash::hash(QByteArray::number(n), QCryptographicHash::Sha256).toHex();
            sqlite3_bind_int64(insert, 1, ++n);
            for (const int at : {2, 4, 5, 7, 8, 9, 11, 12, 13})
                sqlite3_bind_text(insert, at, key.constData(), at == 7 || at == 8 || at == 11 ? 64 : 9, SQLITE_STATIC);
            for (const int at : {3, 6, 10})
                sqlite3_bind_int64(insert, at, n);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    }
    const double seconds = double(t.nsecsElapsed()) / 1e9;
    print({{QStringLiteral("rate"), double(n) / seconds}});
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return 0;
}

// `connections` clients that keep their connection and send signed callbacks as fast as they are answered.
static int callbacks(quint16 port, int connections, int seconds, const QByteArray &secret)
{
    struct Client
    {
        QTcpSocket socket;
        QElapsedTimer sent;
    };
    std::vector<std::unique_ptr<Client>> clients;
    std::vector<double> times;
    qint64 n = 0;
    qint64 good = 0;
    const QByteArray run = QByteArray::number(QRandomGenerator::global()->generate64(), 16);
    const QByteArray key = QByteArray::fromBase64(secret.mid(6));
    const auto send = [&](Client &c) {
        const QByteArray body =
            R"({"session_id":"k1-bench","verification_status":"IN_PROGRESS","ial_level":2,)"
            R"("verified_name":"ADAEZE CHIKWANHA","document_type":"passport","completed_at":"2026-07-01T10:00:00Z",)"
            R"("user_identifier":"a@b.example","n":)" +
            QByteArray::number(++n) + '}';
        const QByteArray id = "msg_" + run + QByteArray::number(n);
        const QByteArray ts = QByteArray::number(QDateTime::currentSecsSinceEpoch());
        const QByteArray mac =
            QMessageAuthenticationCode::hash(id + '.' + ts + '.' + body, key, QCryptographicHash::Sha256).toBase64();
        c.sent.start();
        c.socket.write("POST /idv/callback HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nwebhook-id: " + id +
                       "\r\nwebhook-timestamp: " + ts + "\r\nwebhook-signature: v1," + mac +
                       "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    };
    QElapsedTimer all;
    all.start();
    for (int i = 0; i < connections; ++i) {
        clients.push_back(std::make_unique<Client>());
        Client &c = *clients.back();
        QObject::connect(&c.socket, &QTcpSocket::connected, [&] { send(c); });
        QObject::connect(&c.socket, &QTcpSocket::readyRead, [&] {
            const QByteArray answer = c.socket.readAll();
            times.push_back(double(c.sent.nsecsElapsed()) / 1e6);
            good += answer.startsWith("HTTP/1.1 20") ? 1 : 0;
            if (all.elapsed() < seconds * 1000)
                send(c);
        });
        c.socket.connectToHost(QHostAddress::LocalHost, port);
    }
    QTest::qWait(seconds * 1000 + 300);
    std::sort(times.begin(), times.end());
    print({{QStringLiteral("rate"), double(good) / seconds},
        {QStringLiteral("p99"), times.empty() ? 0 : times[size_t(double(times.size() - 1) * 0.99)]},
        {QStringLiteral("refused"), double(times.size()) - double(good)}});
    return 0;
}

int outlook(const QString &file); // benchoutlook.cpp

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList a = QApplication::arguments();
    if (a.value(1) == QLatin1String("pipeline"))
        return pipeline(a.value(2), a.value(3));
    if (a.value(1) == QLatin1String("outlook"))
        return outlook(a.value(2));
    if (a.value(1) == QLatin1String("rules"))
        return rules(a.value(2));
    if (a.value(1) == QLatin1String("bound"))
        return fullBound(a.value(2), a.value(3).toInt());
    if (a.value(1) == QLatin1String("callbacks")) {
        QFile in;
        if (!in.open(stdin, QIODevice::ReadOnly))
            return 1;
        return callbacks(quint16(a.value(2).toInt()), a.value(3).toInt(), a.value(4).toInt(), in.readAll().trimmed());
    }
    return list(a.value(2));
}
