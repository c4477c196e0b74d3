#pragma once
#include <QString>

namespace domain {

/// A source of accounts (contract 6). What SailPoint did not give is empty or false.
struct Source
{
    QString name;
    QString type; ///< SailPoint's word: "DelimitedFile", "Active Directory - Direct", …
    bool isAuthoritative = false;
};
/// A delimited file, by its type: the only kind on which SailPoint takes attribute changes.
bool isDelimitedFile(const Source &source);

} // namespace domain
