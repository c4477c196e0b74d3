#include "assembly/console.h"
#include "cli/shell.h"
#include "domain/instant.h"
#include "services/auditexport.h"
#include "services/audittrail.h"
#include "services/exportreport.h"
#include "services/recovery.h"
#include "services/workspace.h"
#include <QJsonArray>

// idvctl audit: the log of what was done, proved and handed out.
namespace cli {

using core::Result;
using services::AuditTrail;
using services::TrailState;

static void verifyFile(Shell &s, const QString &path)
{
    const auto r = AuditTrail::verifyFile(path, s.value("key"));
    if (!r)
        return s.fail(r.error());
    const bool isKnownKey = s.isSet("key");
    if (s.isJson())
        s.print({{QStringLiteral("whole"), r->problem.isEmpty()}, {QStringLiteral("problem"), r->problem}, {QStringLiteral("entries"), r->entries}, {QStringLiteral("signedUpTo"), r->signedUpTo}, {QStringLiteral("redacted"), r->redacted},
                 {QStringLiteral("head"), QString::fromLatin1(r->head.toHex())}, {QStringLiteral("key"), r->fingerprint}, {QStringLiteral("keyWasGiven"), isKnownKey}});
    else if (!r->problem.isEmpty())
        s.line(QStringLiteral("NOT PROVED. %1").arg(r->problem));
    else {
        s.line(QStringLiteral("%1 entries, complete and unchanged, from %2 to %3.").arg(r->entries).arg(r->entries ? localTime(r->firstAt) : QStringLiteral("-"), r->entries ? localTime(r->lastAt) : QStringLiteral("-")));
        s.line(r->signedUpTo > 0 ? QStringLiteral("Signed up to entry %1 on %2 by key %3.").arg(r->signedUpTo).arg(localTime(r->signedAt), r->fingerprint) : QStringLiteral("Nothing in it is signed: it proves that nothing was changed inside, not that it is the original."));
        if (r->signedUpTo > 0 && r->signedUpTo < r->entries)
            s.line(QStringLiteral("The entries after %1 are not signed.").arg(r->signedUpTo));
        if (r->signedUpTo > 0 && !isKnownKey)
            s.line(QStringLiteral("The key came with the file. Compare it with the one you were given, or give it with --key."));
        if (r->redacted > 0)
            s.line(QStringLiteral("%1 entries are without their names and contacts.").arg(r->redacted));
    }
    s.finish(r->problem.isEmpty() ? Done : NotVerified);
}

static QJsonObject stateJson(const TrailState &t)
{
    return {{QStringLiteral("whole"), t.kind == TrailState::Whole && t.rowProblem.isEmpty()}, {QStringLiteral("problem"), t.why.isEmpty() ? t.rowProblem : t.why}, {QStringLiteral("entries"), t.entries}, {QStringLiteral("firstBad"), t.firstBad}, {QStringLiteral("head"), QString::fromLatin1(t.head.toHex())},
            {QStringLiteral("signedUpTo"), t.signedUpTo}, {QStringLiteral("key"), t.publicKey.isEmpty() ? QString() : domain::keyFingerprint(t.publicKey)}, {QStringLiteral("unsignedWhy"), t.unsignedWhy}, {QStringLiteral("sessionsProved"), t.rowsProved}, {QStringLiteral("sessionsNotAnchored"), t.rowsNotAnchored}};
}

static void show(Shell &s, const TrailState &t)
{
    if (s.isJson())
        return s.print(stateJson(t));
    s.line(t.kind == TrailState::Whole ? QStringLiteral("%1 entries, complete and unchanged. Head %2").arg(t.entries).arg(QString::fromLatin1(t.head.toHex())) : QStringLiteral("NOT WHOLE. %1").arg(t.why));
    if (!t.rowProblem.isEmpty())
        s.line(QStringLiteral("NOT PROVED. %1").arg(t.rowProblem));
    else if (t.kind == TrailState::Whole)
        s.line(QStringLiteral("%1 verified sessions are what the log recorded; %2 are from before that was kept and are not anchored.").arg(t.rowsProved).arg(t.rowsNotAnchored));
    if (!t.publicKey.isEmpty())
        s.line(QStringLiteral("Signed up to entry %1. Key %2").arg(t.signedUpTo).arg(domain::keyFingerprint(t.publicKey)));
    if (!t.unsignedWhy.isEmpty())
        s.line(QStringLiteral("Not signed: %1").arg(t.unsignedWhy));
}

// A log that lies ahead because a clock was wrong once: a second person says that the present time is right.
static void acceptClock(Shell &s)
{
    if (!s.parse(QStringLiteral("audit accept-clock --tenant NAME --comment TEXT --secrets -   (reviewerClientId and reviewerClientSecret: a second person's)"), {{QStringLiteral("tenant"), {}, QStringLiteral("NAME")}, {QStringLiteral("comment"), {}, QStringLiteral("TEXT")}}, 0, 0))
        return;
    s.withWorkspace([&s](services::Workspace &w) {
        const auto secrets = s.secrets();
        if (!secrets)
            return s.fail(secrets.error());
        core::whenDone<core::Unit>(w.recovery().acceptClock(s.value("comment"), secrets->reviewerId, secrets->reviewer), &s, [&s](const core::Status &r) {
            if (!r)
                return s.fail(r.error());
            s.note(QStringLiteral("The present time was accepted; it is an entry of the log."));
            s.finish(Done);
        });
    });
}

void auditCommand(Shell &s, const QString &verb)
{
    if (verb == QLatin1String("accept-clock"))
        return acceptClock(s);
    if (verb != QLatin1String("verify") && verb != QLatin1String("export") && verb != QLatin1String("sign"))
        return s.usage(QStringLiteral("audit: verify, verify FILE, export FILE, sign, accept-clock."));
    const int least = verb == QLatin1String("export") ? 1 : 0;
    if (!s.parse(QStringLiteral("audit verify [FILE --key FINGERPRINT] | export FILE [--redact] [--csv] | sign   [--json]"), {{QStringLiteral("key"), {}, QStringLiteral("FINGERPRINT")}, QCommandLineOption(QStringLiteral("redact")), QCommandLineOption(QStringLiteral("csv"))}, least, verb == QLatin1String("sign") ? 0 : 1))
        return;
    const QString file = s.positional().value(0);
    if (verb == QLatin1String("verify") && !file.isEmpty())
        return verifyFile(s, file); // neither a data folder nor a keychain is needed
    if (const auto opened = s.openConsole(); !opened)
        return s.fail(opened.error());
    auto &context = s.console().context();
    auto *trail = new AuditTrail(context, &s);
    if (verb == QLatin1String("export")) {
        auto *e = new services::AuditExport(*trail, context, trail);
        return core::whenDone<services::ExportReport>(e->run({s.isSet("csv"), s.isSet("redact")}, file), &s, [&s, trail](const Result<services::ExportReport> &r) {
            if (!r)
                return s.fail(r.error());
            const QString key = trail->state().publicKey.isEmpty() ? QString() : domain::keyFingerprint(trail->state().publicKey);
            if (s.isJson()) {
                s.print({{QStringLiteral("file"), r->path}, {QStringLiteral("rows"), r->rows}, {QStringLiteral("sha256"), QString::fromLatin1(r->sha256)}, {QStringLiteral("key"), key}});
                return s.finish(Done);
            }
            s.line(QStringLiteral("%1 entries, SHA-256 %2").arg(QString::number(r->rows), QString::fromLatin1(r->sha256)));
            s.line(key.isEmpty() ? QStringLiteral("not signed: ") + trail->state().unsignedWhy : QStringLiteral("key ") + key);
            s.finish(Done);
        });
    }
    core::whenDone<TrailState>(verb == QLatin1String("sign") ? trail->signNow() : trail->verify(), &s, [&s](const Result<TrailState> &t) {
        if (!t)
            return s.fail(t.error());
        show(s, *t);
        s.finish(t->kind == TrailState::Whole && t->rowProblem.isEmpty() ? Done : NotVerified);
    });
}

} // namespace cli
