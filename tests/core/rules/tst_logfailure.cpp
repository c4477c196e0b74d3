#include "core/logfailure.h"
#include "support/registry.h"
#include <QTest>

static Q_LOGGING_CATEGORY(lcHeard, "test.heard", QtInfoMsg)

    static QStringList heardLines;
static QtMessageHandler handlerBefore = nullptr;

static void hear(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (QByteArray(context.category) == "test.heard")
        heardLines << QStringLiteral("%1 %2").arg(
            type == QtWarningMsg ? QStringLiteral("W") : QStringLiteral("I"), text);
    else
        handlerBefore(type, context, text);
}

// What nobody waits for ends in the log, by its code and without the error's own words.
class DroppedFailures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        heardLines.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("test.heard=true"));
        handlerBefore = qInstallMessageHandler(hear);
    }
    void cleanup()
    {
        qInstallMessageHandler(handlerBefore);
        QLoggingCategory::setFilterRules({});
    }
    void eachCodeHasItsWeight()
    {
        for (int i = 0; i <= int(core::ErrorCode::Internal); ++i) {
            const auto code = core::ErrorCode(i);
            heardLines.clear();
            core::writeFailure(lcHeard(), "It failed.", core::makeError(code, QStringLiteral("ann@halden.example")));
            if (code == core::ErrorCode::Cancelled) {
                QVERIFY(heardLines.isEmpty());
                continue;
            }
            const bool isOurs = code == core::ErrorCode::Storage || code == core::ErrorCode::Internal;
            QCOMPARE(
                heardLines, QStringList((isOurs ? QStringLiteral("W It failed. ") : QStringLiteral("I It failed. ")) +
                                        core::codeName(code)));
        }
    }
    void onlyAFailureIsWritten()
    {
        QObject owner;
        const auto failed = core::makeError(core::ErrorCode::Storage, QStringLiteral("full"));
        core::logFailure(core::ready<int>(1), &owner, lcHeard, "The first failed.");
        core::logFailure(core::ready<int>(failed), &owner, lcHeard, "The second failed.");
        QTRY_COMPARE(heardLines.size(), 1);
        QVERIFY(heardLines.first().contains(QLatin1String("The second failed.")));
    }
};
IDV_TEST(DroppedFailures)
#include "tst_logfailure.moc"
