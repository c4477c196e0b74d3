#include "services/drift.h"
#include "services/verifier.h"
#include "services/workspace.h"
#include "services/writeback.h"
#include <QCoreApplication>
#include <QSet>
#include <QThreadPool>

namespace services {

using core::Async;
using core::Result;
using domain::Drift;
using domain::Session;

static QString say(const char *text) { return QCoreApplication::translate("Drift", text); }

DriftCheck::DriftCheck(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {}

// Runs on a pool thread: there may be as many as people.
static QList<Drift> compared(const QList<Session> &latest, const QList<domain::Identity> &people, const domain::Tenant &tenant)
{
    QHash<QString, domain::IdvFacts> facts;
    for (const auto &p : people)
        facts.insert(p.id.str(), p.idv);
    QList<Drift> out;
    for (const auto &s : latest) {
        const auto it = facts.constFind(s.request.identity.str());
        if (it == facts.constEnd())
            continue; // gone from SailPoint
        if (const auto fields = domain::driftOf(s, *it, tenant); !fields.isEmpty())
            out.append({s, fields});
    }
    return out;
}

QString DriftCheck::obstacle() const
{
    if (m_workspace.tenant().readOnly)
        return say(QT_TRANSLATE_NOOP("Drift", "This tenant is locked: read only."));
    if (m_workspace.tenant().writeBack == domain::WriteBackStrategy::None)
        return say(QT_TRANSLATE_NOOP("Drift", "This console does not write to SailPoint for this tenant (write-back: none)."));
    return {};
}

Async<QList<Drift>> DriftCheck::list()
{
    domain::SessionFilter f;
    f.states = {domain::SessionState::Verified};
    f.limit = 1'000'000;
    return core::andThen<QList<Session>>(m_workspace.verifier().sessions(f), this, [this](const QList<Session> &all) {
        auto latest = std::make_shared<QList<Session>>();
        QSet<QString> seen;
        QStringList ids;
        for (const auto &s : all) { // newest first
            const bool isOnItsWay = !domain::isFinal(domain::writeBackFromKey(s.writeBack));
            if (seen.contains(s.request.identity.str()))
                continue;
            seen.insert(s.request.identity.str());
            if (isOnItsWay) // not drift yet
                continue;
            *latest << s;
            ids << s.request.identity.str();
        }
        using Rows = std::shared_ptr<const domain::RowIds>;
        return core::andThen<Rows>(m_workspace.rowsOf(ids), this, [this, latest](const Rows &rows) {
            domain::RowIds known;
            for (const auto rid : *rows) {
                if (rid > 0)
                    known.push_back(rid);
            }
            return core::andThen<QList<domain::Identity>>(m_workspace.people(known), this, [latest, tenant = m_workspace.tenant()](const QList<domain::Identity> &people) {
                core::Deferred<QList<Drift>> out;
                QThreadPool::globalInstance()->start([latest, tenant, people, out] { out.resolve(compared(*latest, people, tenant)); });
                return out.future();
            });
        });
    });
}

Async<Session> DriftCheck::repair(const core::SessionId &id)
{
    if (const QString why = obstacle(); !why.isEmpty())
        return core::ready<Session>(core::makeError(core::ErrorCode::Conflict, why));
    return core::andThen<Session>(m_workspace.verifier().session(id), this, [this](const Session &s) {
        return core::andThen<domain::Identity>(m_workspace.refresh(s.request.identity), this, [this, s](const domain::Identity &p) {
            if (domain::driftOf(s, p.idv, m_workspace.tenant()).isEmpty())
                return core::ready<Session>(core::makeError(core::ErrorCode::Conflict, say(QT_TRANSLATE_NOOP("Drift", "SailPoint agrees by now; nothing was written."))));
            return m_workspace.verifier().writeBack().again(s.id);
        });
    });
}

} // namespace services
