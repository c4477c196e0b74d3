#include "services/callbacks/unmatchedcallbacks.h"
#include "services/tenants/internal/stores.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::InboxEntry;
using domain::Session;

static QString sayUnmatchedCallbacks(const char *text)
{
    return QCoreApplication::translate("UnmatchedCallbacks", text);
}

UnmatchedCallbacks::UnmatchedCallbacks(core::TenantId tenant, Verifier &verifier, Context &context, QObject *parent)
    : QObject(parent), m_tenant(std::move(tenant)), m_verifier(verifier), m_context(context)
{
    connect(&context.ledger->callbacks(), &store::CallbackStore::changed, this, &UnmatchedCallbacks::changed);
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, this, &UnmatchedCallbacks::changed);
}

UnmatchedCallbacks::~UnmatchedCallbacks()
{
    // Steps that are queued on the ledger's thread read this object: they run first.
    m_context.ledger->file().drain();
}

Async<QList<InboxEntry>> UnmatchedCallbacks::entries()
{
    return m_context.ledger->callbacks().inState(m_tenant, QStringLiteral("quarantined"));
}

Async<QList<Session>> UnmatchedCallbacks::candidates(const InboxEntry &entry)
{
    domain::SessionFilter f;
    f.since = m_context.clock->now() - 7 * core::dayMs;
    return core::mapped<QList<Session>, QList<Session>>(
        m_verifier.sessions().list(f), this, [entry](const QList<Session> &all) -> Result<QList<Session>> {
            QList<Session> fit;
            for (const Session &s : all) {
                if (!domain::assignmentFault(entry, s))
                    fit << s;
            }
            return fit;
        });
}

static domain::AuditEvent auditOf(
    const Context &context, const core::TenantId &tenant, const QString &action, const InboxEntry &e)
{
    domain::AuditEvent a;
    a.actor = context.operatorName;
    a.action = action;
    a.tenant = tenant.str();
    a.subject = tenant.str();
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("callback"), e.sequence},
        {QStringLiteral("providerSession"), e.callback.result.session.str()},
        {QStringLiteral("word"), e.callback.result.statusWord},
        {QStringLiteral("bodyHash"), QString::fromLatin1(e.callback.bodyHash.toHex())}};
    return a;
}

Async<Session> UnmatchedCallbacks::assignToSession(qint64 sequence, const core::SessionId &id)
{
    return core::andThen<InboxEntry>(
        m_context.ledger->callbacks().callback(m_tenant, sequence), this, [this, id](const InboxEntry &entry) {
            const auto stored =
                m_verifier.sessions().change(id, [this, entry](const Session &now) -> Result<domain::SessionStep> {
                    if (const char *fault = domain::assignmentFault(entry, now))
                        return core::makeError(ErrorCode::Conflict, sayUnmatchedCallbacks(fault));
                    domain::SessionStep to;
                    to.session = now;
                    to.assignedCallback = entry.sequence;
                    if (now.providerId.isEmpty()) {
                        to.session.providerId = entry.callback.result.session;
                        if (const auto t = domain::next(now.state, domain::SessionEvent::FoundAtProvider);
                            t.kind == domain::Transition::Move)
                            to.session.state = t.to;
                    }
                    to.notes << domain::SessionNote{m_context.clock->now(), QStringLiteral("adopted"),
                        {{QStringLiteral("operator"), m_context.operatorName},
                            {QStringLiteral("word"), entry.callback.result.statusWord}}};
                    auto a = auditOf(m_context, m_tenant, QStringLiteral("callback.adopt"), entry);
                    a.subject = now.id.str();
                    to.audit << a;
                    return to;
                });
            return core::andThen<Session>(stored, this, [this, id](const Session &s) {
                core::Deferred<Session> out;
                // What could not be asked now is asked by the timer: the adoption stands.
                core::whenDone<Session>(m_verifier.monitor().check(id), this,
                    [out, s](const Result<Session> &asked) { out.resolve(asked ? *asked : s); });
                return out.future();
            });
        });
}

Async<Unit> UnmatchedCallbacks::dismiss(qint64 sequence, const QString &why)
{
    return core::andThen<InboxEntry>(m_context.ledger->callbacks().callback(m_tenant, sequence), this,
        [this, why](const InboxEntry &entry) -> Async<Unit> {
            if (entry.state != QLatin1String("quarantined"))
                return core::ready<Unit>(
                    core::makeError(ErrorCode::Conflict, sayUnmatchedCallbacks(QT_TRANSLATE_NOOP("UnmatchedCallbacks",
                                                             "Somebody has decided about this callback already."))));
            auto a = auditOf(m_context, m_tenant, QStringLiteral("callback.dismiss"), entry);
            if (!why.trimmed().isEmpty())
                a.personal << domain::personal(QStringLiteral("why"), why.trimmed().left(500));
            return m_context.ledger->callbacks().finalize(
                entry.sequence, QStringLiteral("quarantined"), QStringLiteral("dismissed"), a);
        });
}

} // namespace services
