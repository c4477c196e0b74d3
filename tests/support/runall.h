#pragma once
#include "support/registry.h"
#include "support/tally.h"
#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace support {

/// Every class in a process of its own, all at the same time: for suites that wait more than they work. The last class
/// then looks at the sum of what they tried.
inline int runSideBySide(const QStringList &arguments)
{
    struct Part
    {
        QString name;
        std::unique_ptr<QProcess> process;
    };
    QTemporaryDir tallies;
    std::vector<Part> parts;
    for (const auto &make : makers()) {
        Part part{QString::fromLatin1(make()->metaObject()->className()), std::make_unique<QProcess>()};
        auto env = QProcessEnvironment::systemEnvironment();
        env.insert(QStringLiteral("IDV_TALLY"), tallies.filePath(part.name));
        part.process->setProcessEnvironment(env);
        part.process->setProcessChannelMode(QProcess::MergedChannels);
        part.process->start(QCoreApplication::applicationFilePath(), QStringList{part.name} + arguments.mid(1));
        parts.push_back(std::move(part));
    }
    int failed = 0;
    for (auto &part : parts) {
        part.process->waitForFinished(-1);
        fputs(part.process->readAll().constData(), stdout);
        failed += part.process->exitStatus() == QProcess::NormalExit ? part.process->exitCode() : 1;
        QFile tally(tallies.filePath(part.name));
        if (tally.open(QIODevice::ReadOnly))
            Tally::of().add(tally.readAll());
    }
    fflush(stdout);
    return failed + (lastMaker() ? QTest::qExec(lastMaker()().get(), arguments) : 0);
}

/// "--part 1/2": which of the classes are run, so that halves of a suite can run beside one another; all without it.
inline std::pair<int, int> takePart(QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--part"));
    if (at < 0 || at + 1 >= arguments.size())
        return {1, 1};
    const QStringList numbers = arguments.at(at + 1).split(QLatin1Char('/'));
    arguments.remove(at, 2);
    return {numbers.value(0).toInt(), std::max(1, numbers.value(1).toInt())};
}

/// Runs every registered class; with arguments only those whose name is given first ("tst_pure ResultEvaluation").
inline int runAll()
{
    QStringList arguments = QCoreApplication::arguments();
    if (qEnvironmentVariableIntValue("IDV_THOROUGH") == 1 && !qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // all cases take longer than Qt Test waits for a function
    if (arguments.removeAll(QStringLiteral("--side-by-side")) > 0)
        return runSideBySide(arguments);
    const auto [part, parts] = takePart(arguments);
    QString only;
    if (arguments.size() > 1 && !arguments.at(1).startsWith(QLatin1Char('-')))
        only = arguments.takeAt(1);
    int failed = 0;
    int ran = 0;
    int number = 0;
    auto all = makers();
    if (lastMaker())
        all.push_back(lastMaker());
    for (const auto &make : all) {
        const auto object = make();
        if (!only.isEmpty() && QLatin1String(object->metaObject()->className()) != only)
            continue;
        if (only.isEmpty() && number++ % parts != part - 1)
            continue;
        ++ran;
        failed += QTest::qExec(object.get(), arguments);
    }
    if (QFile tally(qEnvironmentVariable("IDV_TALLY")); !tally.fileName().isEmpty() && tally.open(QIODevice::WriteOnly))
        tally.write(Tally::of().lines());
    return ran == 0 ? 1 : failed;
}

} // namespace support
