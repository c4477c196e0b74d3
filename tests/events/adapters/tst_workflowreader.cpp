#include "net/sailpoint/events/workflowreader.h"
#include "support/registry.h"
#include <QJsonDocument>
#include <QtTest>

using domain::ExecutionStatus;
using domain::WorkflowTrigger;

// What SailPoint sends about its workflows, read without believing more than it says.
class WorkflowReader : public QObject
{
    Q_OBJECT
    static QJsonObject parsed(const QString &json) { return QJsonDocument::fromJson(json.toUtf8()).object(); }

private Q_SLOTS:
    void workflows_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("trigger"); // -1: nothing that is known
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("triggerName");
        QTest::addColumn<int>("isEnabled"); // -1: it does not say
        QTest::newRow("whole") << R"({"id":"w","name":"N","enabled":true,)"
                                  R"("trigger":{"type":"EXTERNAL","displayName":"T"}})"
                               << "w"
                               << "N" << int(WorkflowTrigger::External) << "EXTERNAL"
                               << "T" << 1;
        QTest::newRow("off") << R"({"id":"w","enabled":false,"trigger":{"type":"EVENT"}})"
                             << "w"
                             << "" << int(WorkflowTrigger::Event) << "EVENT"
                             << "" << 0;
        QTest::newRow("by the clock") << R"({"trigger":{"type":"SCHEDULED"}})"
                                      << ""
                                      << "" << int(WorkflowTrigger::Scheduled) << "SCHEDULED"
                                      << "" << -1;
        QTest::newRow("a new trigger") << R"({"trigger":{"type":"FORM","displayName":"F"}})"
                                       << ""
                                       << "" << -1 << "FORM"
                                       << "F" << -1;
        QTest::newRow("on as a word") << R"({"enabled":"true","trigger":"EXTERNAL"})"
                                      << ""
                                      << "" << -1 << ""
                                      << "" << 1;
        QTest::newRow("on as a number") << R"({"enabled":1,"id":1,"name":["N"],"trigger":[]})"
                                        << ""
                                        << "" << -1 << ""
                                        << "" << 1;
        QTest::newRow("null") << R"({"enabled":null,"id":null,"name":null,"trigger":null})"
                              << ""
                              << "" << -1 << ""
                              << "" << -1;
        QTest::newRow("nothing") << "{}"
                                 << ""
                                 << "" << -1 << ""
                                 << "" << -1;
    }
    void workflows()
    {
        QFETCH(QString, json);
        QFETCH(QString, id);
        QFETCH(QString, name);
        QFETCH(int, trigger);
        QFETCH(QString, word);
        QFETCH(QString, triggerName);
        QFETCH(int, isEnabled);
        const auto w = net::sailpoint::workflowFrom(parsed(json));
        QCOMPARE(w.id, id);
        QCOMPARE(w.name, name);
        QCOMPARE(w.trigger ? int(*w.trigger) : -1, trigger);
        QCOMPARE(w.triggerWord, word);
        QCOMPARE(w.triggerName, triggerName);
        QCOMPARE(w.isEnabled ? int(*w.isEnabled) : -1, isEnabled);
        QCOMPARE(w.raw, parsed(json));
    }
    void executions_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("close");
        QTest::addColumn<int>("status"); // -1: nothing that is known
        QTest::addColumn<QString>("word");
        QTest::newRow("over") << R"({"id":"e","startTime":"a","closeTime":"b","status":"Completed"})"
                              << "e"
                              << "a"
                              << "b" << int(ExecutionStatus::Completed) << "Completed";
        QTest::newRow("running") << R"({"id":"e","startTime":"a","status":"Running"})"
                                 << "e"
                                 << "a"
                                 << "" << int(ExecutionStatus::Running) << "Running";
        QTest::newRow("another case") << R"({"status":"COMPLETED"})"
                                      << ""
                                      << ""
                                      << "" << -1 << "COMPLETED";
        QTest::newRow("a new word") << R"({"status":"Paused"})"
                                    << ""
                                    << ""
                                    << "" << -1 << "Paused";
        QTest::newRow("other types") << R"({"id":1,"startTime":2,"closeTime":{},"status":true})"
                                     << ""
                                     << ""
                                     << "" << -1 << "";
        QTest::newRow("null") << R"({"id":null,"startTime":null,"closeTime":null,"status":null})"
                              << ""
                              << ""
                              << "" << -1 << "";
        QTest::newRow("nothing") << "{}"
                                 << ""
                                 << ""
                                 << "" << -1 << "";
    }
    void executions()
    {
        QFETCH(QString, json);
        QFETCH(QString, id);
        QFETCH(QString, start);
        QFETCH(QString, close);
        QFETCH(int, status);
        QFETCH(QString, word);
        const auto e = net::sailpoint::executionFrom(parsed(json));
        QCOMPARE(e.id, id);
        QCOMPARE(e.startTime, start);
        QCOMPARE(e.closeTime, close);
        QCOMPARE(e.status ? int(*e.status) : -1, status);
        QCOMPARE(e.statusWord, word);
        QCOMPARE(e.raw, parsed(json));
    }
    void whatWasStartedNamesItsExecution_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("id");
        QTest::newRow("named") << R"({"workflowExecutionId":"e"})"
                               << "e";
        QTest::newRow("refused") << R"({"message":"Workflow is disabled"})"
                                 << "";
        QTest::newRow("null") << R"({"workflowExecutionId":null})"
                              << "";
        QTest::newRow("a number") << R"({"workflowExecutionId":5})"
                                  << "";
    }
    void whatWasStartedNamesItsExecution()
    {
        QFETCH(QString, json);
        QFETCH(QString, id);
        QCOMPARE(net::sailpoint::executionIdFrom(parsed(json)), id);
    }
    void aClientIsReadWithItsSecret()
    {
        const auto client =
            net::sailpoint::workflowClientFrom(parsed(QStringLiteral(R"({"id":"c","secret":"s3cret","url":"x"})")));
        QCOMPARE(client.id, QStringLiteral("c"));
        QCOMPARE(client.secret->reveal().toByteArray(), QByteArray("s3cret"));
        const auto odd = net::sailpoint::workflowClientFrom(parsed(QStringLiteral(R"({"id":1,"secret":null})")));
        QVERIFY(odd.id.isEmpty() && odd.secret->isEmpty());
    }
    void aStepIsKeptAsItCame()
    {
        const QJsonObject o = parsed(QStringLiteral(R"({"type":"x","attributes":{"a":[1,null]}})"));
        QCOMPARE(net::sailpoint::executionStepFrom(o).raw, o);
    }
};
IDV_TEST(WorkflowReader)
#include "tst_workflowreader.moc"
