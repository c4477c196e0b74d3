#include "services/recovery/callerbinding.h"
#include "domain/recovery/callerbinding.h"
#include "domain/recovery/recoveryevents.h"
#include "services/recovery/recoverytext.h"
#include "services/tenants/internal/stores.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/readback.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include <memory>
#include <openssl/crypto.h>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using domain::Session;

static core::Error tooManyCodes()
{
    return core::makeError(ErrorCode::Conflict,
        sayRecovery(QT_TRANSLATE_NOOP("Recovery", "Five wrong codes were entered. Start a new verification.")));
}

static std::optional<core::Error> bindingFault(domain::BindingObstacle obstacle)
{
    using domain::BindingObstacle;
    switch (obstacle) {
    case BindingObstacle::None: break;
    case BindingObstacle::OtherOperator:
        return core::makeError(ErrorCode::Conflict,
            sayRecovery(QT_TRANSLATE_NOOP("Recovery",
                "Only the operator who started this verification can say that the caller holds the link.")));
    case BindingObstacle::LinkWasSent:
        return core::makeError(ErrorCode::Conflict,
            sayRecovery(
                QT_TRANSLATE_NOOP("Recovery", "This link was sent, not shown: ask for its last four characters.")));
    case BindingObstacle::TooManyCodes: return tooManyCodes();
    case BindingObstacle::Closed:
        return core::makeError(
            ErrorCode::Conflict, sayRecovery(QT_TRANSLATE_NOOP("Recovery", "This session is closed.")));
    }
    return std::nullopt;
}

static QJsonObject lastReadBack(const QList<domain::SessionNote> &notes)
{
    QJsonObject found;
    for (const auto &n : notes) {
        if (n.detail.contains(QLatin1String("readBack")))
            found = n.detail;
    }
    return found;
}

CallerBinding::CallerBinding(Context &context, TenantSession &tenantSession, QObject *parent)
    : QObject(parent), m_context(context), m_tenantSession(tenantSession)
{
}

CallerBinding::~CallerBinding() = default;

Async<Session> CallerBinding::bind(const core::SessionId &id, const QString &how)
{
    return m_tenantSession.verifier().sessions().changeByFacts(
        id, [this, how](const domain::SessionFacts &facts) { return bindStep(facts, how); });
}

Result<domain::SessionStep> CallerBinding::bindStep(const domain::SessionFacts &facts, const QString &how) const
{
    const Session &now = facts.session;
    domain::SessionStep to;
    to.session = now;
    if (const auto fault = bindingFault(domain::bindingObstacle(now, facts.notes, m_context.operatorName, how)))
        return *fault;
    if (now.boundAt) {
        to.isChanged = false;
        return to;
    }
    to.session.boundAt = m_context.clock->now();
    to.session.boundHow = how;
    to.notes << domain::SessionNote{*to.session.boundAt, QStringLiteral("bound"), {{QStringLiteral("how"), how}}};
    to.audit << domain::callerBoundEvent(m_context.operatorName, to.session, how);
    return to;
}

// Only a code that is on a screen can be scanned: after a restart, or in a terminal, there is none.
Async<Session> CallerBinding::bindByQr(const core::SessionId &id)
{
    return core::andThen<Session>(m_tenantSession.verifier().sessions().session(id), this, [this, id](const Session &) {
        if (m_tenantSession.verifier().links().of(id).isEmpty())
            return core::ready<Session>(core::makeError(ErrorCode::Conflict,
                sayRecovery(
                    QT_TRANSLATE_NOOP("Recovery", "No QR code of this session is on a screen here, so nobody can have "
                                                  "scanned it. Ask for the last four characters of the link."))));
        return bind(id, QStringLiteral("qr"));
    });
}

Async<Session> CallerBinding::bindByCode(const core::SessionId &id, const QString &code)
{
    return core::andThen<QList<domain::SessionNote>>(m_tenantSession.verifier().sessions().notes(id), this,
        [this, id, code](const QList<domain::SessionNote> &notes) {
            const QString with = lastReadBack(notes).value(QLatin1String("with")).toString();
            return core::andThen<QString>(readBackDigest(m_context, this, id, code, with), this,
                [this, id](const QString &given) { return compareCode(id, given.toLatin1()); });
        });
}

// Counted, compared and noted in one transaction: however many try at the same moment, five are compared.
Async<Session> CallerBinding::compareCode(const core::SessionId &id, const QByteArray &given)
{
    const auto left = std::make_shared<int>(
        -1); // tries that are left after a wrong one; written on the worker, read when its future is ready
    const auto compared = m_tenantSession.verifier().sessions().changeByFacts(
        id, [this, given, left](const domain::SessionFacts &facts) -> Result<domain::SessionStep> {
            const QByteArray known = lastReadBack(facts.notes).value(QLatin1String("readBack")).toString().toLatin1();
            if (known.isEmpty())
                return noCodeToCompare();
            const int wrong = domain::wrongCodes(facts.notes);
            if (wrong >= domain::mostCodeTries)
                return tooManyCodes();
            if (given.size() == known.size() &&
                CRYPTO_memcmp(given.constData(), known.constData(), size_t(known.size())) == 0)
                return bindStep(facts, QStringLiteral("code"));
            *left = domain::mostCodeTries - wrong - 1;
            domain::SessionStep to;
            to.session = facts.session;
            to.isChanged = false;
            to.notes << domain::SessionNote{m_context.clock->now(), QStringLiteral("wrong-code"), {}};
            to.audit << domain::wrongCodeEvent(m_context.operatorName, facts.session);
            return to;
        });
    return core::mapped<Session, Session>(compared, this, [left](const Session &s) -> Result<Session> {
        if (*left < 0)
            return s;
        return core::makeError(ErrorCode::Rejected,
            *left == 0
                ? sayRecovery(QT_TRANSLATE_NOOP(
                      "Recovery", "That is not the code of this link. No try is left: start a new verification."))
                : sayRecovery(QT_TRANSLATE_NOOP("Recovery", "That is not the code of this link. Tries left: %1."))
                      .arg(*left));
    });
}

} // namespace services
