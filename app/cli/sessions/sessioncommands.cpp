#include "cli/sessions/sessioncommands.h"
#include "cli/sessions/sessionoutput.h"
#include "cli/sessions/sessionwait.h"
#include "cli/shell/shell.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessioncontrol.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessions.h"
#include "services/verification/verifier.h"
#include <QJsonArray>

// What a helpdesk does with a session that exists: look, send again, cancel, decide, reset.
namespace cli {

using core::Result;
using domain::Session;

static void showOne(Shell &s, const Session &x)
{
    if (s.isJson())
        return s.output().print(sessionJson(x));
    s.output().line(QStringLiteral("%1  %2  %3").arg(x.id.str(), domain::stateKey(x.state), x.personName));
}

static void finishWith(Shell &s, const core::Async<Session> &run, const std::function<int(const Session &)> &code = {})
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
    switch (m) {
    case domain::GateMark::Met: return "met";
    case domain::GateMark::NotMet: return "not-met";
    default: return "not-known";
    }
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

static void showWhole(Shell &s, services::TenantSession &w, const core::SessionId &id)
{
    core::whenDone<Session>(w.verifier().sessions().session(id), &s, [&s, &w, id](const Result<Session> &x) {
        if (!x)
            return s.fail(x.error());
        core::whenDone<QList<domain::SessionNote>>(w.verifier().sessions().notes(id), &s,
            [&s, &w, id, x = *x](const Result<QList<domain::SessionNote>> &notes) {
                core::whenDone<domain::RecoveryGate>(
                    w.recovery().gate(id), &s, [&s, &w, x, notes](const Result<domain::RecoveryGate> &gate) {
                        QJsonArray timeline;
                        for (const auto &n : notes ? *notes : QList<domain::SessionNote>()) {
                            QJsonObject detail = n.detail;
                            detail.remove(QLatin1String("readBack"));
                            timeline.append(QJsonObject{{QStringLiteral("at"), domain::formatInstant(n.at)},
                                {QStringLiteral("kind"), n.kind}, {QStringLiteral("detail"), detail}});
                            if (!s.isJson())
                                s.output().line(QStringLiteral("%1  %2").arg(localTime(n.at), n.kind));
                        }
                        QJsonObject o = sessionJson(x);
                        const domain::Watch watch = w.verifier().monitor().watchOf(x);
                        o.insert(QStringLiteral("watch"), watchJson(watch));
                        o.insert(QStringLiteral("timeline"), timeline);
                        if (const QString line = watchLine(watch, w.context().clock->now());
                            !line.isEmpty() && !s.isJson())
                            s.output().line(line);
                        if (gate)
                            o.insert(QStringLiteral("gate"), gateJson(*gate));
                        if (s.isJson())
                            s.output().print(o);
                        else
                            showOne(s, x);
                        s.finish(Done);
                    });
            });
    });
}

static void listCommand(Shell &s)
{
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        core::whenDone<QList<Session>>(w.verifier().sessions().list({}), &s, [&s](const Result<QList<Session>> &all) {
            if (!all)
                return s.fail(all.error());
            QJsonArray list;
            for (const auto &x : *all) {
                list.append(sessionJson(x));
                if (!s.isJson())
                    s.output().line(QStringLiteral("%1  %2  %3  %4  %5")
                                        .arg(localTime(x.createdAt), domain::stateKey(x.state).leftJustified(14),
                                            x.writeBack.leftJustified(10),
                                            domain::reasonKey(x.request.reason).leftJustified(18), x.personName));
            }
            if (s.isJson())
                s.output().print({{QStringLiteral("sessions"), list}});
            s.finish(Done);
        });
    });
}

static core::SessionId chosenSession(Shell &s)
{
    return core::SessionId(s.positional().at(0));
}

static void showCommand(Shell &s)
{
    s.opening().withTenantSession([&s](services::TenantSession &w) { showWhole(s, w, chosenSession(s)); });
}

static void cancelCommand(Shell &s)
{
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        finishWith(s, w.verifier().control().stop(chosenSession(s),
                          s.isSet("reason") ? s.value("reason") : QStringLiteral("Ended by the operator")));
    });
}

static void resendCommand(Shell &s)
{
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        core::whenDone<core::Unit>(w.verifier().control().sendAgain(chosenSession(s)), &s, [&s](const core::Status &r) {
            if (!r)
                return s.fail(r.error());
            s.output().line(s.isJson() ? QStringLiteral("{\"sent\":true}")
                                       : QStringLiteral("Asked the provider to send the link again"));
            s.finish(Done);
        });
    });
}

static void reviewCommand(Shell &s)
{
    const QString decision = s.positional().at(0);
    if (decision != QLatin1String("accept") && decision != QLatin1String("reject") &&
        decision != QLatin1String("active"))
        return s.usage(QStringLiteral("review: accept, reject, or active for an account of which it is not known."));
    s.opening().withTenantSession([&s, decision](services::TenantSession &w) {
        const auto secrets = s.secretInput().secrets();
        if (!secrets)
            return s.fail(secrets.error());
        const core::SessionId id(s.positional().at(1));
        if (decision == QLatin1String("active"))
            return finishWith(
                s, w.recovery().acceptActivity(id, s.value("comment"), secrets->reviewerId, secrets->reviewer));
        const bool isAccepted = decision == QLatin1String("accept");
        w.verifier().monitor().watch();
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

static void operatorCommand(Shell &s)
{
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        const auto secrets = s.secretInput().secrets();
        if (!secrets)
            return s.fail(secrets.error());
        core::whenDone<QString>(
            w.recovery().registerOperator(secrets->reviewerId, secrets->reviewer), &s, [&s](const Result<QString> &r) {
                if (!r)
                    return s.fail(r.error());
                s.output().note(QStringLiteral("Registered as the operator: ") + *r);
                s.finish(Done);
            });
    });
}

static void resetPasswordCommand(Shell &s)
{
    const auto via = domain::resetViaFromKey(s.value("via"));
    if (!via)
        return s.fail(core::fieldError(
            QStringLiteral("via"), QStringLiteral("EMAIL_WORK, EMAIL_PERSONAL, LINK_WORK or LINK_PERSONAL.")));
    s.opening().withTenantSession([&s, via = *via](services::TenantSession &w) {
        const core::SessionId id(s.positional().at(0));
        auto &recovery = w.recovery();
        const auto bound =
            s.isSet("code") ? recovery.bindByCode(id, s.value("code")) : w.verifier().sessions().session(id);
        services::ResetRequest request{via, s.value("source"), {}, s.value("contact-reason")};
        finishWith(s, core::andThen<Session>(bound, &s,
                          [&recovery, id, request](const Session &) { return recovery.sendReset(id, request); }));
    });
}

static CommandForm sessionForm(const char *verb, void (*run)(Shell &))
{
    return {QLatin1String(verb), QStringLiteral("sessions show|resend|cancel SESSION --tenant NAME [--json]"),
        {valueOption("tenant"), valueOption("reason")}, 1, 1, run};
}

void registerSessionCommands(CommandTable &table)
{
    table.add({QStringLiteral("sessions"),
        "  idvctl sessions --tenant NAME [--json]\n"
        "  idvctl sessions show|resend|cancel SESSION --tenant NAME [--json]\n",
        {},
        {sessionForm("show", showCommand), sessionForm("resend", resendCommand), sessionForm("cancel", cancelCommand),
            {{}, QStringLiteral("sessions --tenant NAME [--json]"), {valueOption("tenant", "NAME")}, 0, 0,
                listCommand}}});
    table.add("review", "  idvctl review accept|reject SESSION --tenant NAME --comment TEXT --secrets - [--json]\n",
        {{}, QStringLiteral("review accept|reject|active SESSION --tenant NAME --comment TEXT --secrets - [--json]"),
            {valueOption("tenant"), valueOption("comment")}, 2, 2, reviewCommand});
    table.add("operator",
        "  idvctl operator --tenant NAME --secrets -       registers who sits here: never the second person of a "
        "review\n",
        {{},
            QStringLiteral("operator --tenant NAME --secrets -   (reviewerClientId and reviewerClientSecret: the "
                           "operator's own token)"),
            {valueOption("tenant")}, 0, 0, operatorCommand});
    table.add("reset-password",
        "  idvctl reset-password SESSION --tenant NAME --via EMAIL_WORK [--source NAME] --code LAST4|--qr "
        "[--contact-reason TEXT] [--json]\n",
        {{},
            QStringLiteral(
                "reset-password SESSION --tenant NAME --via EMAIL_WORK|EMAIL_PERSONAL|LINK_WORK|LINK_PERSONAL "
                "[--source NAME] --code LAST4 [--contact-reason TEXT] [--json]"),
            {valueOption("tenant"), valueOption("via"), valueOption("source"), valueOption("code"),
                valueOption("contact-reason")},
            1, 1, resetPasswordCommand});
}

} // namespace cli
