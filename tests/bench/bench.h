#pragma once
#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>

/// What the bench measures, one function a command; each prints one line of JSON and returns the exit code.
namespace bench {

/// The reference: fetch, parse with simdjson, rows, two indexes after; one after the other, nothing else.
int pipeline(const QString &url, const QString &client);
/// The console's own mirror and table, timed.
int list(const QString &file);
/// What a reviewer waits for over a million people, and how fast the log is proved and people are exported.
int outlook(const QString &file);
/// Comparisons and transitions a second, one thread.
int rules(const QString &pairs);
/// The bound of P8: the inbox's rows through SQLite's own interface, synchronous=FULL, `batch` rows a transaction.
int fullBound(const QString &file, int batch);
/// `connections` clients that keep their connection and send signed callbacks as fast as they are answered.
int callbacks(quint16 port, int connections, int seconds, const QByteArray &secret);

void print(const QJsonObject &o);

/// Milliseconds.
template <class F>
double timed(F &&what)
{
    QElapsedTimer t;
    t.start();
    what();
    return double(t.nsecsElapsed()) / 1e6;
}

} // namespace bench
