#include "cli/sessions/requestoptions.h"
#include "cli/sessions/sessioncommands.h"
#include "cli/sessions/sessionoutput.h"
#include "cli/sessions/sessionwait.h"
#include "cli/shell/shell.h"
#include "services/identities/identitydirectory.h"
#include "services/tenants/vendorreach.h"
#include "services/tenantsession/tenantsession.h"
#include "services/verification/invitationlinks.h"
#include "services/verification/sessionmonitor.h"
#include "services/verification/sessionstarter.h"
#include "services/verification/verifier.h"

// idvctl verify: asks a person to show a document.
namespace cli {

using core::Result;
using domain::Session;
using domain::SessionState;

static void verifyCommand(Shell &s)
{
    const auto request = requestFrom(s);
    if (!request)
        return s.fail(request.error());
    s.opening().withTenantSession([&s, request = *request](services::TenantSession &w) {
        w.verifier().monitor().watch();
        const core::IdentityId id(s.positional().at(0));
        core::Deferred<domain::Identity> person;
        core::whenDone<domain::Identity>(
            w.directory().person(id), &s, [&s, &w, id, person](const Result<domain::Identity> &known) {
                if (known)
                    return person.resolve(known);
                // Not in the local copy yet: SailPoint is asked, and only then refused.
                core::whenDone<domain::Identity>(w.directory().refresh(id), &s,
                    [person](const Result<domain::Identity> &fresh) { person.resolve(fresh); });
            });
        const auto started = core::andThen<domain::Identity>(person.future(), &s,
            [&w, request](const domain::Identity &p) { return w.verifier().starter().start(p, request); });
        core::whenDone<Session>(started, &s, [&s, &w](const Result<Session> &x) {
            if (!x)
                return s.fail(x.error());
            const QString link =
                x->request.delivery == domain::Delivery::Link ? w.verifier().links().of(x->id) : QString();
            if (!s.isSet("wait") || !domain::isOpen(x->state) || x->state == SessionState::LaunchUnknown) {
                showSession(s, w, *x, link);
                const bool isStarted = x->state == SessionState::Pending;
                return s.finish(isStarted && !s.isSet("wait") ? int(Done) : exitCodeOf(*x));
            }
            s.output().showLink(link);
            waitForSession(s, w, x->id, x->expiresAt + 20 * core::minuteMs);
        });
    });
}

void registerVerifyCommands(CommandTable &table)
{
    table.add("verify",
        "  idvctl verify IDENTITY_ID --tenant NAME --reason R --ticket T --ial 2 --documents D,D --delivery "
        "link|sms|email [--wait] [--json]\n",
        {{},
            QStringLiteral("verify IDENTITY_ID --tenant NAME --reason R --ticket T --ial 2 --documents D,D --delivery "
                           "link|sms|email [--wait] [--json]"),
            QList<QCommandLineOption>{valueOption("tenant"), valueOption("reason"), flagOption("wait")} +
                requestOptionList(),
            1, 1, verifyCommand});
}

} // namespace cli
