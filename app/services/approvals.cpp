#include "services/approvals.h"
#include "net/sailpoint/approvals.h"
#include "services/operations.h"
#include "services/runtime.h"
#include "services/workspace.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace services {

using core::Async;
using core::ErrorCode;
using core::Result;
using core::Unit;
using domain::AccessRequirements;
using domain::AccessReview;
using domain::Approval;
using domain::Operation;
using domain::OperationKind;
using domain::Standing;

static QString say(const char *text) { return QCoreApplication::translate("Approvals", text); }

Approvals::Approvals(Runtime &runtime, Context &context, Operations &operations, Workspace &workspace, QObject *parent)
    : QObject(parent), m_runtime(runtime), m_context(context), m_operations(operations), m_workspace(workspace)
{
    connect(&m_timer, &QTimer::timeout, this, &Approvals::look);
}

QString Approvals::owner() const { return QStringLiteral("me"); }
QString Approvals::settingName() const { return QStringLiteral("access-requirements:") + m_runtime.tenant.id.str(); }

Async<QList<Approval>> Approvals::pending()
{
    return core::mapped<QList<Approval>, QJsonArray>(net::sailpoint::pendingApprovals(m_runtime.api, owner()), this, [](const QJsonArray &all) -> Result<QList<Approval>> {
        QList<Approval> out;
        for (const auto &v : all) {
            if (const auto a = domain::approvalFrom(v.toObject()))
                out << *a;
        }
        return out;
    });
}

Async<QList<AccessReview>> Approvals::reviews()
{
    return core::mapped<QList<AccessReview>, QJsonArray>(net::sailpoint::certifications(m_runtime.api, owner()), this, [](const QJsonArray &all) -> Result<QList<AccessReview>> {
        QList<AccessReview> out;
        for (const auto &v : all) {
            if (const auto r = domain::reviewFrom(v.toObject()); r && r->phase != QLatin1String("SIGNED"))
                out << *r;
        }
        return out;
    });
}

Async<Approval> Approvals::stillWaiting(const QString &id)
{
    return core::andThen<QJsonArray>(net::sailpoint::pendingApprovals(m_runtime.api, owner(), id), this, [this, id](const QJsonArray &found) {
        const auto a = found.isEmpty() ? std::nullopt : domain::approvalFrom(found.first().toObject());
        if (a && a->id == id && a->doing == Approval::Waiting)
            return core::ready<Approval>(*a);
        core::Error e = core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Approvals", "It is no longer waiting for you.")));
        e.field = QStringLiteral("decided");
        if (a) {
            e.text = say(QT_TRANSLATE_NOOP("Approvals", "SailPoint is applying a decision about it already."));
            return core::ready<Approval>(e);
        }
        core::Deferred<Approval> out;
        core::whenDone<QJsonArray>(net::sailpoint::completedApprovals(m_runtime.api, owner(), id), this, [out, e](const Result<QJsonArray> &done) mutable {
            if (done && !done->isEmpty()) {
                if (const auto d = domain::decidedFrom(done->first().toObject()))
                    e.text = domain::decidedText(*d);
            }
            out.resolve(e);
        });
        return out.future();
    });
}

Async<Standing> Approvals::standing(const Approval &a)
{
    return core::andThen<AccessRequirements>(requirements(), this, [this, a](const AccessRequirements &all) {
        const auto wanted = domain::requirementFor(all, a);
        if (!wanted)
            return core::ready<Standing>(Standing{true, {}});
        return core::mapped<Standing, domain::Identity>(m_workspace.refresh(a.forId), this, [this, wanted](const domain::Identity &person) -> Result<Standing> { return domain::standingFor(person, *wanted, m_context.clock->now()); });
    });
}

Async<Operation> Approvals::decide(const Async<Approval> &waiting, Ask ask)
{
    return core::andThen<Approval>(waiting, this, [this, ask = std::move(ask)](const Approval &) {
        return core::mapped<Operation, Operation>(ask(), this, [this](const Operation &o) -> Result<Operation> {
            QTimer::singleShot(0, this, &Approvals::look);
            return o;
        });
    });
}

Async<Operation> Approvals::approve(const QString &id, const QString &comment)
{
    if (const auto fault = domain::commentFault(comment, false); !fault)
        return core::ready<Operation>(fault.error());
    const auto mayBe = core::andThen<Approval>(stillWaiting(id), this, [this](const Approval &a) {
        return core::mapped<Approval, Standing>(standing(a), this, [a](const Standing &s) -> Result<Approval> {
            if (s.isEnough)
                return a;
            core::Error e = core::makeError(ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Approvals", "%1 cannot have “%2” yet: %3. Verify first.")).arg(a.forName, a.access, s.why));
            e.field = QStringLiteral("verify-first");
            return e;
        });
    });
    return decide(mayBe, [this, id, comment] { return m_operations.ask(OperationKind::ApproveRequest, {id}, [this, id, comment] { return net::sailpoint::approveRequest(m_runtime.api, id, comment.trimmed()); }); });
}

Async<Operation> Approvals::deny(const QString &id, const QString &comment)
{
    if (const auto fault = domain::commentFault(comment, true); !fault)
        return core::ready<Operation>(fault.error());
    return decide(stillWaiting(id), [this, id, comment] { return m_operations.ask(OperationKind::DenyRequest, {id}, [this, id, comment] { return net::sailpoint::rejectRequest(m_runtime.api, id, comment.trimmed()); }); });
}

Async<Operation> Approvals::forward(const QString &id, const QString &newOwner, const QString &comment)
{
    if (const auto fault = domain::commentFault(comment, true); !fault)
        return core::ready<Operation>(fault.error());
    if (comment.trimmed().size() > 255)
        return core::ready<Operation>(core::fieldError(QStringLiteral("comment"), say(QT_TRANSLATE_NOOP("Approvals", "Of a forwarded request a comment has at most 255 characters."))));
    if (newOwner.trimmed().isEmpty())
        return core::ready<Operation>(core::fieldError(QStringLiteral("to"), say(QT_TRANSLATE_NOOP("Approvals", "Say to whom."))));
    return decide(stillWaiting(id), [this, id, newOwner, comment] {
        return m_operations.ask(OperationKind::ForwardRequest, {id, newOwner}, [this, id, newOwner, comment] { return net::sailpoint::forwardRequest(m_runtime.api, id, newOwner, comment.trimmed()); });
    });
}

Async<AccessRequirements> Approvals::requirements()
{
    return core::mapped<AccessRequirements, QString>(m_context.ledger.setting(settingName()), this, [](const QString &text) -> Result<AccessRequirements> {
        if (text.isEmpty())
            return AccessRequirements();
        return domain::requirementsFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
    });
}

Async<Unit> Approvals::setRequirements(const AccessRequirements &wanted)
{
    if (const auto fault = domain::validate(wanted); !fault)
        return core::ready<Unit>(fault);
    domain::AuditEvent a;
    a.actor = m_context.operatorName;
    a.action = QStringLiteral("access-requirements.change");
    a.tenant = a.subject = m_runtime.tenant.id.str();
    a.outcome = QStringLiteral("done");
    a.data = {{QStringLiteral("after"), domain::toJson(wanted)}};
    const auto stored = m_context.ledger.setSetting(settingName(), QString::fromUtf8(QJsonDocument(domain::toJson(wanted)).toJson(QJsonDocument::Compact)), a);
    core::whenDone<Unit>(stored, this, [this](const core::Status &r) {
        if (r)
            Q_EMIT changed();
    });
    return stored;
}

void Approvals::watch()
{
    if (m_timer.isActive())
        return;
    m_timer.start(std::chrono::minutes(1));
    look();
}

void Approvals::look()
{
    if (std::exchange(m_isLooking, true))
        return;
    core::whenDone<QList<Approval>>(pending(), this, [this](const Result<QList<Approval>> &all) {
        m_isLooking = false;
        if (!all)
            return Q_EMIT failed(all.error());
        m_seen = *all;
        m_seenAt = m_context.clock->now();
        Q_EMIT changed();
    });
}

} // namespace services
