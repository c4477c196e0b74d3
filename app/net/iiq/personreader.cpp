#include "net/iiq/personreader.h"
#include "net/http/members.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace net::iiq {

using sailpoint::PageKind;
using sailpoint::PersonRead;

QString userExtension()
{
    return QStringLiteral("urn:ietf:params:scim:schemas:sailpoint:1.0:User");
}

PersonRead personFromUser(const QJsonObject &user)
{
    return sailpoint::personFrom(user, PageKind::Scim, user.value(userExtension()).toObject());
}

std::optional<PersonRead> personFromRows(const QJsonArray &rows, const core::IdentityId &id)
{
    for (const auto &v : rows) {
        const QJsonObject row = v.toObject();
        if (memberText(row, "id") == id.str())
            return sailpoint::personFrom(row, PageKind::Table, row);
    }
    return std::nullopt;
}

QList<domain::LoginName> loginNamesFrom(const QByteArray &body)
{
    QList<domain::LoginName> out;
    const QJsonArray found = QJsonDocument::fromJson(body).object().value(QLatin1String("Resources")).toArray();
    for (const auto &v : found) {
        const QJsonObject user = v.toObject();
        out << domain::LoginName{memberText(user, "id"), memberText(user, "userName")};
    }
    return out;
}

QStringList attributeNamesFrom(const QJsonObject &schema)
{
    QStringList names;
    const QJsonArray all = schema.value(QLatin1String("attributes")).toArray();
    for (const auto &v : all)
        names << memberText(v.toObject(), "name");
    return names;
}

} // namespace net::iiq
