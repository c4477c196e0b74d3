#include "services/verification/verificationpolicy.h"
#include "core/jsontext.h"
#include "domain/text/strictjson.h"
#include "services/tenants/internal/stores.h"
#include <QCoreApplication>

namespace services {

static const QString settingName = QStringLiteral("verification-policy");
static QString sayPolicy(const char *text)
{
    return QCoreApplication::translate("Policy", text);
}

core::Async<domain::VerificationPolicy> readPolicy(Context &context, QObject *owner)
{
    return core::mapped<domain::VerificationPolicy, QString>(context.ledger->settings().value(settingName), owner,
        [](const QString &text) -> core::Result<domain::VerificationPolicy> {
            return domain::readSetting(text, domain::VerificationPolicy(), domain::policyFromJson,
                {sayPolicy(QT_TRANSLATE_NOOP("Policy", "The verification policy")),
                    sayPolicy(QT_TRANSLATE_NOOP(
                        "Policy", "Settings, Verification, Reset this page, or idvctl settings import"))});
        });
}

core::Async<core::Unit> storePolicy(Context &context, const domain::VerificationPolicy &policy)
{
    if (const auto fault = domain::validate(policy); !fault)
        return core::ready<core::Unit>(fault);
    domain::AuditEvent a;
    a.actor = context.operatorName;
    a.action = QStringLiteral("policy.change");
    a.subject = settingName;
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("ticketPattern"), policy.ticketPattern},
        {QStringLiteral("phrases"), int(policy.phrases.size())},
        {QStringLiteral("defaults"), domain::toJson(policy).value(QLatin1String("defaults"))},
        {QStringLiteral("heldDifferences"), policy.heldDifferences.join(QLatin1Char(','))}};
    return context.ledger->settings().set(settingName, core::compactJson(domain::toJson(policy)), a);
}

} // namespace services
