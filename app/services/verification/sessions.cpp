#include "services/verification/sessions.h"
#include "domain/audit/sessionevents.h"
#include "services/tenants/internal/stores.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Session;
using domain::SessionEvent;
using domain::SessionState;

static QString sayVerifier(const char *text)
{
    return QCoreApplication::translate("Verifier", text);
}

Sessions::Sessions(core::TenantId tenant, Context &context) : m_tenant(std::move(tenant)), m_context(context)
{
    connect(&context.ledger->sessions(), &store::SessionStore::changed, this, [this](const core::SessionId &id) {
        Q_EMIT changed(id);
        Q_EMIT listChanged();
    });
    connect(&context.ledger->file(), &store::Ledger::changedElsewhere, this, &Sessions::listChanged);
}

void Sessions::finalize(const Session &s)
{
    Q_EMIT settled(s);
}

QString Sessions::operatorName() const
{
    return m_context.operatorName;
}

Async<Session> Sessions::advance(const core::SessionId &id, SessionEvent e, const QString &why, const QString &noteKind)
{
    const auto step = [this, e, why, noteKind](const Session &now) -> Result<domain::SessionStep> {
        const auto t = domain::next(now.state, e);
        if (t.kind == domain::Transition::Illegal)
            return core::makeError(
                ErrorCode::Conflict, sayVerifier(QT_TRANSLATE_NOOP("Verifier", "The session has moved on meanwhile.")));
        domain::SessionStep to;
        to.session = now;
        to.isChanged = t.kind == domain::Transition::Move;
        if (!to.isChanged)
            return to;
        to.session.state = t.to;
        to.session.closingReason = t.to == SessionState::NeedsReview && why.isEmpty()
                                       ? domain::reviewReasonKey(domain::ReviewReason::Unconfirmed)
                                       : why;
        if (domain::isTerminal(t.to))
            to.session.closedAt = m_context.clock->now();
        to.notes << domain::SessionNote{m_context.clock->now(), noteKind, {}};
        to.audit << domain::movedOnEvent(m_context.operatorName, to.session, noteKind);
        return to;
    };
    const auto done = change(id, step);
    core::whenDone<Session>(done, this, [this](const Result<Session> &s) {
        if (s)
            finalize(*s);
    });
    return done;
}

Async<domain::SessionSummary> Sessions::summary()
{
    return m_context.ledger->sessions().summary(m_tenant);
}

Async<QList<Session>> Sessions::of(const core::IdentityId &person)
{
    domain::SessionFilter f;
    f.identity = person;
    return list(f);
}

static core::Error notOurs()
{
    return core::makeError(
        ErrorCode::NotFound, sayVerifier(QT_TRANSLATE_NOOP("Verifier", "This tenant has no such session.")));
}

Async<Session> Sessions::session(const core::SessionId &id)
{
    return core::mapped<Session, Session>(
        m_context.ledger->sessions().session(id), this, [this](const Session &s) -> Result<Session> {
            if (s.tenant != m_tenant)
                return notOurs();
            return s;
        });
}

Async<Session> Sessions::change(
    const core::SessionId &id, std::function<Result<domain::SessionStep>(const Session &)> step)
{
    return m_context.ledger->sessions().change(
        id, [step = std::move(step), tenant = m_tenant](const Session &now) -> Result<domain::SessionStep> {
            if (now.tenant != tenant)
                return notOurs();
            return step(now);
        });
}

Async<Session> Sessions::changeByFacts(
    const core::SessionId &id, std::function<Result<domain::SessionStep>(const domain::SessionFacts &)> step)
{
    return m_context.ledger->sessions().changeByFacts(id,
        [step = std::move(step), tenant = m_tenant](const domain::SessionFacts &now) -> Result<domain::SessionStep> {
            if (now.session.tenant != tenant)
                return notOurs();
            return step(now);
        });
}

Async<QList<Session>> Sessions::list(domain::SessionFilter filter)
{
    filter.tenant = m_tenant;
    return m_context.ledger->sessions().list(filter);
}

Async<QList<domain::SessionNote>> Sessions::notes(const core::SessionId &id)
{
    return m_context.ledger->sessions().notes(id);
}

Async<QList<domain::InboxEntry>> Sessions::callbacks(const core::SessionId &id)
{
    return m_context.ledger->callbacks().of(id);
}

} // namespace services
