#include "cli/operations/operationoutput.h"
#include "cli/shell/shell.h"
#include "cli/tenants/tenantcommands.h"
#include "domain/text/strictjson.h"
#include "services/tenants/privacy.h"
#include "services/tenantsession/tenantsession.h"
#include <functional>
#include <optional>

// idvctl privacy: how long personal data is kept, and its removal.
namespace cli {

using core::Result;
using domain::Retention;

static void show(Shell &s, services::TenantSession &w, const Retention &r, int removed)
{
    core::whenDone<qint64>(w.privacy().due(r), &s, [&s, r, removed](const Result<qint64> &due) {
        if (!due)
            return s.fail(due.error());
        if (s.isJson()) {
            QJsonObject o = domain::toJson(r);
            o.insert(QStringLiteral("due"), *due);
            o.insert(QStringLiteral("removed"), removed);
            s.output().print(o);
        } else {
            s.output().line(QStringLiteral("%1: verified %2 days, failed %3 days; %4 due, %5 removed")
                                .arg(r.isOn ? QStringLiteral("on") : QStringLiteral("off"))
                                .arg(r.verifiedDays)
                                .arg(r.failedDays)
                                .arg(*due)
                                .arg(removed));
        }
        s.finish(Done);
    });
}

using RetentionStep = std::function<void(services::TenantSession &, const Retention &)>;

// Nothing is left of what cannot be read: where `canReplace`, the step goes on without it.
static void withRetention(Shell &s, bool canReplace, RetentionStep then)
{
    s.opening().withTenantSession([&s, canReplace, then = std::move(then)](services::TenantSession &w) {
        core::whenDone<Retention>(
            w.privacy().retention(), &s, [&s, &w, canReplace, then](const Result<Retention> &now) {
                if (!now && !(canReplace && domain::isUnreadableSetting(now.error())))
                    return s.fail(now.error());
                then(w, now ? *now : Retention());
            });
    });
}

static void showRetention(Shell &s)
{
    withRetention(s, false, [&s](services::TenantSession &w, const Retention &known) { show(s, w, known, 0); });
}

// What was given changes what is known; nothing after a usage error was printed.
static std::optional<Retention> changed(Shell &s, const Retention &known)
{
    Retention r = known;
    if (s.isSet("on") && s.isSet("off")) {
        s.usage(QStringLiteral("--on or --off: one of them."));
        return std::nullopt;
    }
    r.isOn = s.isSet("on") || (r.isOn && !s.isSet("off"));
    for (const auto &[option, to] :
        {std::pair{"verified-days", &r.verifiedDays}, std::pair{"failed-days", &r.failedDays}}) {
        bool isNumber = true;
        if (s.isSet(option))
            *to = s.value(option).toInt(&isNumber);
        if (!isNumber) {
            s.usage(QStringLiteral("--%1: a number.").arg(QLatin1String(option)));
            return std::nullopt;
        }
    }
    return r;
}

static void setRetention(Shell &s)
{
    const bool isWhole = (s.isSet("on") || s.isSet("off")) && s.isSet("verified-days") && s.isSet("failed-days");
    withRetention(s, isWhole, [&s](services::TenantSession &w, const Retention &known) {
        const auto r = changed(s, known);
        if (!r)
            return;
        core::whenDone<core::Unit>(w.privacy().setRetention(*r), &s,
            [&s, &w, r = *r](const core::Status &kept) { kept ? show(s, w, r, 0) : s.fail(kept.error()); });
    });
}

static void showRemoved(Shell &s, services::TenantSession &w, const Retention &known, const core::Async<int> &removed)
{
    core::whenDone<int>(
        removed, &s, [&s, &w, r = known](const Result<int> &n) { n ? show(s, w, r, *n) : s.fail(n.error()); });
}

static void sweep(Shell &s)
{
    withRetention(s, false,
        [&s](services::TenantSession &w, const Retention &known) { showRemoved(s, w, known, w.privacy().sweep()); });
}

// What is forgotten about one person needs nothing of the retention.
static void forget(Shell &s)
{
    if (!isConfirmed(s, s.positional().mid(0, 1), s.positional().mid(1)))
        return;
    withRetention(s, true, [&s](services::TenantSession &w, const Retention &known) {
        showRemoved(s, w, known, w.privacy().forget(core::IdentityId(s.positional().first())));
    });
}

static CommandForm privacyForm(const char *verb, int ids, void (*run)(Shell &))
{
    return {QLatin1String(verb),
        QStringLiteral("privacy show | set [--on|--off] [--verified-days N] [--failed-days N] | sweep | forget ID ID "
                       "--yes   --tenant NAME [--json]"),
        {valueOption("tenant", "NAME"), flagOption("on"), flagOption("off"), valueOption("verified-days", "N"),
            valueOption("failed-days", "N"), flagOption("yes")},
        ids, ids, run};
}

void registerPrivacyCommands(CommandTable &table)
{
    table.add({QStringLiteral("privacy"),
        "  idvctl privacy show | set [--on|--off] [--verified-days N] [--failed-days N] | sweep | forget ID ID --yes   "
        "--tenant NAME [--json]\n",
        QStringLiteral("privacy: show, set, sweep, forget ID ID --yes."),
        {privacyForm("show", 0, showRetention), privacyForm("set", 0, setRetention), privacyForm("sweep", 0, sweep),
            privacyForm("forget", 2, forget)}});
}

} // namespace cli
