#include "domain/readiness/remediation.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace domain {

static QJsonObject httpStep(
    const QString &base, const char *method, const char *contentType, const QString &path, const QString &next)
{
    return {{QStringLiteral("actionId"), QStringLiteral("sp:http")}, {QStringLiteral("type"), QStringLiteral("action")},
        {QStringLiteral("versionNumber"), 2}, {QStringLiteral("nextStep"), next},
        {QStringLiteral("displayName"), QString()},
        {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("authenticationType"), QStringLiteral("OAuth")},
                                           {QStringLiteral("oAuthCredentialLocation"), QStringLiteral("oAuthInHeader")},
                                           {QStringLiteral("oAuthTokenUrl"), base + QStringLiteral("/oauth/token")},
                                           {QStringLiteral("method"), QLatin1String(method)},
                                           {QStringLiteral("requestContentType"), QLatin1String(contentType)},
                                           {QStringLiteral("url"), base + path}}}};
}

QJsonObject resultWorkflow(const QString &base, const QString &sourceId, const AttributeMap &map)
{
    const QString findName = QStringLiteral("Find account"), writeName = QStringLiteral("Write result"),
                  end = QStringLiteral("End");
    QJsonObject find = httpStep(base, "get", "json", QStringLiteral("/v2024/accounts"), writeName);
    QJsonObject findAttributes = find.value(QLatin1String("attributes")).toObject();
    findAttributes.insert(QStringLiteral("urlParams"),
        QJsonObject{{QStringLiteral("filters"),
            QStringLiteral("identityId eq \"{{$.trigger.identityId}}\" and sourceId eq \"%1\"").arg(sourceId)}});
    find.insert(QStringLiteral("attributes"), findAttributes);
    QJsonObject write =
        httpStep(base, "patch", "json-patch", QStringLiteral("/v2024/accounts/{{$.findAccount.body[0].id}}"), end);
    QJsonArray ops;
    for (int i = 0; i < idvFieldCount; ++i) {
        const QString &name = map.name(Field(i));
        ops.append(QJsonObject{{QStringLiteral("op"), QStringLiteral("add")},
            {QStringLiteral("path"), QStringLiteral("/attributes/") + name},
            {QStringLiteral("value"), QStringLiteral("{{$.trigger.attributes.%1}}").arg(name)}});
    }
    QJsonObject writeAttributes = write.value(QLatin1String("attributes")).toObject();
    writeAttributes.insert(QStringLiteral("jsonPatchRequestBody"), ops);
    write.insert(QStringLiteral("attributes"), writeAttributes);
    const QJsonObject steps{{findName, find}, {writeName, write},
        {end, QJsonObject{{QStringLiteral("actionId"), QStringLiteral("sp:operator-success")},
                  {QStringLiteral("type"), QStringLiteral("success")}}}};
    return {{QStringLiteral("name"), QStringLiteral("IDV results")},
        {QStringLiteral("description"),
            QStringLiteral(
                "Writes an identity verification's result to the person's account in the source of results.")},
        {QStringLiteral("definition"),
            QJsonObject{{QStringLiteral("start"), findName}, {QStringLiteral("steps"), steps}}},
        {QStringLiteral("trigger"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("EXTERNAL")},
                {QStringLiteral("displayName"), QStringLiteral("IDV result")},
                {QStringLiteral("attributes"), QJsonObject{{QStringLiteral("name"), QStringLiteral("IDV result")},
                                                   {QStringLiteral("description"), QString()}}}}}};
}

QString resultWorkflowText(const QString &base, const QString &sourceId, const AttributeMap &map)
{
    return QString::fromUtf8(QJsonDocument(resultWorkflow(base, sourceId, map)).toJson());
}

} // namespace domain
