#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace domain {

/// An identity as SailPoint holds it now, as far as the console reads it; empty is not told.
struct LiveIdentity
{
    QString id, name;
    QString status;     ///< "REGISTERED", "UNREGISTERED", …; as sent
    QJsonObject asSent; ///< to be exported as it came
};

struct LiveIdentities
{
    QList<LiveIdentity> all; ///< one for each entry
    QJsonArray asSent;       ///< to be exported as it came
};

} // namespace domain
