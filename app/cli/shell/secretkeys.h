#pragma once
#include "domain/text/secrettext.h"
#include "services/tenants/tenants.h"
#include <QStringList>

namespace cli {

/// A key of the object on standard input, and where its text goes.
struct SecretKey
{
    QString key;
    core::SecretPtr services::TenantSecrets::*member;
    domain::SecretUse use;
};
const QList<SecretKey> &secretKeys();
/// Their names, as a person is told them.
QStringList secretKeyNames();

} // namespace cli
