#include "services/tenants/accesstoken/tokenrotation.h"
#include "services/tenants/internal/rotationrun.h"
#include <QCoreApplication>

namespace services {

TokenRotation::TokenRotation(Context &context, Tenants &tenants, QObject *parent)
    : QObject(parent), m_context(context), m_tenants(tenants)
{
}

core::Async<TokenRotation::Outcome> TokenRotation::run(const Wish &wish, std::function<void(const TestLine &)> line)
{
    if (wish.days && (*wish.days < 1 || *wish.days > domain::longestTokenDays))
        return core::ready<Outcome>(core::fieldError(QStringLiteral("expires-in"),
            QCoreApplication::translate("AccessToken", "A token lives 1 to %1 days.").arg(domain::longestTokenDays)));
    return (new RotationRun(m_context, m_tenants, wish, std::move(line), this))->run();
}

} // namespace services
