#include "assembly/console.h"
#include "cli/callbacks/receiveroptions.h"
#include "cli/shell/shell.h"
#include "cli/tenants/tenantset.h"
#include "services/tenants/tenants.h"
#include <QJsonDocument>

namespace cli {

using core::Result;

static void showReceiver(Shell &s, const domain::Tenant &t, bool isSaved)
{
    const QJsonObject receiver = domain::toJson(t.receiver);
    if (s.isJson())
        s.output().print({{QStringLiteral("tenant"), t.name}, {QStringLiteral("saved"), isSaved},
            {QStringLiteral("receiver"), receiver}});
    else
        s.output().printPretty(QJsonDocument(receiver));
    s.finish(Done);
}

// Without an option it shows them. They take effect when the receiver starts next.
static void receiverSettings(Shell &s)
{
    if (s.isSet("secrets"))
        return s.usage(QStringLiteral("tenant receiver: its secrets are given to receive, or in the window."));
    if (const auto opened = s.opening().openConsole(); !opened)
        return s.fail(opened.error());
    auto &tenants = s.opening().console().tenants();
    core::whenDone<domain::Tenant>(
        tenants.byName(s.positional().at(0)), &s, [&s, &tenants](const Result<domain::Tenant> &t) {
            if (!t)
                return s.fail(t.error());
            if (!t->receiver.problem.isEmpty())
                return s.fail(core::conflict(core::ErrorReason::UnreadableSetting, t->receiver.problem));
            if (!saysReceiver(s))
                return showReceiver(s, *t, false);
            const auto wanted = takeReceiverOptions(s, t->receiver);
            if (!wanted)
                return s.fail(wanted.error());
            if (*wanted == t->receiver)
                return showReceiver(s, *t, false);
            domain::Tenant changed = *t;
            changed.receiver = *wanted;
            core::whenDone<domain::Tenant>(tenants.update(*t, changed, QStringLiteral("tenant.receiver")), &s,
                [&s](const Result<domain::Tenant> &stored) {
                    if (!stored)
                        return s.fail(stored.error());
                    showReceiver(s, *stored, true);
                });
        });
}

CommandForm tenantReceiverForm()
{
    return {QStringLiteral("receiver"),
        QStringLiteral("tenant receiver NAME [--auth WAY] [--signature PRESET] [--signature-header NAME] "
                       "[--signed-text TEMPLATE] [--address A] [--port P] … [--json]"),
        receiverOptionList(), 1, 1, receiverSettings};
}

} // namespace cli
