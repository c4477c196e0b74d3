#pragma once
#include "core/async.h"
#include "core/ids.h"
#include <QList>

namespace services {

class TenantSession;

/// What became of one line of a list of people.
struct ListedPerson
{
    enum Outcome { Found, Unknown, Ambiguous, Again, Empty } outcome = Unknown;
    int line = 0;
    QString key;               ///< as in the file
    core::IdentityId identity; ///< of Found and Again
};
QString outcomeText(ListedPerson::Outcome outcome); ///< translated

/// Looks every line of a CSV up in the local copy, by id, e-mail, alias or employee number, letter case aside. In the
/// file's order. Usage for a file that is no CSV. Thread: the caller's; the copy is read on its own.
core::Async<QList<ListedPerson>> readPeopleList(TenantSession &tenantSession, const QByteArray &csv);

} // namespace services
