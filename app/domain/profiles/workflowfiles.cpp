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

namespace {

/// Steps by their names, as one workflow. A later step calls the answer of "Find Account" findAccount: each word has a
/// capital, because the builder only takes the blanks out.
struct Draft
{
    QString name;
    QString description;
    QString start;
    QJsonObject steps;
    QJsonObject trigger;
    QJsonObject whole() const
    {
        return {{QStringLiteral("name"), name}, {QStringLiteral("description"), description},
            {QStringLiteral("definition"),
                QJsonObject{{QStringLiteral("start"), start}, {QStringLiteral("steps"), steps}}},
            {QStringLiteral("trigger"), trigger}};
    }
};

} // namespace

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

QJsonObject initiateWorkflow(const Tenant &t)
{
    const QString create = QStringLiteral("Create Session"), find = QStringLiteral("Find Account"),
                  keep = QStringLiteral("Keep Session Id"), end = QStringLiteral("End");
    const QString session = pathBelow(QStringLiteral("$.createSession.body"), t.provider.sessionIdAt.value(0));
    const QJsonArray changes{
        attributeChange(t.map.name(Field::IdvSessionId), QStringLiteral("{{") + session + QStringLiteral("}}")),
        attributeChange(t.map.name(Field::IdvStatus), QStringLiteral("PENDING"))};
    Draft d;
    d.name = QStringLiteral("IDV start");
    d.description =
        QStringLiteral("Asks for an identity verification when an identity is created, and keeps the session's id.");
    d.start = create;
    d.steps = {{create, createStep(t, find)}, {find, findAccountStep(t, QStringLiteral("$.trigger.identity.id"), keep)},
        {keep,
            patchStep(t, QStringLiteral("/accounts"), QStringLiteral("/{{$.findAccount.body[0].id}}"), changes, end)},
        {end, successStep()}};
    d.trigger = {{QStringLiteral("type"), QStringLiteral("EVENT")},
        {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("id"), QStringLiteral("idn:identity-created")}}}};
    return d.whole();
}

// A result in this console's words: who and which attributes, each with its value.
static QJsonArray ourChanges(const Tenant &t)
{
    QJsonArray changes;
    for (int i = 0; i < idvFieldCount; ++i) {
        const QString &name = t.map.name(Field(i));
        changes.append(attributeChange(name, QStringLiteral("{{$.trigger.attributes.%1}}").arg(name)));
    }
    return changes;
}

// A result in the provider's words. A failed one says nothing about an earlier verification.
static QJsonArray providersChanges(const Tenant &t, bool isVerified)
{
    const auto said = [&t](Field f, const char *theirs) {
        return attributeChange(t.map.name(f), QStringLiteral("{{$.trigger.%1}}").arg(QLatin1String(theirs)));
    };
    QJsonArray changes{said(Field::IdvStatus, "verification_status"), said(Field::IdvSessionId, "session_id")};
    if (isVerified) {
        changes.append(attributeChange(t.map.name(Field::IdvVerified), QStringLiteral("true")));
        changes.append(said(Field::IdvIal, "ial_level"));
        changes.append(said(Field::IdvVerifiedName, "verified_name"));
        changes.append(said(Field::IdvDocumentType, "document_type"));
        changes.append(said(Field::IdvVerifiedDate, "completed_at"));
    }
    return changes;
}

static QJsonObject isVerifiedChoice(const QString &path, const QString &yes, const QString &no)
{
    return choiceStep(
        {{QStringLiteral("comparator"), QStringLiteral("StringEquals")}, {QStringLiteral("variableA.$"), path},
            {QStringLiteral("variableB"), QStringLiteral("VERIFIED")}},
        yes, no);
}

// Where both ways have written, they go on at `ours` and `theirs`.
static Draft resultDraft(const Tenant &t, const QString &ours, const QString &theirs)
{
    const QString whose = QStringLiteral("In the provider's words?"), find = QStringLiteral("Find Account"),
                  write = QStringLiteral("Write Result"), who = QStringLiteral("Find Identity"),
                  one = QStringLiteral("Exactly one?"), account = QStringLiteral("Find Its Account"),
                  passed = QStringLiteral("Verified by the provider?"), pass = QStringLiteral("Write The Verification"),
                  other = QStringLiteral("Write The Status"), nobody = QStringLiteral("End: not exactly one identity");
    const auto patch = [&t](const char *found, const QJsonArray &changes, const QString &next) {
        return patchStep(t, QStringLiteral("/accounts"),
            QStringLiteral("/{{$.%1.body[0].id}}").arg(QLatin1String(found)), changes, next);
    };
    QJsonObject identity = apiStep(t, "get", QStringLiteral("/identities"), {}, one);
    QJsonObject attributes = identity.value(QLatin1String("attributes")).toObject();
    attributes.insert(QStringLiteral("urlParams"),
        QJsonObject{{QStringLiteral("filters"), QStringLiteral("email eq \"{{$.trigger.user_identifier}}\"")}});
    identity.insert(QStringLiteral("attributes"), attributes);
    Draft d;
    d.name = QStringLiteral("IDV results");
    d.description =
        QStringLiteral("Writes an identity verification's result to the person's account in the source of results.");
    d.start = whose;
    d.steps = {{whose, choiceStep({{QStringLiteral("comparator"), QStringLiteral("IsPresent")},
                                      {QStringLiteral("variableA.$"), QStringLiteral("$.trigger.verification_status")}},
                           who, find)},
        {find, findAccountStep(t, QStringLiteral("$.trigger.identityId"), write)},
        {write, patch("findAccount", ourChanges(t), ours)}, {who, identity},
        {one, choiceStep({{QStringLiteral("comparator"), QStringLiteral("NumericEquals")},
                             {QStringLiteral("variableA.$"), QStringLiteral("$.findIdentity.body.length()")},
                             {QStringLiteral("variableB"), 1}},
                  account, nobody)},
        {account, findAccountStep(t, QStringLiteral("$.findIdentity.body[0].id"), passed)},
        {passed, isVerifiedChoice(QStringLiteral("$.trigger.verification_status"), pass, other)},
        {pass, patch("findItsAccount", providersChanges(t, true), theirs)},
        {other, patch("findItsAccount", providersChanges(t, false), theirs)},
        {nobody, failureStep(QStringLiteral("The result belongs to no one identity"))}};
    d.trigger = {{QStringLiteral("type"), QStringLiteral("EXTERNAL")},
        {QStringLiteral("attributes"),
            QJsonObject{{QStringLiteral("clientId"), QString()}, {QStringLiteral("url"), QString()},
                {QStringLiteral("description"), QStringLiteral("IDV result")}}}};
    return d;
}

QJsonObject resultWorkflow(const Tenant &t)
{
    const QString end = QStringLiteral("End");
    Draft d = resultDraft(t, end, end);
    d.steps.insert(end, successStep());
    return d.whole();
}

QJsonObject decisionWorkflow(const Tenant &t, const QString &escalateTo)
{
    const QString ours = QStringLiteral("Verified?"), theirs = QStringLiteral("Verified, in their words?"),
                  asked = QStringLiteral("Is there a requester?"), tell = QStringLiteral("Tell The Requester"),
                  review = QStringLiteral("Ask For A Review By Hand"),
                  bad = QStringLiteral("End without a verified identity"), end = QStringLiteral("End");
    Draft d = resultDraft(t, ours, theirs);
    d.name = QStringLiteral("IDV results with escalation");
    d.description = QStringLiteral(
        "Writes an identity verification's result; a failed one is told to the requester and handed to people.");
    d.steps.insert(
        ours, isVerifiedChoice(QStringLiteral("$.trigger.attributes.") + t.map.name(Field::IdvStatus), end, asked));
    d.steps.insert(theirs, isVerifiedChoice(QStringLiteral("$.trigger.verification_status"), end, asked));
    d.steps.insert(asked, choiceStep({{QStringLiteral("comparator"), QStringLiteral("IsPresent")},
                                         {QStringLiteral("variableA.$"), QStringLiteral("$.trigger.requesterEmail")}},
                              tell, review));
    d.steps.insert(tell,
        mailStep({{QStringLiteral("recipientEmailList.$"), QStringLiteral("$.trigger.requesterEmail")}},
            QStringLiteral("An identity verification failed"),
            QStringLiteral(
                "A verification that you asked for ended without a verified identity. A colleague will look at it."),
            review));
    d.steps.insert(
        review, mailStep({{QStringLiteral("recipientEmailList"), QJsonArray{escalateTo}}},
                    QStringLiteral("Please review a failed identity verification"),
                    QStringLiteral("Look at the newest failed verification in the console. Decide by your own "
                                   "procedure; the verification itself is not repeated."),
                    bad));
    d.steps.insert(bad, failureStep(QStringLiteral("Identity verification failed")));
    d.steps.insert(end, successStep());
    return d.whole();
}

static bool isAddress(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    return at > 0 && text.indexOf(QLatin1Char('.'), at) > at + 1 && !text.contains(QLatin1Char(' '));
}

static std::optional<core::Error> gapOf(WorkflowFile which, const Tenant &t, const QString &escalateTo)
{
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
