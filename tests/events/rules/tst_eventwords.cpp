#include "domain/callbacks/requestcollection.h"
#include "domain/events/invocation.h"
#include "domain/events/subscription.h"
#include "domain/events/testinput.h"
#include "domain/events/trigger.h"
#include "domain/events/workflow.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QtTest>

// Words and texts about event triggers and workflows.
class EventWords : public QObject
{
    Q_OBJECT
    template <class E>
    static void check(const QStringList &words, QString (*key)(E), std::optional<E> (*fromKey)(const QString &))
    {
        for (int i = 0; i < words.size(); ++i) {
            QCOMPARE(key(E(i)), words.at(i));
            QVERIFY(fromKey(words.at(i)) == E(i));
            const QString turned = words.at(i).isUpper() ? words.at(i).toLower() : words.at(i).toUpper();
            for (const QString &other : QStringList{turned, words.at(i) + QLatin1Char(' '), words.at(i).chopped(1), {}})
                QVERIFY2(!fromKey(other), qPrintable(other));
        }
    }
private Q_SLOTS:
    void everyWordIsReadAndOthersAreNot()
    {
        using namespace domain;
        check<TriggerType>({QStringLiteral("FIRE_AND_FORGET"), QStringLiteral("REQUEST_RESPONSE")}, triggerTypeKey,
            triggerTypeFromKey);
        check<SubscriptionType>({QStringLiteral("HTTP"), QStringLiteral("EVENTBRIDGE"), QStringLiteral("INLINE"),
                                    QStringLiteral("SCRIPT"), QStringLiteral("WORKFLOW")},
            subscriptionTypeKey, subscriptionTypeFromKey);
        check<TriggerAuth>({QStringLiteral("NO_AUTH"), QStringLiteral("BASIC_AUTH"), QStringLiteral("BEARER_TOKEN")},
            triggerAuthWord, triggerAuthFromWord);
        check<InvocationType>(
            {QStringLiteral("TEST"), QStringLiteral("REAL_TIME")}, invocationTypeKey, invocationTypeFromKey);
        check<WorkflowTrigger>({QStringLiteral("EVENT"), QStringLiteral("EXTERNAL"), QStringLiteral("SCHEDULED")},
            workflowTriggerKey, workflowTriggerFromKey);
        check<ExecutionStatus>({QStringLiteral("Queued"), QStringLiteral("Running"), QStringLiteral("Completed"),
                                   QStringLiteral("Failed"), QStringLiteral("Canceled")},
            executionStatusKey, executionStatusFromKey);
    }
    void whatATriggerAsksForIsFoundByItsId()
    {
        domain::Trigger asking, telling, other;
        asking.id = QStringLiteral("a");
        asking.type = domain::TriggerType::RequestResponse;
        asking.exampleInput = {{QStringLiteral("x"), 1}};
        telling.id = QStringLiteral("t");
        telling.type = domain::TriggerType::FireAndForget;
        other.id = QStringLiteral("o");
        const QList<domain::Trigger> all{telling, other, asking};
        QVERIFY(domain::asksBack(all, QStringLiteral("a")));
        for (const char *id : {"t", "nobody", ""})
            QVERIFY(!domain::asksBack(all, QString::fromLatin1(id)));
        QVERIFY(domain::asksBack(all, QStringLiteral("o"))); // what it does is not known: the stricter rules hold
        QVERIFY(!domain::triggerById(all, QStringLiteral("nobody")));
        QCOMPARE(
            domain::exampleText(*domain::triggerById(all, QStringLiteral("a"))), QStringLiteral("{\n    \"x\": 1\n}"));
        QCOMPARE(domain::exampleText(other), QStringLiteral("{\n}"));
    }
    void theInputOfATestIsOneObject_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("an object") << R"({"a":{"b":[1]}})" << QString();
        QTest::newRow("empty") << "{}" << QString();
        QTest::newRow("a list") << "[]"
                                << "One JSON object is expected.";
        QTest::newRow("broken") << "{\n  \"a\": 1,\n  \"b\": }"
                                << "Line 3, column 8: ";
        QTest::newRow("nothing") << ""
                                 << "Line 1, column 1: ";
        QTest::newRow("a word") << "yes"
                                << "Line 1, column 1: ";
    }
    void theInputOfATestIsOneObject()
    {
        QFETCH(QString, text);
        QFETCH(QString, fault);
        const auto input = domain::testInputFrom(text);
        QCOMPARE(bool(input), fault.isEmpty());
        if (input)
            return;
        QCOMPARE(input.error().field, QStringLiteral("input"));
        QVERIFY2(input.error().text.startsWith(fault), qPrintable(input.error().text));
    }
    void aTypedBodyIsCompactOnlyWhenItIsAnObject()
    {
        QCOMPARE(domain::bodyFromText(QStringLiteral("{ \"a\" : 1 }")), QByteArray("{\"a\":1}"));
        for (const char *text : {"[ 1 ]", "{ broken", "", " \n"})
            QCOMPARE(domain::bodyFromText(QString::fromLatin1(text)), QByteArray(text));
    }
    void theHistoryIsShownWhole()
    {
        QCOMPARE(domain::historyText({}), QStringLiteral("[\n]"));
        QCOMPARE(domain::historyText({{QJsonObject{{QStringLiteral("type"), QStringLiteral("x")}}}, {QJsonObject()}}),
            QStringLiteral("[\n    {\n        \"type\": \"x\"\n    },\n    {\n    }\n]"));
    }
};
IDV_TEST(EventWords)
#include "tst_eventwords.moc"
