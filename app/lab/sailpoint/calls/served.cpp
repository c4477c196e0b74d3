#include "lab/sailpoint/calls/served.h"
#include <algorithm>

namespace lab {

// In the order of the services; lists say so.
static constexpr ServedCall served[] = {
    {"GET", "/identities", true, true},
    {"GET", "/identities/*", false, false},
    {"PATCH", "/identities/*", false, false},
    {"DELETE", "/identities/*", false, false},
    {"POST", "/identities/process", false, false},
    {"POST", "/identities/invite", false, false},
    {"GET", "/identities/*/ownership", false, false},
    {"GET", "/identities/*/role-assignments", true, false},
    {"GET", "/identities/*/role-assignments/*", false, false},
    {"POST", "/identities/*/reset", false, false},
    {"POST", "/identities/*/synchronize-attributes", false, false},
    {"POST", "/identities/*/verification/account/send", false, false},
    {"POST", "/search", false, false},
    {"POST", "/search/count", false, false},
    {"GET", "/search/identities/*", false, false},
    {"GET", "/public-identities", true, false},
    {"GET", "/identity-profiles", true, true},
    {"POST", "/identity-profiles", false, false},
    {"GET", "/identity-profiles/export", true, true},
    {"POST", "/identity-profiles/import", false, false},
    {"POST", "/identity-profiles/bulk-delete", false, false},
    {"POST", "/identity-profiles/identity-preview", false, false},
    {"GET", "/identity-profiles/*", false, false},
    {"PATCH", "/identity-profiles/*", false, false},
    {"DELETE", "/identity-profiles/*", false, false},
    {"GET", "/identity-profiles/*/default-identity-attribute-config", false, false},
    {"POST", "/identity-profiles/*/process-identities", false, false},
    {"GET", "/identity-profiles/*/lifecycle-states", true, false},
    {"GET", "/identity-attributes", true, false},
    {"POST", "/identity-attributes", false, false},
    {"GET", "/identity-attributes/*", false, false},
    {"DELETE", "/identity-attributes/*", false, false},
    {"GET", "/accounts", true, false},
    {"POST", "/accounts", false, false},
    {"GET", "/accounts/*", false, false},
    {"PATCH", "/accounts/*", false, false},
    {"GET", "/sources/*", false, false},
    {"GET", "/workflows", true, false},
    {"POST", "/workflows", false, false},
    {"GET", "/workflows/*", false, false},
    {"PATCH", "/workflows/*", false, false},
    {"DELETE", "/workflows/*", false, false},
    {"GET", "/workflows/*/executions", true, false},
    {"POST", "/workflows/*/test", false, false},
    {"POST", "/workflows/*/external/oauth-clients", false, false},
    {"POST", "/workflows/execute/external/*", false, false},
    {"POST", "/workflows/execute/external/*/test", false, false},
    {"GET", "/workflow-executions/*", false, false},
    {"GET", "/workflow-executions/*/history", true, false},
    {"POST", "/workflow-executions/*/cancel", false, false},
    {"GET", "/triggers", true, false},
    {"GET", "/trigger-subscriptions", true, false},
    {"POST", "/trigger-subscriptions", false, false},
    {"POST", "/trigger-subscriptions/validate-filter", false, false},
    {"PATCH", "/trigger-subscriptions/*", false, false},
    {"DELETE", "/trigger-subscriptions/*", false, false},
    {"GET", "/trigger-invocations/status", true, false},
    {"POST", "/trigger-invocations/test", false, false},
    {"POST", "/trigger-invocations/*/complete", false, false},
    {"GET", "/access-request-approvals/pending", true, false},
    {"GET", "/access-request-approvals/completed", true, false},
    {"GET", "/access-request-approvals/approval-summary", false, false},
    {"POST", "/access-request-approvals/*/approve", false, false},
    {"POST", "/access-request-approvals/*/reject", false, false},
    {"POST", "/access-request-approvals/*/forward", false, false},
    {"GET", "/certifications", true, false},
    {"GET", "/oauth-clients", true, false},
    {"GET", "/personal-access-tokens", true, true},
    {"POST", "/personal-access-tokens", false, false},
    {"DELETE", "/personal-access-tokens/*", false, false},
    {"GET", "/task-status", true, false},
    {"GET", "/task-status/*", false, false},
};

static bool isPath(const QStringList &pattern, const QStringList &path)
{
    return pattern.size() == path.size() &&
           std::equal(pattern.begin(), pattern.end(), path.begin(),
               [](const QString &p, const QString &segment) { return p == QLatin1String("*") || p == segment; });
}

QSet<QString> servedCalls()
{
    QSet<QString> all;
    for (const ServedCall &c : served)
        all << QLatin1String(c.method) + QLatin1Char(' ') + QLatin1String(c.path);
    return all;
}

bool isServedService(const QString &service)
{
    return std::any_of(std::begin(served), std::end(served), [&](const ServedCall &c) {
        const QString path = QString::fromLatin1(c.path);
        return path == service || path.startsWith(service + QLatin1Char('/'));
    });
}

const ServedCall *servedCall(const Route &where)
{
    const QStringList path = QStringList{where.service.mid(1)} + where.rest;
    const auto *found = std::find_if(std::begin(served), std::end(served), [&](const ServedCall &c) {
        return where.method == c.method &&
               isPath(QString::fromLatin1(c.path).split(QLatin1Char('/'), Qt::SkipEmptyParts), path);
    });
    return found == std::end(served) ? nullptr : found;
}

} // namespace lab
