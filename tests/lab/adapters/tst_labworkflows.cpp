#include "lab/adapters/labcall.h"
#include "lab/events/workflows.h"
#include "support/registry.h"

using namespace support;

namespace {

struct WorkflowParts : LabParts
{
    QList<QJsonObject> effects;
    lab::Workflows workflows{options, ends, clock, [this](const QJsonObject &o) { effects << o; }};
    httpd::Response handle(const char *method, const QStringList &rest, const QJsonObject &body = {})
    {
        return workflows.handle(method, rest, asked(method, body));
    }
    QString disabled()
    {
        const auto all = arrayOf(handle("GET", {}));
        for (const auto &w : all) {
            if (!w.toObject().value(QLatin1String("enabled")).toBool())
                return textOf(w, "id");
        }
        return {};
    }
    QString begun()
    {
        const auto run =
            handle("POST", {QStringLiteral("execute"), QStringLiteral("external"), QStringLiteral("result-workflow")},
                {{QStringLiteral("input"), QJsonObject{{QStringLiteral("identityId"), QStringLiteral("i1")}}}});
        return objectOf(run).value(QLatin1String("workflowExecutionId")).toString();
    }
};

} // namespace

class SimulatedWorkflows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theyAreListedAndShown()
    {
        WorkflowParts w;
        QCOMPARE(arrayOf(w.handle("GET", {})).size(), 3);
        QCOMPARE(objectOf(w.handle("GET", {QStringLiteral("result-workflow")})).value(QLatin1String("name")).toString(),
            QStringLiteral("IDV results"));
        QCOMPARE(w.handle("GET", {QStringLiteral("none")}).status, 404);
    }
    void theResultWorkflowHasItsEffectOnce()
    {
        WorkflowParts w;
        QVERIFY(!w.begun().isEmpty());
        QCOMPARE(w.effects.size(), 1);
        QCOMPARE(textOf(w.effects.first(), "identityId"), QStringLiteral("i1"));
        const auto tried = w.handle("POST",
            {QStringLiteral("execute"), QStringLiteral("external"), QStringLiteral("result-workflow"),
                QStringLiteral("test")},
            {{QStringLiteral("input"), QJsonObject{{QStringLiteral("x"), 1}}}});
        QCOMPARE(objectOf(tried).value(QLatin1String("payload")).toObject().value(QLatin1String("x")).toInt(), 1);
        QCOMPARE(w.effects.size(), 1);
    }
    void oneThatIsSwitchedOffIsNotRunFromOutside()
    {
        WorkflowParts w;
        const QString off = w.disabled();
        QVERIFY(!off.isEmpty());
        const auto r = w.handle("POST", {QStringLiteral("execute"), QStringLiteral("external"), off});
        QVERIFY(objectOf(r).value(QLatin1String("workflowExecutionId")).isUndefined());
        QCOMPARE(w.handle("POST", {off, QStringLiteral("test")}).status, 200);
        QCOMPARE(w.handle("POST", {QStringLiteral("result-workflow"), QStringLiteral("test")}).status, 400);
        QVERIFY(w.effects.isEmpty());
    }
    void anExecutionRunsForAWhile()
    {
        WorkflowParts w;
        const QString id = w.begun();
        const auto shown = [&] { return arrayOf(w.workflows.executions("GET", {id})).first(); };
        QCOMPARE(textOf(shown(), "status"), QStringLiteral("Running"));
        QCOMPARE(arrayOf(w.workflows.executions("GET", {id, QStringLiteral("history")})).size(), 2);
        w.process();
        QCOMPARE(textOf(shown(), "status"), QStringLiteral("Completed"));
        QVERIFY(!textOf(shown(), "closeTime").isEmpty());
        QCOMPARE(arrayOf(w.workflows.executions("GET", {id, QStringLiteral("history")})).size(), 3);
        QCOMPARE(arrayOf(w.handle("GET", {QStringLiteral("result-workflow"), QStringLiteral("executions")})).size(), 1);
        QCOMPARE(w.workflows.executions("GET", {QStringLiteral("none")}).status, 404);
    }
    void oneThatIsCancelledSaysSo()
    {
        WorkflowParts w;
        const QString id = w.begun();
        QCOMPARE(w.workflows.executions("POST", {id, QStringLiteral("cancel")}).status, 204);
        QCOMPARE(textOf(arrayOf(w.workflows.executions("GET", {id})).first(), "status"), QStringLiteral("Canceled"));
        QCOMPARE(w.workflows.executions("DELETE", {id}).status, 405);
    }
    void aClientIsMadeForAnExternalTriggerOnly()
    {
        WorkflowParts w;
        const QStringList clients{QStringLiteral("external"), QStringLiteral("oauth-clients")};
        const auto made = objectOf(w.handle("POST", QStringList{QStringLiteral("result-workflow")} + clients));
        QCOMPARE(textOf(made, "secret").size(), 64);
        const auto all = arrayOf(w.handle("GET", {}));
        for (const auto &one : all) {
            const bool isExternal =
                textOf(one.toObject().value(QLatin1String("trigger")), "type") == QLatin1String("EXTERNAL");
            QCOMPARE(w.handle("POST", QStringList{textOf(one, "id")} + clients).status, isExternal ? 200 : 400);
        }
    }
};
IDV_TEST(SimulatedWorkflows)
#include "tst_labworkflows.moc"
