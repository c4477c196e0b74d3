#include "cli/shell/secretkeys.h"
#include "services/tenants/secrets.h"

namespace cli {

const QList<SecretKey> &secretKeys()
{
    using Taken = services::TenantSecrets;
    using domain::SecretUse;
    static const QList<SecretKey> known{{services::secretname::sailpoint, &Taken::sailpoint, SecretUse::Text},
        {services::secretname::idv, &Taken::idv, SecretUse::Key},
        {services::secretname::workflowId, &Taken::workflowId, SecretUse::Text},
        {services::secretname::workflow, &Taken::workflow, SecretUse::Text},
        {services::secretname::proxyUser, &Taken::proxyUser, SecretUse::Text},
        {services::secretname::proxyPassword, &Taken::proxyPassword, SecretUse::Text},
        {services::secretname::callback, &Taken::callback, SecretUse::Text},
        {services::secretname::callbackNext, &Taken::callbackNext, SecretUse::Text},
        {services::secretname::events, &Taken::events, SecretUse::Key},
        {QStringLiteral("reviewerClientId"), &Taken::reviewerId, SecretUse::Text},
        {QStringLiteral("reviewerClientSecret"), &Taken::reviewer, SecretUse::Text},
        {QStringLiteral("triggerSecret"), &Taken::trigger, SecretUse::Text},
        {QStringLiteral("passphrase"), &Taken::passphrase, SecretUse::Text}};
    return known;
}

QStringList secretKeyNames()
{
    QStringList keys;
    for (const SecretKey &k : secretKeys())
        keys << k.key;
    return keys;
}

} // namespace cli
