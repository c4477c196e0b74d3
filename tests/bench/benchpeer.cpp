// The reference of the bench, and its look inside the list. "pipeline URL CLIENT" with the secret on standard input:
// fetch, parse with simdjson, rows, two indexes after; one after the other, nothing else. "list FILE": the console's
// own mirror and table, timed.
#include "bench/bench.h"
#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <cstdio>

void bench::print(const QJsonObject &o)
{
    std::printf("%s\n", QJsonDocument(o).toJson(QJsonDocument::Compact).constData());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList a = QApplication::arguments();
    if (a.value(1) == QLatin1String("pipeline"))
        return bench::pipeline(a.value(2), a.value(3));
    if (a.value(1) == QLatin1String("outlook"))
        return bench::outlook(a.value(2));
    if (a.value(1) == QLatin1String("rules"))
        return bench::rules(a.value(2));
    if (a.value(1) == QLatin1String("bound"))
        return bench::fullBound(a.value(2), a.value(3).toInt());
    if (a.value(1) == QLatin1String("callbacks")) {
        QFile in;
        if (!in.open(stdin, QIODevice::ReadOnly))
            return 1;
        return bench::callbacks(
            quint16(a.value(2).toInt()), a.value(3).toInt(), a.value(4).toInt(), in.readAll().trimmed());
    }
    return bench::list(a.value(2));
}
