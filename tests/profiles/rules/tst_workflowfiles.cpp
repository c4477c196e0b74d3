#include "domain/profiles/workflowfiles.h"
#include "domain/profiles/workflowsteps.h"
#include "support/registry.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using domain::WorkflowFile;

namespace {

domain::Tenant sandbox()
{
    domain::Tenant t;
    t.environment = domain::Environment::Sandbox;
    t.sailpointUrl = QStringLiteral("https://acme.api.identitynow.com");
    t.callbackBaseUrl = QStringLiteral("https://relay.acme.example");
    t.idvUrl = QStringLiteral("https://acme.1kosmos.net");
    t.communityId = QStringLiteral("c1");
    t.idvSourceId = QStringLiteral("src1");
    return t;
}

QList<QJsonObject> everyFile(const domain::Tenant &t)
{
    return {domain::initiateWorkflow(t), domain::resultWorkflow(t),
        domain::decisionWorkflow(t, QStringLiteral("idv@acme.example"))};
}

QJsonObject stepsOf(const QJsonObject &workflow)
{
    return workflow.value(QLatin1String("definition")).toObject().value(QLatin1String("steps")).toObject();
}

QByteArray textOf(const QJsonObject &o)
{
    return QJsonDocument(o).toJson();
}

QStringList nextOf(const QJsonObject &step)
{
    if (step.value(QLatin1String("type")).toString() != QLatin1String("choice"))
        return {step.value(QLatin1String("nextStep")).toString()};
    const QJsonObject choice = step.value(QLatin1String("choiceList")).toArray().at(0).toObject();
    return {choice.value(QLatin1String("nextStep")).toString(), step.value(QLatin1String("defaultStep")).toString()};
}

} // namespace

// Files for SailPoint's builder, beside what SailPoint's own published workflows look like.
class WorkflowFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepLeadsSomewhereAndIsReached()
    {
        for (const QJsonObject &w : everyFile(sandbox())) {
            const QJsonObject steps = stepsOf(w);
            QStringList todo{w.value(QLatin1String("definition")).toObject().value(QLatin1String("start")).toString()},
                seen;
            int ends = 0;
            while (!todo.isEmpty()) {
                const QString name = todo.takeFirst();
                if (seen.contains(name))
                    continue;
                seen << name;
                QVERIFY2(steps.contains(name), qPrintable(name));
                const QJsonObject step = steps.value(name).toObject();
                const QString type = step.value(QLatin1String("type")).toString();
                const bool isEnd = type == QLatin1String("success") || type == QLatin1String("failure");
                ends += isEnd;
                if (!isEnd)
                    todo << nextOf(step);
            }
            QCOMPARE(seen.size(), steps.size());
            QVERIFY(ends >= 1);
        }
    }
    // Which members SailPoint's own 27 samples have in a step, and which they never have.
    void stepsHaveTheMembersOfPublishedOnes()
    {
        for (const QJsonObject &w : everyFile(sandbox())) {
            const QJsonObject steps = stepsOf(w);
            for (auto it = steps.begin(); it != steps.end(); ++it) {
                const QJsonObject step = it->toObject(),
                                  attributes = step.value(QLatin1String("attributes")).toObject();
                const QString id = step.value(QLatin1String("actionId")).toString();
                QCOMPARE(id.isEmpty(), step.value(QLatin1String("type")).toString() != QLatin1String("action"));
                if (id == QLatin1String("sp:http")) {
                    QCOMPARE(step.value(QLatin1String("versionNumber")).toInt(), 2);
                    const QString type = attributes.value(QLatin1String("requestContentType")).toString();
                    const QString method = attributes.value(QLatin1String("method")).toString();
                    QCOMPARE(type == QLatin1String("json-patch+json"), method == QLatin1String("patch"));
                    QCOMPARE(
                        attributes.contains(QLatin1String("jsonPatchRequestBody")), method == QLatin1String("patch"));
                    const auto how = attributes.value(QLatin1String("authenticationType"));
                    QVERIFY(how.isNull() || how.toString() == QLatin1String("OAuth"));
                }
                if (id == QLatin1String("sp:send-email"))
                    QVERIFY(attributes.contains(QLatin1String("recipientEmailList")) !=
                            attributes.contains(QLatin1String("recipientEmailList.$")));
            }
            const QJsonObject trigger = w.value(QLatin1String("trigger")).toObject(),
                              asked = trigger.value(QLatin1String("attributes")).toObject();
            if (trigger.value(QLatin1String("type")).toString() == QLatin1String("EXTERNAL"))
                QVERIFY(asked.contains(QLatin1String("url")) && asked.contains(QLatin1String("clientId")));
            else
                QCOMPARE(asked.value(QLatin1String("id")).toString(), QStringLiteral("idn:identity-created"));
            QVERIFY(!textOf(w).contains("CustomAuthorization"));
        }
    }
    void pathsAreTheTenants()
    {
        domain::Tenant t = sandbox();
        QVERIFY(textOf(domain::resultWorkflow(t)).contains("https://acme.api.identitynow.com/accounts/v1"));
        domain::choosePaths(t, domain::PathStyle::V2024);
        for (const QJsonObject &w : everyFile(t))
            QVERIFY(textOf(w).contains("/v2024/accounts") && !textOf(w).contains("/v1/accounts"));
    }
    void placesAndNamesAreTheTenants()
    {
        domain::Tenant t = sandbox();
        t.provider.sessionIdAt = {QStringLiteral("/data/0/session-id")};
        t.map.set(domain::Field::Mobile, QStringLiteral("mobileNumber"));
        t.map.set(domain::Field::IdvStatus, QStringLiteral("proofState"));
        const QByteArray start = textOf(domain::initiateWorkflow(t));
        QVERIFY(start.contains("{{$.createSession.body.data[0]['session-id']}}"));
        QVERIFY(start.contains("$.trigger.attributes.email") && start.contains("$.trigger.attributes.mobileNumber"));
        QVERIFY(start.contains("https://acme.1kosmos.net/api/v1/community/c1/idv/session"));
        QVERIFY(start.contains("https://relay.acme.example/idv/callback") && start.contains("/attributes/proofState"));
        const QByteArray result = textOf(domain::resultWorkflow(t));
        for (int i = 0; i < domain::idvFieldCount; ++i)
            QVERIFY(result.contains((QStringLiteral("/attributes/") + t.map.name(domain::Field(i))).toUtf8()));
        for (const char *theirs : {"verification_status", "ial_level", "verified_name", "document_type", "completed_at",
                 "session_id", "user_identifier"})
            QVERIFY2(result.contains("$.trigger." + QByteArray(theirs)), theirs);
    }
    // A run may end between two calls: who is left half written is not verified.
    void whatSaysVerifiedIsWrittenLast()
    {
        const domain::Tenant t = sandbox();
        const QJsonObject steps = stepsOf(domain::resultWorkflow(t));
        const auto writes = [](domain::Field f) { return QStringLiteral("Write ") + domain::fieldKey(f); };
        QStringList after;
        for (QString at = writes(domain::Field::IdvStatus); steps.contains(at);
             at = nextOf(steps.value(at).toObject()).first())
            after << at;
        QVERIFY(after.size() > 2); // it leads to an end
        for (int i = 0; i < domain::idvFieldCount; ++i) {
            const auto field = domain::Field(i);
            const bool says = field == domain::Field::IdvStatus || field == domain::Field::IdvVerified;
            QVERIFY(steps.contains(writes(field)));
            QCOMPARE(after.contains(writes(field)), says);
        }
    }
    void noFileHoldsASecret()
    {
        for (const QJsonObject &w : everyFile(sandbox())) {
            const QJsonObject steps = stepsOf(w);
            for (auto it = steps.begin(); it != steps.end(); ++it) {
                const QJsonObject a = it->toObject().value(QLatin1String("attributes")).toObject();
                QVERIFY(a.value(QLatin1String("oAuthClientSecret")).toString().isEmpty());
                const auto headers = a.value(QLatin1String("requestHeaders")).toObject();
                QVERIFY(headers.isEmpty() ||
                        headers.value(QLatin1String("Authorization")).toString() == QLatin1String("Bearer "));
            }
        }
    }
    void aFileWithAGapIsRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, WorkflowFile which, const char *missing, const char *to,
                             const char *field) {
            QTest::newRow(name) << int(which) << QString::fromLatin1(missing) << QString::fromLatin1(to)
                                << QString::fromLatin1(field);
        };
        row("start", WorkflowFile::Start, "", "", "");
        row("result", WorkflowFile::Result, "", "", "");
        row("decision", WorkflowFile::Decision, "", "idv@acme.example", "");
        row("start without a source", WorkflowFile::Start, "source", "", "idv-source");
        row("result without a source", WorkflowFile::Result, "source", "", "idv-source");
        row("start without a callback address", WorkflowFile::Start, "callback", "", "callback-base-url");
        row("result without a callback address", WorkflowFile::Result, "callback", "", "");
        row("of IdentityIQ", WorkflowFile::Result, "iiq", "", "provider");
        row("of DocuVerify", WorkflowFile::Start, "docuverify", "", "provider");
        row("of a provider with a form of its own", WorkflowFile::Result, "mapped", "", "provider");
        row("with another attribute for the e-mail", WorkflowFile::Result, "email", "", "provider");
        row("decision without an address", WorkflowFile::Decision, "", "", "escalate-to");
        row("decision with a blank", WorkflowFile::Decision, "", "  ", "escalate-to");
        row("decision with a word", WorkflowFile::Decision, "", "security", "escalate-to");
        row("decision with two", WorkflowFile::Decision, "", "a@b.example c@d.example", "escalate-to");
    }
    void aFileWithAGapIsRefused()
    {
        QFETCH(int, which);
        QFETCH(QString, missing);
        QFETCH(QString, to);
        QFETCH(QString, field);
        domain::Tenant t = sandbox();
        if (missing == QLatin1String("source"))
            t.idvSourceId = QStringLiteral(" ");
        if (missing == QLatin1String("callback"))
            t.callbackBaseUrl.clear();
        if (missing == QLatin1String("iiq"))
            t.product = domain::Product::IdentityIq;
        if (missing == QLatin1String("docuverify"))
            t.provider.kind = domain::ProviderKind::DocuVerify;
        if (missing == QLatin1String("mapped"))
            t.provider.results = *domain::resultPreset(QStringLiteral("data"), {});
        if (missing == QLatin1String("email"))
            t.map.set(domain::Field::WorkEmail, QStringLiteral("contactEmail"));
        const auto text = domain::workflowFileText(WorkflowFile(which), t, to);
        QCOMPARE(bool(text), field.isEmpty());
        if (!text)
            QCOMPARE(text.error().field, field);
        else
            QVERIFY(QJsonDocument::fromJson(*text).isObject());
    }
};
IDV_TEST(WorkflowFiles)
#include "tst_workflowfiles.moc"
