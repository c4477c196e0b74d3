#include "lab/sailpoint/scopes.h"

namespace lab {

namespace {

struct Rule
{
    const char *service;
    const char *part; ///< in the path behind it; empty: any
    bool isReading;
    QStringList scopes;
};

QStringList list(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

// The first that fits decides.
const QList<Rule> &rules()
{
    static const QList<Rule> all{
        {"/identities", "invite", false, list("idn:password-user-invite:manage")},
        {"/identities", "process", false, list("idn:identity:process idn:identity:manage")},
        {"/identities", "verification", false, list("idn:password:user-invite")},
        {"/identities", "synchronize-attributes", false, {}},
        {"/identities", "", true, list("idn:identity:read idn:identity:manage")},
        {"/identities", "", false, list("idn:identity:manage")},
        {"/identity-profiles", "identity-preview", false, list("idn:identity-profile:manage")},
        {"/identity-profiles", "default-identity-attribute-config", true, list("idn:identity-profile:manage")},
        {"/identity-profiles", "", true, list("idn:identity-profile:read idn:identity-profile:manage")},
        {"/identity-profiles", "", false, list("idn:identity-profile:manage")},
        {"/identity-attributes", "", true,
            list("idn:identity-profile-attribute:read idn:identity-profile-attribute:manage")},
        {"/identity-attributes", "", false, list("idn:identity-profile-attribute:manage")},
        {"/search", "", true, list("sp:search:read")},
        {"/search", "", false, list("sp:search:read")},
        {"/accounts", "", true, list("idn:accounts:read")},
        {"/accounts", "", false, list("idn:accounts:manage")},
        {"/sources", "", true, list("idn:sources:read")},
        {"/workflows", "execute", false, list("sp:workflow-execute:external")},
        {"/workflows", "", true, list("sp:workflow:read sp:workflow:manage")},
        {"/trigger-subscriptions", "", true,
            list("sp:trigger-service-subscriptions:read sp:trigger-service-subscriptions:manage")},
        {"/access-request-approvals", "", true,
            list("idn:access-request-approvals:read idn:access-request-approvals:manage")},
        {"/access-request-approvals", "", false, list("idn:access-request-approvals:manage")},
        {"/certifications", "", true, list("idn:certification:read idn:certification:manage")},
        {"/task-status", "", true, list("idn:task-management:read idn:task-management:write")},
        {"/oauth-clients", "", true, list("sp:oauth-client:read sp:oauth-client:manage")},
        {"/personal-access-tokens", "", true,
            list("sp:my-personal-access-tokens:read sp:my-personal-access-tokens:manage "
                 "sp:all-personal-access-tokens:read sp:all-personal-access-tokens:manage")},
        {"/personal-access-tokens", "", false,
            list("sp:my-personal-access-tokens:manage sp:all-personal-access-tokens:manage")},
    };
    return all;
}

} // namespace

bool scopesAllow(const QStringList &scopes, const Route &where)
{
    if (scopes.contains(QLatin1String("sp:scopes:all")))
        return true;
    const bool isReading = where.method == "GET";
    for (const Rule &r : rules()) {
        if (where.service != QLatin1String(r.service) || r.isReading != isReading ||
            (*r.part && !where.rest.contains(QLatin1String(r.part))))
            continue;
        return r.scopes.isEmpty() || std::any_of(r.scopes.begin(), r.scopes.end(),
                                         [&scopes](const QString &s) { return scopes.contains(s); });
    }
    return true; // no scope is published for it
}

} // namespace lab
