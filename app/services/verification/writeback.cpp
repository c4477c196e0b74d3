#include "services/verification/writeback.h"
#include "core/killpoint.h"
#include "domain/verification/drift.h"
#include "domain/verification/resultproof.h"
#include "net/sailpoint/accounts.h"
#include "net/sailpoint/identities.h"
#include "net/sailpoint/identityactions.h"
#include "services/tenants/tenantconnections.h"
#include "services/tenantsession/tenantsession.h"
#include <QCoreApplication>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::Session;
using domain::WriteBackPlan;
using domain::WriteBackState;

static QString sayWriteBack(const char *text)
{
    return QCoreApplication::translate("WriteBack", text);
}
static constexpr core::Instant giveUpAfter = 15 * core::minuteMs;

WriteBack::WriteBack(TenantConnections &connections, Context &context, TenantSession &tenantSession)
    : m_connections(connections), m_context(context), m_tenantSession(tenantSession)
{
}
WriteBack::~WriteBack() = default;

WriteBackPlan WriteBack::plan(const Session &s) const
{
    return domain::planFor(s, m_connections.tenant);
}

void WriteBack::advance(const Session &s, bool isConfirmed)
{
    if (m_busy.contains(s.id.str()))
        return;
    switch (domain::writeBackFromKey(s.writeBack)) {
    case WriteBackState::Planned:
        if (m_connections.tenant.readOnly || (m_connections.tenant.confirmWriteBack && !isConfirmed))
            return;
        m_busy.insert(s.id.str());
        send(s);
        return;
    case WriteBackState::Waiting:
    case WriteBackState::Asked:
    case WriteBackState::Unknown: {
        const core::Instant now = m_context.clock->now();
        if (now < m_nextRead.value(s.id.str()))
            return;
        m_nextRead.insert(s.id.str(), now + 3 * core::secondMs);
        m_busy.insert(s.id.str());
        readBack(s);
        return;
    }
    default: return;
    }
}

Async<Session> WriteBack::mark(const core::SessionId &id, QList<WriteBackState> from, WriteBackState to,
    const QString &detail, const QString &auditOutcome, const QString &trackingId)
{
    const auto step = [=, this](const store::SessionFacts &facts) -> Result<store::SessionStep> {
        const Session &now = facts.session;
        // A pass is written where the log proves it: a row that was changed by hand, or is from before that was kept,
        // is not.
        const bool announces = auditOutcome == QLatin1String("intent");
        if (announces && now.state == domain::SessionState::Verified &&
            domain::rowProof(now, facts.recorded) != domain::RowProof::Proved)
            return core::makeError(ErrorCode::Conflict,
                sayWriteBack(QT_TRANSLATE_NOOP("WriteBack",
                    "The log does not prove this result, so nothing was written. Verify this person again.")));
        if (!from.contains(domain::writeBackFromKey(now.writeBack)))
            return core::makeError(ErrorCode::Conflict, QStringLiteral("The write-back has moved on meanwhile."));
        store::SessionStep out;
        out.session = now;
        out.session.writeBack = domain::writeBackKey(to);
        out.session.writeBackDetail = detail;
        const QString word = auditOutcome == QLatin1String("intent") && to == WriteBackState::Unknown
                                 ? QStringLiteral("sending")
                                 : domain::writeBackKey(to);
        out.notes << store::SessionNote{m_context.clock->now(), QStringLiteral("write-back"),
            {{QStringLiteral("state"), word}, {QStringLiteral("detail"), detail}}};
        domain::AuditEvent a;
        a.actor = m_context.operatorName;
        a.action = QStringLiteral("writeback");
        a.tenant = now.tenant.str();
        a.subject = id.str();
        a.outcome = auditOutcome;
        a.data = {{QStringLiteral("state"), domain::writeBackKey(to)},
            {QStringLiteral("strategy"), domain::writeBackStrategyKey(m_connections.tenant.writeBack)},
            {QStringLiteral("identity"), now.request.identity.str()}};
        QStringList names;
        for (const auto &w : plan(now).writes) {
            names << w.attribute;
            if (w.field == domain::Field::IdvVerifiedName)
                a.personal << domain::personal(w.attribute, w.value);
        }
        a.data.insert(QStringLiteral("attributes"), names.join(QLatin1Char(',')));
        if (!trackingId.isEmpty())
            a.data.insert(QStringLiteral("tracking"), trackingId);
        out.audit << a;
        return out;
    };
    return m_context.ledger.changeSessionByFacts(id, step);
}

// "Unknown" is stored before anything is sent: after a crash the change is read back, not repeated.
void WriteBack::send(const Session &s)
{
    core::whenDone<Session>(
        mark(s.id, {WriteBackState::Planned}, WriteBackState::Unknown, {}, QStringLiteral("intent")), this,
        [this, s](const Result<Session> &marked) {
            if (!marked) {
                m_busy.remove(s.id.str());
                return;
            }
            core::killPoint("writeback-intent");
            // The row as it was marked, not as it was when somebody looked.
            core::whenDone<Unit>(sendBy(plan(*marked), *marked), this, [this, s](const core::Status &sent) {
                core::killPoint("writeback-sent");
                WriteBackState to = WriteBackState::Asked;
                QString detail;
                if (!sent) {
                    to = sent.error().mayHaveReachedServer ? WriteBackState::Unknown : WriteBackState::Failed;
                    detail = sent.error().detail.isEmpty() ? sent.error().text : sent.error().detail;
                }
                const auto stored = mark(s.id, {WriteBackState::Unknown}, to, detail,
                    sent ? QStringLiteral("done") : QStringLiteral("failed"),
                    sent ? QString() : sent.error().trackingId);
                core::whenDone<Session>(
                    stored, this, [this, id = s.id](const Result<Session> &) { m_busy.remove(id.str()); });
            });
        });
}

Async<Unit> WriteBack::sendBy(const WriteBackPlan &p, const Session &s)
{
    switch (p.strategy) {
    case domain::WriteBackStrategy::Account: return toAccount(p, s);
    case domain::WriteBackStrategy::Workflow: return toWorkflow(p, s);
    case domain::WriteBackStrategy::DirectPatch: return byDirectPatch(p, s);
    case domain::WriteBackStrategy::Scim: return toScim(p, s);
    case domain::WriteBackStrategy::None: break;
    }
    return core::ready<Unit>(core::ok());
}

static QJsonArray patchOf(const WriteBackPlan &p)
{
    QJsonArray patch;
    for (const auto &w : p.writes)
        patch.append(QJsonObject{{QStringLiteral("op"), QStringLiteral("add")},
            {QStringLiteral("path"), QStringLiteral("/attributes/") + w.attribute},
            {QStringLiteral("value"), w.value}});
    return patch;
}

Async<Unit> WriteBack::toAccount(const WriteBackPlan &p, const Session &s)
{
    auto &api = m_connections.api;
    const auto found = net::sailpoint::findAccounts(api, m_connections.tenant.idvSourceId, s.request.identity);
    const auto written = core::andThen<QJsonArray>(found, this, [this, &api, p, s](const QJsonArray &accounts) {
        if (!accounts.isEmpty())
            return net::sailpoint::patchAccount(
                api, accounts.at(0).toObject().value(QLatin1String("id")).toString(), patchOf(p));
        QJsonObject attributes{{QStringLiteral("sourceId"), m_connections.tenant.idvSourceId},
            {QStringLiteral("id"), s.request.identity.str()}};
        for (const auto &w : p.writes)
            attributes.insert(w.attribute, w.value);
        return core::mapped<Unit, QString>(
            net::sailpoint::postAccount(api, attributes), this, [](const QString &) { return core::ok(); });
    });
    // Processing brings the account's values into the identity at once; without the right to ask for it the tenant's
    // own schedule does.
    return core::andThen<Unit>(written, this, [this, &api, s](Unit) {
        core::Deferred<Unit> out;
        core::whenDone<net::sailpoint::Accepted>(net::sailpoint::processIdentities(api, {s.request.identity}), this,
            [this, out, key = s.id.str()](const Result<net::sailpoint::Accepted> &task) {
                if (task && !task->taskId.isEmpty())
                    m_tasks.insert(key, task->taskId);
                out.resolve(core::ok());
            });
        return out.future();
    });
}

Async<Unit> WriteBack::toWorkflow(const WriteBackPlan &p, const Session &s)
{
    QJsonObject attributes;
    for (const auto &w : p.writes)
        attributes.insert(w.attribute, w.value);
    const QJsonObject input{{QStringLiteral("identityId"), s.request.identity.str()},
        {QStringLiteral("sessionId"), s.providerId.str()}, {QStringLiteral("attributes"), attributes}};
    if (domain::isIdentityIq(m_connections.tenant)) {
        return core::mapped<Unit, QString>(
            launch(m_connections.tenant.workflowId, input), this, [this, key = s.id.str()](const QString &task) {
                m_tasks.insert(key, task);
                return core::ok();
            });
    }
    return runWorkflow(m_connections.tenant.workflowId, input);
}

Async<Unit> WriteBack::runWorkflow(const QString &id, const QJsonObject &input)
{
    if (domain::isIdentityIq(m_connections.tenant))
        return core::mapped<Unit, QString>(launch(id, input), this, [](const QString &) { return core::ok(); });
    core::Deferred<Unit> out;
    // A 403 proves that nothing ran: then the workflow's own client signs.
    core::whenDone<QString>(net::sailpoint::executeWorkflow(m_connections.api, id, input), this,
        [this, id, input, out](const Result<QString> &r) {
            if (r || r.error().code != ErrorCode::Forbidden) {
                out.resolve(r ? core::ok() : core::Status(r.error()));
                return;
            }
            core::whenDone<core::SecretPtr>(
                m_context.vault.read(secretKey(m_connections.tenant.id, secretname::workflowId)), this,
                [this, id, input, out, first = r.error()](const Result<core::SecretPtr> &client) {
                    if (!client) {
                        out.resolve(first);
                        return;
                    }
                    m_connections.workflowTokens.setClientId(QString::fromUtf8((*client)->reveal()));
                    core::whenDone<QString>(
                        net::sailpoint::executeWorkflow(m_connections.api, id, input, &m_connections.workflowTokens),
                        this, [out](const Result<QString> &again) {
                            out.resolve(again ? core::ok() : core::Status(again.error()));
                        });
                });
        });
    return out.future();
}

Async<Unit> WriteBack::byDirectPatch(const WriteBackPlan &p, const Session &s)
{
    const QString memory = QStringLiteral("seed-patch:") + m_connections.tenant.id.str();
    const auto unsupported = [] {
        return core::makeError(ErrorCode::NotFound,
            sayWriteBack(
                QT_TRANSLATE_NOOP("WriteBack", "This SailPoint tenant has no call that writes identity attributes. "
                                               "Choose \"account\" or \"workflow\" in Settings.")));
    };
    return core::andThen<QString>(
        m_context.ledger.setting(memory), this, [this, p, s, memory, unsupported](const QString &known) {
            if (known == QLatin1String("no"))
                return core::ready<Unit>(unsupported());
            if (known == QLatin1String("yes"))
                return net::sailpoint::patchIdentityDirect(m_connections.api, s.request.identity, patchOf(p));
            core::Deferred<Unit> out;
            // An empty patch changes nothing: it shows whether the call exists.
            core::whenDone<Unit>(net::sailpoint::patchIdentityDirect(m_connections.api, s.request.identity, {}), this,
                [this, p, s, memory, unsupported, out](const core::Status &probe) {
                    const bool isMissing =
                        !probe && (probe.error().httpStatus == 404 || probe.error().httpStatus == 405);
                    if (!probe && !isMissing) {
                        out.resolve(probe.error());
                        return;
                    }
                    core::whenDone<Unit>(
                        m_context.ledger.setSetting(memory, isMissing ? QStringLiteral("no") : QStringLiteral("yes")),
                        this, [](const core::Status &) {});
                    if (isMissing) {
                        out.resolve(unsupported());
                        return;
                    }
                    core::whenDone<Unit>(
                        net::sailpoint::patchIdentityDirect(m_connections.api, s.request.identity, patchOf(p)), this,
                        [out](const core::Status &r) { out.resolve(r); });
                });
            return out.future();
        });
}

static QString heldBy(const domain::Identity &p, domain::Field f)
{
    switch (f) {
    case domain::Field::IdvVerified: return p.idv.verifiedRaw;
    case domain::Field::IdvStatus: return p.idv.status;
    case domain::Field::IdvIal: return p.idv.ialRaw;
    case domain::Field::IdvVerifiedName: return p.idv.verifiedName;
    case domain::Field::IdvDocumentType: return p.idv.documentType;
    case domain::Field::IdvSessionId: return p.idv.sessionId;
    case domain::Field::IdvVerifiedDate: return p.idv.dateRaw;
    default: return {};
    }
}

void WriteBack::readBack(const Session &s)
{
    core::whenDone<domain::Identity>(
        m_tenantSession.refresh(s.request.identity), this, [this, s](const Result<domain::Identity> &person) {
            const QString key = s.id.str();
            const auto release = [this, key](const Result<Session> &) { m_busy.remove(key); };
            const QList<WriteBackState> waiting{
                WriteBackState::Waiting, WriteBackState::Asked, WriteBackState::Unknown};
            const WriteBackPlan p = plan(s);
            const bool isOurs = person && person->idv.sessionId == s.providerId.str() && !s.providerId.isEmpty();
            const bool isPendingWrite =
                s.state == domain::SessionState::Pending && person &&
                (domain::wordOf(person->idv.status, m_connections.tenant.statusWords) == domain::StatusWord::Pending ||
                    (s.clearsVerified && person->idv.verified == false));
            const bool isWhole = isOurs && domain::driftOf(s, person->idv, m_connections.tenant).isEmpty();
            if ((isOurs && (isWhole || !m_repairs.contains(key))) || isPendingWrite) {
                m_repairs.remove(key);
                int same = 0;
                QStringList differing;
                for (const auto &w : p.writes) {
                    if (heldBy(*person, w.field) == w.value)
                        ++same;
                    else
                        differing << w.attribute;
                }
                QString detail = QStringLiteral("%1/%2").arg(same).arg(p.writes.size());
                if (!differing.isEmpty())
                    detail += QStringLiteral(" (") + differing.join(QStringLiteral(", ")) + QLatin1Char(')');
                core::whenDone<Session>(
                    mark(s.id, waiting, WriteBackState::Written, detail, QStringLiteral("done")), this, release);
                return;
            }
            // Only an answer that does not show the result counts, and only since this attempt began; whatever process
            // looks.
            const core::Instant since = s.writeBackAt.value_or(s.closedAt.value_or(s.createdAt));
            const bool isAsked = person || person.error().code == ErrorCode::NotFound;
            if (isAsked)
                m_looked.insert(key, m_context.clock->now());
            if (isAsked && m_context.clock->now() - since >= giveUpAfter) {
                core::whenDone<Session>(
                    mark(s.id, waiting, WriteBackState::NotStored, {}, QStringLiteral("failed")), this, release);
                return;
            }
            followTask(s);
        });
}

std::optional<core::Instant> WriteBack::lookedAt(const core::SessionId &id) const
{
    const auto it = m_looked.constFind(id.str());
    return it == m_looked.constEnd() ? std::nullopt : std::optional(*it);
}

// A processing task that failed explains why the result does not show; one that is unknown or runs says nothing yet.
void WriteBack::followTask(const Session &s)
{
    const QString key = s.id.str();
    const QString task = m_tasks.value(key);
    if (task.isEmpty()) {
        m_busy.remove(key);
        return;
    }
    core::whenDone<domain::TaskState>(taskState(task), this, [this, s, key](const Result<domain::TaskState> &t) {
        if (!t || !t->isOver || t->isGood) {
            if (t && t->isOver)
                m_tasks.remove(key);
            m_busy.remove(key);
            return;
        }
        m_tasks.remove(key);
        core::whenDone<Session>(
            mark(s.id, {WriteBackState::Asked, WriteBackState::Unknown}, WriteBackState::Failed,
                sayWriteBack(QT_TRANSLATE_NOOP("WriteBack", "SailPoint's processing task ended with: %1")).arg(t->word),
                QStringLiteral("failed")),
            this, [this, key](const Result<Session> &) { m_busy.remove(key); });
    });
}

Async<Session> WriteBack::replan(const core::SessionId &id, bool evenWritten)
{
    QList<WriteBackState> from{WriteBackState::Failed, WriteBackState::NotStored};
    if (evenWritten)
        from << WriteBackState::Written << WriteBackState::NotNeeded;
    if (evenWritten)
        m_repairs.insert(id.str());
    const auto done = mark(id, from, WriteBackState::Planned, {}, QStringLiteral("intent"));
    core::whenDone<Session>(done, this, [this](const Result<Session> &s) {
        if (s)
            advance(*s, true);
    });
    return done;
}

} // namespace services
