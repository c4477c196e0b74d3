#include "cli/callbacks/callbackcommands.h"
#include "cli/sessions/sessionoutput.h"
#include "cli/shell/shell.h"
#include "services/callbacks/unmatchedcallbacks.h"
#include "services/tenantsession/tenantsession.h"
#include <QJsonArray>

// Unmatched callbacks: looked at, assigned to a session, dismissed.
namespace cli {

using core::Result;
using domain::InboxEntry;

static const char *nonceWord(domain::NonceMatch m)
{
    switch (m) {
    case domain::NonceMatch::Wrong: return "wrong";
    case domain::NonceMatch::Matched: return "matched";
    default: return "absent";
    }
}

static QJsonObject entryJson(const InboxEntry &e)
{
    return {{QStringLiteral("number"), e.sequence}, {QStringLiteral("at"), domain::formatInstant(e.callback.at)},
        {QStringLiteral("peer"), e.callback.peer},
        {QStringLiteral("signIn"), domain::callbackTrustKey(e.callback.trust)},
        {QStringLiteral("word"), e.callback.result.statusWord},
        {QStringLiteral("providerSession"), e.callback.result.session.str()},
        {QStringLiteral("oneTimeValue"), QLatin1String(nonceWord(e.nonce))}};
}

static void list(Shell &s, services::TenantSession &w)
{
    core::whenDone<QList<InboxEntry>>(
        w.unmatchedCallbacks().entries(), &s, [&s](const Result<QList<InboxEntry>> &entries) {
            if (!entries)
                return s.fail(entries.error());
            QJsonArray all;
            for (const auto &e : *entries) {
                all.append(entryJson(e));
                if (!s.isJson())
                    s.output().line(QStringLiteral("%1  %2  %3  %4  %5")
                                        .arg(QString::number(e.sequence), localTime(e.callback.at),
                                            e.callback.result.statusWord.leftJustified(12),
                                            e.callback.result.session.str(), e.callback.peer));
            }
            if (s.isJson())
                s.output().print({{QStringLiteral("unmatched"), all}});
            s.finish(Done);
        });
}

static void callbacksCommand(Shell &s)
{
    const QString verb = s.positional().at(0);
    bool isNumber = false;
    const qint64 number = s.positional().value(1).toLongLong(&isNumber);
    const bool isList = verb == QLatin1String("list");
    const bool isAssign = verb == QLatin1String("assign") || verb == QLatin1String("adopt"); // its word before
    if ((!isList && !isAssign && verb != QLatin1String("dismiss")) || isList == isNumber ||
        (isList && s.positional().size() != 1))
        return s.usage(QStringLiteral("callbacks: list, assign NUMBER or dismiss NUMBER."));
    if (isAssign && !s.isSet("session"))
        return s.fail(
            core::fieldError(QStringLiteral("session"), QStringLiteral("the session that the callback belongs to.")));
    s.opening().withTenantSession([&s, verb, number](services::TenantSession &w) {
        if (verb == QLatin1String("list"))
            return list(s, w);
        if (verb == QLatin1String("dismiss")) {
            core::whenDone<core::Unit>(
                w.unmatchedCallbacks().dismiss(number, s.value("reason")), &s, [&s](const core::Status &r) {
                    if (!r)
                        return s.fail(r.error());
                    if (s.isJson())
                        s.output().print({{QStringLiteral("done"), QStringLiteral("dismissed")}});
                    s.finish(Done);
                });
            return;
        }
        core::whenDone<domain::Session>(
            w.unmatchedCallbacks().assignToSession(number, core::SessionId(s.value("session"))), &s,
            [&s](const Result<domain::Session> &x) {
                if (!x)
                    return s.fail(x.error());
                if (s.isJson())
                    s.output().print(sessionJson(*x));
                else
                    s.output().line(
                        QStringLiteral("%1  %2  %3").arg(x->id.str(), domain::stateKey(x->state), x->personName));
                s.finish(Done);
            });
    });
}

void registerCallbackCommands(CommandTable &table)
{
    table.add("callbacks",
        "  idvctl callbacks list|assign NUMBER --session ID|dismiss NUMBER --tenant NAME [--json]    what the receiver "
        "could not match\n",
        {{},
            QStringLiteral("callbacks list | assign NUMBER --session ID | dismiss NUMBER [--reason TEXT]   --tenant "
                           "NAME [--json]"),
            {valueOption("tenant"), valueOption("session"), valueOption("reason")}, 1, 2, callbacksCommand});
}

} // namespace cli
