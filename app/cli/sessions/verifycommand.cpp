#include "assembly/console.h"
#include "cli/shell/shell.h"
#include "domain/text/messages.h"
#include "domain/verification/storedresult.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include "services/verification/writeback.h"
#include <QJsonArray>
#include <QTimer>

namespace cli {

using core::Result;
using domain::Session;
using domain::SessionState;
using domain::WriteBackState;

QJsonObject sessionJson(const Session &x)
{
    return {{QStringLiteral("session"), x.id.str()}, {QStringLiteral("identity"), x.request.identity.str()},
        {QStringLiteral("name"), x.personName}, {QStringLiteral("status"), domain::stateKey(x.state)},
        {QStringLiteral("reason"), domain::reasonKey(x.request.reason)}, {QStringLiteral("ticket"), x.request.ticket},
        {QStringLiteral("requiredIal"), x.request.requiredIal},
        {QStringLiteral("ial"), x.ial ? QJsonValue(*x.ial) : QJsonValue()},
        {QStringLiteral("verifiedName"), x.verifiedName}, {QStringLiteral("documentType"), x.documentType},
        {QStringLiteral("completedAt"),
            x.completedAt ? QJsonValue(domain::formatInstant(*x.completedAt)) : QJsonValue()},
        {QStringLiteral("providerSession"), x.providerId.str()},
        {QStringLiteral("createdAt"), domain::formatInstant(x.createdAt)},
        {QStringLiteral("lastCheckedAt"),
            x.lastCheckedAt ? QJsonValue(domain::formatInstant(*x.lastCheckedAt)) : QJsonValue()},
        {QStringLiteral("closingReason"), x.closingReason}, {QStringLiteral("source"), x.source},
        {QStringLiteral("callerBound"), x.boundAt.has_value()}, {QStringLiteral("reset"), x.resetState},
        {QStringLiteral("reviewer"), x.reviewer}, {QStringLiteral("writeBack"), x.writeBack},
        {QStringLiteral("writeBackDetail"), x.writeBackDetail}};
}

QJsonObject watchJson(const domain::Watch &w)
{
    QJsonObject o{{QStringLiteral("state"), domain::watchKey(w.state)},
        {QStringLiteral("since"), domain::formatInstant(w.checkedAt)}};
    if (w.fault)
        o.insert(QStringLiteral("fault"), core::codeName(*w.fault));
    return o;
}

QString watchLine(const domain::Watch &w, core::Instant now)
{
    return w.state == domain::WatchState::NotChecked
               ? domain::inOneText({domain::notCheckedText(w, now), domain::notCheckedReason(w)})
               : QString();
}

namespace {

int codeOf(const Session &s)
{
    const auto w = domain::writeBackFromKey(s.writeBack);
    switch (s.state) {
    case SessionState::Verified:
        return w == WriteBackState::Failed || w == WriteBackState::NotStored ? WriteBackFailed : Done;
    case SessionState::NeedsReview: return IsHeld;
    case SessionState::LaunchFailed: return Refused;
    case SessionState::Launching:
    case SessionState::LaunchUnknown:
    case SessionState::Pending:
    case SessionState::Provisional: return IsUnknown;
    default: return NotVerified;
    }
}

void show(Shell &s, services::TenantSession &w, const Session &x, const QString &link)
{
    // The link is a secret: shown to the person at the terminal once, never in JSON.
    s.showLink(link);
    const domain::Watch watch = w.verifier().watchOf(x);
    if (const QString line = watchLine(watch, w.context().clock->now()); !line.isEmpty())
        s.note(line);
    QJsonObject o = sessionJson(x);
    o.insert(QStringLiteral("watch"), watchJson(watch));
    if (s.isJson())
        s.print(o);
    else
        s.line(QStringLiteral("%1  %2  %3").arg(x.id.str(), domain::stateKey(x.state), x.personName));
}

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
    s.note(d.word.isEmpty()
               ? QStringLiteral(
                     "idvctl: the field \"%1\" of the provider's answer cannot be used; nothing of the answer counts.")
                     .arg(d.field)
               : QStringLiteral(
                     "idvctl: the provider's status says \"%1\", a word that is not known here; it decides nothing.")
                     .arg(d.word));
    s.note(QStringLiteral("  The session stays open and is asked about on: look at it at the provider, or end it and "
                          "start a new verification."));
    if (s.isJson()) {
        QJsonObject o = sessionJson(x);
        if (d.word.isEmpty())
            o.insert(QStringLiteral("unreadableField"), d.field);
        else
            o.insert(QStringLiteral("unknownWord"), d.word);
        s.print(o);
    } else {
        show(s, w, x, {});
    }
    s.finish(IsUnknown);
}

void waitOn(Shell &s, services::TenantSession &w, const Session &x, core::Instant until, const QString &said)
{
    core::whenDone<QList<domain::SessionNote>>(
        w.verifier().notes(x.id), &s, [&s, &w, x, until, said](const Result<QList<domain::SessionNote>> &notes) {
            if (const auto doubt = notes && domain::isOpen(x.state) ? doubtOf(*notes) : std::nullopt)
                return endUnread(s, w, x, *doubt);
            const QString unchecked = watchLine(w.verifier().watchOf(x), w.context().clock->now());
            // Said once, also to a script; the progress line is for a person only.
            if (!unchecked.isEmpty() && unchecked != said)
                s.note(unchecked);
            if (unchecked.isEmpty())
                s.progress(QStringLiteral("%1, write-back %2").arg(domain::stateKey(x.state), x.writeBack));
            QTimer::singleShot(300, &s, [&s, &w, id = x.id, until, unchecked] { waitFor(s, w, id, until, unchecked); });
        });
}

// SailPoint or the provider writes: whether the result is there is said by a look, and with its time.
void endWithLook(Shell &s, services::TenantSession &w, const Session &x)
{
    core::whenDone<domain::Identity>(w.refresh(x.request.identity), &s, [&s, &w, x](const Result<domain::Identity> &p) {
        const QString at = QDateTime::fromMSecsSinceEpoch(w.context().clock->now()).toString(QStringLiteral("HH:mm"));
        if (!p)
            s.note(QStringLiteral("SailPoint could not be read at %1; whether it shows the result is not known: %2")
                       .arg(at, p.error().text));
        else if (domain::isShown(x, p->idv))
            s.note(QStringLiteral("SailPoint shows the result (looked at %1).").arg(at));
        else
            s.note(QStringLiteral("SailPoint has not shown the result yet (looked at %1).").arg(at));
        show(s, w, x, {});
        s.finish(codeOf(x));
    });
}

void waitFor(Shell &s, services::TenantSession &w, const core::SessionId &id, core::Instant until, const QString &said)
{
    core::whenDone<Session>(w.verifier().session(id), &s, [&s, &w, id, until, said](const Result<Session> &x) {
        if (!x)
            return s.fail(x.error());
        // Waited for: the result, and a write-back of ours. What SailPoint or the operator does later is not.
        const auto w_ = domain::writeBackFromKey(x->writeBack);
        const bool isOthers = w_ == WriteBackState::Waiting ||
                              (w_ == WriteBackState::Planned && (w.tenant().confirmWriteBack || w.tenant().readOnly));
        const bool isWatched = domain::isOpen(x->state) || (!domain::isFinal(w_) && !isOthers);
        if (!isWatched && w_ == WriteBackState::Waiting)
            return endWithLook(s, w, *x);
        if (!isWatched || x->state == SessionState::LaunchUnknown || w.context().clock->now() > until) {
            show(s, w, *x, {});
            return s.finish(codeOf(*x));
        }
        waitOn(s, w, *x, until, said);
    });
}

} // namespace

void waitForSession(Shell &s, services::TenantSession &w, const core::SessionId &id, core::Instant until)
{
    waitFor(s, w, id, until, {});
}

namespace {

core::Result<domain::VerificationRequest> requestFrom(Shell &s)
{
    domain::VerificationRequest r;
    const auto reason = domain::reasonFromKey(s.value("reason"));
    if (!reason)
        return core::fieldError(QStringLiteral("reason"),
            QStringLiteral("account-recovery, onboarding, privileged-access, periodic or non-employee."));
    const auto delivery = domain::deliveryFromKey(s.value("delivery"));
    if (!delivery)
        return core::fieldError(QStringLiteral("delivery"), QStringLiteral("link, sms or email."));
    bool isNumber = false;
    r.requiredIal = s.value("ial").toInt(&isNumber);
    if (!isNumber)
        return core::fieldError(QStringLiteral("ial"), QStringLiteral("1 or 2."));
    r.reason = *reason;
    r.delivery = *delivery;
    r.ticket = s.value("ticket");
    r.contactReason = s.value("contact-reason");
    const QStringList documents = s.value("documents").split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &d : documents)
        r.documents << d.trimmed();
    return r;
}

} // namespace

void verifyCommand(Shell &s)
{
    const auto o = [](const char *name, const char *fallback = "") {
        return QCommandLineOption(QLatin1String(name), {}, QLatin1String("VALUE"), QLatin1String(fallback));
    };
    if (!s.parse(QStringLiteral("verify IDENTITY_ID --tenant NAME --reason R --ticket T --ial 2 --documents D,D "
                                "--delivery link|sms|email [--wait] [--json]"),
            {o("tenant"), o("reason"), o("ticket"), o("ial", "2"),
                o("documents", "passport,drivers_license,national_id"), o("delivery", "link"), o("contact-reason"),
                QCommandLineOption(QStringLiteral("wait"))},
            1, 1))
        return;
    const auto request = requestFrom(s);
    if (!request)
        return s.fail(request.error());
    s.withTenantSession([&s, request = *request](services::TenantSession &w) {
        w.verifier().watch();
        const core::IdentityId id(s.positional().at(0));
        core::Deferred<domain::Identity> person;
        core::whenDone<domain::Identity>(w.person(id), &s, [&s, &w, id, person](const Result<domain::Identity> &known) {
            if (known)
                return person.resolve(known);
            // Not in the local copy yet: SailPoint is asked, and only then refused.
            core::whenDone<domain::Identity>(
                w.refresh(id), &s, [person](const Result<domain::Identity> &fresh) { person.resolve(fresh); });
        });
        const auto started = core::andThen<domain::Identity>(
            person.future(), &s, [&w, request](const domain::Identity &p) { return w.verifier().start(p, request); });
        core::whenDone<Session>(started, &s, [&s, &w](const Result<Session> &x) {
            if (!x)
                return s.fail(x.error());
            const QString link = x->request.delivery == domain::Delivery::Link ? w.verifier().link(x->id) : QString();
            if (!s.isSet("wait") || !domain::isOpen(x->state) || x->state == SessionState::LaunchUnknown) {
                show(s, w, *x, link);
                const bool isStarted = x->state == SessionState::Pending;
                return s.finish(isStarted && !s.isSet("wait") ? int(Done) : codeOf(*x));
            }
            s.showLink(link);
            waitFor(s, w, x->id, x->expiresAt + 20 * core::minuteMs, {});
        });
    });
}

void sessionsCommand(Shell &s)
{
    if (!s.parse(QStringLiteral("sessions --tenant NAME [--json]"),
            {{QStringLiteral("tenant"), {}, QStringLiteral("NAME")}}, 0, 0))
        return;
    s.withTenantSession([&s](services::TenantSession &w) {
        core::whenDone<QList<Session>>(w.verifier().sessions({}), &s, [&s](const Result<QList<Session>> &all) {
            if (!all)
                return s.fail(all.error());
            QJsonArray list;
            for (const auto &x : *all) {
                list.append(sessionJson(x));
                if (!s.isJson())
                    s.line(QStringLiteral("%1  %2  %3  %4  %5")
                               .arg(localTime(x.createdAt), domain::stateKey(x.state).leftJustified(14),
                                   x.writeBack.leftJustified(10), domain::reasonKey(x.request.reason).leftJustified(18),
                                   x.personName));
            }
            if (s.isJson())
                s.print({{QStringLiteral("sessions"), list}});
            s.finish(Done);
        });
    });
}

} // namespace cli
