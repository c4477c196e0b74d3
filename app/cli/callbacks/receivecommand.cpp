#include "assembly/console.h"
#include "cli/callbacks/callbackcommands.h"
#include "cli/callbacks/receiveroptions.h"
#include "cli/shell/shell.h"
#include "services/callbacks/callbackreceiver.h"
#include "services/events/proposals.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/verifier.h"

namespace cli {

using core::Result;

static const char *const receiveSyntax =
    "receive --tenant NAME [--address A] [--port P] [--path /idv/callback] [--auth "
    "none|bearer|basic|header|hmac|ed25519] [--signature PRESET] [--signature-header NAME] [--signed-text TEMPLATE] … "
    "[--events [--events-path /sailpoint/events]] "
    "[--auth-header NAME] [--tls none|generated|own] [--certificate FILE] [--key FILE] [--client-ca FILE] [--secrets "
    "-] [--json]";

// What a request was about, and of a refused one what cannot be used.
static QString whatOf(const services::ReceivedLine &l)
{
    if (!l.field.isEmpty())
        return QStringLiteral("field \"%1\"").arg(l.field);
    return l.trigger.isEmpty() ? l.providerSession : l.trigger;
}

static void receiveCommand(Shell &s)
{
    s.opening().withTenant([&s](const domain::Tenant &known) {
        domain::Tenant tenant = known;
        const auto settings = takeReceiverOptions(s, tenant.receiver);
        if (!settings)
            return s.fail(settings.error());
        tenant.receiver = *settings;
        s.opening().openTenantSession(tenant, [&s](services::TenantSession &w) {
            QObject::connect(
                &w.receiving(), &services::CallbackReceiver::received, &s, [&s](const services::ReceivedLine &l) {
                    const QString verdict = domain::callbackVerdictKey(l.verdict);
                    if (!s.isJson())
                        return s.output().line(QStringLiteral("%1  %2  %3  %4  %5")
                                                   .arg(localTime(l.at), QString::number(l.status),
                                                       verdict.leftJustified(13), l.peer, whatOf(l)));
                    s.output().print({{QStringLiteral("at"), domain::formatInstant(l.at)},
                        {QStringLiteral("peer"), l.peer}, {QStringLiteral("method"), l.method},
                        {QStringLiteral("verdict"), verdict}, {QStringLiteral("status"), l.status},
                        {QStringLiteral("bytes"), l.bytes}, {QStringLiteral("microseconds"), l.microseconds},
                        {QStringLiteral("providerSession"), l.providerSession}, {QStringLiteral("secret"), l.key},
                        {QStringLiteral("trigger"), l.trigger}, {QStringLiteral("field"), l.field}});
                });
            QObject::connect(&w.receiving(), &services::CallbackReceiver::lockedOut, &s, [&s](const QString &peer) {
                s.output().note(QStringLiteral("%1 failed to sign in too often and waits a minute").arg(peer));
            });
            w.verifier().monitor().watch();
            w.proposals().watch();
            core::whenDone<domain::EventRules>(w.proposals().rules(), &s, [&s](const Result<domain::EventRules> &r) {
                if (!r) // it listens all the same: what comes is kept, requests are refused
                    s.output().note(r.error().text);
            });
            core::whenDone<services::Listening>(
                w.receiving().start(), &s, [&s, &w](const Result<services::Listening> &l) {
                    if (!l)
                        return s.fail(l.error());
                    const QString events = w.receiving().eventsUrl();
                    if (s.isJson())
                        return s.output().print({{QStringLiteral("listening"), l->url},
                            {QStringLiteral("events"), events}, {QStringLiteral("fingerprint"), l->fingerprint}});
                    s.output().line(QStringLiteral("Listening on ") + l->url);
                    if (!l->fingerprint.isEmpty())
                        s.output().line(QStringLiteral("Certificate SHA-256 ") + l->fingerprint);
                    if (!events.isEmpty())
                        s.output().line(QStringLiteral("Events of SailPoint on ") + events);
                });
        });
    });
}

void registerReceiveCommands(CommandTable &table)
{
    table.add("receive",
        "  idvctl receive --tenant NAME [--address A] [--port P] [--path /idv/callback] [--auth "
        "none|bearer|basic|header|hmac|ed25519] [--json]\n",
        {{}, QLatin1String(receiveSyntax), QList<QCommandLineOption>{valueOption("tenant")} + receiverOptionList(), 0,
            0, receiveCommand});
}

} // namespace cli
