#include "services/verification/writeback.h"
#include "core/killpoint.h"
#include "domain/verification/resultproof.h"
#include "domain/verification/writeback/drift.h"
#include "net/sailpoint/identities.h"
#include "services/identities/identitydirectory.h"
#include "services/tenants/internal/tenantconnections.h"
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

WriteBack::WriteBack(TenantConnections &connections, Context &context, IdentityDirectory &directory)
    : m_connections(connections), m_context(context), m_directory(directory), m_writer(connections, context)
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
        if (!domain::mayWrite(m_connections.tenant, isConfirmed))
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

Async<Session> WriteBack::mark(const core::SessionId &id, const QList<WriteBackState> &from, WriteBackState to,
    const QString &detail, const QString &auditOutcome, const QString &trackingId)
{
    const auto step = [=, this](const domain::SessionFacts &facts) -> Result<domain::SessionStep> {
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
        domain::SessionStep out;
        out.session = now;
        out.session.writeBack = domain::writeBackKey(to);
        out.session.writeBackDetail = detail;
        const QString word = auditOutcome == QLatin1String("intent") && to == WriteBackState::Unknown
                                 ? QStringLiteral("sending")
                                 : domain::writeBackKey(to);
        out.notes << domain::SessionNote{m_context.clock->now(), QStringLiteral("write-back"),
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
    return m_context.ledger->sessions().changeByFacts(id, step);
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
            core::whenDone<Unit>(m_writer.send(plan(*marked), *marked), this, [this, s](const core::Status &sent) {
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
                // What could not be stored stays "unknown", which the next look reads back.
                core::whenDone<Session>(
                    stored, this, [this, id = s.id](const Result<Session> &) { m_busy.remove(id.str()); });
            });
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
    core::whenDone<domain::
            Identity>(m_directory.refresh(s.request.identity), this, [this, s](const Result<domain::Identity> &person) {
        const QString key = s.id.str();
        // What could not be marked is marked by the next look.
        const auto release = [this, key](const Result<Session> &) { m_busy.remove(key); };
        const QList<WriteBackState> waiting{WriteBackState::Waiting, WriteBackState::Asked, WriteBackState::Unknown};
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
    const QString task = m_writer.taskOf(s.id);
    if (task.isEmpty()) {
        m_busy.remove(key);
        return;
    }
    core::whenDone<domain::TaskState>(
        m_writer.taskState(task), this, [this, s, key](const Result<domain::TaskState> &t) {
            if (!t || !t->isOver || t->isGood) {
                if (t && t->isOver)
                    m_writer.forgetTask(s.id);
                m_busy.remove(key);
                return;
            }
            m_writer.forgetTask(s.id);
            core::whenDone<Session>(
                mark(s.id, {WriteBackState::Asked, WriteBackState::Unknown}, WriteBackState::Failed,
                    sayWriteBack(QT_TRANSLATE_NOOP("WriteBack", "SailPoint's processing task ended with: %1"))
                        .arg(t->word),
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
