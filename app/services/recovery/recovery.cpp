#include "services/recovery/recovery.h"
#include "core/killpoint.h"
#include "domain/identities/contact.h"
#include "net/sailpoint/profiles.h"
#include "net/sailpoint/resets.h"
#include "services/recovery/timecheck.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/readback.h"
#include "services/verification/verificationpolicy.h"
#include "services/verification/verifier.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <openssl/crypto.h>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::GateFacts;
using domain::GateObstacle;
using domain::RecoveryGate;
using domain::Session;

static QString sayRecovery(const char *text)
{
    return QCoreApplication::translate("Recovery", text);
}

QString gateSentence(const RecoveryGate &g)
{
    switch (g.obstacle) {
    case GateObstacle::None: return {};
    case GateObstacle::OtherReason:
        return sayRecovery(
            QT_TRANSLATE_NOOP("Recovery", "Only a verification for account recovery opens a password reset."));
    case GateObstacle::OtherOperator:
        return sayRecovery(
            QT_TRANSLATE_NOOP("Recovery", "Only the operator who started this verification can send the reset."));
    case GateObstacle::NotVerified:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "The reset opens when the person is verified."));
    case GateObstacle::TooOld:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "The result is older than 15 minutes. Verify again."));
    case GateObstacle::AlreadyUsed:
        return sayRecovery(QT_TRANSLATE_NOOP(
            "Recovery", "A reset was sent for this verification. Another one needs another verification."));
    case GateObstacle::Unknown:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "SailPoint did not answer: the e-mail may have been sent. Ask "
                                                         "the caller; another try needs another verification."));
    case GateObstacle::StarterUnknown:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery",
            "It is not known who started this verification: it is from before that was kept. Verify again."));
    case GateObstacle::NotAnchored:
        return sayRecovery(
            QT_TRANSLATE_NOOP("Recovery", "This result is from before results were proved by the log. Verify again."));
    case GateObstacle::RowDiffers:
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery",
            "The log does not say what this session says: it was changed outside the console. Nothing is "
            "sent. Tell whoever looks after this computer, and verify again."));
    case GateObstacle::NoVendorTime: return timeSentence(domain::TimeDoubt::NoVendorTime);
    case GateObstacle::ClocksDiffer: return timeSentence(domain::TimeDoubt::ClocksDiffer);
    case GateObstacle::LogAhead: return timeSentence(domain::TimeDoubt::LogAhead);
    case GateObstacle::Locked: return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "This tenant is locked: read only."));
    case GateObstacle::Conditions: break;
    }
    if (g.marks[size_t(domain::GateCondition::CallerBound)] != domain::GateMark::Met)
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "Ask the caller for the last four characters of the link."));
    if (g.marks[size_t(domain::GateCondition::Active)] == domain::GateMark::NotKnown)
        return sayRecovery(QT_TRANSLATE_NOOP("Recovery",
            "Whether the account is active is not known. Say what its lifecycle state means (Settings, "
            "Tenants, Active accounts…), or let a second person accept it."));
    return sayRecovery(QT_TRANSLATE_NOOP("Recovery", "The account is not active in SailPoint."));
}

static int wrongCodes(const QList<domain::SessionNote> &notes)
{
    return int(
        std::count_if(notes.begin(), notes.end(), [](const auto &n) { return n.kind == QLatin1String("wrong-code"); }));
}

static core::Error tooManyCodes()
{
    return core::makeError(ErrorCode::Conflict,
        sayRecovery(QT_TRANSLATE_NOOP("Recovery", "Five wrong codes were entered. Start a new verification.")));
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

Recovery::Recovery(TenantConnections &connections, Context &context, TenantSession &tenantSession)
    : m_connections(connections), m_context(context), m_tenantSession(tenantSession), m_signIn(connections, context)
{
}

domain::AuditEvent Recovery::event(const Session &s, const QString &action, const QString &outcome) const
{
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = action;
    a.tenant = s.tenant.str();
    a.subject = s.id.str();
    a.outcome = outcome;
    a.data = {{QStringLiteral("identity"), s.request.identity.str()}, {QStringLiteral("ticket"), s.request.ticket},
        {QStringLiteral("state"), domain::stateKey(s.state)}};
    return a;
}

Async<RecoveryGate> Recovery::gate(const core::SessionId &id)
{
    return core::andThen<Session>(m_tenantSession.verifier().session(id), this, [this, id](const Session &s) {
        core::Deferred<RecoveryGate> out;
        core::whenDone<domain::Identity>(
            m_tenantSession.person(s.request.identity), this, [this, id, out](const Result<domain::Identity> &p) {
                core::whenDone<domain::ActivityTable>(
                    activityTable(), this, [this, id, p, out](const Result<domain::ActivityTable> &table) {
                        ActivitySeen seen; // not asked where the person or the table cannot be read
                        const auto said = m_identityStates.constFind(id.str());
                        if (p && table)
                            seen = {domain::activityOf(*p,
                                        said == m_identityStates.cend() ? std::nullopt : std::optional(*said), *table),
                                domain::activityMark(*p)};
                        const auto read = core::andThen<QString>(operatorIdentity(), this,
                            [this, id, seen](const QString &who) { return gateBy(id, seen, who); });
                        core::whenDone<RecoveryGate>(
                            read, this, [out](const Result<RecoveryGate> &g) { out.resolve(g); });
                    });
            });
        return out.future();
    });
}

// What is agreed on names has to be known as well: otherwise nothing is claimed.
Async<RecoveryGate> Recovery::gateBy(const core::SessionId &id, const ActivitySeen &seen, const QString &principal)
{
    using domain::VerificationPolicy;
    using store::SessionFacts;
    return core::andThen<VerificationPolicy>(
        readPolicy(m_context, this), this, [this, id, seen, principal](const VerificationPolicy &policy) {
            const auto held = policy.heldDifferences;
            return core::mapped<RecoveryGate, SessionFacts>(m_context.ledger.sessionFacts(id), this,
                [this, seen, principal, held](const SessionFacts &facts) -> Result<RecoveryGate> {
                    GateFacts f = gateFacts(facts, principal, seen);
                    f.heldDifferences = held;
                    // Sending asks SailPoint first: then somebody says what time it is.
                    if (f.time == domain::TimeDoubt::NoVendorTime)
                        f.time = domain::TimeDoubt::None;
                    return domain::recoveryGate(facts.session, f);
                });
        });
}

GateFacts Recovery::gateFacts(
    const store::SessionFacts &facts, const QString &principal, const ActivitySeen &seen) const
{
    GateFacts f;
    f.operatorName = m_context.operatorName;
    f.principal = principal;
    f.isReadOnly = m_connections.tenant.readOnly;
    f.proof = domain::rowProof(facts.session, facts.recorded);
    f.now = m_context.clock->now();
    f.time = domain::timeDoubt(f.now, m_connections.vendorTime(), facts.lastEntryAt);
    f.activity = seen.activity;
    f.isActivityAccepted = std::any_of(facts.notes.begin(), facts.notes.end(), [&seen](const auto &n) {
        return n.kind == QLatin1String("activity-accepted") && !seen.mark.isEmpty() &&
               n.detail.value(QLatin1String("of")).toString() == seen.mark;
    });
    return f;
}

QString Recovery::activitySetting() const
{
    return QStringLiteral("activity:") + m_connections.tenant.id.str();
}

Async<domain::ActivityTable> Recovery::activityTable()
{
    return core::mapped<domain::ActivityTable, QString>(
        m_context.ledger.setting(activitySetting()), this, [](const QString &text) -> Result<domain::ActivityTable> {
            if (text.isEmpty())
                return domain::ActivityTable();
            auto table = domain::activityTableFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
            if (!table)
                return core::makeError(ErrorCode::Storage,
                    sayRecovery(QT_TRANSLATE_NOOP("Recovery",
                                    "What counts as an active account cannot be read (%1). Set it again: "
                                    "Settings, Tenants, Active accounts…, or idvctl activity set."))
                        .arg(table.error().field));
            return table;
        });
}

Async<Unit> Recovery::setActivityTable(const domain::ActivityTable &table)
{
    if (const auto fault = domain::validate(table); !fault)
        return core::ready<Unit>(fault);
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("activity.change");
    a.tenant = a.subject = m_connections.tenant.id.str();
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("after"), domain::toJson(table)}};
    return m_context.ledger.setSetting(
        activitySetting(), QString::fromUtf8(QJsonDocument(domain::toJson(table)).toJson(QJsonDocument::Compact)), a);
}

// SailPoint's own word for the lifecycle state; nothing where it cannot be read or says nothing.
Async<QString> Recovery::identityState(const domain::Identity &p)
{
    core::Deferred<QString> out;
    if (domain::isIdentityIq(m_connections.tenant) || p.profile.isEmpty() || p.lifecycle.isEmpty()) {
        out.resolve(QString());
        return out.future();
    }
    // Not allowed to be read, or not there, leaves it to the table; no answer at all is "not known".
    const auto unread = [](const core::Error &e) {
        return e.code == ErrorCode::Forbidden || e.code == ErrorCode::NotFound ? QString() : QStringLiteral("?");
    };
    core::whenDone<QJsonArray>(net::sailpoint::listProfiles(m_connections.api), this,
        [this, p, out, unread](const Result<QJsonArray> &profiles) {
            if (!profiles)
                return out.resolve(unread(profiles.error()));
            QString profile;
            for (const auto &v : profiles ? *profiles : QJsonArray()) {
                if (v.toObject().value(QLatin1String("name")).toString() == p.profile)
                    profile = v.toObject().value(QLatin1String("id")).toString();
            }
            if (profile.isEmpty())
                return out.resolve(QString());
            core::whenDone<QJsonArray>(net::sailpoint::lifecycleStates(m_connections.api, profile), this,
                [p, out, unread](const Result<QJsonArray> &states) {
                    if (!states)
                        return out.resolve(unread(states.error()));
                    QString word;
                    for (const auto &v : states ? *states : QJsonArray()) {
                        const QJsonObject o = v.toObject();
                        if (o.value(QLatin1String("technicalName")).toString() == p.lifecycle)
                            word = o.value(QLatin1String("identityState")).toString();
                    }
                    out.resolve(word);
                });
        });
    return out.future();
}

Async<Session> Recovery::bind(const core::SessionId &id, const QString &how)
{
    return m_tenantSession.verifier().changeByFacts(
        id, [this, how](const store::SessionFacts &facts) { return bindStep(facts, how); });
}

Result<store::SessionStep> Recovery::bindStep(const store::SessionFacts &facts, const QString &how) const
{
    const Session &now = facts.session;
    store::SessionStep to;
    to.session = now;
    if (now.operatorName != m_context.operatorName)
        return core::makeError(ErrorCode::Conflict,
            sayRecovery(QT_TRANSLATE_NOOP("Recovery",
                "Only the operator who started this verification can say that the caller holds the link.")));
    if (how == QLatin1String("qr") && now.request.delivery != domain::Delivery::Link)
        return core::makeError(ErrorCode::Conflict,
            sayRecovery(
                QT_TRANSLATE_NOOP("Recovery", "This link was sent, not shown: ask for its last four characters.")));
    if (wrongCodes(facts.notes) >= domain::mostCodeTries)
        return tooManyCodes();
    if (now.state != domain::SessionState::Verified && now.state != domain::SessionState::NeedsReview &&
        !domain::isOpen(now.state))
        return core::makeError(
            ErrorCode::Conflict, sayRecovery(QT_TRANSLATE_NOOP("Recovery", "This session is closed.")));
    if (now.boundAt) {
        to.isChanged = false;
        return to;
    }
    to.session.boundAt = m_context.clock->now();
    to.session.boundHow = how;
    to.notes << store::SessionNote{*to.session.boundAt, QStringLiteral("bound"), {{QStringLiteral("how"), how}}};
    auto a = event(to.session, QStringLiteral("recovery.caller-bound"), QStringLiteral("done"));
    a.data.insert(QStringLiteral("how"), how);
    to.audit << a;
    return to;
}

// Only a code that is on a screen can be scanned: after a restart, or in a terminal, there is none.
Async<Session> Recovery::bindByQr(const core::SessionId &id)
{
    return core::andThen<Session>(m_tenantSession.verifier().session(id), this, [this, id](const Session &) {
        if (m_tenantSession.verifier().link(id).isEmpty())
            return core::ready<Session>(core::makeError(ErrorCode::Conflict,
                sayRecovery(
                    QT_TRANSLATE_NOOP("Recovery", "No QR code of this session is on a screen here, so nobody can have "
                                                  "scanned it. Ask for the last four characters of the link."))));
        return bind(id, QStringLiteral("qr"));
    });
}

Async<Session> Recovery::bindByCode(const core::SessionId &id, const QString &code)
{
    return core::andThen<QList<domain::SessionNote>>(
        m_tenantSession.verifier().notes(id), this, [this, id, code](const QList<domain::SessionNote> &notes) {
            const QString with = lastReadBack(notes).value(QLatin1String("with")).toString();
            return core::andThen<QString>(readBackDigest(m_context, this, id, code, with), this,
                [this, id](const QString &given) { return compareCode(id, given.toLatin1()); });
        });
}

// Counted, compared and noted in one transaction: however many try at the same moment, five are compared.
Async<Session> Recovery::compareCode(const core::SessionId &id, const QByteArray &given)
{
    const auto left = std::make_shared<int>(
        -1); // tries that are left after a wrong one; written on the worker, read when its future is ready
    const auto compared = m_tenantSession.verifier().changeByFacts(
        id, [this, given, left](const store::SessionFacts &facts) -> Result<store::SessionStep> {
            const QByteArray known = lastReadBack(facts.notes).value(QLatin1String("readBack")).toString().toLatin1();
            if (known.isEmpty())
                return noCodeToCompare();
            const int wrong = wrongCodes(facts.notes);
            if (wrong >= domain::mostCodeTries)
                return tooManyCodes();
            if (given.size() == known.size() &&
                CRYPTO_memcmp(given.constData(), known.constData(), size_t(known.size())) == 0)
                return bindStep(facts, QStringLiteral("code"));
            *left = domain::mostCodeTries - wrong - 1;
            store::SessionStep to;
            to.session = facts.session;
            to.isChanged = false;
            to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("wrong-code"), {}};
            to.audit << event(facts.session, QStringLiteral("recovery.wrong-code"), QStringLiteral("refused"));
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

std::optional<core::Error> Recovery::contactFault(
    const domain::Identity &p, const domain::ContactHistory &history, const ResetRequest &request) const
{
    const auto channel = domain::isPersonal(request.via) ? domain::Channel::PersonalEmail : domain::Channel::WorkEmail;
    const QString address = domain::isPersonal(request.via) ? p.personalEmail : p.email;
    if (address.isEmpty())
        return core::fieldError(QStringLiteral("via"),
            sayRecovery(QT_TRANSLATE_NOOP("Recovery", "The directory holds no such address for this person.")));
    if (!request.expectedAddress.isEmpty() && request.expectedAddress != address)
        return core::makeError(ErrorCode::Conflict,
            sayRecovery(QT_TRANSLATE_NOOP(
                "Recovery", "The address in the directory changed meanwhile. Nothing was sent; look at it again.")));
    if (domain::contactAge(history, channel, m_context.clock->now()) != domain::ContactAge::Unchanged &&
        request.contactReason.trimmed().isEmpty())
        return core::fieldError(QStringLiteral("contact-reason"),
            sayRecovery(QT_TRANSLATE_NOOP(
                "Recovery", "This address changed in the last 14 days, or its age is not known. Say why it is used.")));
    return std::nullopt;
}

Async<Session> Recovery::sendReset(const core::SessionId &id, const ResetRequest &request)
{
    if (domain::isIdentityIq(m_connections.tenant))
        return core::ready<Session>(domain::notAvailableWith(m_connections.tenant.product));
    return core::andThen<Session>(m_tenantSession.verifier().session(id), this, [this, id, request](const Session &s) {
        // SailPoint, not the local copy, says whether the account is active.
        return core::andThen<domain::Identity>(
            m_tenantSession.refresh(s.request.identity), this, [this, id, request](const domain::Identity &p) {
                return core::andThen<domain::ContactHistory>(m_tenantSession.contactHistory(p.id), this,
                    [this, id, request, p](const domain::ContactHistory &history) {
                        if (const auto fault = contactFault(p, history, request))
                            return core::ready<Session>(*fault);
                        return core::andThen<domain::ActivityTable>(
                            activityTable(), this, [this, id, request, p](const domain::ActivityTable &table) {
                                return core::andThen<QString>(
                                    identityState(p), this, [this, id, request, p, table](const QString &word) {
                                        m_identityStates.insert(id.str(), word);
                                        const ActivitySeen seen{
                                            domain::activityOf(
                                                p, word.isEmpty() ? std::nullopt : std::optional(word), table),
                                            domain::activityMark(p)};
                                        return core::andThen<domain::VerificationPolicy>(readPolicy(m_context, this),
                                            this,
                                            [this, id, request, p, seen](const domain::VerificationPolicy &policy) {
                                                return core::andThen<QString>(operatorIdentity(), this,
                                                    [this, id, request, p, seen, held = policy.heldDifferences](
                                                        const QString &principal) {
                                                        return sendOnce(id, request, p, {seen, principal, held});
                                                    });
                                            });
                                    });
                            });
                    });
            });
    });
}

Async<Session> Recovery::sendOnce(
    const core::SessionId &id, const ResetRequest &request, const domain::Identity &p, const Asked &asked)
{
    const QString address = domain::isPersonal(request.via) ? p.personalEmail : p.email;
    core::Deferred<Session> out;
    const auto intent = m_tenantSession.verifier().changeByFacts(
        id, [this, request, asked, address](const store::SessionFacts &facts) -> Result<store::SessionStep> {
            GateFacts f = gateFacts(facts, asked.principal, asked.seen);
            f.heldDifferences = asked.heldDifferences;
            const RecoveryGate g = domain::recoveryGate(facts.session, f);
            if (!g.isOpen())
                return core::makeError(ErrorCode::Conflict, gateSentence(g));
            store::SessionStep to;
            to.session = facts.session;
            to.session.resetState = QStringLiteral("asking");
            to.session.resetAt = m_context.clock->now();
            to.session.resetVia = domain::resetViaKey(request.via);
            auto a = event(to.session, QStringLiteral("recovery.reset"), QStringLiteral("intent"));
            a.data.insert(QStringLiteral("via"), to.session.resetVia);
            a.data.insert(QStringLiteral("principal"), asked.principal);
            a.personal << domain::personal(QStringLiteral("sentTo"), domain::maskEmail(address));
            if (!request.contactReason.isEmpty())
                a.personal << domain::personal(QStringLiteral("contactReason"), request.contactReason.left(500));
            to.audit << a;
            return to;
        });
    core::whenDone<Session>(intent, this, [this, request, out](const Result<Session> &stored) {
        if (!stored)
            return out.resolve(stored.error());
        core::killPoint("reset-intent");
        post(*stored, request, out);
    });
    return out.future();
}

void Recovery::post(const Session &s, const ResetRequest &request, const core::Deferred<Session> &out)
{
    core::whenDone<Unit>(net::sailpoint::sendAccountReset(m_connections.api, s.request.identity,
                             domain::resetViaKey(request.via), request.sourceName),
        this, [this, s, out](const core::Status &r) {
            core::killPoint("reset-answered");
            const auto stored =
                m_tenantSession.verifier().change(s.id, [this, r](const Session &now) -> Result<store::SessionStep> {
                    store::SessionStep to;
                    to.session = now;
                    to.session.resetState = r                                ? QStringLiteral("asked")
                                            : r.error().mayHaveReachedServer ? QStringLiteral("unknown")
                                                                             : QStringLiteral("refused");
                    to.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("reset"),
                        {{QStringLiteral("state"), to.session.resetState}, {QStringLiteral("via"), now.resetVia}}};
                    auto a = event(to.session, QStringLiteral("recovery.reset"),
                        r ? QStringLiteral("done") : QStringLiteral("failed"));
                    a.data.insert(QStringLiteral("via"), now.resetVia);
                    if (!r)
                        a.data.insert(QStringLiteral("error"), core::codeName(r.error().code));
                    to.audit << a;
                    return to;
                });
            core::whenDone<Session>(stored, this, [r, out](const Result<Session> &done) {
                if (!r)
                    out.resolve(r.error());
                else
                    out.resolve(done);
            });
        });
}

} // namespace services
