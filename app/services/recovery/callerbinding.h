#pragma once
#include "core/async.h"
#include "core/ids.h"
#include "domain/verification/sessionstep.h"
#include "domain/verification/verification.h"
#include <QObject>

namespace services {

struct Context;
class TenantSession;

/// That the caller holds the link of a verification, noted in its session. Thread: the GUI's or main.
class CallerBinding : public QObject
{
    Q_OBJECT
public:
    CallerBinding(Context &context, TenantSession &tenantSession, QObject *parent = nullptr);
    ~CallerBinding() override;

    /// As Recovery::bindByCode().
    core::Async<domain::Session> bindByCode(const core::SessionId &id, const QString &code);
    /// As Recovery::bindByQr().
    core::Async<domain::Session> bindByQr(const core::SessionId &id);

private:
    core::Async<domain::Session> bind(const core::SessionId &id, const QString &how);
    core::Result<domain::SessionStep> bindStep(const domain::SessionFacts &facts, const QString &how) const;
    core::Async<domain::Session> compareCode(const core::SessionId &id, const QByteArray &given);

    Context &m_context;
    TenantSession &m_tenantSession;
};

} // namespace services
