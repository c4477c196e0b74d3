#pragma once
#include <QIODevice>
#include <QSet>
#include <QString>
#include <QStringList>

namespace support {

/// What the suites tried: the total is asserted by the last class of the binary.
struct Tally
{
    static Tally &of()
    {
        static Tally one;
        return one;
    }
    void count(const QString &path, const QString &how)
    {
        ++cases;
        paths.insert(path);
        operators.insert(how);
    }
    /// A line a fact, for the process that adds up what ran side by side.
    QByteArray lines() const
    {
        QStringList all{QStringLiteral("cases\t%1").arg(cases)};
        for (const QString &p : paths)
            all << QStringLiteral("path\t") + p;
        for (const QString &o : operators)
            all << QStringLiteral("condition\t") + o;
        return all.join(QLatin1Char('\n')).toUtf8();
    }
    void add(const QByteArray &lines)
    {
        for (const QString &line : QString::fromUtf8(lines).split(QLatin1Char('\n'))) {
            const QString value = line.section(QLatin1Char('\t'), 1);
            if (line.startsWith(QLatin1String("cases\t")))
                cases += value.toInt();
            else if (line.startsWith(QLatin1String("path\t")))
                paths.insert(value);
            else if (line.startsWith(QLatin1String("condition\t")))
                operators.insert(value);
        }
    }
    int cases = 0;
    QSet<QString> paths, operators;
};

} // namespace support
