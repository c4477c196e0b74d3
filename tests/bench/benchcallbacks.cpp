#include "bench/bench.h"
#include <QCryptographicHash>
#include <QDateTime>
#include <QHostAddress>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QtTest>
#include <algorithm>
#include <memory>
#include <sqlite3.h>
#include <vector>

namespace bench {

int fullBound(const QString &file, int batch)
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

int callbacks(quint16 port, int connections, int seconds, const QByteArray &secret)
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

} // namespace bench
