#pragma once
#include "core/async.h"
#include "domain/verification/policy.h"
#include "services/tenants/context.h"
#include <QObject>

namespace ui {

/// What verifications ask for, as it was last read. Thread: GUI.
class CurrentPolicy : public QObject
{
    Q_OBJECT
public:
    explicit CurrentPolicy(services::Context &context);

    const domain::VerificationPolicy &value() const { return m_value; }
    /// Why what is stored cannot be read: no verification starts or ends meanwhile. Empty otherwise.
    const QString &problem() const { return m_problem; }
    /// After something else may have changed what is stored.
    void reload();
    core::Async<core::Unit> set(const domain::VerificationPolicy &policy);

Q_SIGNALS:
    void changed();
    /// It cannot be read any more.
    void warned(const QString &headline, const QString &advice);

private:
    services::Context &m_context;
    domain::VerificationPolicy m_value;
    QString m_problem;
};

} // namespace ui
