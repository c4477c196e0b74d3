#include "cli/sessions/sessionwait.h"
#include "cli/sessions/sessionoutput.h"
#include "cli/shell/shell.h"
#include "core/async.h"
#include "domain/verification/writeback/storedresult.h"
#include "domain/verification/writeback/writeback.h"
#include "services/identities/identitydirectory.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include <QDateTime>
#include <QTimer>

namespace cli {

using core::Result;
using domain::Session;
using domain::SessionState;
using domain::WriteBackState;

namespace {

/// What the provider said last about an open session and nobody here understands.
struct Doubt
{
    QString word;
    QString field;
};

std::optional<Doubt> doubtOf(const QList<domain::SessionNote> &notes)
{
    for (auto n = notes.rbegin(); n != notes.rend(); ++n) {
        if (n->kind == QLatin1String("unknown-word"))
            return Doubt{n->detail.value(QLatin1String("word")).toString(), {}};
        if (n->kind == QLatin1String("unreadable-answer"))
            return Doubt{{}, n->detail.value(QLatin1String("field")).toString()};
    }
    return std::nullopt;
}

void waitFor(Shell &s, services::TenantSession &w, const core::SessionId &id, core::Instant until, const QString &said);

// Waiting on brings nothing that this console could act on: said by name, and the outcome is unknown.
void endUnread(Shell &s, services::TenantSession &w, const Session &x, const Doubt &d)
{
    s.output().note(
        d.word.isEmpty()
            ? QStringLiteral(
                  "idvctl: the field \"%1\" of the provider's answer cannot be used; nothing of the answer counts.")
                  .arg(d.field)
            : QStringLiteral(
                  "idvctl: the provider's status says \"%1\", a word that is not known here; it decides nothing.")
                  .arg(d.word));
    s.output().note(
        QStringLiteral("  The session stays open and is asked about on: look at it at the provider, or end it and "
                       "start a new verification."));
    if (s.isJson()) {
        QJsonObject o = sessionJson(x);
        if (d.word.isEmpty())
            o.insert(QStringLiteral("unreadableField"), d.field);
        else
            o.insert(QStringLiteral("unknownWord"), d.word);
        s.output().print(o);
    } else {
        showSession(s, w, x, {});
    }
    s.finish(IsUnknown);
}

void waitOn(Shell &s, services::TenantSession &w, const Session &x, core::Instant until, const QString &said)
{
    core::whenDone<QList<domain::SessionNote>>(w.verifier().sessions().notes(x.id), &s,
        [&s, &w, x, until, said](const Result<QList<domain::SessionNote>> &notes) {
            if (const auto doubt = notes && domain::isOpen(x.state) ? doubtOf(*notes) : std::nullopt)
                return endUnread(s, w, x, *doubt);
            const QString unchecked = watchLine(w.verifier().monitor().watchOf(x), w.context().clock->now());
            // Said once, also to a script; the progress line is for a person only.
            if (!unchecked.isEmpty() && unchecked != said)
                s.output().note(unchecked);
            if (unchecked.isEmpty())
                s.output().progress(QStringLiteral("%1, write-back %2").arg(domain::stateKey(x.state), x.writeBack));
            QTimer::singleShot(300, &s, [&s, &w, id = x.id, until, unchecked] { waitFor(s, w, id, until, unchecked); });
        });
}

// SailPoint or the provider writes: whether the result is there is said by a look, and with its time.
void endWithLook(Shell &s, services::TenantSession &w, const Session &x)
{
    core::whenDone<domain::Identity>(
        w.directory().refresh(x.request.identity), &s, [&s, &w, x](const Result<domain::Identity> &p) {
            const QString at =
                QDateTime::fromMSecsSinceEpoch(w.context().clock->now()).toString(QStringLiteral("HH:mm"));
            if (!p)
                s.output().note(
                    QStringLiteral("SailPoint could not be read at %1; whether it shows the result is not known: %2")
                        .arg(at, p.error().text));
            else if (domain::isShown(x, p->idv))
                s.output().note(QStringLiteral("SailPoint shows the result (looked at %1).").arg(at));
            else
                s.output().note(QStringLiteral("SailPoint has not shown the result yet (looked at %1).").arg(at));
            showSession(s, w, x, {});
            s.finish(exitCodeOf(x));
        });
}

void waitFor(Shell &s, services::TenantSession &w, const core::SessionId &id, core::Instant until, const QString &said)
{
    core::whenDone<Session>(
        w.verifier().sessions().session(id), &s, [&s, &w, id, until, said](const Result<Session> &x) {
            if (!x)
                return s.fail(x.error());
            // Waited for: the result, and a write-back of ours. What SailPoint or the operator does later is not.
            const bool isWatched = domain::isWaitedFor(*x, w.tenant());
            if (!isWatched && domain::writeBackFromKey(x->writeBack) == WriteBackState::Waiting)
                return endWithLook(s, w, *x);
            if (!isWatched || x->state == SessionState::LaunchUnknown || w.context().clock->now() > until) {
                showSession(s, w, *x, {});
                return s.finish(exitCodeOf(*x));
            }
            waitOn(s, w, *x, until, said);
        });
}

} // namespace

void waitForSession(Shell &s, services::TenantSession &w, const core::SessionId &id, core::Instant until)
{
    waitFor(s, w, id, until, {});
}

} // namespace cli
