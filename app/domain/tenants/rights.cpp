#include "domain/tenants/rights.h"
#include <QCoreApplication>
#include <array>

namespace domain {

static QString sayRights(const char *text)
{
    return QCoreApplication::translate("Rights", text);
}

namespace {

struct Row
{
    Right right;
    const char *text;
    QStringList scopes;
    bool needsUser;
};

const std::array<Row, rightCount> &rows()
{
    const auto s = [](std::initializer_list<const char *> names) {
        QStringList out;
        for (const char *n : names)
            out << QLatin1String(n);
        return out;
    };
    static const std::array<Row, rightCount> all{{
        {Right::ReadIdentities, QT_TRANSLATE_NOOP("Rights", "Read identities"),
            s({"idn:identity:read", "idn:identity:manage"}), true},
        {Right::DeleteIdentities, QT_TRANSLATE_NOOP("Rights", "Delete and reset identities"),
            s({"idn:identity:manage"}), false},
        {Right::ProcessIdentities, QT_TRANSLATE_NOOP("Rights", "Process identities"),
            s({"idn:identity:process", "idn:identity:manage"}), false},
        {Right::InviteIdentities, QT_TRANSLATE_NOOP("Rights", "Invite identities"),
            s({"idn:password-user-invite:manage"}), true},
        {Right::SendPasswordReset, QT_TRANSLATE_NOOP("Rights", "Send password-reset mail"),
            s({"idn:password:user-invite"}), true},
        {Right::SynchronizeAttributes, QT_TRANSLATE_NOOP("Rights", "Synchronize attributes"), {}, false},
        {Right::ReadProfiles, QT_TRANSLATE_NOOP("Rights", "Read identity profiles"),
            s({"idn:identity-profile:read", "idn:identity-profile:manage"}), false},
        {Right::ChangeProfiles, QT_TRANSLATE_NOOP("Rights", "Change and preview identity profiles"),
            s({"idn:identity-profile:manage"}), false},
        {Right::ImportProfiles, QT_TRANSLATE_NOOP("Rights", "Import identity profiles"),
            s({"idn:identity-profile:manage"}), true},
        {Right::ReadAttributes, QT_TRANSLATE_NOOP("Rights", "Read identity attributes"),
            s({"idn:identity-profile-attribute:read", "idn:identity-profile-attribute:manage"}), false},
        {Right::ChangeAttributes, QT_TRANSLATE_NOOP("Rights", "Create identity attributes"),
            s({"idn:identity-profile-attribute:manage"}), true},
        {Right::Search, QT_TRANSLATE_NOOP("Rights", "Search"), s({"sp:search:read"}), false},
        {Right::ChangeAccounts, QT_TRANSLATE_NOOP("Rights", "Write accounts"), s({"idn:accounts:manage"}), false},
        {Right::ReadTriggers, QT_TRANSLATE_NOOP("Rights", "Read event triggers"),
            s({"sp:trigger-service-subscriptions:read", "sp:trigger-service-subscriptions:manage"}), false},
        {Right::ReadWorkflows, QT_TRANSLATE_NOOP("Rights", "Read workflows"),
            s({"sp:workflow:read", "sp:workflow:manage"}), true},
        {Right::ReadTasks, QT_TRANSLATE_NOOP("Rights", "Follow tasks"),
            s({"idn:task-management:read", "idn:task-management:write"}), false},
    }};
    return all;
}

const Row &row(Right right)
{
    return rows()[size_t(right)];
}

} // namespace

QString rightText(Right right)
{
    return sayRights(row(right).text);
}
QStringList scopesOf(Right right)
{
    return row(right).scopes;
}

QString refusal(const TokenRights &rights, Right right)
{
    if (!rights.isKnown)
        return {};
    const Row &r = row(right);
    if (r.needsUser && !rights.hasUser)
        return sayRights(QT_TRANSLATE_NOOP("Rights", "needs a personal access token"));
    // sp:scopes:all is everything the user may do; what sp:scopes:default holds is not published.
    const bool isOpen = rights.scopes.isEmpty() || rights.scopes.contains(QLatin1String("sp:scopes:all")) ||
                        rights.scopes.contains(QLatin1String("sp:scopes:default"));
    if (isOpen || r.scopes.isEmpty())
        return {};
    for (const QString &scope : r.scopes) {
        if (rights.scopes.contains(scope))
            return {};
    }
    return sayRights(QT_TRANSLATE_NOOP("Rights", "the token lacks the scope %1")).arg(r.scopes.first());
}

} // namespace domain
