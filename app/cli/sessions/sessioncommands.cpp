#include "cli/shell/shell.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/verifier.h"
#include <QJsonArray>

// What a helpdesk does with a session that exists: look, send again, cancel, decide, reset.
namespace cli {

using core::Result;
using domain::Session;

static QCommandLineOption text(const char *name)
{
    return QCommandLineOption(QLatin1String(name), {}, QLatin1String("VALUE"));
}

static void showOne(Shell &s, const Session &x)
{
    if (s.isJson())
        return s.print(sessionJson(x));
    s.line(QStringLiteral("%1  %2  %3").arg(x.id.str(), domain::stateKey(x.state), x.personName));
}

static void finishWith(Shell &s, const core::Async<Session> &run, std::function<int(const Session &)> code = {})
{
    core::whenDone<Session>(run, &s, [&s, code](const Result<Session> &x) {
        if (!x)
            return s.fail(x.error());
        showOne(s, *x);
        s.finish(code ? code(*x) : int(Done));
    });
}

static const char *markKey(domain::GateMark m)
{
    return m == domain::GateMark::Met ? "met" : m == domain::GateMark::NotMet ? "not-met" : "not-known";
}

static QJsonObject gateJson(const domain::RecoveryGate &g)
{
    QJsonObject o;
    const char *const names[] = {"level", "name", "genuine", "active", "callerBound"};
    for (int i = 0; i < domain::gateConditionCount; ++i)
        o.insert(QLatin1String(names[i]), QLatin1String(markKey(g.marks[size_t(i)])));
    o.insert(QStringLiteral("open"), g.isOpen());
    o.insert(QStringLiteral("why"), services::gateSentence(g));
    return o;
}

static void showCommand(Shell &s, services::TenantSession &w, const core::SessionId &id)
{
    core::whenDone<Session>(w.verifier().session(id), &s, [&s, &w, id](const Result<Session> &x) {
        if (!x)
            return s.fail(x.error());
        core::whenDone<QList<domain::SessionNote>>(
            w.verifier().notes(id), &s, [&s, &w, id, x = *x](const Result<QList<domain::SessionNote>> &notes) {
                core::whenDone<domain::RecoveryGate>(
                    w.recovery().gate(id), &s, [&s, &w, x, notes](const Result<domain::RecoveryGate> &gate) {
                        QJsonArray timeline;
                        for (const auto &n : notes ? *notes : QList<domain::SessionNote>()) {
                            QJsonObject detail = n.detail;
                            detail.remove(QLatin1String("readBack"));
                            timeline.append(QJsonObject{{QStringLiteral("at"), domain::formatInstant(n.at)},
                                {QStringLiteral("kind"), n.kind}, {QStringLiteral("detail"), detail}});
                            if (!s.isJson())
                                s.line(QStringLiteral("%1  %2").arg(localTime(n.at), n.kind));
                        }
                        QJsonObject o = sessionJson(x);
                        const domain::Watch watch = w.verifier().watchOf(x);
                        o.insert(QStringLiteral("watch"), watchJson(watch));
                        o.insert(QStringLiteral("timeline"), timeline);
                        if (const QString line = watchLine(watch, w.context().clock->now());
                            !line.isEmpty() && !s.isJson())
                            s.line(line);
                        if (gate)
                            o.insert(QStringLiteral("gate"), gateJson(*gate));
                        if (s.isJson())
                            s.print(o);
                        else
                            showOne(s, x);
                        s.finish(Done);
                    });
            });
    });
}

void sessionVerb(Shell &s, const QString &verb)
{
    if (!s.parse(QStringLiteral("sessions show|resend|cancel SESSION --tenant NAME [--json]"),
            {text("tenant"), text("reason")}, 2, 2))
        return;
    s.withTenantSession([&s, verb](services::TenantSession &w) {
        const core::SessionId id(s.positional().at(1));
        if (verb == QLatin1String("show"))
            return showCommand(s, w, id);
        if (verb == QLatin1String("cancel"))
            return finishWith(s,
                w.verifier().stop(id, s.isSet("reason") ? s.value("reason") : QStringLiteral("Ended by the operator")));
        core::whenDone<core::Unit>(w.verifier().sendAgain(id), &s, [&s](const core::Status &r) {
            if (!r)
                return s.fail(r.error());
            s.line(s.isJson() ? QStringLiteral("{\"sent\":true}")
                              : QStringLiteral("Asked the provider to send the link again"));
            s.finish(Done);
        });
    });
}

void reviewCommand(Shell &s)
{
    if (!s.parse(
            QStringLiteral("review accept|reject|active SESSION --tenant NAME --comment TEXT --secrets - [--json]"),
            {text("tenant"), text("comment")}, 2, 2))
        return;
    const QString decision = s.positional().at(0);
    if (decision != QLatin1String("accept") && decision != QLatin1String("reject") &&
        decision != QLatin1String("active"))
        return s.usage(QStringLiteral("review: accept, reject, or active for an account of which it is not known."));
    s.withTenantSession([&s, decision](services::TenantSession &w) {
        const auto secrets = s.secrets();
        if (!secrets)
            return s.fail(secrets.error());
        const core::SessionId id(s.positional().at(1));
        if (decision == QLatin1String("active"))
            return finishWith(
                s, w.recovery().acceptActivity(id, s.value("comment"), secrets->reviewerId, secrets->reviewer));
        const bool isAccepted = decision == QLatin1String("accept");
        w.verifier().watch();
        core::whenDone<Session>(
            w.recovery().review(id, isAccepted, s.value("comment"), secrets->reviewerId, secrets->reviewer), &s,
            [&s, &w, id, isAccepted](const Result<Session> &x) {
                if (!x)
                    return s.fail(x.error());
                // What was accepted is also written: not left half way.
                if (isAccepted)
                    return waitForSession(s, w, id, w.context().clock->now() + 20 * core::minuteMs);
                showOne(s, *x);
                s.finish(Done);
            });
    });
}

void operatorCommand(Shell &s)
{
    if (!s.parse(QStringLiteral("operator --tenant NAME --secrets -   (reviewerClientId and reviewerClientSecret: the "
                                "operator's own token)"),
            {text("tenant")}, 0, 0))
        return;
    s.withTenantSession([&s](services::TenantSession &w) {
        const auto secrets = s.secrets();
        if (!secrets)
            return s.fail(secrets.error());
        core::whenDone<QString>(
            w.recovery().registerOperator(secrets->reviewerId, secrets->reviewer), &s, [&s](const Result<QString> &r) {
                if (!r)
                    return s.fail(r.error());
                s.note(QStringLiteral("Registered as the operator: ") + *r);
                s.finish(Done);
            });
    });
}

void resetPasswordCommand(Shell &s)
{
    if (!s.parse(QStringLiteral(
                     "reset-password SESSION --tenant NAME --via EMAIL_WORK|EMAIL_PERSONAL|LINK_WORK|LINK_PERSONAL "
                     "[--source NAME] --code LAST4 [--contact-reason TEXT] [--json]"),
            {text("tenant"), text("via"), text("source"), text("code"), text("contact-reason")}, 1, 1))
        return;
    const auto via = domain::resetViaFromKey(s.value("via"));
    if (!via)
        return s.fail(core::fieldError(
            QStringLiteral("via"), QStringLiteral("EMAIL_WORK, EMAIL_PERSONAL, LINK_WORK or LINK_PERSONAL.")));
    s.withTenantSession([&s, via = *via](services::TenantSession &w) {
        const core::SessionId id(s.positional().at(0));
        auto &recovery = w.recovery();
        const auto bound = s.isSet("code") ? recovery.bindByCode(id, s.value("code")) : w.verifier().session(id);
        services::ResetRequest request{via, s.value("source"), {}, s.value("contact-reason")};
        finishWith(s, core::andThen<Session>(bound, &s,
                          [&recovery, id, request](const Session &) { return recovery.sendReset(id, request); }));
    });
}

} // namespace cli
