#include "domain/profiles/workflowfiles.h"
#include "domain/profiles/workflowsteps.h"
#include "domain/tenants/callbackaddress.h"
#include "domain/verification/verification.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace domain {

static QString sayWorkflow(const char *text)
{
    return QCoreApplication::translate("WorkflowFile", text);
}

static QString person(const Tenant &t, Field f)
{
    return QStringLiteral("{{$.trigger.attributes.%1}}").arg(t.map.name(f));
}

// The key is a secret: its header is there, and the builder's owner completes it.
static QJsonObject createStep(const Tenant &t, const QString &next)
{
    QString path = t.provider.createPath;
    path.replace(QLatin1String("{communityId}"), t.communityId);
    const QJsonObject body{{QStringLiteral("user_identifier"), person(t, Field::WorkEmail)},
        {QStringLiteral("first_name"), person(t, Field::FirstName)},
        {QStringLiteral("last_name"), person(t, Field::LastName)}, {QStringLiteral("phone"), person(t, Field::Mobile)},
        {QStringLiteral("document_types"), QJsonArray::fromStringList(documentTypes())},
        {QStringLiteral("required_ial"), 2}, {QStringLiteral("callback_url"), callbackUrl(t)}};
    return {{QStringLiteral("actionId"), QStringLiteral("sp:http")}, {QStringLiteral("type"), QStringLiteral("action")},
        {QStringLiteral("versionNumber"), 2}, {QStringLiteral("nextStep"), next},
        {QStringLiteral("attributes"),
            QJsonObject{{QStringLiteral("authenticationType"), QJsonValue()},
                {QStringLiteral("method"), QStringLiteral("post")},
                {QStringLiteral("requestContentType"), QStringLiteral("json")},
                {QStringLiteral("requestHeaders"),
                    QJsonObject{{QStringLiteral("Authorization"), QStringLiteral("Bearer ")}}},
                {QStringLiteral("url"), t.idvUrl + path}, {QStringLiteral("jsonRequestBody"), body}}}};
}

// The account first: without one the session's id could be kept nowhere, and nobody is asked.
QJsonObject initiateWorkflow(const Tenant &t)
{
    const QString find = QStringLiteral("Find Account"), one = QStringLiteral("Is There One Account?"),
                  create = QStringLiteral("Create Session"), keep = QStringLiteral("Keep Session Id"),
                  none = QStringLiteral("End Without An Account"), end = QStringLiteral("End");
    const QString session = pathBelow(QStringLiteral("$.createSession.body"), t.provider.sessionIdAt.value(0));
    const QJsonArray changes{
        attributeChange(t.map.name(Field::IdvSessionId), QStringLiteral("{{") + session + QStringLiteral("}}")),
        attributeChange(t.map.name(Field::IdvStatus), QStringLiteral("PENDING"))};
    WorkflowDraft d;
    d.name = QStringLiteral("IDV start");
    d.description =
        QStringLiteral("Asks for an identity verification when an identity is created, and keeps the session's id.");
    d.start = find;
    d.steps = {{find, findAccountStep(t, QStringLiteral("$.trigger.identity.id"), one)},
        {one, oneChoice("findAccount", create, none)}, {create, createStep(t, keep)},
        {keep, patchFound(t, "findAccount", changes, end)},
        {none, failureStep(QStringLiteral("The identity has no account in the source of results"))},
        {end, successStep()}};
    d.trigger = {{QStringLiteral("type"), QStringLiteral("EVENT")},
        {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("id"), QStringLiteral("idn:identity-created")}}}};
    return d.whole();
}

static bool isAddress(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    return at > 0 && text.indexOf(QLatin1Char('.'), at) > at + 1 && !text.contains(QLatin1Char(' '));
}

// What SailPoint's steps cannot read: they know the names and words of the guide's contract.
static std::optional<core::Error> formFault(const Tenant &t)
{
    const auto fault = [](const char *text) { return core::fieldError(QStringLiteral("provider"), sayWorkflow(text)); };
    if (isIdentityIq(t))
        return fault(QT_TRANSLATE_NOOP(
            "WorkflowFile", "These workflows are Identity Security Cloud's; IdentityIQ has its own."));
    if (t.provider.kind == ProviderKind::DocuVerify || t.provider.results != ResultMapping())
        return fault(QT_TRANSLATE_NOOP("WorkflowFile", "This provider’s messages have a form of their own, which steps "
                                                       "of a workflow cannot read. Let this console "
                                                       "take the callbacks and write the results."));
    if (t.map.name(Field::WorkEmail) != QLatin1String("email"))
        return fault(QT_TRANSLATE_NOOP("WorkflowFile", "A result finds its person by e-mail, and SailPoint looks that "
                                                       "up in “email” only: here another attribute is "
                                                       "mapped to it."));
    return std::nullopt;
}

static std::optional<core::Error> gapOf(WorkflowFile which, const Tenant &t, const QString &escalateTo)
{
    if (const auto fault = formFault(t))
        return fault;
    if (t.idvSourceId.trimmed().isEmpty())
        return core::fieldError(QStringLiteral("idv-source"),
            sayWorkflow(QT_TRANSLATE_NOOP("WorkflowFile",
                "The workflow writes to an account of the source of results: enter the ID of that source first, with "
                "Write-back… or idvctl tenant set NAME --idv-source ID.")));
    if (which == WorkflowFile::Start && callbackUrl(t).isEmpty())
        return core::fieldError(QStringLiteral("callback-base-url"),
            sayWorkflow(QT_TRANSLATE_NOOP("WorkflowFile",
                "The provider has to be told where its result goes: enter the callback address first, with Edit… or "
                "idvctl tenant set NAME --callback-base-url URL.")));
    if (which == WorkflowFile::Decision && !isAddress(escalateTo.trimmed()))
        return core::fieldError(QStringLiteral("escalate-to"),
            sayWorkflow(QT_TRANSLATE_NOOP(
                "WorkflowFile", "A failed verification is handed to people: say to which e-mail address.")));
    return std::nullopt;
}

core::Result<QByteArray> workflowFileText(WorkflowFile which, const Tenant &t, const QString &escalateTo)
{
    if (const auto gap = gapOf(which, t, escalateTo))
        return *gap;
    switch (which) {
    case WorkflowFile::Start: return QJsonDocument(initiateWorkflow(t)).toJson();
    case WorkflowFile::Result: return QJsonDocument(resultWorkflow(t)).toJson();
    case WorkflowFile::Decision: break;
    }
    return QJsonDocument(decisionWorkflow(t, escalateTo.trimmed())).toJson();
}

} // namespace domain
