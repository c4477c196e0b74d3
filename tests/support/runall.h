#pragma once
#include "support/registry.h"
#include <QCoreApplication>
#include <QtTest>

namespace support {

/// Runs every registered class; with arguments only those whose name is given first ("tst_pure Judgement").
inline int runAll()
{
    QStringList arguments = QCoreApplication::arguments();
    QString only;
    if (arguments.size() > 1 && !arguments.at(1).startsWith(QLatin1Char('-')))
        only = arguments.takeAt(1);
    int failed = 0;
    int ran = 0;
    auto all = makers();
    if (lastMaker())
        all.push_back(lastMaker());
    for (const auto &make : all) {
        const auto object = make();
        if (!only.isEmpty() && QLatin1String(object->metaObject()->className()) != only)
            continue;
        ++ran;
        failed += QTest::qExec(object.get(), arguments);
    }
    return ran == 0 ? 1 : failed;
}

} // namespace support
