#include "lab/profiles/profilepreview.h"
#include "lab/answers.h"
#include "lab/sailpoint/directory.h"
#include <QMap>

namespace lab {

using httpd::Response;

Response profilePreview(const QJsonObject &body, const Directory &directory)
{
    const QByteArray id = body.value(QLatin1String("identityId")).toString().toLatin1();
    const qint64 position = directory.positionOf(id);
    if (position < 0 || !directory.exists(quint32(position)))
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity is not known."));
    const Person p = directory.person(quint32(position), Directory::View::Live);
    const auto valueOf = [&p](const QString &name) -> QJsonValue {
        const QMap<QString, QByteArray> fields{{QStringLiteral("uid"), p.alias}, {QStringLiteral("firstname"), p.given},
            {QStringLiteral("lastname"), p.family}, {QStringLiteral("displayName"), p.name},
            {QStringLiteral("email"), p.email}, {QStringLiteral("phone"), p.phone},
            {QStringLiteral("personalEmail"), p.personalEmail}, {QStringLiteral("employeeNumber"), p.employee}};
        if (fields.contains(name))
            return QString::fromUtf8(fields.value(name));
        const QByteArray raw = p.attributes.value(name.toUtf8());
        return raw.isEmpty()
                   ? QJsonValue()
                   : QJsonValue(QJsonDocument::fromJson('[' + raw + ']').array().at(0).toVariant().toString());
    };
    QJsonArray out;
    const auto transforms = body.value(QLatin1String("identityAttributeConfig"))
                                .toObject()
                                .value(QLatin1String("attributeTransforms"))
                                .toArray();
    for (const auto &v : transforms) {
        const QJsonObject t = v.toObject(), definition = t.value(QLatin1String("transformDefinition")).toObject();
        const QString name = t.value(QLatin1String("identityAttributeName")).toString();
        const bool isAccount = definition.value(QLatin1String("type")) == QLatin1String("accountAttribute");
        QJsonObject line{{QStringLiteral("name"), name}, {QStringLiteral("previousValue"), valueOf(name)},
            {QStringLiteral("errorMessages"), QJsonArray{}}};
        line.insert(QStringLiteral("value"), isAccount ? valueOf(definition.value(QLatin1String("attributes"))
                                                                     .toObject()
                                                                     .value(QLatin1String("attributeName"))
                                                                     .toString())
                                                       : valueOf(name));
        if (!isAccount)
            line.insert(QStringLiteral("errorMessages"),
                QJsonArray{QJsonObject{{QStringLiteral("locale"), QStringLiteral("en-US")},
                    {QStringLiteral("localeOrigin"), QStringLiteral("DEFAULT")},
                    {QStringLiteral("text"), QStringLiteral("This transform cannot be previewed.")}}});
        out.append(line);
    }
    return json(
        200, QJsonObject{{QStringLiteral("identity"), QJsonObject{{QStringLiteral("type"), QStringLiteral("IDENTITY")},
                                                          {QStringLiteral("id"), QString::fromLatin1(id)},
                                                          {QStringLiteral("name"), QString::fromUtf8(p.name)}}},
                 {QStringLiteral("previewAttributes"), out}});
}

} // namespace lab
