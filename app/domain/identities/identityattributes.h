#pragma once
#include <QJsonObject>
#include <QMap>
#include <QString>

namespace domain {

/// All attributes of a person as SailPoint or IdentityIQ holds them.
struct IdentityAttributes
{
    QMap<QString, QString> texts; ///< by technical name; what is null, a list or an object is empty
    QJsonObject asSent;           ///< to be shown or compared whole
};

} // namespace domain
