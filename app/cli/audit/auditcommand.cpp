#include "assembly/console.h"
#include "cli/audit/auditcommands.h"
#include "cli/shell/shell.h"
#include "domain/text/instant.h"
#include "services/audit/auditexport.h"
#include "services/audit/auditfile.h"
#include "services/audit/audittrail.h"
#include "services/audit/exportreport.h"
#include "services/audit/trailverdict.h"
#include "services/recovery/recovery.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonArray>

// idvctl audit: the log of what was done, proved and handed out.
namespace cli {

using core::Result;
using services::AuditTrail;
using services::TrailState;

/// What the auditor gave; none after a usage error was printed. An empty key is no key.
static std::optional<services::AuditFileDemand> demand(Shell &s)
{
    services::AuditFileDemand d;
    for (const QString &given : s.values("key")) {
        const QString key = domain::plainFingerprint(given);
        if (key.isEmpty()) {
            s.usage(QStringLiteral("--key: a fingerprint is 64 hexadecimal digits, in groups or not; \"%1\" is none.")
                        .arg(given));
            return std::nullopt;
        }
        d.keys << key;
    }
    if (s.isSet("at-least")) {
        const auto head = domain::chainHeadFromText(s.value("at-least"));
        if (!head) {
            s.fail(head.error());
            return std::nullopt;
        }
        d.atLeast = *head;
    }
    return d;
}

static QJsonObject proofJson(const services::AuditFileProof &p, const services::AuditFileDemand &d)
{
    return {{QStringLiteral("format"), p.format}, {QStringLiteral("whole"), p.problem.isEmpty()},
        {QStringLiteral("proved"), p.isProved()},
        {QStringLiteral("problem"), p.problem.isEmpty() ? p.unproved : p.problem},
        {QStringLiteral("entries"), p.entries}, {QStringLiteral("signedUpTo"), p.signedUpTo},
        {QStringLiteral("redacted"), p.redacted}, {QStringLiteral("head"), domain::chainHeadText({p.entries, p.head})},
        {QStringLiteral("key"), p.fingerprint}, {QStringLiteral("keyWasGiven"), !d.keys.isEmpty()},
        {QStringLiteral("signers"), QJsonArray::fromStringList(p.signers)},
        {QStringLiteral("seats"), QJsonArray::fromStringList(p.seats)}};
}

static void verifyFile(Shell &s, const QString &path)
{
    const auto wanted = demand(s);
    if (!wanted)
        return;
    const auto r = services::proveAuditFile(path, *wanted);
    if (!r)
        return s.fail(r.error());
    if (s.isJson())
        s.output().print(proofJson(*r, *wanted));
    else if (!r->problem.isEmpty())
        s.output().line(QStringLiteral("NOT WHOLE. %1").arg(r->problem));
    else {
        const QString span = r->entries > 0
                                 ? QStringLiteral(", from %1 to %2").arg(localTime(r->firstAt), localTime(r->lastAt))
                                 : QString();
        s.output().line(
            r->isProved()
                ? QStringLiteral("PROVED. %1 entries, complete and unchanged%2.").arg(r->entries).arg(span)
                : QStringLiteral("NOT PROVED. %1 entries hang together%2. %3").arg(r->entries).arg(span, r->unproved));
        s.output().line(QStringLiteral("Head %1").arg(domain::chainHeadText({r->entries, r->head})));
        for (const QString &signer : r->signers)
            s.output().line(QStringLiteral("The whole file is signed by key %1").arg(signer));
        if (r->signers.isEmpty())
            s.output().line(
                r->signedUpTo > 0
                    ? QStringLiteral("Signed up to entry %1 on %2 by key %3; the file as a whole is not signed.")
                          .arg(r->signedUpTo)
                          .arg(localTime(r->signedAt), r->fingerprint)
                    : QStringLiteral("Nothing in it is signed."));
        if (!r->seats.isEmpty())
            s.output().line(QStringLiteral("Written on: %1").arg(r->seats.join(QStringLiteral(", "))));
        if (r->redacted > 0)
            s.output().line(QStringLiteral("%1 entries are without their names and contacts.").arg(r->redacted));
    }
    s.finish(r->isProved() ? Done : NotProved);
}

static QJsonObject stateJson(const TrailState &t)
{
    const bool isAnchored = services::verdictOf(t) == services::TrailVerdict::Anchored;
    return {{QStringLiteral("whole"), t.kind == TrailState::Whole && t.rowProblem.isEmpty()},
        {QStringLiteral("proved"), isAnchored},
        {QStringLiteral("problem"), isAnchored ? QString() : services::verdictText(t)},
        {QStringLiteral("entries"), t.entries}, {QStringLiteral("firstBad"), t.firstBad},
        {QStringLiteral("head"), domain::chainHeadText({t.entries, t.head})},
        {QStringLiteral("anchoredUpTo"), t.anchoredUpTo}, {QStringLiteral("signedUpTo"), t.signedUpTo},
        {QStringLiteral("key"), t.publicKey.isEmpty() ? QString() : domain::keyFingerprint(t.publicKey)},
        {QStringLiteral("unsignedWhy"), t.unsignedWhy}, {QStringLiteral("sessionsProved"), t.rowsProved},
        {QStringLiteral("sessionsNotAnchored"), t.rowsNotAnchored}};
}

static QString wordOf(services::TrailVerdict verdict, bool isWhole)
{
    if (verdict == services::TrailVerdict::Anchored)
        return QStringLiteral("PROVED. ");
    return isWhole ? QStringLiteral("NOT PROVED. ") : QStringLiteral("NOT WHOLE. ");
}

static void show(Shell &s, const TrailState &t)
{
    if (s.isJson())
        return s.output().print(stateJson(t));
    s.output().line(wordOf(services::verdictOf(t), t.kind == TrailState::Whole) + services::verdictText(t));
    if (t.kind == TrailState::Whole) {
        s.output().line(QStringLiteral("Head %1").arg(domain::chainHeadText({t.entries, t.head})));
        if (t.rowProblem.isEmpty())
            s.output().line(
                QStringLiteral("%1 verified sessions are what the log recorded; %2 are from before that was kept "
                               "and are not anchored.")
                    .arg(t.rowsProved)
                    .arg(t.rowsNotAnchored));
    }
    if (!t.publicKey.isEmpty())
        s.output().line(
            QStringLiteral("Signed up to entry %1. Key %2").arg(t.signedUpTo).arg(domain::keyFingerprint(t.publicKey)));
    if (!t.unsignedWhy.isEmpty())
        s.output().line(QStringLiteral("Not signed: %1").arg(t.unsignedWhy));
}

// A log that lies ahead because a clock was wrong once: a second person says that the present time is right.
static void acceptClock(Shell &s)
{
    s.opening().withTenantSession([&s](services::TenantSession &w) {
        const auto secrets = s.secretInput().secrets();
        if (!secrets)
            return s.fail(secrets.error());
        core::whenDone<core::Unit>(w.recovery().acceptClock(s.value("comment"), secrets->reviewerId, secrets->reviewer),
            &s, [&s](const core::Status &r) {
                if (!r)
                    return s.fail(r.error());
                s.output().note(QStringLiteral("The present time was accepted; it is an entry of the log."));
                s.finish(Done);
            });
    });
}

// The log over an open console; none after a fault was printed.
static AuditTrail *openedTrail(Shell &s, const services::AuditFileDemand &wanted)
{
    if (!wanted.keys.isEmpty()) {
        s.usage(QStringLiteral("--key belongs to a file; this computer's log is compared with what its keychain "
                               "remembers, and with --at-least HEAD."));
        return nullptr;
    }
    if (const auto opened = s.opening().openConsole(); !opened) {
        s.fail(opened.error());
        return nullptr;
    }
    return new AuditTrail(s.opening().console().context(), &s);
}

static void showExport(Shell &s, const services::ExportReport &r, const TrailState &state)
{
    const QString key = state.publicKey.isEmpty() ? QString() : domain::keyFingerprint(state.publicKey),
                  head = domain::chainHeadText({state.entries, state.head});
    // A broken log is handed out as it is: that is the evidence.
    const bool isBroken = state.kind == TrailState::Broken;
    if (isBroken)
        s.output().note(QStringLiteral("idvctl: ") + state.why);
    if (s.isJson()) {
        s.output().print({{QStringLiteral("file"), r.path}, {QStringLiteral("rows"), r.rows},
            {QStringLiteral("sha256"), QString::fromLatin1(r.sha256)}, {QStringLiteral("key"), key},
            {QStringLiteral("head"), head}});
        return s.finish(isBroken ? NotProved : Done);
    }
    s.output().line(
        QStringLiteral("%1 entries, SHA-256 %2").arg(QString::number(r.rows), QString::fromLatin1(r.sha256)));
    s.output().line(QStringLiteral("head ") + head);
    s.output().line(key.isEmpty() ? QStringLiteral("not signed: ") + state.unsignedWhy : QStringLiteral("key ") + key);
    s.finish(isBroken ? NotProved : Done);
}

static void exportLog(Shell &s)
{
    const auto wanted = demand(s);
    if (!wanted)
        return;
    auto *trail = openedTrail(s, *wanted);
    if (!trail)
        return;
    auto *e = new services::AuditExport(*trail, s.opening().console().context(), trail);
    core::whenDone<services::ExportReport>(e->run({s.isSet("csv"), s.isSet("redact")}, s.positional().value(0)), &s,
        [&s, trail](
            const Result<services::ExportReport> &r) { r ? showExport(s, *r, trail->state()) : s.fail(r.error()); });
}

static void finishWith(Shell &s, const core::Async<TrailState> &looked, bool isSign)
{
    core::whenDone<TrailState>(looked, &s, [&s, isSign](const Result<TrailState> &t) {
        if (!t)
            return s.fail(t.error());
        show(s, *t);
        const bool isSigned = t->signedUpTo == t->entries && t->rowProblem.isEmpty() && t->kind == TrailState::Whole;
        s.finish(
            services::verdictOf(*t) == services::TrailVerdict::Anchored || (isSign && isSigned) ? Done : NotProved);
    });
}

static void signLog(Shell &s)
{
    const auto wanted = demand(s);
    if (!wanted)
        return;
    if (auto *trail = openedTrail(s, *wanted))
        finishWith(s, trail->signNow(), true);
}

static void verifyLog(Shell &s)
{
    const QString file = s.positional().value(0);
    if (!file.isEmpty())
        return verifyFile(s, file); // neither a data folder nor a keychain is needed
    const auto wanted = demand(s);
    if (!wanted)
        return;
    if (auto *trail = openedTrail(s, *wanted))
        finishWith(s, trail->verify(wanted->atLeast), false);
}

static CommandForm logForm(const char *verb, int least, int most, void (*run)(Shell &))
{
    return {QLatin1String(verb),
        QStringLiteral("audit verify [FILE --key FINGERPRINT] [--at-least HEAD] | export FILE [--redact] [--csv] | "
                       "sign   [--json]"),
        {valueOption("key", "FINGERPRINT"), valueOption("at-least", "HEAD"), flagOption("redact"), flagOption("csv")},
        least, most, run};
}

void registerAuditCommands(CommandTable &table)
{
    table.add({QStringLiteral("audit"),
        "  idvctl audit verify [FILE --key FINGERPRINT] [--at-least HEAD] | export FILE [--redact] [--csv] | sign   "
        "[--json]    a FILE is proved without any data folder\n",
        QStringLiteral("audit: verify, verify FILE, export FILE, sign, accept-clock."),
        {logForm("verify", 0, 1, verifyLog), logForm("export", 1, 1, exportLog), logForm("sign", 0, 0, signLog),
            {QStringLiteral("accept-clock"),
                QStringLiteral("audit accept-clock --tenant NAME --comment TEXT --secrets -   (reviewerClientId and "
                               "reviewerClientSecret: a second person's)"),
                {valueOption("tenant", "NAME"), valueOption("comment", "TEXT")}, 0, 0, acceptClock}}});
}

} // namespace cli
