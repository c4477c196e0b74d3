#include "lab/profiles/profilecalls.h"
#include "lab/answers.h"
#include "lab/profiles/profilepreview.h"
#include "lab/sailpoint/tenantstate.h"
#include <algorithm>

namespace lab {

using httpd::Request;
using httpd::Response;

ProfileCalls::ProfileCalls(TenantState &state)
    : m_state(state), m_profiles(state.ends, state.options, state.now()), m_attributes(state.options.missingAttributes)
{
}

Response ProfileCalls::attributes(const Route &where, const Request &r)
{
    return m_attributes.handle(where, r);
}

Response ProfileCalls::handle(const Route &where, const Request &r)
{
    m_profiles.finalize(m_state.now());
    const QString first = where.rest.value(0), second = where.rest.value(1);
    const QJsonDocument body = QJsonDocument::fromJson(r.body);
    if (where.rest.isEmpty() && where.method == "GET")
        return m_profiles.list(r);
    if (where.rest.isEmpty() && where.method == "POST")
        return m_profiles.create(body.object());
    if (where.rest.isEmpty())
        return dto(405, QStringLiteral("405 Method Not Allowed"), QStringLiteral("GET or POST."));
    if (first == QLatin1String("export") && where.method == "GET")
        return m_profiles.exported(r);
    if (first == QLatin1String("import") && where.method == "POST")
        return m_state.options.hasUser
                   ? m_profiles.import(r)
                   : dto(403, QStringLiteral("403 Forbidden"),
                         QStringLiteral("The server understood the request but refuses to authorize it."));
    if (first == QLatin1String("identity-preview") && where.method == "POST")
        return profilePreview(body.object(), m_state.directory);
    if (first == QLatin1String("bulk-delete") && where.method == "POST") {
        QStringList ids;
        const auto list = body.array();
        for (const auto &v : list)
            ids << v.toString();
        if (ids.isEmpty() ||
            std::any_of(ids.begin(), ids.end(), [this](const QString &id) { return !m_profiles.contains(id); }))
            return dto(404, QStringLiteral("404 Not found"), QStringLiteral("An identity profile is not known."));
        m_profiles.removeLater(ids);
        return json(202, m_state.tasks.startSimplified(QStringLiteral("Delete identity profiles")));
    }
    if (second == QLatin1String("default-identity-attribute-config"))
        return m_profiles.defaultConfig(first);
    if (second == QLatin1String("process-identities") && where.method == "POST")
        return m_profiles.processIdentities(first);
    if (second == QLatin1String("lifecycle-states"))
        return m_profiles.lifecycleStates(first);
    if (where.rest.size() != 1)
        return dto(404, QStringLiteral("404 Not found"), QStringLiteral("No such address."));
    if (where.method == "PATCH")
        return m_profiles.patch(first, r);
    if (where.method == "DELETE") {
        if (!m_profiles.contains(first))
            return dto(404, QStringLiteral("404 Not found"), QStringLiteral("The identity profile is not known."));
        m_profiles.removeLater({first});
        return json(202, m_state.tasks.startSimplified(QStringLiteral("Delete identity profile")));
    }
    return m_profiles.one(first);
}

} // namespace lab
