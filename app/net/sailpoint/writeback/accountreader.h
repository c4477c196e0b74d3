#pragma once
#include "domain/identities/account.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace net::sailpoint {

/// One for each entry of /accounts.
QList<domain::Account> accountsFrom(const QJsonArray &list);
/// The task of a change; empty when it names none.
QString accountTaskFrom(const QJsonObject &answer);

} // namespace net::sailpoint
