#include "domain/profiles/workflowfiles.h"
#include "domain/readiness/remediation.h"
#include "domain/tenants/callbackaddress.h"
#include "domain/verification/verification.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace domain {

static QJsonObject step(const char *action, const char *type, const QString &next, const QJsonObject &attributes)
{
    QJsonObject o{{QStringLiteral("actionId"), QLatin1String(action)}, {QStringLiteral("type"), QLatin1String(type)},
        {QStringLiteral("versionNumber"), 2}, {QStringLiteral("displayName"), QString()},
        {QStringLiteral("attributes"), attributes}};
    if (!next.isEmpty())
        o.insert(QStringLiteral("nextStep"), next);
    return o;
}

static QJsonObject endStep(bool isGood)
{
    if (isGood)
        return {{QStringLiteral("actionId"), QStringLiteral("sp:operator-success")},
            {QStringLiteral("type"), QStringLiteral("success")}};
    return {{QStringLiteral("actionId"), QStringLiteral("sp:operator-failure")},
        {QStringLiteral("type"), QStringLiteral("failure")},
        {QStringLiteral("failureName"), QStringLiteral("Identity verification failed")}};
}

static QJsonObject mail(const QString &next, const QString &to, const QString &title, const QString &body)
{
    return step("sp:send-email", "action", next,
        {{QStringLiteral("recipientEmailList"), QJsonArray{to}}, {QStringLiteral("subject"), title},
            {QStringLiteral("body"), body}, {QStringLiteral("context"), QJsonValue()}});
}

QJsonObject initiateWorkflow(const Tenant &t)
{
    const QString create = QStringLiteral("Create session"), find = QStringLiteral("Find account"),
                  keep = QStringLiteral("Keep session id"), end = QStringLiteral("End");
    QString path = t.provider.createPath;
    path.replace(QLatin1String("{communityId}"), t.communityId);
    const QJsonObject request{{QStringLiteral("authenticationType"), QStringLiteral("CustomAuthorization")},
        {QStringLiteral("method"), QStringLiteral("post")},
        {QStringLiteral("requestContentType"), QStringLiteral("json")}, {QStringLiteral("url"), t.idvUrl + path},
        {QStringLiteral("jsonRequestBody"),
            QJsonObject{{QStringLiteral("user_identifier"), QStringLiteral("{{$.trigger.attributes.email}}")},
                {QStringLiteral("first_name"), QStringLiteral("{{$.trigger.attributes.firstname}}")},
                {QStringLiteral("last_name"), QStringLiteral("{{$.trigger.attributes.lastname}}")},
                {QStringLiteral("document_types"), QJsonArray::fromStringList(documentTypes())},
                {QStringLiteral("required_ial"), 2}, {QStringLiteral("callback_url"), callbackUrl(t)}}}};
    const QString base = t.sailpointUrl;
    const auto sailpoint = [&base](const char *method, const char *type, const QString &rest) {
        return QJsonObject{{QStringLiteral("authenticationType"), QStringLiteral("OAuth")},
            {QStringLiteral("oAuthCredentialLocation"), QStringLiteral("oAuthInHeader")},
            {QStringLiteral("oAuthTokenUrl"), base + QStringLiteral("/oauth/token")},
            {QStringLiteral("method"), QLatin1String(method)},
            {QStringLiteral("requestContentType"), QLatin1String(type)}, {QStringLiteral("url"), base + rest}};
    };
    QJsonObject look = sailpoint("get", "json", QStringLiteral("/v2024/accounts"));
    look.insert(QStringLiteral("urlParams"),
        QJsonObject{{QStringLiteral("filters"),
            QStringLiteral("identityId eq \"{{$.trigger.identity.id}}\" and sourceId eq \"%1\"").arg(t.idvSourceId)}});
    QJsonObject write =
        sailpoint("patch", "json-patch", QStringLiteral("/v2024/accounts/{{$.findAccount.body[0].id}}"));
    write.insert(QStringLiteral("jsonPatchRequestBody"),
        QJsonArray{QJsonObject{{QStringLiteral("op"), QStringLiteral("add")},
                       {QStringLiteral("path"), QStringLiteral("/attributes/") + t.map.name(Field::IdvSessionId)},
                       {QStringLiteral("value"), QStringLiteral("{{$.createSession.body.session_id}}")}},
            QJsonObject{{QStringLiteral("op"), QStringLiteral("add")},
                {QStringLiteral("path"), QStringLiteral("/attributes/") + t.map.name(Field::IdvStatus)},
                {QStringLiteral("value"), QStringLiteral("PENDING")}}});
    const QJsonObject steps{{create, step("sp:http", "action", find, request)},
        {find, step("sp:http", "action", keep, look)}, {keep, step("sp:http", "action", end, write)},
        {end, endStep(true)}};
    return {{QStringLiteral("name"), QStringLiteral("IDV start")},
        {QStringLiteral("description"),
            QStringLiteral(
                "Asks for an identity verification when an identity is created, and keeps the session's id.")},
        {QStringLiteral("definition"),
            QJsonObject{{QStringLiteral("start"), create}, {QStringLiteral("steps"), steps}}},
        {QStringLiteral("trigger"), QJsonObject{{QStringLiteral("type"), QStringLiteral("EVENT")},
                                        {QStringLiteral("displayName"), QStringLiteral("Identity Created")},
                                        {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("id"),
                                                                           QStringLiteral("idn:identity-created")}}}}}};
}

QJsonObject decisionWorkflow(const Tenant &t, const QString &escalateTo)
{
    QJsonObject w = resultWorkflow(t.sailpointUrl, t.idvSourceId, t.map);
    QJsonObject definition = w.value(QLatin1String("definition")).toObject();
    QJsonObject steps = definition.value(QLatin1String("steps")).toObject();
    const QString write = QStringLiteral("Write result"), verified = QStringLiteral("Verified?"),
                  failed = QStringLiteral("Failed?"), tell = QStringLiteral("Tell the requester"),
                  review = QStringLiteral("Ask for a review by hand"),
                  bad = QStringLiteral("End without a verified identity"), end = QStringLiteral("End");
    QJsonObject writing = steps.value(write).toObject();
    writing.insert(QStringLiteral("nextStep"), verified);
    steps.insert(write, writing);
    const QString status = QStringLiteral("$.trigger.attributes.") + t.map.name(Field::IdvStatus);
    const auto choice = [&status](const char *word, const QString &yes, const QString &no) {
        return QJsonObject{{QStringLiteral("type"), QStringLiteral("choice")},
            {QStringLiteral("actionId"), QStringLiteral("sp:compare-strings")},
            {QStringLiteral("displayName"), QString()},
            {QStringLiteral("choiceList"),
                QJsonArray{QJsonObject{{QStringLiteral("comparator"), QStringLiteral("StringEquals")},
                    {QStringLiteral("variableA.$"), status}, {QStringLiteral("variableB"), QLatin1String(word)},
                    {QStringLiteral("nextStep"), yes}}}},
            {QStringLiteral("defaultStep"), no}};
    };
    steps.insert(verified, choice("VERIFIED", end, failed));
    steps.insert(failed, choice("FAILED", tell, bad));
    steps.insert(tell,
        mail(review, QStringLiteral("{{$.trigger.requesterEmail}}"), QStringLiteral("An identity verification failed"),
            QStringLiteral("The verification of {{$.trigger.identityId}} ended without a verified identity. A "
                           "colleague will look at it.")));
    steps.insert(review, mail(bad, escalateTo, QStringLiteral("Please review a failed identity verification"),
                             QStringLiteral("Identity {{$.trigger.identityId}}, session {{$.trigger.attributes.%1}}. "
                                            "Decide by your own procedure; the verification itself is not repeated.")
                                 .arg(t.map.name(Field::IdvSessionId))));
    steps.insert(bad, endStep(false));
    definition.insert(QStringLiteral("steps"), steps);
    w.insert(QStringLiteral("definition"), definition);
    w.insert(QStringLiteral("name"), QStringLiteral("IDV results with escalation"));
    w.insert(QStringLiteral("description"),
        QStringLiteral(
            "Writes an identity verification's result; a failed one is told to the requester and handed to people."));
    return w;
}

QByteArray workflowFileText(WorkflowFile which, const Tenant &tenant, const QString &escalateTo)
{
    return QJsonDocument(which == WorkflowFile::Start ? initiateWorkflow(tenant) : decisionWorkflow(tenant, escalateTo))
        .toJson();
}

} // namespace domain
