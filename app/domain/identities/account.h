#pragma once
#include <QString>

namespace domain {

/// A person's account on a source.
struct Account
{
    QString id; ///< may be empty
};

/// Somebody of IdentityIQ with the name they sign in with.
struct LoginName
{
    QString id, userName; ///< may be empty
};

} // namespace domain
