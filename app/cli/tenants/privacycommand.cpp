#include "cli/shell/shell.h"
#include "domain/text/strictjson.h"
#include "services/tenants/privacy.h"
#include "services/tenantsession/tenantsession.h"

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
            s.print(o);
        } else {
            s.line(QStringLiteral("%1: verified %2 days, failed %3 days; %4 due, %5 removed")
                       .arg(r.isOn ? QStringLiteral("on") : QStringLiteral("off"))
                       .arg(r.verifiedDays)
                       .arg(r.failedDays)
                       .arg(*due)
                       .arg(removed));
        }
        s.finish(Done);
    });
}

void privacyCommand(Shell &s, const QString &verb)
{
    static const QStringList verbs{
        QStringLiteral("show"), QStringLiteral("set"), QStringLiteral("sweep"), QStringLiteral("forget")};
    if (!verbs.contains(verb))
        return s.usage(QStringLiteral("privacy: show, set, sweep, forget ID ID --yes."));
    const int ids = verb == QLatin1String("forget") ? 2 : 0;
    if (!s.parse(QStringLiteral("privacy show | set [--on|--off] [--verified-days N] [--failed-days N] | sweep | "
                                "forget ID ID --yes   --tenant NAME [--json]"),
            {{QStringLiteral("tenant"), {}, QStringLiteral("NAME")}, QCommandLineOption(QStringLiteral("on")),
                QCommandLineOption(QStringLiteral("off")), {QStringLiteral("verified-days"), {}, QStringLiteral("N")},
                {QStringLiteral("failed-days"), {}, QStringLiteral("N")}, QCommandLineOption(QStringLiteral("yes"))},
            ids, ids))
        return;
    if (ids > 0 && !isConfirmed(s, s.positional().mid(0, 1), s.positional().mid(1)))
        return;
    s.withTenantSession([&s, verb](services::TenantSession &w) {
        core::whenDone<Retention>(w.privacy().retention(), &s, [&s, &w, verb](const Result<Retention> &now) {
            const bool isWhole =
                (s.isSet("on") || s.isSet("off")) && s.isSet("verified-days") && s.isSet("failed-days");
            // Nothing is left of what cannot be read: then it can be replaced. What is forgotten about one person needs
            // none of it.
            const bool isRepair = !now && domain::isUnreadableSetting(now.error()) &&
                                  ((verb == QLatin1String("set") && isWhole) || verb == QLatin1String("forget"));
            if (!now && !isRepair)
                return s.fail(now.error());
            const Retention known = now ? *now : Retention();
            if (verb == QLatin1String("show"))
                return show(s, w, known, 0);
            if (verb == QLatin1String("set")) {
                Retention r = known;
                if (s.isSet("on") && s.isSet("off"))
                    return s.usage(QStringLiteral("--on or --off: one of them."));
                r.isOn = s.isSet("on") || (r.isOn && !s.isSet("off"));
                for (const auto &[option, to] :
                    {std::pair{"verified-days", &r.verifiedDays}, std::pair{"failed-days", &r.failedDays}}) {
                    bool isNumber = true;
                    if (s.isSet(option))
                        *to = s.value(option).toInt(&isNumber);
                    if (!isNumber)
                        return s.usage(QStringLiteral("--%1: a number.").arg(QLatin1String(option)));
                }
                return core::whenDone<core::Unit>(w.privacy().setRetention(r), &s,
                    [&s, &w, r](const core::Status &kept) { kept ? show(s, w, r, 0) : s.fail(kept.error()); });
            }
            const auto removed = verb == QLatin1String("sweep")
                                     ? w.privacy().sweep()
                                     : w.privacy().forget(core::IdentityId(s.positional().first()));
            core::whenDone<int>(
                removed, &s, [&s, &w, r = known](const Result<int> &n) { n ? show(s, w, r, *n) : s.fail(n.error()); });
        });
    });
}

} // namespace cli
