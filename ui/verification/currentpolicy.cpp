#include "ui/verification/currentpolicy.h"
#include "services/verification/verificationpolicy.h"

namespace ui {

using core::Result;

CurrentPolicy::CurrentPolicy(services::Context &context) : m_context(context) {}

void CurrentPolicy::reload()
{
    core::whenDone<domain::VerificationPolicy>(
        services::readPolicy(m_context, this), this, [this](const Result<domain::VerificationPolicy> &p) {
            const QString problem = p ? QString() : p.error().text;
            const bool isNews = problem != m_problem;
            m_problem = problem;
            if (!p) { // what was read before stays on the screen; whatever depends on it reads it again, and refuses
                if (isNews)
                    Q_EMIT warned(tr("No verification starts or ends"), problem);
            } else if (*p == m_value && !isNews) {
                return;
            } else {
                m_value = *p;
            }
            if (p || isNews)
                Q_EMIT changed();
        });
}

core::Async<core::Unit> CurrentPolicy::set(const domain::VerificationPolicy &policy)
{
    const auto done = services::storePolicy(m_context, policy);
    core::whenDone<core::Unit>(done, this, [this](const core::Status &r) {
        if (r)
            reload();
    });
    return done;
}

} // namespace ui
