#pragma once
#include <QString>
#include <QStringList>

namespace domain {

/// What a token says of itself (contract 3.3). What it does not say is not guessed: the vendor's answer decides then.
struct TokenRights
{
    bool isKnown = false; ///< a token was fetched since the tenant was opened
    bool hasUser = false; ///< a personal access token; a plain API client has no user
    QStringList scopes;
    QStringList userLevels; ///< ORG_ADMIN, …
    QString userName;
};

/// What somebody may do at SailPoint, each with scopes of its own.
enum class Right {
    ReadIdentities,
    DeleteIdentities,
    ProcessIdentities,
    InviteIdentities,
    SendPasswordReset,
    SynchronizeAttributes,
    ReadProfiles,
    ChangeProfiles,
    ImportProfiles,
    ReadAttributes,
    ChangeAttributes,
    Search,
    ChangeAccounts,
    ReadTriggers,
    ReadWorkflows,
    ReadTasks,
};
constexpr int rightCount = 16;

/// "Delete and reset identities", translated.
QString rightText(Right right);
/// Any one of them allows it; empty where SailPoint documents none.
QStringList scopesOf(Right right);
/// Why the token certainly may not; empty when it may, or when only the call can tell.
QString refusal(const TokenRights &rights, Right right);

} // namespace domain
