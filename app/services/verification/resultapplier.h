#pragma once
#include "core/async.h"
#include "domain/callbacks/callbackrecord.h"
#include "domain/verification/resultevaluation.h"
#include "domain/verification/sessionstep.h"
#include "domain/verification/verification.h"
#include "services/tenants/context.h"
#include <QHash>
#include <QObject>

namespace services {

struct TenantConnections;
class Sessions;

/// What a status query or a callback does to a session: evaluated by domain::evaluateResult(), moved on by
/// domain::next(), written with its note and its entry in one transaction. Thread: the GUI's or main; the step runs on
/// the ledger's.
class ResultApplier : public QObject
{
    Q_OBJECT
public:
    ResultApplier(TenantConnections &connections, Context &context, Sessions &sessions);
    /// Without an entry the result is the answer of a status query; with one it is that callback's.
    core::Async<domain::Session> apply(const core::SessionId &id, const domain::ProviderResult &result,
        const std::optional<domain::InboxEntry> &entry);
    /// The session is closed: what it said last is news no more.
    void forget(const core::SessionId &id);

private:
    core::Result<domain::SessionStep> stepFor(const domain::Session &now, const domain::ProviderResult &result,
        const std::optional<domain::InboxEntry> &entry, bool isNews, const QStringList &heldNames) const;
    void writeResult(domain::SessionStep &to, const domain::ProviderResult &result,
        const domain::ResultEvaluation &evaluation, domain::Transition t, const QString &source) const;
    TenantConnections &m_connections;
    Context &m_context;
    Sessions &m_sessions;
    QHash<QString, QString> m_words; ///< the last status word of each session
};

} // namespace services
