#include "lab/profiles/identityattributes.h"
#include "lab/answers.h"
#include "lab/profiles/inventedprofiles.h"

namespace lab {

using httpd::Response;

IdentityAttributes::IdentityAttributes(const QStringList &missing) : m_all(inventedAttributes(missing)) {}

qsizetype IdentityAttributes::indexOf(const QString &name) const
{
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (m_all.at(i).toObject().value(QLatin1String("name")) == name)
            return i;
    }
    return -1;
}

Response IdentityAttributes::create(const QJsonObject &attribute)
{
    const QString name = attribute.value(QLatin1String("name")).toString();
    if (name.isEmpty() || indexOf(name) >= 0)
        return dto(400, QStringLiteral("400.1 Bad Request Content"), QStringLiteral("The name is missing or taken."));
    m_all.append(attribute);
    return json(201, attribute);
}

Response IdentityAttributes::handle(const Route &where, const httpd::Request &r)
{
    if (where.method == "POST")
        return create(QJsonDocument::fromJson(r.body).object());
    if (where.rest.isEmpty())
        return json(200, m_all);
    const qsizetype at = indexOf(where.rest.at(0));
    if (at < 0)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity attribute is not known."));
    if (where.method != "DELETE")
        return json(200, m_all.at(at).toObject());
    m_all.removeAt(at);
    Response gone;
    gone.status = 204;
    return gone;
}

} // namespace lab
