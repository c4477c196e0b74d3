#include "domain/profiles/workflowsteps.h"
#include <algorithm>

namespace domain {

static QJsonObject action(const char *id, const QJsonObject &attributes, const QString &next)
{
    return {{QStringLiteral("actionId"), QLatin1String(id)}, {QStringLiteral("type"), QStringLiteral("action")},
        {QStringLiteral("versionNumber"), 2}, {QStringLiteral("nextStep"), next},
        {QStringLiteral("attributes"), attributes}};
}

QJsonObject apiStep(
    const Tenant &t, const char *method, const QString &service, const QString &rest, const QString &next)
{
    return action("sp:http",
        {{QStringLiteral("authenticationType"), QStringLiteral("OAuth")},
            {QStringLiteral("method"), QLatin1String(method)}, {QStringLiteral("oAuthClientId"), QString()},
            {QStringLiteral("oAuthClientSecret"), QString()},
            {QStringLiteral("oAuthCredentialLocation"), QStringLiteral("oAuthInHeader")},
            {QStringLiteral("oAuthTokenUrl"), t.sailpointUrl + QStringLiteral("/oauth/token")},
            {QStringLiteral("url"), t.sailpointUrl + apiPath(pathsOfFiles(t), service, rest)}},
        next);
}

QJsonObject patchStep(
    const Tenant &t, const QString &service, const QString &rest, const QJsonArray &changes, const QString &next)
{
    QJsonObject step = apiStep(t, "patch", service, rest, next);
    QJsonObject attributes = step.value(QLatin1String("attributes")).toObject();
    attributes.insert(QStringLiteral("requestContentType"), QStringLiteral("json-patch+json"));
    attributes.insert(QStringLiteral("jsonPatchRequestBody"), changes);
    step.insert(QStringLiteral("attributes"), attributes);
    return step;
}

QJsonObject attributeChange(const QString &attribute, const QString &value)
{
    return {{QStringLiteral("op"), QStringLiteral("add")},
        {QStringLiteral("path"), QStringLiteral("/attributes/") + attribute}, {QStringLiteral("value"), value}};
}

QJsonObject findAccountStep(const Tenant &t, const QString &identityPath, const QString &next)
{
    QJsonObject step = apiStep(t, "get", QStringLiteral("/accounts"), {}, next);
    QJsonObject attributes = step.value(QLatin1String("attributes")).toObject();
    attributes.insert(QStringLiteral("urlParams"),
        QJsonObject{{QStringLiteral("filters"),
            QStringLiteral("identityId eq \"{{%1}}\" and sourceId eq \"%2\"").arg(identityPath, t.idvSourceId)}});
    step.insert(QStringLiteral("attributes"), attributes);
    return step;
}

QJsonObject mailStep(const QJsonObject &to, const QString &title, const QString &body, const QString &next)
{
    QJsonObject attributes = to;
    attributes.insert(QStringLiteral("subject"), title);
    attributes.insert(QStringLiteral("body"), body);
    attributes.insert(QStringLiteral("context"), QJsonObject());
    return action("sp:send-email", attributes, next);
}

QJsonObject choiceStep(QJsonObject condition, const QString &yes, const QString &no)
{
    condition.insert(QStringLiteral("nextStep"), yes);
    return {{QStringLiteral("type"), QStringLiteral("choice")}, {QStringLiteral("choiceList"), QJsonArray{condition}},
        {QStringLiteral("defaultStep"), no}};
}

QJsonObject oneChoice(const char *found, const QString &yes, const QString &no)
{
    return choiceStep(
        {{QStringLiteral("comparator"), QStringLiteral("NumericEquals")},
            {QStringLiteral("variableA.$"), QStringLiteral("$.%1.body.length()").arg(QLatin1String(found))},
            {QStringLiteral("variableB"), 1}},
        yes, no);
}

QJsonObject presentChoice(const QString &path, const QString &yes, const QString &no)
{
    return choiceStep(
        {{QStringLiteral("comparator"), QStringLiteral("IsPresent")}, {QStringLiteral("variableA.$"), path}}, yes, no);
}

QJsonObject patchFound(const Tenant &t, const char *found, const QJsonArray &changes, const QString &next)
{
    return patchStep(t, QStringLiteral("/accounts"), QStringLiteral("/{{$.%1.body[0].id}}").arg(QLatin1String(found)),
        changes, next);
}

QJsonObject successStep()
{
    return {{QStringLiteral("type"), QStringLiteral("success")}};
}

QJsonObject failureStep(const QString &why)
{
    return {{QStringLiteral("type"), QStringLiteral("failure")}, {QStringLiteral("failureName"), why}};
}

QString pathBelow(const QString &path, const QString &pointer)
{
    QString out = path;
    const QStringList parts = pointer.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (QString part : parts) {
        part.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        const bool isNumber = std::all_of(part.begin(), part.end(), [](QChar c) { return c.isDigit(); });
        const bool isName = std::all_of(
            part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_'); });
        if (isNumber)
            out += QStringLiteral("[%1]").arg(part);
        else
            out += isName ? QLatin1Char('.') + part : QStringLiteral("['%1']").arg(part);
    }
    return out;
}

QJsonObject WorkflowDraft::whole() const
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("description"), description},
        {QStringLiteral("definition"), QJsonObject{{QStringLiteral("start"), start}, {QStringLiteral("steps"), steps}}},
        {QStringLiteral("trigger"), trigger}};
}

} // namespace domain
